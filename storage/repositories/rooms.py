"""The room of a workshop: where it stands, its join code, its timer. Answers are in `storage.repositories.votes`.

Moments are stored as text in UTC: they belong to the room, never to a person or an answer. Whatever
changes on a screen makes the version grow; an answer does so by being counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, delete, func, select, update

from assessment.errors import NotFound
from assessment.workshop.phases import PHASES, parse_phase
from assessment.workshop.room import AgendaEntry, Room
from language.translation import _
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.failures import refused, unavailable
from storage.db.upsert import lock_assessment
from storage.tables.assessments import ResponseRow
from storage.tables.rooms import AgendaEntryRow, RoomRow

ROOMS = table_of(RoomRow)
ENTRIES = table_of(AgendaEntryRow)
RESPONSES = table_of(ResponseRow)
VOTES_PER_VERSION = 100_000
"""More than the answers a room can hold in one round: 500 people to 25 questions are 12,500."""


@dataclass(frozen=True)
class RoomRecord:
    """A room as stored. `step` grows when the room moves on, `version` with every visible change."""

    assessment_id: str
    room: Room
    version: int
    step: int
    join_code: str | None = None
    code_until: datetime | None = None
    started: datetime | None = None
    timer_seconds: int | None = None
    timer_end: datetime | None = None
    door_shut: bool = False
    expected: int | None = None
    """How many people the facilitator expects."""
    crowd: int | None = None
    """So many joined within a minute, and nobody has said yet that it is all right."""


@dataclass(frozen=True)
class JoinableRoom:
    """The way into a room: all that somebody needs who comes in."""

    assessment_id: str
    join_code: str
    code_until: datetime | None
    door_shut: bool = False
    arrivals: int = 0
    arrivals_minute: str | None = None


def add_room(unit: WritingUnit, assessment_id: str, room: Room) -> None:
    """Adds the room of an assessment, in its lobby and without a join code. RefusedInput if it has one."""
    lock_assessment(unit, assessment_id)
    values = {"assessment_id": assessment_id, "version": 1, "step": 1}
    unit.add_rows(RoomRow, [values | _columns(room)])
    _put_agenda(unit, assessment_id, room)


def find_room(unit: Unit, assessment_id: str) -> RoomRecord | None:
    """The room, or None."""
    found = unit.rows(RoomRow, assessment_id=assessment_id)
    return _record(unit, found[0]) if found else None


def has_room(unit: Unit, assessment_id: str) -> bool:
    """Is the assessment led as a workshop? A file of several people's answers is none."""
    return bool(unit.rows(RoomRow, assessment_id=assessment_id))


def get_room(unit: Unit, assessment_id: str) -> RoomRecord:
    """The room; NotFound without one."""
    found = find_room(unit, assessment_id)
    if found is None:
        raise NotFound(_("There is no workshop here."))
    return found


def lock_room(unit: WritingUnit, assessment_id: str) -> RoomRecord:
    """The room, which nobody else moves until this unit ends. NotFound, Frozen when closed for good."""
    lock_assessment(unit, assessment_id)
    return get_room(unit, assessment_id)


def find_by_join_code(unit: Unit, join_code: str) -> JoinableRoom | None:
    """The way into the open room with this join code, valid or not, or None."""
    found = unit.rows(RoomRow, join_code=join_code)
    if not found:
        return None
    row = found[0]
    door = (row[name] for name in ("door_shut", "arrivals", "arrivals_minute"))
    return JoinableRoom(row["assessment_id"], join_code, _moment(row["code_until"]), *door)


def update_room(unit: WritingUnit, assessment_id: str, room: Room) -> None:
    """Stores where the room stands now. Votes wait for this, and see the new place afterwards."""
    moved = _columns(room) | {"version": ROOMS.c.version + 1, "step": ROOMS.c.step + 1}
    unit.change(update(ROOMS).where(ROOMS.c.assessment_id == assessment_id).values(**moved))
    unit.change(delete(ENTRIES).where(ENTRIES.c.assessment_id == assessment_id))
    _put_agenda(unit, assessment_id, room)


def bump_version(unit: WritingUnit, assessment_id: str) -> None:
    """Something of the room's screens changed: somebody came, left or was removed."""
    change_room(unit, assessment_id)


