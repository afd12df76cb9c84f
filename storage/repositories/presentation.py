"""Repository of an assessment's settings (JSON) and logo."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, update

from assessment.errors import NotFound
from language.translation import _
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.upsert import lock_assessment, upsert
from storage.tables.assessments import AssessmentSessionRow, LogoRow, LogoType

SESSIONS = table_of(AssessmentSessionRow)
LOGOS = table_of(LogoRow)


@dataclass(frozen=True)
class Logo:
    """An image as uploaded."""

    media_type: LogoType
    image: bytes


def load_settings(unit: Unit, assessment_id: str) -> dict[str, Any]:
    """The settings of an assessment, empty if none were made. NotFound."""
    found = unit.rows(AssessmentSessionRow, id=assessment_id)
    if not found:
        raise NotFound(_("This assessment does not exist."))
    settings: dict[str, Any] = json.loads(found[0]["settings"])
    return settings


def save_settings(unit: WritingUnit, assessment_id: str, settings: dict[str, Any]) -> None:
    """Replaces the settings, e.g. {"confidentiality": "…", "paper": "A4"}. NotFound."""
    body = json.dumps(settings, ensure_ascii=False, allow_nan=False, sort_keys=True)
    changed = unit.change(update(SESSIONS).where(SESSIONS.c.id == assessment_id).values(settings=body))
    if changed.rowcount == 0:
        raise NotFound(_("This assessment does not exist."))


def change_settings(unit: WritingUnit, assessment_id: str, changes: dict[str, Any]) -> None:
    """Changes some of the settings, also of a closed assessment; the others stay as they are stored. NotFound."""
    lock_assessment(unit, assessment_id, even_closed=True)
    save_settings(unit, assessment_id, load_settings(unit, assessment_id) | changes)


def find_logo(unit: Unit, assessment_id: str) -> Logo | None:
    """The logo, or None."""
    found = unit.rows(LogoRow, assessment_id=assessment_id)
    return Logo(found[0]["media_type"], found[0]["image"]) if found else None


def save_logo(unit: WritingUnit, assessment_id: str, logo: Logo) -> None:
    """Stores the logo in place of an earlier one. NotFound."""
    values = {"assessment_id": assessment_id, "media_type": logo.media_type, "image": logo.image}
    upsert(unit, LogoRow, values, even_closed=True)


def remove_logo(unit: WritingUnit, assessment_id: str) -> None:
    """Removes the logo; no fault if there was none."""
    unit.change(delete(LOGOS).where(LOGOS.c.assessment_id == assessment_id))
