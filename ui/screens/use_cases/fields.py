"""The fields of one use case: three amounts for each estimate, its odds and its effort.

What is typed and cannot be stored yet stays, also while another use case is in front.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from assessment.amounts import LONGEST, amount_text
from assessment.answers.records import UseCase
from language.lists import listed
from language.translation import LazyTable, LazyText, _, lazy
from report.text.value.figures import FIELDS, money_words
from scoring.value.results import ValueField
from scoring.value.simulation import USUAL_SUCCESS
from services.core.identity import Owned
from services.plan.rows import Row
from services.plan.use_cases import save_effort, save_success, type_estimate
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field
from ui.kit.html import paragraph, show
from ui.kit.number_fields import effort_field, number_field

ASKED: dict[ValueField, tuple[LazyText, LazyText]] = {
    "investment": (
        lazy("Investment"),
        lazy("One-off, until live: licences, people’s time, data, training."),
    ),
    "annual_benefit": (
        lazy("Benefit per year"),
        lazy("Per year at full use, if it works."),
    ),
    "annual_cost": (lazy("Cost per year"), lazy("Running cost per year, whether or not it works.")),
}
POINTS = (lazy("low (10 % chance of less)"), lazy("most likely"), lazy("high (10 % chance of more)"))
SUCCESS: ValueField = "success_probability"
EFFORT = "effort_weeks"
NAMES = LazyTable({**FIELDS, EFFORT: lazy("the effort")})
CASE = "use_case"


def value_fields(owned: Owned, use_case: UseCase, currency: str) -> None:
    """All of them, each stored as one leaves it."""
    text.muted(
        _("Three amounts each, {money}: low, most likely and high. All three are needed.").format(
            money=money_words(currency)
        )
    )
    for field in ASKED:
        with st.container(key=f"pl_estimate_{field}"):
            _estimate(owned, use_case, field, currency)
    with st.container(key="pl_success"):
        _success(owned, use_case)
    with st.container(key="pl_effort"):
        _effort(owned, use_case)


def typed_elsewhere(owned: Owned, use_cases: Sequence[UseCase], front: str) -> str:
    """Which other use cases hold something typed and not stored yet; empty where none does."""
    waiting: dict[str, list[str]] = {line.name: [] for line in use_cases if line.name != front}
    for _kind, name, field in (found.scope for found in edit_state.drafts(owned.assessment_id, CASE)):
        if name in waiting:
            waiting[name].append(field)
    found = [
        _("“{name}”: {fields}").format(name=name, fields=listed([NAMES[field] for field in fields]))
        for name, fields in waiting.items()
        if fields
    ]
    if not found:
        return ""
    return _("Not saved yet, but kept: {list}. Choose that use case to complete it.").format(
        list="; ".join(found)
    )


def renamed(owned: Owned, old: str, new: str) -> None:
    """What was typed for a use case goes with it to its new name."""
    edit_state.move_drafts(owned.assessment_id, (CASE, old), (CASE, new))


def _estimate(owned: Owned, use_case: UseCase, field: ValueField, currency: str) -> None:
    title, meaning = map(_, ASKED[field])
    stored = getattr(use_case, field)
    texts = [amount_text(n) for n in ((stored.low, stored.likely, stored.high) if stored else (None,) * 3)]
    one = Field((CASE, use_case.name, field), ("low", "likely", "high"), owned.assessment_id)
    keys = edit_state.bind(
        one, dict(zip(one.names, texts, strict=True)), {field: stored.plain() if stored else None}
    )
    kept = stored and one in edit_state.drafts(owned.assessment_id)
    now = _("Kept: {amounts}.").format(amounts=" · ".join(texts)) if kept else ""

    def save(typed: Mapping[str, Any], seen: Row | None) -> None:
        given = [typed[name] or "" for name in one.names]
        type_estimate(session.here(), owned, use_case.name, field, given, currency, seen)

    show(paragraph(title, kind="strong"), paragraph(f"{meaning} {now}", kind="muted"))
    for key, point, column in zip(keys.values(), POINTS, st.columns(3, gap="small"), strict=True):
        column.text_input(
            text.label(f"{title}: {point}"), key=key, max_chars=LONGEST,
            on_change=edit_state.store, args=(one, save),
        )  # fmt: skip
    edit_state.feedback(*one.scope)


def _success(owned: Owned, use_case: UseCase) -> None:
    chance, usual = use_case.success_probability, round(100 * USUAL_SUCCESS)
    one = Field((CASE, use_case.name, SUCCESS), (SUCCESS,), owned.assessment_id)

    def save(typed: Mapping[str, Any], seen: Row | None) -> None:
        given = None if typed[SUCCESS] is None else round(typed[SUCCESS] / 100, 8)
        save_success(session.here(), owned, use_case.name, given, seen)

    shown = None if chance is None else round(100 * chance, 6)
    number_field(
        _("Chance of success, in %"), one, shown, save, {SUCCESS: chance},
        placeholder=_("{usual}, assumed").format(usual=usual), percent=True,
    )  # fmt: skip
    if chance is None:
        text.muted(_("No chance of success given; {usual} % is assumed.").format(usual=usual))
    elif chance == 0:
        text.muted(
            _("With no chance of success, only the cost is left.")
        )  # fmt: skip
    edit_state.feedback(*one.scope)


def _effort(owned: Owned, use_case: UseCase) -> None:
    """The same figure as on the roadmap; without it the use case cannot stand there."""
    one = Field((CASE, use_case.name, EFFORT), (EFFORT,), owned.assessment_id)

    def save(typed: Mapping[str, Any], seen: Row | None) -> None:
        save_effort(session.here(), owned, use_case.name, typed[EFFORT], seen)

    instrument = session.instrument()
    words = _("Effort, in days of work") if instrument.in_days else _("Effort, in person-weeks")
    effort_field(instrument, words, one, use_case.effort_weeks, save, placeholder=_("unknown"))
    text.muted(_on_roadmap(use_case.effort_weeks))
    edit_state.feedback(*one.scope)


def _on_roadmap(weeks: float | None) -> str:
    if not weeks:
        return _("Without an effort it is not on the roadmap.")
    return _("The roadmap uses this effort.")
