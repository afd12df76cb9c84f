"""How much AI goes on: the activity questions, one at a time, as the others are asked."""

from services import assessments
from ui import journey, questions, state

found = state.need_person()
person = assessments.answers(state.here(), found)
questions.show(found, journey.arrive(found, journey.ACTIVITY, person), person)
