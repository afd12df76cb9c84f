"""Tables of a workshop's room. Times belong to the room, never to a person or an answer."""

from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from assessment.workshop.meeting import Way
from assessment.workshop.phases import PhaseName
from assessment.workshop.room import EntryState
from storage.db.columns import NO_ARRIVAL_ORDER, PlainText, TableRow, check, of_assessment, one_of


class RoomRow(TableRow, table=True):
    """`phase` has no check here: `storage.repositories.rooms` asks the table of phases when it reads and writes."""

    __tablename__: ClassVar[str] = "room"
    __table_args__ = (
        of_assessment(),
        one_of("way", Way),
        check("round", "round IN (1, 2)"),
        check("version", "version >= 1"),
        UniqueConstraint("join_code"),
        NO_ARRIVAL_ORDER,
    )

    assessment_id: str = Field(primary_key=True, sa_type=PlainText)
    way: Way = Field(sa_type=PlainText)
    minutes: int
    sections: str = Field(sa_type=PlainText)
    phase: PhaseName = Field(sa_type=PlainText)
    code: str | None = Field(default=None, sa_type=PlainText)
    round: int
    version: int
    step: int
    join_code: str | None = Field(default=None, sa_type=PlainText)
    code_until: str | None = Field(default=None, sa_type=PlainText)
    started: str | None = Field(default=None, sa_type=PlainText)
    timer_seconds: int | None = None
    timer_end: str | None = Field(default=None, sa_type=PlainText)


class AgendaEntryRow(TableRow, table=True):
    __tablename__: ClassVar[str] = "agenda_entry"
    __table_args__ = (
        of_assessment(),
        one_of("state", EntryState),
        check("position", "position >= 1"),
        check("seen", "seen BETWEEN 0 AND 2"),
        NO_ARRIVAL_ORDER,
    )

    assessment_id: str = Field(primary_key=True, sa_type=PlainText)
    code: str = Field(primary_key=True, sa_type=PlainText)
    position: int
    state: EntryState = Field(sa_type=PlainText)
    seconds: int
    seen: int
