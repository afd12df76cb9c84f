"""Interchange files in and out of the database."""

from datetime import date
from typing import Any

from assessment.answers.records import Assessment
from services.assessments.answering import Started
from services.core.identity import bind, check_new_assessment, store_resume_code
from services.core.installation import Installation
from services.core.retention import last_day
from services.core.texts import check_language
from storage.db.database import WritingUnit
from storage.repositories import presentation
from storage.repositories.records import add_assessment
from storage.tables.assessments import Mode


def import_file(inst: Installation, token: str, raw: bytes, today: date, *, address: str = "") -> Started:
    """Reads an interchange file, stores all of it or nothing, and binds this browser as its owner.

    With one person's answers in the file, that person goes on answering here. Raises RefusedFile, TooManyTries.
    """
    assessment = inst.read(raw)
    check_language(assessment.language, inst.texts)
    people = assessment.respondents
    check_new_assessment(inst, token, address)
    with inst.database.writing() as unit:
        assessment_id = store(unit, assessment, today, keep_until=last_day(inst.settings, today))
        person = people[0].id if len(people) == 1 else None
        code = store_resume_code(inst, unit, assessment_id, person or "")
        return Started(bind(inst, unit, token, assessment_id, person), code)


def store(
    unit: WritingUnit,
    assessment: Assessment,
    today: date,
    *,
    keep_until: date,
    example: bool = False,
    earlier: str | None = None,
) -> str:
    """Adds a whole assessment inside an open unit; returns its id. `earlier` is one of the same organisation."""
    alone = len(assessment.respondents) <= 1
    mode: Mode = "solo" if alone else "workshop"
    assessment_id = add_assessment(
        unit, assessment, mode=mode, today=today, keep_until=keep_until, earlier=earlier
    )
    settings: dict[str, Any] = {"example": True} if example else {}
    if earlier is not None:
        settings["earlier"] = [earlier]
    if settings:
        presentation.save_settings(unit, assessment_id, settings)
    return assessment_id
