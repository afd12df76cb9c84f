"""The quiet row of links between the screens of the plan."""

import streamlit as st

from assessment.words import _
from services import installation
from ui import parts, registry

SCREENS = (
    ("plan", _("Gaps and path")),
    ("plan-roadmap", _("Roadmap")),
    ("plan-value", _("Value")),
    ("plan-owners", _("Owners")),
    ("plan-governance", _("Governance")),
    ("progress", _("Progress")),
)


def show(_current: str) -> None:
    """The links to all screens of the plan; the browser marks where one is."""
    known = registry.screens(installation.current().instrument)
    with st.container(horizontal=True, key="pl_plan_nav", gap="medium"):
        for screen, words in SCREENS:
            if screen in known:
                parts.link(screen, words)
