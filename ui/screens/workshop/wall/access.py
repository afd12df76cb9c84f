"""Who may look at the wall: the owner's browser, and everybody who takes part in the room."""

from contextlib import suppress
from typing import NoReturn

import streamlit as st

from assessment.errors import NotFound
from language.translation import _
from services.workshop.join import joining
from services.workshop.room.view import RoomView
from ui import access, session
from ui.kit import polling, text


def need_room() -> RoomView:
    """The room in front in this browser, else the one it joined; without one says so with a way on, and stops."""
    token, owned = access.visitor(), session.find_open()
    taking_part = joining.participant_of(session.here(), token)
    for found in (owned, taking_part):
        if found is not None:
            with suppress(NotFound):
                return polling.current_view(found.assessment_id)
    return _without_room()


def _without_room() -> NoReturn:
    access.need_assessment()
    text.title(_("This assessment has no room"))
    text.prose(_("Only a workshop has a shared screen. You can set one up from the home page."))
    text.link("welcome", _("Go to the home page"))
    text.link("results", _("See the results"))
    st.stop()
