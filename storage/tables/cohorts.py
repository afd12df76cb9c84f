"""Tables of the benchmark: results, their tally, and published cohorts.

`asked` names instrument, edition and scoring version: only like results are compared. `scope` is a section's
code, or `EVERYTHING`.
"""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlmodel import Field

from storage.db.columns import LEVELS, NO_ARRIVAL_ORDER, PlainText, TableRow, check, of_assessment

EVERYTHING = "*"
POINTS = "BETWEEN 0 AND 100"
UNCOUNTED = "((counted IS NULL) <> (points IS NULL) OR counted <> points)"
"""Condition of the partial index of results that differ from the published cohort; these are few."""


class ResultRow(TableRow, table=True):
    """One organisation's newest submission, in one scope. No level and no points: not enough answers.

    `counted` is the organisation's value in the published cohort, None while it is not in it.
    """

    __tablename__: ClassVar[str] = "result"
    __table_args__ = (
        of_assessment(),
        ForeignKeyConstraint(["organisation_id"], ["organisation.id"], ondelete="CASCADE"),
        check("level", f"level {LEVELS}"),
        check("points", f"points {POINTS}"),
        check("counted", f"counted {POINTS}"),
        Index(
            "ix_result_uncounted",
            "asked",
            "scope",
            sqlite_where=text(UNCOUNTED),
            postgresql_where=text(UNCOUNTED),
        ),
        NO_ARRIVAL_ORDER,
    )

    organisation_id: str = Field(primary_key=True, sa_type=PlainText)
    asked: str = Field(primary_key=True, sa_type=PlainText)
    scope: str = Field(primary_key=True, sa_type=PlainText)
    assessment_id: str = Field(index=True, sa_type=PlainText)
    submitted_on: date
    level: int | None = None
    points: int | None = None
    counted: int | None = None


class TallyRow(TableRow, table=True):
    """Current number of organisations with these points in one scope; equals a count of `result`."""

    __tablename__: ClassVar[str] = "tally"
    __table_args__ = (
        check("points", f"points {POINTS}"),
        check("organisations", "organisations >= 0"),
        NO_ARRIVAL_ORDER,
    )

    asked: str = Field(primary_key=True, sa_type=PlainText)
    scope: str = Field(primary_key=True, sa_type=PlainText)
    points: int = Field(primary_key=True)
    organisations: int


class CohortRow(TableRow, table=True):
    """Published cohort: number of organisations by points, without their identity."""

    __tablename__: ClassVar[str] = "cohort"
    __table_args__ = (check("largest", "largest >= 0"), NO_ARRIVAL_ORDER)

    asked: str = Field(primary_key=True, sa_type=PlainText)
    scope: str = Field(primary_key=True, sa_type=PlainText)
    counts: str = Field(sa_type=PlainText)
    largest: int
