"""Table of the counters behind rate limits, shared by all processes of an installation."""

from typing import ClassVar

from sqlmodel import Field

from storage.db.columns import NO_ARRIVAL_ORDER, PlainText, TableRow, check


class RateCountRow(TableRow, table=True):
    """What was counted under one key in a window of time that ends at `until` (UTC, ISO 8601)."""

    __tablename__: ClassVar[str] = "rate_count"
    __table_args__ = (check("counted", "counted >= 0"), NO_ARRIVAL_ORDER)

    key: str = Field(primary_key=True, sa_type=PlainText)
    counted: int
    until: str = Field(index=True, sa_type=PlainText)
