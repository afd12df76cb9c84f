"""Check your answers: all of them in words, what is missing, and on to the result whatever is missing."""

from assessment.words import _
from services import assessments, results
from ui import journey, parts, review, state

found = state.need_person()
person = assessments.answers(state.here(), found)
done = assessments.progress(state.instrument(), person)
report = results.report_alone(state.here(), found, state.today())
journey.at_check(found)

parts.title(_("Check your answers"), lead=review.summary(person, done))
review.missing(report, done)
review.contradictions(found, report)
review.onwards(found, person)
review.answers(found, person)
review.result_button(found, "submit-below")
