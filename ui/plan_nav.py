"""The quiet row of links between the screens of the plan: where one is, and where else one may look."""

from pathlib import Path

import streamlit as st

from assessment.words import _
from ui import markup, parts, registry, state
from ui.results_look import look

PLAN = {
    "plan": _("What to close first"),
    "plan-roadmap": _("Roadmap"),
    "plan-value": _("Value"),
    "plan-owners": _("Who decides"),
    "plan-governance": _("Governance"),
    "progress": _("Progress"),
}
_STYLE = f"<style>{Path(__file__).with_name('plan.css').read_text(encoding='utf-8')}</style>"


def show(here: str) -> None:
    """The row, with the screen `here` marked; and the style sheets that all of these screens share."""
    look()
    st.html(_STYLE)
    known = registry.screens(state.instrument())
    with st.container(horizontal=True, key="pl_plan_nav", gap="medium", vertical_alignment="center"):
        for screen, words in PLAN.items():
            if screen == here:
                markup.show(markup.element("p", words, under="pl-p pl-strong pl-now", aria_current="page"))
            elif screen in known:
                parts.link(screen, words)
