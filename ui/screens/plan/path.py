"""The cheapest way to a level: the level is chosen, efforts are edited in place, and the path follows."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.amounts import parse_number
from assessment.errors import RefusedInput
from assessment.instrument.moves import DAYS_A_WEEK
from language.translation import _
from report.build import plan
from report.model.plan import PlannedPath
from report.model.report import Report
from report.text.plan.path import budget_sentence, path_sentence, path_title, runner_up_sentence
from services.core.identity import Owned
from services.plan import roadmap
from services.reports import results
from ui import session
from ui.explain.path import explain_path
from ui.kit import edit_state, fragments, inputs, text
from ui.kit.edit_state import Field
from ui.kit.html import element, fold, paragraph, show
from ui.kit.number_fields import MOST_WEEKS, number_input
from ui.screens.plan.efforts import efforts
from ui.screens.plan.moves import move_fold
from ui.screens.plan.what_if import suppose

BUDGET = "plan_budget"
LEVELS = (2, 3, 4, 5)


@fragments.alone
def path_and_what_if(owned: Owned) -> None:
    """What is edited here moves both parts, and nothing else on the screen."""
    report = results.report(session.here(), owned, session.today())
    path(owned, report)
    suppose(owned, report)


def path(owned: Owned, report: Report) -> None:
    """Level, moves, the next best plan, and what a budget reaches."""
    text.heading(path_title(report))
    show(paragraph(path_sentence(report)))
    found = report.path
    if found is None:
        return
    if found.found.state != "complete":
        _target(owned, found)
        if report.instrument.in_days:
            _minimised(owned, found)
    if found.moves:
        efforts(owned, found.moves)
        show(paragraph(runner_up_sentence(report)))
        show(
            fold(
                _("Steps of each move"),
                *(move_fold(report, n, card) for n, card in enumerate(found.moves, 1)),
            ),
            fold(_("How this path is calculated"), *explain_path(report)),
        )
    if found.found.state != "complete":
        _budget(owned, report)


def _target(owned: Owned, found: PlannedPath) -> None:
    def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
        roadmap.set_target(session.here(), owned, typed["target"], seen)

    field, shown = Field(("plan",), ("target",)), found.found.target or LEVELS[0]
    stored = {"target": roadmap.plan_of(session.here(), owned).roadmap.target}
    levels = {level: str(level) for level in LEVELS}
    inputs.choices(_("Target level"), levels, **edit_state.widget(field, shown, save, stored))
    edit_state.feedback(*field.path)


def _minimised(owned: Owned, found: PlannedPath) -> None:
    """Whose days the path keeps lowest."""

    def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
        roadmap.set_minimised(session.here(), owned, typed["minimise"], seen)

    field = Field(("plan", "whose"), ("minimise",))
    stored = {"minimise": roadmap.plan_of(session.here(), owned).roadmap.minimise}
    days = {"organiser": _("the organiser’s"), "both": _("everyone’s")}
    widget = edit_state.widget(field, found.found.minimised, save, stored)
    inputs.choices(_("Days to minimise"), days, **widget)
    edit_state.feedback(*field.path)


def _budget(owned: Owned, report: Report) -> None:
    """What can be reached with so many person-weeks?"""
    with st.container(key="pl_plan_budget"):
        typed = number_input(
            _("How far would a budget in days take you?")
            if report.instrument.in_days
            else _("How far would a budget in person-weeks take you?"),
            placeholder=_("for example 20"),
            key=BUDGET,
        )
    try:
        weeks = parse_number(typed)
    except RefusedInput as refusal:
        text.problem(str(refusal))
        return
    if weeks is None:
        return
    if report.instrument.in_days:
        weeks /= DAYS_A_WEEK
    if not 0 <= weeks <= MOST_WEEKS:
        text.problem(
            _("Enter a budget between 0 and 5,000 days. Nothing was lost.")
            if report.instrument.in_days
            else _("Enter a budget between 0 and 1,000 person-weeks. Nothing was lost.")
        )
        return
    found = plan.within_budget(report, weeks, roadmap.plan_of(session.here(), owned).roadmap)
    show(element("p", budget_sentence(report, weeks, found), under="pl-p", role="status"))
