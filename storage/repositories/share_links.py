"""Repository of read-only links. Tokens arrive as keyed hashes; the links themselves are never stored."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, update

from storage.db.database import Unit, WritingUnit, table_of
from storage.db.upsert import upsert
from storage.tables.share_links import ShareLinkRow

LINKS = table_of(ShareLinkRow)


@dataclass(frozen=True)
class ShareLink:
    """A link as its owner sees it; `key` names it and opens nothing."""

    key: str
    assessment_id: str
    made_on: date
    until: date
    opened: int


def add_link(unit: WritingUnit, token_hash: str, assessment_id: str, made_on: date, until: date) -> None:
    """Stores a new link. Raises NotFound."""
    values = {"token_hash": token_hash, "assessment_id": assessment_id, "made_on": made_on, "until": until}
    upsert(unit, ShareLinkRow, values | {"opened": 0}, even_closed=True)


def list_links(unit: Unit, assessment_id: str) -> list[ShareLink]:
    """The links of an assessment, the newest first."""
    found = [_link(row) for row in unit.rows(ShareLinkRow, assessment_id=assessment_id)]
    return sorted(found, key=lambda link: (link.made_on, link.until, link.key), reverse=True)


def find_link(unit: Unit, token_hash: str) -> ShareLink | None:
    """The link with this token, in force or not; None for an unknown one."""
    found = unit.rows(ShareLinkRow, token_hash=token_hash)
    return _link(found[0]) if found else None


def count_opening(unit: WritingUnit, token_hash: str) -> None:
    """Counts one opening, whoever opened it."""
    unit.change(update(LINKS).where(LINKS.c.token_hash == token_hash).values(opened=LINKS.c.opened + 1))


def remove_link(unit: WritingUnit, assessment_id: str, key: str) -> None:
    """Withdraws a link; one that is gone already changes nothing."""
    unit.change(delete(LINKS).where(LINKS.c.assessment_id == assessment_id, LINKS.c.token_hash == key))


def remove_ended(unit: WritingUnit, assessment_id: str, today: date) -> None:
    """Removes the links whose last day is over."""
    unit.change(delete(LINKS).where(LINKS.c.assessment_id == assessment_id, LINKS.c.until < today))


def _link(row: dict[str, object]) -> ShareLink:
    values = {name: row[name] for name in ("assessment_id", "made_on", "until", "opened")}
    return ShareLink(key=row["token_hash"], **values)  # type: ignore[arg-type]
