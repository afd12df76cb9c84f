"""Who takes which decision: one person's view, stored as it is tapped."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.answers.interchange import SPECIAL_ROLES
from assessment.instrument.model import Choice, Instrument
from language.translation import _
from services.assessments import answering
from services.core.identity import Owned
from services.plan import decisions
from ui import session
from ui.kit import edit_state, fragments, text
from ui.kit.edit_state import Field
from ui.kit.html import paragraph, show

MAP = "place"


def roles(instrument: Instrument) -> dict[str, str]:
    """Every role a decision may be placed with, by code."""
    special = {
        "nobody": _("Nobody"),
        "several": _("Several people; it depends"),
        "dont_know": _("I don’t know"),
    }
    return instrument.role_titles | {code: special[code] for code in SPECIAL_ROLES}


@fragments.alone
def decision_map(owned: Owned) -> None:
    """The eight decisions, each with the one who takes it."""
    instrument = session.instrument()
    placed = answering.answers(session.here(), owned).decisions
    offered = roles(instrument)
    for choice in instrument.decisions:
        _decision(owned, choice, placed.get(choice.code), offered)
    edit_state.feedback(MAP, reserve=True)


def _decision(owned: Owned, choice: Choice, given: str | None, offered: Mapping[str, str]) -> None:
    def save(placed: Mapping[str, Any], _seen: object) -> None:
        if placed[choice.code] is not None:
            decisions.save_decision(session.here(), owned, choice.code, placed[choice.code])

    with st.container(key=f"pl_place_{choice.code}"):
        words, field = st.columns([7, 4], gap="small", vertical_alignment="center")
        with words:
            show(
                paragraph(choice.title, kind="strong"),
                paragraph(choice.meaning, kind="muted"),
                under="pl-asked",
            )
        field.selectbox(
            text.label(choice.title),
            list(offered) if given is None or given in offered else [*offered, given],
            index=None if given is None else 0,  # one that is placed can be changed, not emptied
            format_func=lambda code: offered.get(code, code),
            placeholder=_("Choose"),
            label_visibility="collapsed",
            **edit_state.widget(Field((MAP,), (choice.code,)), given, save),
        )
