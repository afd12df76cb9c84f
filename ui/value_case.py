"""One use case in front: its fields, and at once what they say."""

import streamlit as st

from assessment.words import _
from playbook.value import UseCaseView, ValueView
from playbook.value_advice import next_words
from playbook.value_words import (
    claim_words,
    likely_words,
    loss_words,
    matter_words,
    payback_words,
    range_words,
    return_words,
    worth_words,
)
from services.identity import Owned
from ui import charts, parts
from ui.charts_value import range_chart
from ui.made_value import npv_made
from ui.markup import Piece, block, fold, heading, labelled, listing, paragraph, show
from ui.results_profile import as_table
from ui.value_fields import typed_elsewhere, value_fields
from ui.value_findings import range_row
from ui.value_register import FRONT
from ui.value_system import class_rules, system


def in_front(owned: Owned, view: ValueView) -> None:
    """The use case chosen: fields on the left where there is room, findings below."""
    names = [line.use_case.name for line in view.lines]
    if st.session_state.get(FRONT) not in names:
        st.session_state[FRONT] = names[0]
    parts.heading(_("One at a time"), "one")
    with st.container(key="pl_which"):
        name = st.selectbox(_("Use case shown"), names, key=FRONT)
    waiting = typed_elsewhere(owned, [line.use_case for line in view.lines], name)
    if waiting:
        parts.notice(waiting)
    line = view.lines[names.index(name)]
    with st.container(key="pl_case"):
        value_fields(owned, line.use_case, view.currency)
        _said_of(view, line)
        system(owned, line)
        class_rules(line.use_case)


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
