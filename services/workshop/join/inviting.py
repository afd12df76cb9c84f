"""Turns an assessment answered alone into a prepared room that colleagues answer in their own time.

The owner is its first participant. The privacy mode is chosen now, once, because everybody answers under it. The
owner's answers so far are frozen as a submission; the result of everybody is made when the room is closed.
"""

from datetime import date

from assessment.answers.records import Privacy
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from assessment.workshop import meeting, room
from assessment.workshop.meeting import Plan
from language.translation import _
from services.core.identity import Owned, bind_as, require
from services.core.installation import Installation
from services.reports.submitting import freeze
from services.workshop.join.joining import as_participant, new_code
from services.workshop.room.view_cache import updating
from storage.db.database import WritingUnit
from storage.repositories import assessments, rooms
from storage.repositories.browsers import devices
from storage.repositories.records import load_assessment


def invite(
    inst: Installation, token: str, owned: Owned, *, privacy: Privacy, minutes: int, today: date
) -> Owned:
    """Turns the owner's assessment into a prepared room with the owner in it; `open_room` is the next step.

    `minutes` is the length of the meeting that may follow. Raises PlanRefused, RefusedInput (nobody answers
    here, or it is closed) and Frozen (others take part already); nothing is changed then.
    """
    plan = meeting.plan(inst.asked(owned), "prepared", minutes)
    if not owned.respondent_id:
        raise RefusedInput(
            _("Only someone who answers in this browser can invite others. Nothing was changed.")
        )
    with updating(inst, owned.assessment_id) as unit:
        _freeze_alone(inst, unit, owned, today)
        assessments.begin_workshop(unit, owned.assessment_id, privacy)
        rooms.add_room(unit, owned.assessment_id, _room(inst.asked(owned), plan))
        devices.detach_respondent(unit, owned.assessment_id)
        bind_as(inst, unit, token, owned.assessment_id, "participant", owned.respondent_id)
    return require(inst, token, owned.assessment_id)


def personal_code(inst: Installation, owned: Owned) -> str:
    """The owner's own code as a participant, for another device; replaces the earlier one."""
    return new_code(inst, as_participant(inst, owned))


def _freeze_alone(inst: Installation, unit: WritingUnit, owned: Owned, today: date) -> None:
    now = load_assessment(unit, owned.assessment_id)
    if owned.status == "open" and any(person.responses for person in now.respondents):
        freeze(inst, unit, owned, now, today)


def _room(instrument: Instrument, plan: Plan) -> room.Room:
    codes = meeting.asked(instrument, plan.way)
    return room.new_room(plan.way, plan.minutes, codes, plan.per_talk)
