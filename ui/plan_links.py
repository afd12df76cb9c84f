"""The quiet row of links between the screens of the plan."""

from pathlib import Path

import streamlit as st

from language.translation import _
from ui.kit import text
from ui.results_look import look

SCREENS = (
    ("plan", _("Gaps and path")),
    ("plan-roadmap", _("Roadmap")),
    ("plan-value", _("Value")),
    ("plan-owners", _("Who decides")),
    ("plan-governance", _("Governance")),
)
FIRST, *BEHIND = (screen for screen, _words in SCREENS)
_STYLE = f"<style>{Path(__file__).with_name('plan.css').read_text(encoding='utf-8')}</style>"


def show() -> None:
    """The style sheets that the screens of the plan share, and the links; the one that is shown marks itself."""
    look()
    st.html(_STYLE)
    with st.container(key="pl_plan_nav", horizontal=True, gap="medium"):
        for screen, words in SCREENS:
            text.link(screen, words)
