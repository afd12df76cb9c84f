"""The list of all screens: file, address and title.

    page("results")                  the `st.Page`, for links and switching
    section("governance")            the address of a pillar's screen
    go("check")                      leave this screen for that one

Paths are absolute, because `pages/` is outside the folder of the script that Streamlit runs.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

import streamlit as st

from assessment.instrument.model import Instrument
from language.translation import _
from services.core import installation

PAGES = Path(__file__).resolve().parent.parent / "pages"
WELCOME = "welcome"


@dataclass(frozen=True)
class Screen:
    """One screen: its address, its file in `pages/` and its title in the browser's tab.

    A `bare` screen has no header and footer.
    """

    path: str
    file: str
    title: str
    bare: bool = False


def section(pillar: str) -> str:
    """The address of a pillar's screen: its code, unless another screen has that address."""
    return f"section-{pillar}" if pillar in {screen.path for screen in _fixed()} else pillar


@cache
def _fixed() -> tuple[Screen, ...]:
    """All screens but those of the sections."""
    return (
        Screen(WELCOME, "welcome.py", _("Welcome")),
        Screen("setup", "setup.py", _("Set up")),
        Screen("workshop", "workshop.py", _("Run a workshop")),
        Screen("console", "console.py", _("Console")),
        Screen("people", "people.py", _("People")),
        Screen("invite", "invite.py", _("Invite colleagues")),
        Screen("resume", "resume.py", _("Come back")),
        Screen("activity", "activity.py", _("Activity")),
        Screen("check", "check.py", _("Check your answers")),
        Screen("results", "results.py", _("Results")),
        Screen("decisions", "decisions.py", _("Decisions")),
        Screen("plan", "plan.py", _("Plan")),
        Screen("plan-roadmap", "plan_roadmap.py", _("Roadmap")),
        Screen("plan-value", "plan_value.py", _("Value")),
        Screen("plan-owners", "plan_owners.py", _("Who decides")),
        Screen("plan-governance", "plan_governance.py", _("Governance")),
        Screen("progress", "progress.py", _("Progress")),
        Screen("playbook", "playbook.py", _("Playbook")),
        Screen("method", "method.py", _("Method")),
        Screen("owner", "owner.py", _("Owner’s room")),
        Screen("wall", "wall.py", _("Wall"), bare=True),
    )


def screens(instrument: Instrument) -> dict[str, Screen]:
    """Every screen by address, the sections of the instrument among them."""
    listed = [*_fixed(), *(Screen(section(p.code), "section.py", p.title) for p in instrument.pillars)]
    return {screen.path: screen for screen in listed}


def is_bare(path: str) -> bool:
    """Is this screen shown without header and footer?"""
    return any(screen.bare and screen.path == path for screen in _fixed())


def page(path: str) -> st.Page:
    """The screen at this address, for links and for switching. KeyError if there is none."""
    screen = screens(installation.current().instrument)[path]
    return st.Page(
        PAGES / screen.file, title=screen.title, url_path=screen.path, default=screen.path == WELCOME
    )


def pages() -> list[st.Page]:
    """Every screen, for `st.navigation`."""
    return [page(path) for path in screens(installation.current().instrument)]


def go(path: str) -> NoReturn:
    """Leaves this screen for that one."""
    st.switch_page(page(path))
