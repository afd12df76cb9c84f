"""Who may look at the wall: the owner's browser, and everybody who takes part in the room."""

from contextlib import suppress
from typing import NoReturn

import streamlit as st

from assessment.errors import NotFound
from assessment.words import _
from services import joining
from services.room_view import RoomView
from ui import live, parts, state


def need_room() -> RoomView:
    """The room in front in this browser, else the one it joined; without one says so with a way on, and stops."""
    token, owned = state.visitor(), state.find_open()
    taking_part = joining.participant_of(state.here(), token)
    for found in (owned, taking_part):
        if found is not None:
            with suppress(NotFound):
                return live.look(found.assessment_id)
    return _without_room()


def _without_room() -> NoReturn:
    state.need_assessment()
    parts.title(_("This assessment has no room"))
    parts.prose(
        _(
            "The wall is the projected screen of a leadership workshop, and this assessment is answered without one. "
            "Nothing is missing from it. A workshop is set up from the start."
        )
    )
    parts.link("welcome", _("To the start"))
    parts.link("results", _("To the results"))
    st.stop()
