"""One use case in front: its fields, and at once what they say."""

from collections.abc import Sequence

import streamlit as st

from language.translation import _
from report.model.value import UseCaseView, ValueView, VerdictView, verdict_on
from report.text.value.claims import claim_words
from report.text.value.figures import (
    likely_words,
    loss_words,
    matter_words,
    payback_words,
    range_words,
    return_words,
    worth_words,
)
from services.core.identity import Owned
from ui.charts import base
from ui.charts.base import as_table
from ui.charts.value import range_chart
from ui.explain.npv import explain_npv
from ui.kit import text
from ui.kit.html import HtmlFragment, block, fold, heading, labelled, listing, paragraph, show
from ui.screens.use_cases.fields import typed_elsewhere, value_fields
from ui.screens.use_cases.findings import range_row, said
from ui.screens.use_cases.legacy import class_rules, system
from ui.screens.use_cases.register import FRONT


def in_front(owned: Owned, view: ValueView, verdicts: Sequence[VerdictView]) -> None:
    """The use case chosen: fields on the left where there is room, findings below."""
    names = [line.use_case.name for line in view.lines]
    if st.session_state.get(FRONT) not in names:
        st.session_state[FRONT] = names[0]
    text.heading(_("Edit one use case"), "one")
    with st.container(key="pl_which"):
        name = st.selectbox(_("Use case shown"), names, key=FRONT)
    waiting = typed_elsewhere(owned, [line.use_case for line in view.lines], name)
    if waiting:
        text.notice(waiting)
    line = view.lines[names.index(name)]
    with st.container(key="pl_case"):
        value_fields(owned, line.use_case, view.currency)
        _said_of(view, line, verdict_on(verdicts, line.use_case.name))
        system(owned, line)
        class_rules(line.use_case)


def _said_of(view: ValueView, line: UseCaseView, verdict: VerdictView) -> None:
    """The verdict; range, loss, payback, return, drivers and the value test."""
    row = range_row(line)
    text.subheading(_("Results of these estimates"))
    show(block(said(verdict), under="pl-next"))
    if row is not None:
        chart = range_chart((row,), view.currency, worth_words(line.value, view.currency))
        with st.container(key="pl_range_one"):
            base.draw(chart, "value_one")
        show(as_table(chart))
    show(*_facts(view, line), under="pl-case-words")


def _facts(view: ValueView, line: UseCaseView) -> list[HtmlFragment]:
    value, test = line.value, claim_words(line.test)
    pieces = []
    if value.npv is not None and value.mean is not None:
        pieces.append(
            labelled(
                [
                    (_("Value"), range_words(value.npv, value.mean, view.currency)),
                    (_("Chance of a loss"), loss_words(value.loss)),
                    (_("Most likely case"), likely_words(value, view.currency)),
                    (_("Payback"), payback_words(value, view.assumptions.years)),
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
            fold(
                _("How this value is calculated, year by year"), *explain_npv(line.use_case, view.assumptions)
            )
        )
    return pieces
