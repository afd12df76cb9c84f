"""Who is here and what is open: a pointer into the database, nothing more.

The visitor is the browser (device cookie); session state only remembers which of the browser's
assessments this tab has in front, so that a second tab may have another one.

    find_visitor(), visitor()        the browser's token; the second asks for cookies and stops without one
    find_open(), need_assessment()   what this tab has in front; the second says so and stops if nothing is
    open_assessment(id)              puts another assessment in front
"""

from datetime import UTC, date, datetime
from typing import Any

import streamlit as st

from assessment.errors import NotFound
from assessment.instrument.model import Instrument
from language.translation import _
from services.core import identity, installation
from services.core.identity import Owned
from services.core.installation import Installation
from ui import navigation
from ui.kit import text

VISITOR = "visitor"
OPEN = "open_assessment"
PATH = "path"
AT = "at"
HERE = "here"
"""Session state keys: the token (tests put one there), the assessment in front, the screen shown,
the question shown last, and the keys of what is forgotten when the screen is left."""


def here() -> Installation:
    """This installation: settings, instrument, database."""
    return installation.current()


def instrument() -> Instrument:
    """The instrument that is asked here."""
    return here().instrument


def today() -> date:
    """The date on the visitor's calendar is the server's: dates here are dates of documents."""
    return date.today()  # noqa: DTZ011 - a document's date, not a moment


def now() -> datetime:
    """This moment, for what depends on the time: join codes, timers, what is left of a meeting."""
    return datetime.now(UTC)


def opened_at() -> str:
    """The address at which this page was opened; empty where the browser has not said so."""
    return str(st.context.url or "")


def find_visitor() -> str | None:
    """The browser's token: from session state (tests), else the device cookie."""
    token = st.session_state.get(VISITOR) or st.context.cookies.get(identity.DEVICE_COOKIE)
    return str(token) if token else None


def visitor() -> str:
    """The browser's token; without one says what is needed, and stops."""
    token = find_visitor()
    if token is None:
        text.problem(
            _(
                "This browser keeps no cookies for this address, so your answers could not be found again. "
                "Allow cookies for it, then load this page once more."
            ),
            strong=_("Nothing can be opened yet."),
        )
        st.stop()
    return token


def owned() -> tuple[Owned, ...]:
    """Everything this browser may open; the one used last stands first."""
    token = find_visitor()
    return identity.owned(here(), token) if token else ()


def find_open() -> Owned | None:
    """The assessment this tab has in front: the one chosen here, else the one the browser used last."""
    token = find_visitor()
    if token is None:
        return None
    chosen = st.session_state.get(OPEN)
    if chosen:
        try:
            return identity.require(here(), token, chosen)
        except NotFound:
            del st.session_state[OPEN]
            _forget_what_was_said()
    found = identity.current_assessment(here(), token)
    if found is not None:
        st.session_state[OPEN] = found.assessment_id
    return found


def open_assessment(assessment_id: str) -> None:
    """Puts this assessment in front, in this tab and for the browser's next visit."""
    identity.make_current(here(), visitor(), assessment_id)
    st.session_state[OPEN] = assessment_id
    st.session_state.pop(AT, None)
    _forget_what_was_said()


def need_assessment() -> Owned:
    """The assessment in front; without one says so with a way to Welcome, and stops."""
    visitor()
    found = find_open()
    if found is None:
        text.title(_("Nothing is open in this browser"))
        text.prose(
            _(
                "This screen belongs to an assessment, and this browser has none open. "
                "If you began one elsewhere, come back to it with its resume code."
            )
        )
        text.link("welcome", _("To the start"))
        text.link("resume", _("Come back with a code"))
        st.stop()
    return found


def need_workshop() -> Owned:
    """The workshop in front; without one says so, and stops."""
    found = need_assessment()
    if not found.workshop:
        text.title(_("This assessment is no workshop"))
        text.prose(
            _(
                "It is answered by one person. You can invite colleagues to it, or set up a workshop of its own."
            )
        )
        if found.respondent_id:
            text.link("invite", _("Invite colleagues"))
        text.link("workshop", _("Run a workshop"))
        st.stop()
    return found


def need_person() -> Owned:
    """The assessment in front, in which somebody answers here; without that says so, and stops."""
    found = need_assessment()
    if found.workshop and not found.respondent_id:
        text.title(_("Nobody answers in this browser"))
        text.prose(
            _(
                "You lead this workshop and answer nothing yourself. Whoever answers joins with the room’s code."
            )
        )
        text.link("console", _("To the console"))
        st.stop()
    if not found.respondent_id:
        text.title(_("Nobody answers in this browser"))
        text.prose(
            _(
                "This assessment was brought in from a file with several people’s answers. "
                "They can be read in the results; they cannot be changed here."
            )
        )
        text.link("results", _("To the results"))
        st.stop()
    return found


def arrive(path: str) -> None:
    """Another screen is shown, or the same again; what was said on the one before is forgotten."""
    if st.session_state.get(PATH) != path:
        _forget_what_was_said()
    st.session_state[PATH] = path


def _forget_what_was_said() -> None:
    for key in st.session_state.pop(HERE, ()):
        st.session_state.pop(key, None)


def said_here(key: str, nothing: Any) -> Any:
    """What a callback has put under `key`, until something else is said or the screen is left.

    Reading takes nothing away: a run that is broken off by the next one would have shown it to nobody.
    """
    st.session_state.setdefault(HERE, set()).add(key)
    return st.session_state.get(key, nothing)


def question_screen(found: Owned) -> str:
    """The address of the question screen that is shown; else of the one where this person was last.

    The first section for a newcomer.
    """
    sections = {pillar.code: navigation.section(pillar.code) for pillar in instrument().pillars}
    shown = path()
    if shown == "activity" or shown in sections.values():
        return shown
    last = found.place.partition("/")[0]
    return last if last in ("activity", "check") else sections.get(last, next(iter(sections.values())))


def place() -> str:
    """The screen, and the question on it: changes whenever something new is shown."""
    return f"{st.session_state.get(PATH, '')} {st.session_state.get(AT, '')}"


def section() -> str:
    """The code of the pillar whose screen is shown."""
    shown = path()
    return next(p.code for p in instrument().pillars if navigation.section(p.code) == shown)


def path() -> str:
    """The address of the screen that is shown, such as "governance"."""
    return str(st.session_state[PATH])
