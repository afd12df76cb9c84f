"""What was typed and could not be stored: kept, so that it is there again when its fields are.

A field that leaves the screen is forgotten by the screen. Fields that are stored together form a group; its
place begins with the assessment, so that nothing typed in one appears in another.

fill(place, stored, seen)        before the fields: what is stored, or what was typed there and refused
seen(place)                      in their callback: what they had shown, for the service to compare with
store(place, keys, work)         in their callback; `keys` are all fields of the group
say(place)                       where the answer is read: “Saved”, why it was not stored, or what is still to come
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import streamlit as st

from assessment.errors import EditConflict, PlumblineError, Unfinished
from language.translation import _
from ui import session
from ui.kit import text

Place = tuple[str, ...]
KEPT, SAVED, SEEN, THEIRS = (f"unstored_{word}" for word in ("kept", "saved", "seen", "theirs"))
"""Session state keys: {place: (what the fields held, why it was refused)}, the place stored last, {place: what
is stored of what its fields showed}, and the place where somebody else was quicker, with what is said of it."""
_NEVER = object()


def kept() -> dict[Place, tuple[dict[str, Any], PlumblineError]]:
    """Everything typed in this tab that is not stored yet, with why."""
    found: dict[Place, tuple[dict[str, Any], PlumblineError]] = st.session_state.setdefault(KEPT, {})
    return found


def fill(place: Place, stored: Mapping[str, Any], seen: Mapping[str, Any] | None = None) -> None:
    """Puts into each field what it has to show; one that shows it is left alone, as somebody may be typing there.

    `seen` are the fields of the record that are shown, as they are stored.
    """
    st.session_state.setdefault(SEEN, {})[place] = seen
    held = kept()[place][0] if place in kept() else {}
    for key, value in (dict(stored) | held).items():
        if st.session_state.get(key, _NEVER) != value:
            st.session_state[key] = value


def seen(place: Place) -> Mapping[str, Any] | None:
    """What the fields had shown; None where it has been stored from here since, and not drawn again."""
    found: Mapping[str, Any] | None = st.session_state.get(SEEN, {}).get(place)
    return found


def store(place: Place, keys: Iterable[str], work: Callable[[], object]) -> bool:
    """Does the work and notes what to say of it; True when it was stored."""
    for key in (SAVED, THEIRS):
        st.session_state.pop(key, None)
    try:
        work()
    except EditConflict as error:
        kept().pop(place, None)
        advice = _("What you see now is theirs; put yours in again if it should stand.")
        st.session_state[THEIRS] = (place, f"{error} {advice}")
        return False
    except PlumblineError as error:
        kept()[place] = ({key: st.session_state.get(key) for key in keys}, error)
        return False
    kept().pop(place, None)
    st.session_state.get(SEEN, {}).pop(place, None)
    st.session_state[SAVED] = place
    return True


def say(place: Place) -> bool:
    """Says it where it happened, and nothing elsewhere. True when it was said."""
    theirs, words = session.said_here(THEIRS, ((), ""))
    if place in kept():
        why = kept()[place][1]
        # Whoever is still typing has done nothing wrong.
        (text.muted if isinstance(why, Unfinished) else text.problem)(str(why))
    elif theirs == place:
        text.problem(words)
    elif session.said_here(SAVED, None) == place:
        text.status(_("Saved"))
    else:
        return False
    return True


def forget(place: Place) -> None:
    """What was typed there is no longer wanted."""
    kept().pop(place, None)
