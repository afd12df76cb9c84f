"""What was typed and could not be stored: kept, so that it is there again when its fields are.

A field that leaves the screen is forgotten by the screen. Fields that are stored together form a group; its
place begins with the assessment, so that nothing typed in one appears in another.

fill(place, stored)              before the fields: what is stored, or what was typed there and refused
store(place, keys, work)         in their callback; `keys` are all fields of the group
say(place)                       where the answer is read: “Saved”, why it was not stored, or what is still to come
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from assessment.errors import PlumblineError, Unfinished
from assessment.words import _
from ui import parts

Place = tuple[str, ...]
KEPT, SAVED = "unstored_kept", "unstored_saved"
"""Session state keys: {place: (what the fields held, why it was refused)}, and the place stored last."""
_NEVER = object()


def kept() -> dict[Place, tuple[dict[str, Any], PlumblineError]]:
    """Everything typed in this tab that is not stored yet, with why."""
    found: dict[Place, tuple[dict[str, Any], PlumblineError]] = st.session_state.setdefault(KEPT, {})
    return found


def fill(place: Place, stored: Mapping[str, Any]) -> None:
    """Puts into each field what it has to show; one that shows it is left alone, as somebody may be typing there."""
    held = kept()[place][0] if place in kept() else {}
    for key, value in (dict(stored) | held).items():
        if st.session_state.get(key, _NEVER) != value:
            st.session_state[key] = value


def store(place: Place, keys: Iterable[str], work: Callable[[], object]) -> bool:
    """Does the work and notes what to say of it; True when it was stored."""
    st.session_state.pop(SAVED, None)
    try:
        work()
    except PlumblineError as error:
        kept()[place] = ({key: st.session_state.get(key) for key in keys}, error)
        return False
    kept().pop(place, None)
    st.session_state[SAVED] = place
    return True


def say(place: Place) -> None:
    """Says it where it happened, and nothing elsewhere."""
    if place in kept():
        why = kept()[place][1]
        # Whoever is still typing has done nothing wrong.
        (parts.muted if isinstance(why, Unfinished) else parts.problem)(str(why))
    elif st.session_state.get(SAVED) == place:
        parts.status(_("Saved"))


def forget(place: Place) -> None:
    """What was typed there is no longer wanted."""
    kept().pop(place, None)
