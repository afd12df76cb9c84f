"""Repository of the browsers that can open an assessment, over all their tokens.

What browser it is and the day of its last visit are kept for owners only, never for participants.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select, update

from storage.db.database import Unit, WritingUnit
from storage.db.upsert import upsert
from storage.repositories.browsers.devices import BINDINGS, list_bindings, rows_in_force
from storage.repositories.drafts import remove_drafts
from storage.tables.assessments import DeviceBindingRow

_OWNED = BINDINGS.c.role == "owner"


@dataclass(frozen=True)
class OwnerDevice:
    """A browser that can open an assessment; `family` is empty where nothing is known of it."""

    browser: str
    family: str
    used_on: date | None


def carry_over(unit: WritingUnit, former: str, token_hash: str, ends: date) -> None:
    """What is owned under a former hash is owned under the new one too, and under the former until the day `ends`.

    Participation moves at once: a person in a room counts once. What the new hash is bound to already stays as it is.
    """
    held = sorted(rows_in_force(unit, former), key=lambda row: row["assessment_id"])
    there = list_bindings(unit, token_hash)
    known = {(binding.assessment_id, binding.role) for binding in there}
    busy = {binding.role for binding in there if binding.current}
    new = [row for row in held if (row["assessment_id"], row["role"]) not in known]
    moved = (BINDINGS.c.token_hash == former) & (BINDINGS.c.role == "participant")
    unit.change(delete(BINDINGS).where(moved))
    for row in new:
        carried = {
            "token_hash": token_hash,
            "until": None,
            "current": row["current"] and row["role"] not in busy,
        }
        upsert(unit, DeviceBindingRow, row | carried, even_closed=True)
    ending = update(BINDINGS).where(BINDINGS.c.token_hash == former, BINDINGS.c.until.is_(None))
    unit.change(ending.values(until=ends))


def is_noted(unit: Unit, token_hash: str, family: str, day: date) -> bool:
    """Is this visit noted beside everything the browser owns?"""
    owned = (BINDINGS.c.token_hash == token_hash) & _OWNED
    found = unit.look_up(select(BINDINGS.c.family, BINDINGS.c.used_on).where(owned))
    return all((row["family"] or "", row["used_on"]) == (family, day) for row in found)


def note_visit(unit: WritingUnit, token_hash: str, family: str, day: date) -> None:
    """Notes the browser's name and the day beside what it owns, and deletes bindings that have ended."""
    owned = (BINDINGS.c.token_hash == token_hash) & _OWNED
    unit.change(update(BINDINGS).where(owned).values(family=family or None, used_on=day))
    unit.change(delete(BINDINGS).where(BINDINGS.c.until < day))


def list_owners(unit: Unit, assessment_id: str) -> list[OwnerDevice]:
    """The browsers that can open an assessment, each once."""
    these = (BINDINGS.c.assessment_id == assessment_id) & _OWNED & BINDINGS.c.until.is_(None)
    columns = (BINDINGS.c.browser, BINDINGS.c.family, BINDINGS.c.used_on)
    rows = unit.look_up(select(*columns).where(these))
    latest = sorted(rows, key=lambda row: row["used_on"] or date.min)
    found = {
        row["browser"]: OwnerDevice(row["browser"], row["family"] or "", row["used_on"]) for row in latest
    }
    return list(found.values())


def revoke(unit: WritingUnit, assessment_id: str, browser: str) -> bool:
    """The browser opens the assessment no more, under none of its tokens, and its drafts are gone. False when it did not."""
    these = (BINDINGS.c.assessment_id == assessment_id) & (BINDINGS.c.browser == browser) & _OWNED
    remove_drafts(unit, assessment_id, browser)
    return unit.change(delete(BINDINGS).where(these)).rowcount > 0
