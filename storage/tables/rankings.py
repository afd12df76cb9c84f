"""Tables of what each person puts in order, one row a place. Rows never leave `storage`."""

from typing import ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from assessment.answers.ranked import Ranked
from storage.db.columns import NO_ARRIVAL_ORDER, AnswerTableRow, PlainText, check, of_respondent, one_of


class RankingRow(AnswerTableRow, table=True):
    __tablename__: ClassVar[str] = "ranking"
    __table_args__ = (
        of_respondent(),
        UniqueConstraint("assessment_id", "respondent_id", "outcome"),
        check("position", "position >= 1"),
        NO_ARRIVAL_ORDER,
    )

    position: int = Field(primary_key=True)
    outcome: str = Field(sa_type=PlainText)


class BarrierRow(AnswerTableRow, table=True):
    __tablename__: ClassVar[str] = "barrier"
    __table_args__ = (
        of_respondent(),
        UniqueConstraint("assessment_id", "respondent_id", "barrier"),
        check("position", "position >= 1"),
        NO_ARRIVAL_ORDER,
    )

    position: int = Field(primary_key=True)
    barrier: str = Field(sa_type=PlainText)


class KeptOrderRow(AnswerTableRow, table=True):
    """One person's order in a picture that the wall showed; `after` so many submissions."""

    __tablename__: ClassVar[str] = "kept_order"
    __table_args__ = (
        of_respondent(),
        one_of("kind", Ranked),
        check("picture", "picture >= 1"),
        check("after", "after >= 0"),
        check("position", "position >= 1"),
        NO_ARRIVAL_ORDER,
    )

    kind: Ranked = Field(primary_key=True, sa_type=PlainText)
    picture: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    after: int
    code: str = Field(sa_type=PlainText)
