"""Which part of the governance is in front."""

import streamlit as st

from language.translation import _, lazy, lazy_table
from ui.kit import inputs

KEY = "rules_part"
PARTS = lazy_table(
    {
        "uses": lazy("AI in use"),
        "risk": lazy("Risk we accept"),
        "forum": lazy("The forum"),
        "standards": lazy("Standards"),
    }
)


def chosen_part() -> str:
    """The four parts as a row of words; the one that was tapped last."""
    with st.container(key="pl_rules_part"):
        inputs.choices(
            _("Look at"),
            {part: _(words) for part, words in PARTS.items()},
            KEY,
            chosen="uses",
            on_change=_nothing,
        )
    return str(st.session_state.get(KEY) or "uses")


def _nothing() -> None:
    """Tapping only changes what is shown."""
