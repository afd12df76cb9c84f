"""The quiet row of links between the screens of the plan."""

import streamlit as st

from assessment.words import _
from ui import parts, registry, state

SCREENS = (
    ("plan", _("Gaps and path")),
    ("plan-roadmap", _("Roadmap")),
    ("plan-value", _("Value")),
    ("plan-owners", _("Owners")),
    ("plan-governance", _("Governance")),
    ("progress", _("Progress")),
)


def show(here: str) -> None:  # noqa: ARG001 - the link of the screen that is shown marks itself
    """The links; those of screens that are not there are left out."""
    known = registry.screens(state.instrument())
    with st.container(key="pl_plan_nav", horizontal=True, gap="medium"):
        for screen, words in SCREENS:
            if screen in known:
                parts.link(screen, _(words))
