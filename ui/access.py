"""Preconditions of screens: each shows what is missing and stops the script. And the browser's next token."""

import time
from collections.abc import Callable
from typing import Protocol

import streamlit as st

from language.translation import _
from services.core import browsers, identity
from services.core.identity import Owned
from ui import session
from ui.kit import text

FETCH = "device_fetch"
FETCH_SECONDS = 600
CODE = "fresh_code"


class Begun(Protocol):
    """An assessment just begun, with the code to come back by."""

    @property
    def owned(self) -> Owned: ...

    @property
    def resume_code(self) -> str: ...


def visitor() -> str:
    """The browser's token; stops with a message if there is none."""
    token = session.find_visitor()
    if token is None:
        text.problem(
            _(
                "This browser keeps no cookies, so it could not find your answers again. Allow cookies for "
                "this address, then reload this page."
            ),
            strong=_("Plumbline cannot start here."),
        )
        st.stop()
    return token


def need_assessment() -> Owned:
    """The open assessment; stops with a message and a link to Welcome if there is none."""
    visitor()
    found = session.find_open()
    if found is None:
        text.title(_("No assessment is open in this browser"))
        text.prose(_("If you started one elsewhere, open it with its resume code."))
        text.link("welcome", _("Go to the home page"))
        text.link("resume", _("Enter a resume code"))
        st.stop()
    return found


def need_workshop() -> Owned:
    """The open workshop; stops with a message if there is none."""
    found = need_assessment()
    if not found.workshop:
        text.title(_("This is not a workshop"))
        text.prose(_("You can invite colleagues, or set up a separate workshop."))
        if found.respondent_id:
            text.link("invite", _("Invite colleagues"))
        text.link("workshop", _("Run a workshop"))
        st.stop()
    return found


def need_person() -> Owned:
    """The open assessment, with a respondent in this browser; stops with a message if there is none."""
    found = need_assessment()
    if found.workshop and not found.respondent_id:
        text.title(_("Nobody answers in this browser"))
        text.prose(_("You lead this workshop. Participants answer on their own devices."))
        text.link("console", _("Open the console"))
        st.stop()
    if not found.respondent_id:
        text.title(_("Nobody answers in this browser"))
        text.prose(
            _(
                "This assessment came from a file with several people’s answers. You can only read the "
                "results."
            )
        )
        text.link("results", _("See the results"))
        st.stop()
    return found


def open_assessment(assessment_id: str) -> None:
    """Makes this the open assessment of the tab and of the browser's next visit."""
    identity.make_current(session.here(), visitor(), assessment_id)
    st.session_state[session.OPEN] = assessment_id
    st.session_state.pop(session.AT, None)
    session.forget_feedback()


def begin(start: Callable[[str], Begun]) -> None:
    """Begins an assessment under the browser's next token and opens it in this tab, with its resume code.

    A second press of the same button finds it begun and begins nothing.
    """
    inst, box = session.here(), session.given()

    def work(token: str) -> Owned:
        begun = start(token)
        identity.make_current(inst, token, begun.owned.assessment_id)
        box.update({session.OPEN: begun.owned.assessment_id, session.AT: None, CODE: begun.resume_code})
        return begun.owned

    under_new_token(work)
    session.forget_feedback()


def under_new_token(give: Callable[[str], Owned]) -> Owned:
    """Runs `give`, which binds this browser to an assessment, with the browser's next token.

    The tab goes on with it; the browser fetches it as a cookie with the next screen (`cookie_address`).
    """
    inst, box, former, nonce = session.here(), session.given(), visitor(), browsers.new_nonce()
    token = browsers.successor(inst, former, nonce)
    owned = give(token)
    browsers.hand_over(inst, former, token)
    box.update({session.VISITOR: token, FETCH: (nonce, time.monotonic(), 0)})
    session.take_given()
    return owned


def cookie_address() -> str | None:
    """Where the browser fetches the cookie of the token it was given; None when there is none to fetch.

    Another address each time, for some minutes: a picture that did not arrive is asked for again.
    """
    nonce, since, shown = st.session_state.get(FETCH, ("", 0.0, 0))
    if not nonce or time.monotonic() - since > FETCH_SECONDS:
        return None
    st.session_state[FETCH] = (nonce, since, shown + 1)
    return f"/device/{nonce}?{shown}"
