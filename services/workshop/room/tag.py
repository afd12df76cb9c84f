"""Which room a page on a phone belongs to: a browser that joins another one may still hold pages of the first."""

import hmac

from assessment.errors import Frozen
from language.translation import _
from services.core.identity import keyed_hash
from services.core.installation import Installation

LENGTH = 16


def room_tag(inst: Installation, assessment_id: str) -> str:
    """Names a room on its pages without giving away its id; the same in every process."""
    return keyed_hash(inst, "room", assessment_id)[:LENGTH]


def check_tag(inst: Installation, assessment_id: str, tag: str) -> None:
    """Raises Frozen where `tag` names another room than this one; a form that names none is taken as it is."""
    if tag and not hmac.compare_digest(tag.encode(), room_tag(inst, assessment_id).encode()):
        raise Frozen(
            _(
                "That page belongs to a room you have left for another. Nothing was stored; this is your room now."
            )
        )
