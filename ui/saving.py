"""What is edited in place: stored when it is changed, and said so only after the commit.

held(key, stored)                before a field: it shows what is stored, unless what was typed there was refused
follows(key, stored)             before one of several that are stored together: what is typed in it stays meanwhile
seen(key, field)                 in its callback: what the field had shown, for the service to compare with
store(place, key, work)          in its callback
say(place), told(place)          where the answer is read: "Saved", or why it was not stored

What is said stays until something else is said: a run that is drawn twice says it twice, and nobody misses it.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from assessment.errors import Overtaken, PlumblineError
from assessment.words import _
from ui import parts

SAID = "plan_said"
"""Session state key: (place, key of the field, was it stored, what is said)."""
SEEN = "plan_seen"
"""Session state key: what each field had shown when it was drawn last, by key of the field."""


AS_SHOWN = object()


def held(key: str, stored: Any, seen: Any = AS_SHOWN) -> None:
    """Puts what is stored into the field, so that it follows a change made elsewhere.

    `seen` is what is stored where the field shows something else, such as an estimate in place of nothing.
    """
    if not refused(key):
        st.session_state[key] = stored
        st.session_state.setdefault(SEEN, {})[key] = stored if seen is AS_SHOWN else seen


def follows(key: str, stored: Any) -> None:
    """Before a field: puts what is stored into it when that has changed; what is typed and not stored yet stays."""
    shown = st.session_state.setdefault(SEEN, {})
    if key not in st.session_state or shown.get(key, AS_SHOWN) != stored:
        st.session_state[key] = stored
    shown[key] = stored


def seen(key: str, field: str) -> dict[str, Any] | None:
    """What the field had shown; None where it has been stored from here since, and not drawn again."""
    shown = st.session_state.get(SEEN, {})
    return {field: shown[key]} if key in shown else None


def refused(key: str) -> bool:
    """Was what was typed there refused, and is it held for its writer to change?"""
    _place, held_back, good, _words = st.session_state.get(SAID, ("", "", True, ""))
    return not good and held_back == key


def store(place: str, key: str, work: Callable[[], object]) -> bool:
    """Does the work and notes what to say of it; True when it was stored."""
    try:
        work()
    except Overtaken as error:
        # The other’s entry is to be shown, so that no field is held back.
        advice = _("What you see now is theirs; put yours in again if it should stand.")
        st.session_state[SAID] = (place, "", False, f"{error} {advice}")
        return False
    except PlumblineError as error:
        st.session_state[SAID] = (place, key, False, str(error))
        return False
    st.session_state[SAID] = (place, key, True, _("Saved"))
    st.session_state.get(SEEN, {}).pop(key, None)
    return True


def place() -> str:
    """Where something was said last; empty where nothing was."""
    where: str = st.session_state.get(SAID, ("",))[0]
    return where


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
