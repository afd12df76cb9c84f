"""The row of links between the screens of the plan."""

import streamlit as st

from language.translation import _, lazy
from ui import theme
from ui.kit import text

SCREENS = (
    ("plan", lazy("Gaps and path")),
    ("plan-roadmap", lazy("Roadmap")),
    ("plan-value", lazy("Value")),
    ("plan-owners", lazy("Who decides")),
    ("plan-governance", lazy("Governance")),
)
FIRST, *BEHIND = (screen for screen, _words in SCREENS)


def show() -> None:
    """Adds the shared style sheets of the plan's screens and shows the links; the current one is marked."""
    theme.style("results")
    theme.style("plan")
    with st.container(key="pl_plan_nav", horizontal=True, gap="medium"):
        for screen, words in SCREENS:
            text.link(screen, _(words))
