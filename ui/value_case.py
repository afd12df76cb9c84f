"""One use case in front: its estimates asked in plain words, and at once what they say."""

from hashlib import sha256

import streamlit as st

from assessment.errors import PlumblineError
from assessment.records import UseCase
from assessment.words import _
from playbook.value import UseCaseView, ValueView
from playbook.value_advice import next_words
from playbook.value_words import (
    amount,
    claim_words,
    likely_words,
    loss_words,
    matter_words,
    money_words,
    payback_words,
    range_words,
    return_words,
    worth_words,
)
from scoring.value import USUAL_SUCCESS
from scoring.value_results import ValueField
from services import plan_value
from services.identity import Owned
from ui import charts, parts, saving, state
from ui.charts_value import range_chart
from ui.made_value import npv_made
from ui.markup import Piece, block, fold, heading, labelled, listing, paragraph, show
from ui.results_profile import as_table
from ui.value_findings import range_row
from ui.value_register import FRONT
from ui.value_system import class_rules, system

SAID = "use_case_said"
ASKED: dict[ValueField, tuple[str, str]] = {
    "investment": (
        _("Investment"),
        _("What it takes once, until it runs: licences, people’s time, data, training."),
    ),
    "annual_benefit": (
        _("Benefit a year"),
        _("What it brings in a year once it is fully used, if it works."),
    ),
    "annual_cost": (_("Cost a year"), _("What it costs a year to run, whether it works or not.")),
}
POINTS = (_("one chance in ten of less"), _("most likely"), _("one chance in ten of more"))
SUCCESS: ValueField = "success_probability"


def in_front(owned: Owned, view: ValueView) -> None:
    """The use case chosen: fields on the left where there is room, findings below."""
    names = [line.use_case.name for line in view.lines]
    if st.session_state.get(FRONT) not in names:
        st.session_state[FRONT] = names[0]
    parts.heading(_("One at a time"), "one")
    with st.container(key="pl_which"):
        name = st.selectbox(_("Use case shown"), names, key=FRONT)
    line = view.lines[names.index(name)]
    with st.container(key="pl_case"):
        _estimates(owned, line.use_case, view.currency)
        _success(owned, line.use_case)
        _said_of(view, line)
        system(owned, line)
        class_rules(line.use_case)


def _estimates(owned: Owned, use_case: UseCase, currency: str) -> None:
    parts.muted(
        _(
            "Three amounts each, {money}: one with one chance in ten of less, the most likely, and one with one chance "
            "in ten of more. They are stored once all three are given."
        ).format(money=money_words(currency))
    )
    for field, (title, meaning) in ASKED.items():
        with st.container(key=f"pl_estimate_{field}"):
            kept = getattr(use_case, field)
            values = (kept.low, kept.likely, kept.high) if kept else (None, None, None)
            now = _("Kept: {amounts}.").format(amounts=" · ".join(map(amount, values))) if kept else ""
            show(paragraph(title, kind="strong"), paragraph(f"{meaning} {now}", kind="muted"))
            for place, column in enumerate(st.columns(3, gap="small")):
                key = _key(use_case.name, field, place)
                saving.follows(key, values[place])
                column.number_input(
                    parts.label(f"{title}: {POINTS[place]}"), value=None, key=key, step=1000.0, format="%.0f",
                    on_change=_store, args=(owned, use_case.name, field), placeholder="",
                )  # fmt: skip
            _say(use_case.name, field)


def _success(owned: Owned, use_case: UseCase) -> None:
    chance = use_case.success_probability
    key = _key(use_case.name, SUCCESS, 0)
    saving.follows(key, None if chance is None else 100 * chance)
    with st.container(key="pl_success"):
        st.number_input(
            _("Chance of success, out of 100"), value=None,
            min_value=0.0, max_value=100.0, step=5.0, format="%.0f", key=key, on_change=_store_success,
            args=(owned, use_case.name), placeholder=_("{usual}, assumed").format(usual=round(100 * USUAL_SUCCESS)),
        )  # fmt: skip
    if chance is None:
        parts.muted(
            _("Nobody has said yet how likely success is; {usual} in 100 is assumed.").format(
                usual=round(100 * USUAL_SUCCESS)
            )
        )
    elif chance == 0:
        parts.muted(
            _(
                "With no chance of success nothing ever comes back. Only what it costs is left, in every outcome drawn."
            )
        )
    _say(use_case.name, SUCCESS)


def _key(name: str, field: str, place: int) -> str:
    return f"estimate_{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}_{field}_{place}"


def _store(owned: Owned, name: str, field: ValueField) -> None:
    low, likely, high = (st.session_state.get(_key(name, field, place)) for place in range(3))
    _try(name, field, lambda: plan_value.save_estimate(state.here(), owned, name, field, (low, likely, high)))


def _store_success(owned: Owned, name: str) -> None:
    given = st.session_state.get(_key(name, SUCCESS, 0))
    chance = None if given is None else given / 100
    _try(name, SUCCESS, lambda: plan_value.save_success(state.here(), owned, name, chance))


def _try(name: str, field: str, work: parts.Callback) -> None:
    try:
        work()
    except PlumblineError as error:
        st.session_state[SAID] = (name, field, False, str(error))
    else:
        st.session_state[SAID] = (name, field, True, _("Saved"))


def _say(name: str, field: str) -> None:
    whose, where, good, words = st.session_state.get(SAID, ("", "", True, ""))
    if (whose, where) != (name, field):
        return
    if good:
        parts.status(words)
    else:
        parts.problem(words)


def _said_of(view: ValueView, line: UseCaseView) -> None:
    """Range, loss, payback, return, drivers, the value test and the next step."""
    row = range_row(line)
    parts.subheading(_("What follows from these estimates"))
    show(block(paragraph(next_words(view, line)), under="pl-next"))
    if row is not None:
        chart = range_chart((row,), view.currency, worth_words(line.value, view.currency))
        with st.container(key="pl_range_one"):
            charts.draw(chart, "value_one")
        show(as_table(chart))
    show(*_facts(view, line), under="pl-case-words")


def _facts(view: ValueView, line: UseCaseView) -> list[Piece]:
    value, test = line.value, claim_words(line.test)
    pieces = []
    if value.npv is not None:
        pieces.append(
            labelled(
                [
                    (_("What it may be worth"), range_words(value.npv, view.currency)),
                    (_("Chance of a loss"), loss_words(value.loss)),
                    (_("Most likely case"), likely_words(value, view.currency)),
                    (_("Paid back"), payback_words(value, view.assumptions.years)),
                    (_("Yearly return"), return_words(value)),
                ]
            )
        )
        if value.matter_most:
            pieces += [
                heading(_("What matters most"), 4),
                listing(matter_words(value, view.currency), ordered=True),
            ]
    pieces += [heading(_("The value test"), 4), paragraph(test[0], kind="strong")]
    if test[1:]:
        pieces.append(listing(test[1:]))
    if value.state == "ready":
        pieces.append(
            fold(_("How this value was made, year by year"), *npv_made(line.use_case, view.assumptions))
        )
    return pieces
