"""A section of the instrument: its questions, one at a time. One file serves every section."""

from services.assessments import answering
from ui import access, journey, session
from ui.screens.questions import question

found = access.need_person()
person = answering.answers(session.here(), found)
question.show(found, journey.arrive(found, session.section(), person), person)
