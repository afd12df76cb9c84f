"""Shows a resume code once."""

import streamlit as st

from language.translation import _
from services.core.identity import Owned
from ui import access, journey
from ui.access import CODE
from ui.kit import text


def fresh_code() -> str | None:
    """The resume code of the assessment just begun in this tab, or None. Can be read once."""
    code = st.session_state.get(CODE)
    return str(code) if code else None


def show_code(code: str) -> None:
    """The code, what it is for, and on to the questions."""
    found = access.need_assessment()
    text.title(_("Write down this code"), lead=_("It is shown only once."))
    text.code(code)
    if found.workshop:
        first = _("It opens the console on another device. A co-facilitator uses the same code.")
    else:
        first = _("It opens your answers in another browser or on another device.")
    text.prose(
        first,
        _("In this browser you do not need it."),
        _("If you lose it, make a new one in the owner’s room."),
    )
    words = _("Open the console") if found.workshop else _("Continue")
    text.button(words, "begin", kind="primary", on_click=_begin, args=(found,))


def _begin(found: Owned) -> None:
    st.session_state.pop(CODE, None)
    journey.resume(found)
