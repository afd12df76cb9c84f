"""The frame of every screen: header with links, banner of the example, footer."""

import streamlit as st

from language.dates import long_date
from language.translation import _
from services.assessments import answering
from services.core.identity import Owned
from services.reports.results import result_so_far
from ui import access, navigation, plan_links, session
from ui.kit import text
from ui.kit.html import paragraph, picture, show

_AFTER_RESULT = (
    "results",
    *(screen for screen, _words in plan_links.SCREENS),
    "decisions",
    "playbook",
    "progress",
)


def header() -> None:
    """Skip link, wordmark, organisation, and the links of the menu."""
    text.skip_link(_("Skip to content"))
    found = session.find_open()
    with st.container(horizontal=True, key="pl_header", vertical_alignment="center", gap="medium"):
        text.link(navigation.WELCOME, _("Plumbline"))
        if found is not None:
            text.organisation_name(found.organisation)
        with st.container(horizontal=True, key="pl_menu", gap="medium"):
            for screen, words in _links(found):
                _link(screen, words)
    if found is not None and found.example:
        text.notice(
            _("All of it is made up. Change what you like: this copy is yours."),
            strong=_("This is a finished example."),
        )
    elif found is not None and found.workshop and found.status == "open" and session.path() in _AFTER_RESULT:
        _alone_so_far(found)


def _alone_so_far(found: Owned) -> None:
    """While colleagues answer: what is shown is the owner's own view, and of which day."""
    shown = result_so_far(session.here(), found)
    if shown is not None and shown.alone:
        text.notice(
            _("Your colleagues’ answers are not in it yet."),
            strong=_("Your view alone, {day}.").format(day=long_date(shown.day)),
        )


def footer() -> None:
    """One quiet line under every screen."""
    with st.container(key="pl_footer"):
        text.scroll_to_top(session.place())
        address = access.cookie_address()
        show(
            paragraph(
                _("No account, no e-mail address, no tracking. Your data stays in this installation."),
                kind="muted",
            ),
            *([picture(address, "", under="pl-unseen")] if address else []),
        )


def _link(screen: str, words: str) -> None:
    """A link of the menu; the plan’s is marked on each of its screens."""
    if screen == plan_links.FIRST and session.path() in plan_links.BEHIND:
        with st.container(key="pl_menu_within"):
            text.link(screen, words)
    else:
        text.link(screen, words)


def _links(found: Owned | None) -> list[tuple[str, str]]:
    """The links of the menu: fewer before there is a result, so that one thing is in focus."""
    about = ("method", _("Method"))
    if found is None:
        return [about]
    if found.workshop:
        return _workshop_links(found)
    questions, owner = (session.question_screen(found), _("Questions")), ("owner", _("Owner’s room"))
    check, taken_away = ("check", _("Check")), _after_result()
    if found.example or found.status != "open":
        return [*taken_away, questions, about, owner]
    if _complete(found):
        return [*taken_away, questions, check, about, owner]
    here = [entry for entry in taken_away[1:] if _is_current(entry[0])]
    return [questions, check, taken_away[0], *here, about, owner]


def _is_current(screen: str) -> bool:
    """Is this the current screen, or one that belongs to it? Then it is in the menu, however early."""
    return session.path() == screen or (screen == plan_links.FIRST and session.path() in plan_links.BEHIND)


def _after_result() -> list[tuple[str, str]]:
    """The links to what there is once there is a result."""
    return [
        ("results", _("Results")),
        ("plan", _("Plan")),
        ("decisions", _("Decisions")),
        ("playbook", _("Playbook")),
        ("progress", _("Progress")),
    ]


def _workshop_links(found: Owned) -> list[tuple[str, str]]:
    """Links of a workshop: the console, and the result once there is one. The wall opens in a new tab.

    Somebody who began alone has the colleagues' answers in place of the console, and keeps the own result meanwhile.
    """
    links, waiting = [("console", _("Console"))], found.status == "open"
    if found.respondent_id:
        links = [("invite", _("Colleagues"))]
        links += [(session.question_screen(found), _("Questions"))] if waiting else []
    if not waiting or result_so_far(session.here(), found) is not None:
        links += _after_result()
    return [*links, ("method", _("Method")), ("owner", _("Owner’s room"))]


def _complete(found: Owned) -> bool:
    """Is everything answered? Then the menu stays complete when a submitted answer is changed."""
    if not found.respondent_id or not session.here().has_edition(found):
        return False
    done = answering.progress(session.instrument(), answering.answers(session.here(), found))
    return done.answered == done.questions
