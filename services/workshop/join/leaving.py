"""Leaving a room, of oneself or taken out by the facilitator, and what becomes of the answers."""

from typing import Literal

from assessment.errors import NotFound
from language.translation import _
from services.core.identity import Owned, device_hash
from services.core.installation import Installation
from services.workshop.join.joining import Participant
from services.workshop.room.view_cache import updating
from storage.db.database import WritingUnit
from storage.repositories import respondents, rooms
from storage.repositories.browsers import devices

Removed = Literal["deleted", "set aside"]
"""What became of the answers of somebody removed."""


def leave(inst: Installation, token: str, participant: Participant) -> None:
    """This browser leaves; what was answered stays, and the resume code brings the person back."""
    with updating(inst, participant.assessment_id) as unit:
        devices.unbind_participant(unit, device_hash(inst, token), participant.assessment_id)
        rooms.bump_version(unit, participant.assessment_id)


def remove(inst: Installation, owned: Owned, respondent_id: str) -> Removed:
    """Removes a participant from the room.

    Before any result was shown, the answers are deleted too. Afterwards they stay, because the change would reveal
    them; the person is then no longer waited for and cannot return.
    """
    with updating(inst, owned.assessment_id) as unit:
        return take_out(unit, owned.assessment_id, respondent_id)


def take_out(unit: WritingUnit, assessment_id: str, respondent_id: str) -> Removed:
    """`remove` inside an open unit."""
    record = rooms.lock_room(unit, assessment_id)
    if respondents.find_respondent(unit, assessment_id, respondent_id) is None:
        raise NotFound(_("This person is not in this assessment."))
    rooms.bump_version(unit, assessment_id)
    if record.room.shown_anything:
        devices.unbind_respondent(unit, assessment_id, respondent_id)
        return "set aside"
    respondents.remove_respondent(unit, assessment_id, respondent_id)
    return "deleted"
