"""Outcomes and barriers in one person's order, stored as it is tapped."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from assessment.answers.ranked import Ranked, choices_of, order_of, placed_next, raised, taken_back
from language.translation import _, lazy, lazy_table
from services.assessments import answering
from services.core.identity import Owned
from services.plan import decisions
from ui import session
from ui.kit import edit_state, fragments, text
from ui.kit.edit_state import Field

FIRST: Mapping[Ranked, str] = lazy_table(
    {
        "ranking": lazy("Tap what you want most."),
        "barriers": lazy("Tap what gets in the way most."),
    }
)


@fragments.alone
def ranking(owned: Owned, kind: Ranked) -> None:
    """Choices tapped in order; one that is too low is moved up, and the last tap can be undone."""
    choices = choices_of(session.instrument(), kind)
    known = list(choices)
    order = [code for code in order_of(answering.answers(session.here(), owned), kind) if code in choices]
    for place, code in enumerate(order):
        with _row(f"pl_rank_{code}"):
            text.text(f"{place + 1}. {choices[code].title}", strong=True)
            if place:
                _button(owned, kind, _("Move up"), f"up_{code}", raised(order, code))
    rest = [code for code in known if code not in order]
    if rest:
        text.muted(_("Tap what comes next.") if order else FIRST[kind])
    for code in rest:
        with _row(f"pl_outcome_{code}"):
            text.button(
                choices[code].title,
                f"rank_{code}",
                on_click=_rank,
                args=(owned, kind, placed_next(order, code, known)),
            )
            text.muted(choices[code].meaning)
    if order:
        with _row(f"pl_undo_{kind}"):
            _button(owned, kind, _("Undo the last tap"), f"{kind}_back", taken_back(order, known))
            _button(owned, kind, _("Start the order again"), f"{kind}_again", [])
    edit_state.feedback(kind, reserve=True)


def _row(key: str) -> Any:
    return st.container(key=key, horizontal=True, vertical_alignment="center", gap="medium")


def _button(owned: Owned, kind: Ranked, words: str, key: str, order: Sequence[str]) -> None:
    text.button(words, key, kind="tertiary", on_click=_rank, args=(owned, kind, order))


def _rank(owned: Owned, kind: Ranked, order: Sequence[str]) -> None:
    edit_state.commit(Field((kind,)), lambda: decisions.save_ranking(session.here(), owned, kind, order))
