"""The list of all screens: file, address and title.

    page("results")                  the `st.Page`, for links and switching
    section("governance")            the address of a pillar's screen
    go("check")                      leave this screen for that one

Paths are absolute, because `pages/` is outside the folder of the script that Streamlit runs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NoReturn

import streamlit as st

from assessment.instrument.model import Instrument
from language.translation import LazyText, lazy
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
    title: str | LazyText
    bare: bool = False


def section(pillar: str) -> str:
    """The address of a pillar's screen: its code, unless another screen has that address."""
    return f"section-{pillar}" if pillar in {screen.path for screen in _fixed()} else pillar


@cache
def _fixed() -> tuple[Screen, ...]:
    """All screens but those of the sections."""
    return (
        Screen(WELCOME, "welcome.py", lazy("Welcome")),
        Screen("setup", "setup.py", lazy("Set up")),
        Screen("workshop", "workshop.py", lazy("Run a workshop")),
        Screen("console", "console.py", lazy("Console")),
        Screen("people", "people.py", lazy("People")),
        Screen("invite", "invite.py", lazy("Invite colleagues")),
        Screen("resume", "resume.py", lazy("Come back")),
        Screen("activity", "activity.py", lazy("Activity")),
        Screen("check", "check.py", lazy("Check your answers")),
        Screen("results", "results.py", lazy("Results")),
        Screen("decisions", "decisions.py", lazy("Decisions")),
        Screen("plan", "plan.py", lazy("Plan")),
        Screen("plan-roadmap", "plan_roadmap.py", lazy("Roadmap")),
        Screen("plan-value", "plan_value.py", lazy("Value")),
        Screen("plan-owners", "plan_owners.py", lazy("Who decides")),
        Screen("plan-governance", "plan_governance.py", lazy("Governance")),
        Screen("progress", "progress.py", lazy("Progress")),
        Screen("playbook", "playbook.py", lazy("Playbook")),
        Screen("method", "method.py", lazy("Method")),
        Screen("owner", "owner.py", lazy("Owner’s room")),
        Screen("wall", "wall.py", lazy("Wall"), bare=True),
    )


def screens(editions: Sequence[Instrument]) -> dict[str, Screen]:
    """Every screen by address, the sections of every edition among them; the first edition gives the title."""
    found = {screen.path: screen for screen in _fixed()}
    for pillar in (pillar for edition in editions for pillar in edition.pillars):
        found.setdefault(section(pillar.code), Screen(section(pillar.code), "section.py", pillar.title))
    return found


def is_bare(path: str) -> bool:
    """Is this screen shown without header and footer?"""
    return any(screen.bare and screen.path == path for screen in _fixed())


def page(path: str) -> st.Page:
    """The screen at this address, for links and for switching. KeyError if there is none."""
    screen = screens(installation.current().editions)[path]
    return st.Page(
        PAGES / screen.file, title=str(screen.title), url_path=screen.path, default=screen.path == WELCOME
    )


def pages() -> list[st.Page]:
    """Every screen, for `st.navigation`."""
    return [page(path) for path in screens(installation.current().editions)]


def go(path: str) -> NoReturn:
    """Leaves this screen for that one."""
    st.switch_page(page(path))
