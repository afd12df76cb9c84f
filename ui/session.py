"""Session state: the visitor and the open assessment, as pointers into the database.

The visitor is the browser (device cookie); session state stores which of the browser's assessments this tab has
open, so that a second tab may have another one open.

    find_visitor()    the browser's token
    find_open()       the open assessment of this tab
"""

from datetime import UTC, date, datetime
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from assessment.errors import NotFound
from assessment.instrument.model import Instrument
from language.translation import _, find_language_by, language_in_use, use_language
from services.core import device_cookie, identity, installation
from services.core.identity import Owned
from services.core.installation import Installation
from ui import navigation

VISITOR = "visitor"
OPEN = "open_assessment"
PATH = "path"
AT = "at"
HERE = "here"
GIVEN = "given"
LANGUAGE = "language"
EDITION = "edition"
"""Session state keys: the token, where this tab has given the browser a new one (`ui.access`), the assessment in front, the screen shown,
the question shown last, the keys of what is forgotten when the screen is left, what a tab was given and has not taken
yet, which assessment is in which language, and
which answers which edition."""


def speak() -> str | None:
    """Chooses the language of what this tab has in front for the current thread; None outside a session.

    Streamlit starts a thread for each run of the script, a fragment or a callback: its first word asks here.
    """
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    known, language = st.session_state.get(LANGUAGE, ("", ""))
    use_language(language if language and known == st.session_state.get(OPEN) else here().settings.language)
    if not language or known != st.session_state.get(OPEN):
        find_open()
    return language_in_use()


find_language_by(speak)


def here() -> Installation:
    """This installation: settings, instrument, database."""
    return installation.current()


def instrument() -> Instrument:
    """What the assessment in front answers; without one, what new assessments get."""
    if st.session_state.get(EDITION, ("",))[0] != st.session_state.get(OPEN, ""):
        find_open()
    if not st.session_state.get(OPEN):
        return here().instrument
    return here().texts_in(language_in_use()).edition(st.session_state[EDITION][1])


def today() -> date:
    """The current date of the server, used as the date of documents."""
    return date.today()  # noqa: DTZ011 - a document's date, not a moment


def now() -> datetime:
    """The current time in UTC, for join codes, timers and the time left of a meeting."""
    return datetime.now(UTC)


def opened_at() -> str:
    """The URL at which this page was opened; empty if unknown."""
    return str(st.context.url or "")


def address() -> str:
    """The client's address; empty if unknown."""
    return str(st.context.ip_address or "")


def find_visitor() -> str | None:
    """The browser's token: the one it was given in this tab, else that of the device cookie."""
    take_given()
    token = st.session_state.get(VISITOR)
    return (
        str(token) if token else device_cookie.find_token(here(), st.context.cookies, device_cookie.today())
    )


def given() -> dict[str, Any]:
    """Session state that an action gives to the tab, as a plain dict: filling it cannot be interrupted.

    A second press of a button interrupts the run of the first at its next access to `st.session_state`. What was
    committed before would be lost to the tab, and the second press would do it again.
    """
    box: dict[str, Any] = st.session_state.setdefault(GIVEN, {})
    return box


def take_given() -> None:
    """Puts what the tab was given into session state, also when an earlier attempt was interrupted."""
    box = st.session_state.get(GIVEN)
    for key, value in list(box.items()) if box else ():
        st.session_state[key] = value
    if box:
        box.clear()


def owned() -> tuple[Owned, ...]:
    """All assessments this browser may open, the last used one first."""
    token = find_visitor()
    return identity.list_owned(here(), token) if token else ()


def find_open() -> Owned | None:
    """The open assessment: the one chosen in this tab, else the one the browser used last."""
    token = find_visitor()
    if token is None:
        return None
    chosen = st.session_state.get(OPEN)
    if chosen:
        try:
            return _speaking(identity.require(here(), token, chosen))
        except NotFound:
            del st.session_state[OPEN]
            forget_feedback()
    found = identity.current_assessment(here(), token)
    if found is not None:
        st.session_state[OPEN] = found.assessment_id
        _speaking(found)
    return found


def is_revoked() -> bool:
    """Was the assessment in front taken from this browser, or deleted, after the screen was drawn?"""
    chosen = st.session_state.get(OPEN)
    return bool(chosen) and all(found.assessment_id != chosen for found in owned())


def check_open() -> None:
    """NotFound when `is_revoked`."""
    if is_revoked():
        raise identity.not_found()


def _speaking(found: Owned) -> Owned:
    st.session_state[LANGUAGE] = (found.assessment_id, found.language)
    st.session_state[EDITION] = (found.assessment_id, found.edition)
    use_language(found.language)
    return found


def arrive(path: str) -> None:
    """Records the current screen; deletes the feedback of the previous one when the screen changes."""
    if st.session_state.get(PATH) != path:
        forget_feedback()
    st.session_state[PATH] = path


def forget_feedback() -> None:
    for key in st.session_state.pop(HERE, ()):
        st.session_state.pop(key, None)


def said_here(key: str, nothing: Any) -> Any:
    """The feedback a callback has stored under `key`, kept until it is replaced or the screen is left.

    Reading does not delete it, because a run may be interrupted by the next one before it is displayed.
    """
    st.session_state.setdefault(HERE, set()).add(key)
    return st.session_state.get(key, nothing)


def question_screen(found: Owned) -> str:
    """The address of the question screen that is shown; else of the one where this person was last.

    The first section for a newcomer.
    """
    asked = here().asked(found) if here().has_edition(found) else here().instrument
    sections = {pillar.code: navigation.section(pillar.code) for pillar in asked.pillars}
    shown = path()
    if shown == "activity" or shown in sections.values():
        return shown
    last = found.place.partition("/")[0]
    return last if last in ("activity", "check") else sections.get(last, next(iter(sections.values())))


def room_screen(found: Owned) -> tuple[str, str]:
    """Where the owner of a room goes on, and the words of the link: who began alone to the colleagues' answers."""
    if found.respondent_id:
        return "invite", _("See who has answered")
    return "console", _("Open the console")


def place() -> str:
    """Identifies the screen and the question on it; changes whenever another one is shown."""
    return f"{st.session_state.get(PATH, '')} {st.session_state.get(AT, '')}"


def section() -> str:
    """The code of the pillar whose screen is shown."""
    shown = path()
    return next(p.code for p in instrument().pillars if navigation.section(p.code) == shown)


def path() -> str:
    """The address of the screen that is shown, such as "governance"."""
    return str(st.session_state[PATH])
