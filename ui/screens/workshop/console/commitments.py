"""Commitments made in the room: suggested by what it has agreed, or in its own words."""

from language.translation import _
from services.core.identity import Owned
from services.workshop.room import outcome
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import commitments


def enter(view: RoomView, owned: Owned) -> None:
    """The form for one more; the next moves of the questions that the room has talked about stand first."""
    found = outcome.outcome(session.here(), view.assessment_id)
    levels = {agreed.code: agreed.level for agreed in found.agreed}
    first = [entry.code for entry in view.talks if entry.state == "done"]
    first += [entry.code for entry in view.talks if entry.state != "done"]
    commitments.enter(owned, commitments.suggestions(session.instrument(), levels, first))


def grid(view: RoomView, owned: Owned) -> None:
    """The commitments so far, to be corrected in place."""
    commitments.grid(owned, _("Commitments") if view.rules.stage == "after" else _("Commitments so far"))
