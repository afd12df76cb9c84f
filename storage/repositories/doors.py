"""The door of a room: the code that opens it, shut or open, how many are expected, and how many came at once.

What is counted is a minute of the clock, never the moment at which one person came.
"""

import secrets
from datetime import datetime

from sqlalchemy import case

from storage.db.database import Unit, WritingUnit
from storage.repositories.rooms import ROOMS, JoinableRoom, change_room, clock_minute
from storage.tables.rooms import RoomRow

ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
"""No two of them look or sound alike at eight metres: without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V."""
CODE_LENGTH = 10


def new_join_code(unit: Unit) -> str:
    """`CODE_LENGTH` characters that no open room has."""
    while True:
        code = "".join(secrets.choice(ALPHABET) for _place in range(CODE_LENGTH))
        if not unit.rows(RoomRow, join_code=code):
            return code


def arrived(room: JoinableRoom, now: datetime) -> int:
    """How many have joined in the minute of the clock that `now` is in."""
    return room.arrivals if room.arrivals_minute == clock_minute(now) else 0


def count_arrival(unit: WritingUnit, assessment_id: str, now: datetime, crowd_from: int) -> None:
    """Somebody new has come: counted in this minute; from `crowd_from` of them on the room has a crowd."""
    minute = clock_minute(now)
    same = ROOMS.c.arrivals_minute == minute
    arrivals = case((same, ROOMS.c.arrivals + 1), else_=1)
    change_room(
        unit,
        assessment_id,
        arrivals=arrivals,
        arrivals_minute=minute,
        crowd=case((same & (ROOMS.c.arrivals + 1 >= crowd_from), ROOMS.c.arrivals + 1), else_=ROOMS.c.crowd),
    )


def dismiss_crowd(unit: WritingUnit, assessment_id: str) -> None:
    """The crowd is known."""
    change_room(unit, assessment_id, crowd=None)


def set_door(unit: WritingUnit, assessment_id: str, *, shut: bool) -> None:
    """Shut, the room's code lets nobody new in; who is in stays in."""
    change_room(unit, assessment_id, door_shut=shut)


def set_expected(unit: WritingUnit, assessment_id: str, people: int | None) -> None:
    """How many people are expected; None says nothing."""
    change_room(unit, assessment_id, expected=people)
