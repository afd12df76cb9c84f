"""How much AI goes on: the activity questions, one at a time, as the others are asked."""

from services.assessments import answering
from ui import access, journey, session
from ui.screens.questions import question

found = access.need_person()
person = answering.answers(session.here(), found)
question.show(found, journey.arrive(found, journey.ACTIVITY, person), person)
