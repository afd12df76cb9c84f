"""From what was tapped or typed to the services: autosave, and what may be said about it.

The functions here are callbacks: Streamlit runs them before it draws the screen again, so the
screen shows what is stored. "Saved" is said only after the service has returned, which it does
after the commit; a refusal is the service's own sentence.
"""

from collections.abc import Callable

import streamlit as st

from assessment.errors import PlumblineError
from language.translation import _
from services.assessments import answering
from services.core.identity import Owned
from ui import session

_SAID = "said"
_REFUSED = "refused"


def said(code: str) -> str:
    """ "Saved" when the last thing stored belongs to this question, else nothing."""
    return _("Saved") if st.session_state.get(_SAID) == code else ""


def refused(code: str) -> str:
    """Why the last thing for this question was not stored, or nothing."""
    where, sentence = st.session_state.get(_REFUSED, ("", ""))
    return sentence if where == code else ""


def forget() -> None:
    """Nothing has been said yet: a new question is on screen."""
    st.session_state.pop(_SAID, None)
    st.session_state.pop(_REFUSED, None)


def choose(found: Owned, code: str, level: int) -> None:
    """A situation was tapped. The note stays; the backing too, where the new level takes one."""
    _store(code, lambda: answering.change_answer(session.here(), found, code, level=level))


def dont_know(found: Owned, code: str) -> None:
    _store(code, lambda: answering.change_answer(session.here(), found, code, kind="dont_know"))


def not_applicable(found: Owned, code: str, field: str) -> None:
    """*Does not apply*, with the reason typed into `field`."""
    given = {"kind": "not_applicable", "reason": st.session_state.get(field, "")}
    _store(code, lambda: answering.change_answer(session.here(), found, code, **given))


def change(found: Owned, code: str, part: str, field: str) -> None:
    """Another `part` ("backing" or "note") of an answer already given, from `field`."""
    value = st.session_state[field]
    _store(code, lambda: answering.change_answer(session.here(), found, code, **{part: value}))


def predict(found: Owned, code: str, field: str) -> None:
    """What the other side will answer, from `field`."""
    level = st.session_state[field]
    _store(code, lambda: answering.save_prediction(session.here(), found, code, level))


def activity(found: Owned, code: str, level: int) -> None:
    """A situation of an activity question was tapped."""
    _store(code, lambda: answering.save_activity(session.here(), found, code, level))


def _store(code: str, work: Callable[[], object]) -> None:
    forget()
    try:
        work()
    except PlumblineError as error:
        st.session_state[_REFUSED] = (code, str(error))
    else:
        st.session_state[_SAID] = code
