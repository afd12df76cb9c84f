"""A section of the instrument: its questions, one at a time. One file serves every section."""

from services import assessments
from ui import journey, questions, state

found = state.need_person()
person = assessments.answers(state.here(), found)
questions.show(found, journey.arrive(found, state.section(), person), person)
