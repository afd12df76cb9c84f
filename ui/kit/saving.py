"""What is edited in place: stored when it is changed, and said so only after the commit.

held(key, stored)                before a field: it shows what is stored, unless what was typed there was refused
seen(key, field)                 in its callback: what the field had shown, for the service to compare with
store(place, key, work)          in its callback
say(place), told(place)          where the answer is read: "Saved", or why it was not stored

What is said stays until something else is said: a run that is drawn twice says it twice, and nobody misses it.
What was refused stays in its field, and is said, until that field is stored or leaves the screen. All of it is
forgotten with the screen, and when another assessment is opened.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from assessment.errors import EditConflict, PlumblineError
from language.translation import _
from ui import session
from ui.kit import text

SAID = "plan_said"
"""Session state key: (place, key of the field, was it stored, what is said)."""
WAITING = "plan_waiting"
"""Session state key: where which refusal is said, by key of the field that holds what was refused."""
SEEN = "plan_seen"
"""Session state key: what each field had shown when it was drawn last, by key of the field."""
NOTHING = ("", "", True, "")
Said = tuple[str, str, bool, str]

AS_SHOWN = object()


def held(key: str, stored: Any, seen: Any = AS_SHOWN) -> None:
    """Puts what is stored into the field, so that it follows a change made elsewhere.

    `seen` is what is stored where the field shows something else, such as an estimate in place of nothing.
    """
    if refused(key) and key not in st.session_state:
        # It was away meanwhile, and with it what had been typed in it.
        _waiting().pop(key)
        if _last()[1] == key:
            st.session_state.pop(SAID)
    if not refused(key):
        st.session_state[key] = stored
        st.session_state.setdefault(SEEN, {})[key] = stored if seen is AS_SHOWN else seen


def seen(key: str, field: str) -> dict[str, Any] | None:
    """What the field had shown; None where it has been stored from here since, and not drawn again."""
    shown = st.session_state.get(SEEN, {})
    return {field: shown[key]} if key in shown else None


def refused(key: str) -> bool:
    """Was what was typed there refused, and is it held for its writer to change?"""
    return key in _waiting()


def store(place: str, key: str, work: Callable[[], object]) -> bool:
    """Does the work and notes what to say of it; True when it was stored."""
    _waiting().pop(key, None)
    try:
        work()
    except EditConflict as error:
        # The other’s entry is to be shown, so that no field is held back.
        advice = _("What you see now is theirs; put yours in again if it should stand.")
        st.session_state[SAID] = (place, "", False, f"{error} {advice}")
        return False
    except PlumblineError as error:
        refuse((place, key, False, str(error)), held_back=key in st.session_state.get(SEEN, {}))
        return False
    st.session_state[SAID] = (place, key, True, _("Saved"))
    st.session_state.get(SEEN, {}).pop(key, None)
    return True


def refuse(said: Said, *, held_back: bool) -> None:
    """Says it; `held_back` where its field keeps what was typed."""
    place, key, _good, words = st.session_state[SAID] = said
    if held_back:
        _waiting()[key] = (place, words)


def place() -> str:
    """Where something was said last; empty where nothing was."""
    return _last()[0]


def say(place: str) -> None:
    """Says it where it happened; before that an empty line, so that nothing jumps."""
    if not told(place):
        text.status("")


def told(place: str) -> bool:
    """Says it where it happened, and nothing elsewhere: for a place among many. True when it was said."""
    where, _key, good, words = _last()
    still = [said for key, (at, said) in _waiting().items() if at == place and key in st.session_state]
    problems = [*still, *([words] if where == place and not good else ())]
    for problem in dict.fromkeys(problems):
        text.problem(problem)
    if where == place and good:
        text.status(words)
    return bool(problems) or where == place


def _last() -> Said:
    found: Said = session.said_here(SAID, NOTHING)
    return found


def _waiting() -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = session.said_here(WAITING, {})
    st.session_state[WAITING] = found
    return found
