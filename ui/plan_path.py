"""The cheapest way to a level: the level is chosen, efforts are edited in place, and the path follows."""

from functools import partial

import streamlit as st

from assessment.words import _
from playbook import path_words
from playbook.report import PlannedPath, Report
from services import plan, planning, results
from services.identity import Owned
from ui import controls, fragments, parts, saving, state
from ui.made_plan import path_made
from ui.markup import element, fold, paragraph, show
from ui.plan_efforts import MOST_WEEKS, efforts
from ui.plan_suppose import suppose
from ui.results_moves import move_fold

TARGET, BUDGET = "plan_target", "plan_budget"
LEVELS = (2, 3, 4, 5)


@fragments.alone
def path_and_what_if(owned: Owned) -> None:
    """What is edited here moves both parts, and nothing else on the screen."""
    report = results.report(state.here(), owned, state.today())
    path(owned, report)
    suppose(owned, report)


def path(owned: Owned, report: Report) -> None:
    """Level, moves, the next best plan, and what a budget reaches."""
    parts.heading(path_words.path_title(report))
    show(paragraph(path_words.path_sentence(report)))
    found = report.path
    if found is None:
        return
    if found.found.state != "complete":
        _target(owned, found)
    if found.moves:
        efforts(owned, found.moves)
        show(paragraph(path_words.runner_up_sentence(report)))
        show(
            fold(
                _("Each move, step by step"), *(move_fold(n, card) for n, card in enumerate(found.moves, 1))
            ),
            fold(_("How this path was made"), *path_made(report)),
        )
    if found.found.state != "complete":
        _budget(owned, report)


def _target(owned: Owned, found: PlannedPath) -> None:
    controls.choices(
        _("Level aimed at"),
        {level: str(level) for level in LEVELS},
        TARGET,
        chosen=found.found.target or LEVELS[0],
        on_change=_aim,
        args=(owned,),
    )
    saving.told(TARGET)


def _aim(owned: Owned) -> None:
    saving.store(TARGET, TARGET, partial(plan.set_target, state.here(), owned, st.session_state[TARGET]))


def _budget(owned: Owned, report: Report) -> None:
    """What can be reached with so many person-weeks?"""
    with st.container(key="pl_plan_budget"):
        weeks = st.number_input(
            _("What can we reach with a given number of person-weeks?"),
            value=None,
            step=1.0,
            format="%g",
            placeholder=_("for example 20"),
            key=BUDGET,
        )
    if weeks is None:
        return
    if not 0 <= weeks <= MOST_WEEKS:
        parts.problem(
            _("A budget lies between 0 and 1,000 person-weeks. Nothing is lost; type another number.")
        )
        return
    found = planning.within_budget(report, weeks, plan.plan_of(state.here(), owned).roadmap)
    show(element("p", path_words.budget_sentence(report, weeks, found), under="pl-p", role="status"))
