"""Table of what was typed behind a button that nobody has pressed yet. Rows never leave `storage`."""

from typing import ClassVar

from sqlmodel import Field

from storage.db.columns import NO_ARRIVAL_ORDER, PlainText, TableRow, of_assessment


class DraftRow(TableRow, table=True):
    """One text of one browser; `place` is the path of its field on the screen."""

    __tablename__: ClassVar[str] = "draft"
    __table_args__ = (of_assessment(), NO_ARRIVAL_ORDER)

    assessment_id: str = Field(primary_key=True, sa_type=PlainText)
    browser: str = Field(primary_key=True, sa_type=PlainText)
    place: str = Field(primary_key=True, sa_type=PlainText)
    typed: str = Field(sa_type=PlainText)
