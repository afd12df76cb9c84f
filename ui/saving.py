"""What is edited in place: stored when it is changed, and said so only after the commit.

held(key, stored)                before a field: it shows what is stored, unless what was typed there was refused
store(place, key, work)          in its callback
say(place), told(place)          where the answer is read: "Saved", or why it was not stored
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from assessment.errors import PlumblineError
from assessment.words import _
from ui import parts

SAID = "plan_said"
"""Session state key: (place, key of the field, was it stored, what is said)."""


def held(key: str, stored: Any) -> None:
    """Puts what is stored into the field, so that it follows a change made elsewhere."""
    _place, refused, good, _words = st.session_state.get(SAID, ("", "", True, ""))
    if good or refused != key:
        st.session_state[key] = stored


def store(place: str, key: str, work: Callable[[], object]) -> bool:
    """Does the work and notes what to say of it; True when it was stored."""
    try:
        work()
    except PlumblineError as error:
        st.session_state[SAID] = (place, key, False, str(error))
        return False
    st.session_state[SAID] = (place, key, True, _("Saved"))
    return True


def say(place: str) -> None:
    """Says it where it happened; before that an empty line, so that nothing jumps."""
    if not told(place):
        parts.status("")


def told(place: str) -> bool:
    """Says it where it happened, and nothing elsewhere: for a place among many. True when it was said."""
    where, _key, good, words = st.session_state.get(SAID, ("", "", True, ""))
    if where != place:
        return False
    if good:
        parts.status(words)
    else:
        parts.problem(words)
    return True
