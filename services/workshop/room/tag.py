"""Names the room a phone page belongs to, because a browser that joins another room may still show pages of the first."""

import hmac

from assessment.errors import Frozen
from language.translation import _
from services.core.identity import keyed_hash
from services.core.installation import Installation

LENGTH = 16


def room_tag(inst: Installation, assessment_id: str) -> str:
    """A tag for the pages of a room that does not reveal its id; the same in every process."""
    return keyed_hash(inst, "room", assessment_id)[:LENGTH]


def check_tag(inst: Installation, assessment_id: str, tag: str) -> None:
    """Raises Frozen if `tag` names another room; an empty tag is accepted."""
    if tag and not hmac.compare_digest(tag.encode(), room_tag(inst, assessment_id).encode()):
        raise Frozen(
            _("That page belongs to a room you have left. Nothing was stored; this is your room now.")
        )
