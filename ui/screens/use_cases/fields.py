"""The fields of one use case: three amounts for each estimate, its odds and its effort.

What is typed and cannot be stored yet stays, also while another use case is in front.
"""

from collections.abc import Sequence
from functools import partial
from hashlib import sha256
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
from services.plan import use_cases as plan_value
from ui import session
from ui.kit import text, unstored
from ui.kit.html import paragraph, show

ASKED: dict[ValueField, tuple[LazyText, LazyText]] = {
    "investment": (
        lazy("Investment"),
        lazy("What it takes once, until it runs: licences, people’s time, data, training."),
    ),
    "annual_benefit": (
        lazy("Benefit a year"),
        lazy("What it brings in a year once it is fully used, if it works."),
    ),
    "annual_cost": (lazy("Cost a year"), lazy("What it costs a year to run, whether it works or not.")),
}
POINTS = (lazy("one chance in ten of less"), lazy("most likely"), lazy("one chance in ten of more"))
SUCCESS: ValueField = "success_probability"
EFFORT = "effort_weeks"
NAMES = LazyTable({**FIELDS, EFFORT: lazy("the effort")})
CASE = "use_case"


def value_fields(owned: Owned, use_case: UseCase, currency: str) -> None:
    """All of them, each stored as one leaves it."""
    text.muted(
        _(
            "Three amounts each, {money}: one with one chance in ten of less, the most likely, and one with one chance in ten of "
            "more. They are stored once all three are given. 1,250,000, 1\u00a0250\u00a0000 and 1.25m are read alike."
        ).format(money=money_words(currency))
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
    for assessment, kind, *rest in unstored.kept():
        if (assessment, kind) == (owned.assessment_id, CASE) and rest[0] in waiting:
            waiting[rest[0]].append(rest[1])
    found = [
        _("“{name}”: {fields}").format(name=name, fields=listed([NAMES[field] for field in fields]))
        for name, fields in waiting.items()
        if fields
    ]
    if not found:
        return ""
    return _("Typed but not stored yet, and kept: {list}. Choose that use case to mend it.").format(
        list="; ".join(found)
    )


def renamed(owned: Owned, old: str, new: str) -> None:
    """What was typed for a use case goes with it to its new name."""
    for field in NAMES:
        place = _place(owned, old, field)
        if place in unstored.kept():
            values, why = unstored.kept().pop(place)
            moved = {_key(new, field, number): value for number, value in enumerate(values.values())}
            unstored.kept()[_place(owned, new, field)] = (moved, why)


def _estimate(owned: Owned, use_case: UseCase, field: ValueField, currency: str) -> None:
    title, meaning = map(_, ASKED[field])
    stored = getattr(use_case, field)
    texts = [amount_text(n) for n in ((stored.low, stored.likely, stored.high) if stored else (None,) * 3)]
    place, keys = _place(owned, use_case.name, field), [_key(use_case.name, field, n) for n in range(3)]
    unstored.fill(place, dict(zip(keys, texts, strict=True)), {field: stored.plain() if stored else None})
    now = (
        _("Kept: {amounts}.").format(amounts=" · ".join(texts)) if stored and place in unstored.kept() else ""
    )
    show(paragraph(title, kind="strong"), paragraph(f"{meaning} {now}", kind="muted"))
    for key, point, column in zip(keys, POINTS, st.columns(3, gap="small"), strict=True):
        column.text_input(
            text.label(f"{title}: {point}"), key=key, max_chars=LONGEST,
            on_change=_store_estimate, args=(owned, use_case.name, field, currency),
        )  # fmt: skip
    unstored.say(place)


def _store_estimate(owned: Owned, name: str, field: ValueField, currency: str) -> None:
    keys = [_key(name, field, place) for place in range(3)]
    texts = [st.session_state.get(key) or "" for key in keys]
    place = _place(owned, name, field)
    seen = unstored.seen(place)
    work = partial(plan_value.type_estimate, session.here(), owned, name, field, texts, currency, seen)
    unstored.store(place, keys, work)


def _success(owned: Owned, use_case: UseCase) -> None:
    chance, usual = use_case.success_probability, round(100 * USUAL_SUCCESS)
    place, key = _place(owned, use_case.name, SUCCESS), _key(use_case.name, SUCCESS, 0)
    unstored.fill(place, {key: None if chance is None else round(100 * chance, 6)}, {SUCCESS: chance})
    st.number_input(
        _("Chance of success, out of 100"), value=None, step=5.0, format="%g", key=key,
        on_change=_store_success, args=(owned, use_case.name), placeholder=_("{usual}, assumed").format(usual=usual),
    )  # fmt: skip
    if chance is None:
        text.muted(
            _("Nobody has said yet how likely success is; {usual} in 100 is assumed.").format(usual=usual)
        )
    elif chance == 0:
        text.muted(
            _("With no chance of success nothing ever comes back. Only what it costs is left, in every outcome drawn.")
        )  # fmt: skip
    unstored.say(place)


def _store_success(owned: Owned, name: str) -> None:
    key = _key(name, SUCCESS, 0)
    given = st.session_state.get(key)
    chance = None if given is None else round(given / 100, 8)
    place = _place(owned, name, SUCCESS)
    work = partial(plan_value.save_success, session.here(), owned, name, chance, unstored.seen(place))
    unstored.store(place, [key], work)


def _effort(owned: Owned, use_case: UseCase) -> None:
    """The same figure as on the roadmap; without it the use case cannot stand there."""
    place, key = _place(owned, use_case.name, EFFORT), _key(use_case.name, EFFORT, 0)
    unstored.fill(place, {key: use_case.effort_weeks}, {EFFORT: use_case.effort_weeks})
    st.number_input(
        _("Effort, in person-weeks"), value=None, step=0.5, format="%g", key=key,
        on_change=_store_effort, args=(owned, use_case.name), placeholder=_("not known yet"),
    )  # fmt: skip
    text.muted(_on_roadmap(use_case.effort_weeks))
    unstored.say(place)


def _on_roadmap(weeks: float | None) -> str:
    if not weeks:
        return _("Without an effort it does not stand on the roadmap.")
    return _("It stands on the roadmap with this effort; changed there, it changes here.")


def _store_effort(owned: Owned, name: str) -> None:
    key = _key(name, EFFORT, 0)
    place = _place(owned, name, EFFORT)
    given, seen = st.session_state.get(key), unstored.seen(place)
    work = partial(plan_value.save_effort, session.here(), owned, name, given, seen)
    unstored.store(place, [key], work)


def _place(owned: Owned, name: str, field: str) -> unstored.Place:
    return (owned.assessment_id, CASE, name, field)


def _key(name: str, field: str, place: int) -> str:
    digest: Any = sha256(name.encode("utf-8", "surrogatepass"))
    return f"estimate_{digest.hexdigest()[:12]}_{field}_{place}"
