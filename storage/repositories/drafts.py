"""Repository of drafts: what was typed behind a button, by browser, until the button is pressed."""

from collections.abc import Collection

from sqlalchemy import delete

from storage.db.database import Unit, WritingUnit, table_of
from storage.db.upsert import upsert
from storage.tables.drafts import DraftRow

DRAFTS = table_of(DraftRow)


def find_draft(unit: Unit, assessment_id: str, browser: str, place: str) -> str | None:
    """What was typed there last, or None."""
    found = unit.rows(DraftRow, assessment_id=assessment_id, browser=browser, place=place)
    return str(found[0]["typed"]) if found else None


def save_draft(unit: WritingUnit, assessment_id: str, browser: str, place: str, typed: str) -> None:
    """Keeps it in place of an earlier one. NotFound, Frozen when closed."""
    named = {"assessment_id": assessment_id, "browser": browser, "place": place, "typed": typed}
    upsert(unit, DraftRow, named)


def remove_drafts(
    unit: WritingUnit, assessment_id: str, browser: str, places: Collection[str] | None = None
) -> None:
    """Removes those of these places, or all of this browser; no fault where there is none."""
    these = (DRAFTS.c.assessment_id == assessment_id) & (DRAFTS.c.browser == browser)
    unit.change(delete(DRAFTS).where(these if places is None else these & DRAFTS.c.place.in_(places)))
