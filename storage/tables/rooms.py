"""Tables of a workshop's room. Times belong to the room, never to a person or an answer."""

from typing import ClassVar

from sqlalchemy import UniqueConstraint, false, text
from sqlmodel import Field

from assessment.answers.records import Backing, Kind
from assessment.workshop.meeting import Way
from assessment.workshop.phases import PhaseName
from assessment.workshop.room import EntryState
from storage.db.columns import (
    LEVELS,
    NO_ARRIVAL_ORDER,
    AnswerTableRow,
    PlainText,
    TableRow,
    check,
    of_assessment,
    of_respondent,
    one_of,
)


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
    door_shut: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    expected: int | None = None
    arrivals: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """How many people joined within `arrivals_minute`, of a clock and not of any one of them."""
    arrivals_minute: str | None = Field(default=None, sa_type=PlainText)
    crowd: int | None = None
    """So many joined within a minute, and the facilitator has not said yet that it is all right."""


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
    early: str = Field(default="", sa_type=PlainText, sa_column_kwargs={"server_default": text("''")})


class KeptVoteRow(AnswerTableRow, table=True):
    """A vote of a picture that was shown before its vote was opened again."""

    __tablename__: ClassVar[str] = "kept_vote"
    __table_args__ = (
        of_respondent(),
        check("round", "round IN (1, 2)"),
        check("after", "after >= 0"),
        check("picture", "picture >= 1"),
        one_of("kind", Kind),
        one_of("backing", Backing),
        check("level", "level " + LEVELS),
        NO_ARRIVAL_ORDER,
    )

    code: str = Field(primary_key=True, sa_type=PlainText)
    round: int = Field(primary_key=True)
    picture: int = Field(primary_key=True)
    after: int
    kind: Kind = Field(sa_type=PlainText)
    level: int | None = None
    backing: Backing | None = Field(default=None, sa_type=PlainText)
    evidence: str | None = Field(default=None, sa_type=PlainText)
    note: str | None = Field(default=None, sa_type=PlainText)
    reason: str | None = Field(default=None, sa_type=PlainText)
