"""The tables of the comparison with others: what each organisation amounts to, how many amount to what, and
the counts that are published.

`asked` names instrument, edition and version of scoring: only what was made alike is compared. `scope` is a
section's code, or `EVERYTHING`.
"""

from datetime import date
from typing import ClassVar

from sqlalchemy import ForeignKeyConstraint, Index, text
from sqlmodel import Field

from storage.db.columns import LEVELS, NO_ARRIVAL_ORDER, PlainText, TableRow, check, of_assessment

EVERYTHING = "*"
POINTS = "BETWEEN 0 AND 100"
UNCOUNTED = "((counted IS NULL) <> (points IS NULL) OR counted <> points)"
"""A result of which the published counts hold something else: few, so they have an index."""


class ResultRow(TableRow, table=True):
    """One organisation's newest submission, in one scope. No level and no points: not enough answers.

    `counted` is what stands for the organisation in the published counts, None while it is not among them.
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
    """How many organisations have these points as of now, in one scope: what counting `result` would give."""

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
    """Published counts: how many organisations had which points. No organisation is named in it."""

    __tablename__: ClassVar[str] = "cohort"
    __table_args__ = (check("largest", "largest >= 0"), NO_ARRIVAL_ORDER)

    asked: str = Field(primary_key=True, sa_type=PlainText)
    scope: str = Field(primary_key=True, sa_type=PlainText)
    counts: str = Field(sa_type=PlainText)
    largest: int
