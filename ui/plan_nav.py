"""The quiet row of links between the screens of the plan."""

from pathlib import Path

import streamlit as st

from assessment.words import _
from ui import parts, registry, state
from ui.results_look import look

SCREENS = (
    ("plan", _("Gaps and path")),
    ("plan-roadmap", _("Roadmap")),
    ("plan-value", _("Value")),
    ("plan-owners", _("Owners")),
    ("plan-governance", _("Governance")),
    ("progress", _("Progress")),
)
_STYLE = f"<style>{Path(__file__).with_name('plan.css').read_text(encoding='utf-8')}</style>"


def show(here: str) -> None:  # noqa: ARG001 - the link of the screen that is shown marks itself
    """The style sheets that the screens of the plan share, and the links; a screen that is not there is left out."""
    look()
    st.html(_STYLE)
    known = registry.screens(state.instrument())
    with st.container(key="pl_plan_nav", horizontal=True, gap="medium"):
        for screen, words in SCREENS:
            if screen in known:
                parts.link(screen, words)
