"""Assessing again: a fresh assessment of the same organisation, linked to the one before."""

from datetime import date
from typing import Any

from assessment.errors import RefusedInput
from assessment.workshop import meeting
from assessment.workshop.room import new_room
from language.translation import _
from services.assessments.answering import Started
from services.core.identity import Owned, bind, check_new_assessment, store_resume_code
from services.core.installation import Installation
from services.core.retention import last_day
from storage.db.database import WritingUnit
from storage.repositories import assessments, presentation, respondents, rooms

CARRIED = ("confidentiality", "paper")


def begin_again(inst: Installation, token: str, owned: Owned, today: date, *, address: str = "") -> Started:
    """A fresh assessment of the same organisation, with nobody's answers, in front in this browser.

    Carries over the organisation, who sees what, the looks of documents, and who sits here; a workshop
    starts in its lobby with the same plan, and everybody joins again. RefusedInput for the example, TooManyTries.
    """
    if owned.example:
        raise RefusedInput(_("This is the example. Start your own assessment; nothing was changed."))
    check_new_assessment(inst, token, address)
    with inst.database.writing() as unit:
        before = assessments.get_assessment(unit, owned.assessment_id)
        fresh = assessments.create_assessment(
            unit,
            organisation=before.organisation,
            instrument=inst.instrument.code,
            edition=inst.instrument.edition,
            language=before.language,
            mode=before.mode,
            privacy=before.privacy,
            today=today,
            keep_until=last_day(inst.settings, today),
            earlier=before.id,
        )
        _carry_appearance(unit, before.id, fresh)
        _carry_room(inst, unit, before.id, fresh)
        person = _carry_seat(unit, owned, fresh)
        code = store_resume_code(inst, unit, fresh, person or "")
        return Started(bind(inst, unit, token, fresh, person), code)


def _carry_appearance(unit: WritingUnit, before: str, fresh: str) -> None:
    settings = presentation.load_settings(unit, before)
    kept: dict[str, Any] = {name: settings[name] for name in CARRIED if name in settings}
    presentation.save_settings(unit, fresh, kept | {"earlier": [before, *settings.get("earlier", [])]})
    logo = presentation.find_logo(unit, before)
    if logo is not None:
        presentation.save_logo(unit, fresh, logo)


def _carry_room(inst: Installation, unit: WritingUnit, before: str, fresh: str) -> None:
    found = rooms.find_room(unit, before)
    if found is None:
        return
    known = {pillar.code for pillar in inst.instrument.pillars}
    sections = tuple(code for code in found.room.sections if code in known)
    plan = meeting.plan(inst.instrument, found.room.way, found.room.minutes, sections)
    codes = meeting.asked(inst.instrument, plan.way, plan.sections)
    room = new_room(plan.way, plan.minutes, codes, plan.per_talk, plan.sections)
    rooms.add_room(unit, fresh, room)


def _carry_seat(unit: WritingUnit, owned: Owned, fresh: str) -> str | None:
    """Who answers in this browser goes on doing so, as somebody new."""
    seat = respondents.find_respondent(unit, owned.assessment_id, owned.respondent_id)
    if seat is None:
        return None
    return respondents.add_respondent(unit, fresh, function=seat.function, camp=seat.camp, name=seat.name)
