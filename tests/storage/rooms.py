"""Rooms in a database, moved from phase to phase."""

from assessment.instrument.model import Camp
from assessment.workshop.meeting import Way
from assessment.workshop.room import Room, act, new_room
from storage.db.database import Database
from storage.repositories import rooms
from storage.repositories.browsers.devices import bind_device
from storage.repositories.respondents import add_respondent
from tests.storage.examples import an_assessment

CODES = ("ABC-1", "ABC-2", "DEF-1")


def a_room(db: Database, way: Way = "pillar", *, people: int = 1) -> tuple[str, list[str]]:
    """A room in its lobby, and the people in it."""
    with db.writing() as unit:
        assessment_id = an_assessment(unit)
        rooms.add_room(unit, assessment_id, new_room(way, 60, CODES, 315))
        camps: tuple[Camp, Camp] = ("business", "technology")
        ids = [
            add_respondent(unit, assessment_id, function="CEO", camp=camps[number % 2])
            for number in range(people)
        ]
        for number, person in enumerate(ids):
            bind_device(
                unit, f"{assessment_id}-{number}", assessment_id, role="participant", respondent_id=person
            )
        return assessment_id, ids


def moved(db: Database, assessment_id: str, *actions: str) -> Room:
    for action in actions:
        with db.writing() as unit:
            room = act(rooms.lock_room(unit, assessment_id).room, action, known=CODES)  # type: ignore[arg-type]
            rooms.update_room(unit, assessment_id, room)
    return room
