"""Preferences of an assessment: appearance of documents and retention."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from storage.db.database import Unit
from storage.repositories import assessments, presentation

Paper = Literal["a4", "letter"]


@dataclass(frozen=True)
class Preferences:
    """The owner's preferences. `keep_until` is the last day the assessment is kept."""

    confidentiality: str = ""
    paper: Paper = "a4"
    keep_until: date | None = None
    logo: bool = False


def preferences_of(unit: Unit, assessment_id: str) -> Preferences:
    """The preferences, inside an open unit."""
    stored = presentation.load_settings(unit, assessment_id)
    return Preferences(
        confidentiality=str(stored.get("confidentiality", "")),
        paper="letter" if stored.get("paper") == "letter" else "a4",
        keep_until=assessments.get_assessment(unit, assessment_id).keep_until,
        logo=presentation.find_logo(unit, assessment_id) is not None,
    )