def set_started(unit: WritingUnit, assessment_id: str, now: datetime) -> None:
    change_room(unit, assessment_id, started=_text(now))


def set_timer(unit: WritingUnit, assessment_id: str, seconds: int | None, end: datetime | None) -> None:
    """The timer on the wall: its length and its end, or None for no timer."""
    change_room(unit, assessment_id, timer_seconds=seconds, timer_end=None if end is None else _text(end))


def set_join_code(
    unit: WritingUnit, assessment_id: str, join_code: str | None, until: datetime | None
) -> None:
    """The code people join by, and when it ends; None takes it away."""
    change_room(unit, assessment_id, join_code=join_code, code_until=None if until is None else _text(until))


def room_version(unit: Unit, assessment_id: str) -> int:
    """A number that grows with everything a screen of the room can show; 0 without a room. One query.

    The room's own version, and below it the answers of the open vote: so an answer is one statement
    that waits for no other answer, and still shows.
    """
    votes = (
        select(func.count())
        .where(RESPONSES.c.assessment_id == ROOMS.c.assessment_id, RESPONSES.c.round == ROOMS.c.round)
        .scalar_subquery()
    )
    voting = ROOMS.c.phase.in_([name for name, phase in PHASES.items() if phase.votes])
    counted = select(ROOMS.c.version, case((voting, votes), else_=0).label("votes"))
    found = unit.look_up(counted.where(ROOMS.c.assessment_id == assessment_id))
    return int(found[0]["version"]) * VOTES_PER_VERSION + int(found[0]["votes"]) if found else 0


def change_room(
    unit: WritingUnit, assessment_id: str, **values: str | int | ColumnElement[int | None] | None
) -> None:
    """Sets these columns of the room; its version grows."""
    here = update(ROOMS).where(ROOMS.c.assessment_id == assessment_id)
    unit.change(here.values(version=ROOMS.c.version + 1, **values))


def _columns(room: Room) -> dict[str, Any]:
    try:
        phase = parse_phase(room.phase, room.code)
    except ValueError:
        raise refused() from None
    return {
        "way": room.way,
        "minutes": room.minutes,
        "sections": " ".join(room.sections),
        "phase": phase,
        "code": room.code,
        "round": room.round,
    }


def _put_agenda(unit: WritingUnit, assessment_id: str, room: Room) -> None:
    rows = [
        {
            "assessment_id": assessment_id,
            "code": entry.code,
            "position": position,
            "state": entry.state,
            "seconds": entry.seconds,
            "seen": entry.seen,
            "early": " ".join(entry.early),
        }
        for position, entry in enumerate(room.agenda, start=1)
    ]
    unit.add_rows(AgendaEntryRow, rows)


def _record(unit: Unit, row: Mapping[str, Any]) -> RoomRecord:
    if row["phase"] not in PHASES:
        raise unavailable("newer")
    entries = unit.rows(AgendaEntryRow, assessment_id=row["assessment_id"])
    return RoomRecord(
        assessment_id=row["assessment_id"],
        room=room_from(row, sorted(entries, key=lambda entry: entry["position"])),
        version=row["version"],
        step=row["step"],
        join_code=row["join_code"],
        code_until=_moment(row["code_until"]),
        started=_moment(row["started"]),
        timer_seconds=row["timer_seconds"],
        timer_end=_moment(row["timer_end"]),
        door_shut=row["door_shut"],
        expected=row["expected"],
        crowd=row["crowd"],
    )


def room_from(row: Mapping[str, Any], entries: list[dict[str, Any]]) -> Room:
    """The state of the room. Raises ValueError for a moment or a phase that is none."""
    for name in ("code_until", "started", "timer_end"):
        _moment(row[name])
    agenda = tuple(
        AgendaEntry(e["code"], e["state"], e["seconds"], e["seen"], tuple(e["early"].split()))
        for e in entries
    )
    return Room(
        way=row["way"],
        minutes=row["minutes"],
        sections=tuple(row["sections"].split()),
        phase=parse_phase(row["phase"], row["code"]),
        code=row["code"],
        round=row["round"],
        agenda=agenda,
    )


def clock_minute(moment: datetime) -> str:
    """The minute of the clock a moment is in, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without its time zone")
    return moment
