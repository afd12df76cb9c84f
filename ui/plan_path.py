"""The cheapest way to a level: the level is chosen, efforts are edited in place, and the path follows."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assessment.words import _
from playbook import path_words, wording
from playbook.report import MoveCard, PlannedPath, Report
from services import plan, planning, results
from services.identity import Owned
from ui import controls, parts, saving, state
from ui.made_plan import path_made
from ui.markup import element, fold, paragraph, show
from ui.plan_suppose import suppose
from ui.results_moves import move_fold

if TYPE_CHECKING:
    import pandas as pd

PLACE, TARGET, BUDGET, GRID = "plan_path", "plan_target", "plan_budget", "plan_efforts"
EFFORT = "effort"
LEVELS = (2, 3, 4, 5)
MOST_WEEKS = 1_000.0


@st.fragment
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
        _efforts(owned, found)
    saving.say(PLACE)
    if found.moves:
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


def _aim(owned: Owned) -> None:
    saving.store(PLACE, TARGET, partial(plan.set_target, state.here(), owned, st.session_state[TARGET]))


def _efforts(owned: Owned, found: PlannedPath) -> None:
    """The moves in their order; an effort that is emptied goes back to our estimate."""
    parts.muted(
        _("Efforts in person-weeks. Change one, and the path follows; empty it, and our estimate is back.")
    )
    # Another path is another grid: what was edited is stored, and the rows may have changed places.
    key = f"{GRID}_{hash(tuple((card.key, card.effort) for card in found.moves))}"
    column = st.column_config
    st.data_editor(
        _table(found.moves),
        key=key,
        num_rows="fixed",
        hide_index=True,
        row_height=44,
        disabled=["move", "to", "lead", "estimate", "weeks"],
        on_change=_keep,
        args=(owned, key, tuple(card.key for card in found.moves)),
        column_config={
            "move": column.TextColumn(_("Move"), width="large"),
            EFFORT: column.NumberColumn(
                _("Person-weeks"), min_value=0.1, max_value=MOST_WEEKS, step=0.1, format="localized"
            ),
            "estimate": column.NumberColumn(_("Our estimate"), format="localized"),
            "to": column.TextColumn(_("Level"), width="small"),
            "lead": column.TextColumn(_("Who leads")),
            "weeks": column.TextColumn(_("Time"), width="small"),
        },
        alt=_("The moves of the path with their efforts, which can be changed"),
    )


def _table(moves: tuple[MoveCard, ...]) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame(
        {
            EFFORT: [card.effort for card in moves],
            "move": [card.move.title for card in moves],
            "estimate": [card.move.effort for card in moves],
            "to": [_("{a} to {b}").format(a=card.move.to - 1, b=card.move.to) for card in moves],
            "lead": [card.lead for card in moves],
            "weeks": [wording.weeks(card.move) for card in moves],
        }
    )


def _keep(owned: Owned, key: str, moves: tuple[str, ...]) -> None:
    for row, changed in st.session_state[key]["edited_rows"].items():
        if EFFORT in changed:
            changes = {EFFORT: changed[EFFORT]}
            work = partial(plan.save_roadmap_move, state.here(), owned, moves[int(row)], changes)
            saving.store(PLACE, key, work)


def _budget(owned: Owned, report: Report) -> None:
    """What can be reached with so many person-weeks?"""
    with st.container(key="pl_plan_budget"):
        weeks = st.number_input(
            _("What can we reach with so many person-weeks?"),
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
