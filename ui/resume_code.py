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
    text.title(_("Write this code down"), lead=_("It is shown once, here."))
    text.code(code)
    if found.workshop:
        first = _(
            "With it you open the console from another device. Anyone who leads with you uses the same code; "
            "it shows nobody’s answers."
        )
    else:
        first = _("With it you come back to your answers from another browser or another device.")
    text.prose(
        first,
        _("In this browser you need nothing: open Plumbline again and go on where you were."),
        _("If you lose it, make a new one in the owner’s room; the old one then opens nothing."),
    )
    words = _("To the console") if found.workshop else _("Begin")
    text.button(words, "begin", kind="primary", on_click=_begin, args=(found,))


def _begin(found: Owned) -> None:
    st.session_state.pop(CODE, None)
    journey.resume(found)
