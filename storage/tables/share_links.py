"""Table of the read-only links to a report. Rows never leave `storage`."""

from datetime import date
from typing import ClassVar

from sqlmodel import Field

from storage.db.columns import NO_ARRIVAL_ORDER, PlainText, TableRow, check, of_assessment


class ShareLinkRow(TableRow, table=True):
    """A link by the keyed hash of its token; the link itself is never stored. `until` is the last day it opens."""

    __tablename__: ClassVar[str] = "share_link"
    __table_args__ = (of_assessment(), check("opened", "opened >= 0"), NO_ARRIVAL_ORDER)

    token_hash: str = Field(primary_key=True, sa_type=PlainText)
    assessment_id: str = Field(index=True, sa_type=PlainText)
    made_on: date
    until: date
    opened: int = 0
