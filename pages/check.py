"""Check your answers: all of them in words, what is missing, and on to the result whatever is missing."""

from language.translation import _
from services.assessments import answering
from services.reports import results
from ui import access, journey, session
from ui.kit import text
from ui.screens.questions import review

found = access.need_person()
person = answering.answers(session.here(), found)
done = answering.progress(session.instrument(), person)
report = results.report_on_own_answers(session.here(), found, session.today())
journey.at_check(found)

text.title(_("Check your answers"), lead=review.summary(person, done))
review.missing(report, done)
review.contradictions(found, report)
review.onwards(found, person)
review.answers(found, person)
review.result_button(found, "submit-below")
