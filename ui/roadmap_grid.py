"""The roadmap as a grid that is edited in place: every cell is stored as it is left, and the bars move at once."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment.entry import NOTE_LIMIT, calendar_date
from assessment.plan_records import LAST_DAY
from assessment.words import _
from playbook.roadmap import PlannedItem, RoadmapView
from playbook.roadmap_words import CLASS_NAMES, span
from scoring.roadmap_checks import MOST_BARS
from services import plan
from services.identity import Owned
from ui import parts, saving, state

if TYPE_CHECKING:
    import pandas as pd

PLACE, GRID = "road_table", "road_grid"
ROW, HEAD = 44, 40
"""Pixels of a line, and of what stands above the first."""
MOST_WEEKS, MOST_EFFORT = 104, 1_000.0


def grid(owned: Owned, view: RoadmapView) -> None:
    """The moves of the roadmap, one line each; use cases are edited where their value is."""
    moves = movable(view)
    if not moves:
        return
    with st.container(key="pl_road_table"):
        parts.heading(_("Edit in place"))
        parts.muted(
            _(
                "A first day that you set stands, and the rest is filled in around it; empty a cell, and the estimate or "
                "the schedule is back. An item too heavy for its weeks takes as many more as its owner needs."
            )
        )
        _editor(owned, view, moves)
        saving.say(PLACE)


def movable(view: RoadmapView) -> tuple[PlannedItem, ...]:
    """The moves on the roadmap, those that come later among them."""
    return tuple(one for one in (*view.items, *view.later) if one.line is not None)


def owners(view: RoadmapView) -> dict[str, str]:
    """Roles that can be chosen: those of the instrument, and those already named here."""
    named = {one.item.owner: one.owner for one in (*view.items, *view.later) if one.item.owner}
    return dict(view.roles) | named


def _editor(owned: Owned, view: RoadmapView, moves: Sequence[PlannedItem]) -> None:
    table, column = _table(moves), st.column_config
    # Another plan is another grid: what was edited is stored, and the rows may have changed places.
    key = f"{GRID}_{hash(tuple(map(tuple, table.astype(str).to_numpy().tolist())))}"
    st.data_editor(
        table,
        key=key,
        num_rows="fixed",
        hide_index=True,
        row_height=ROW,
        height=min(len(moves), MOST_BARS) * ROW + HEAD,
        placeholder="",
        disabled=["title", "when"],
        on_change=_keep,
        args=(owned, key, tuple(one.key for one in moves), owners(view)),
        column_config={
            "title": column.TextColumn(_("Move"), width=340, pinned=True),
            "owner": column.SelectboxColumn(_("Owner"), options=list(owners(view).values()), width=150),
            "when": column.TextColumn(_("When"), width=170),
            "start_day": column.NumberColumn(_("From day"), min_value=0, max_value=LAST_DAY, step=1, width=110),
            "weeks": column.NumberColumn(_("Weeks"), min_value=1, max_value=MOST_WEEKS, step=1, width=80),
            "effort": column.NumberColumn(
                _("Person-weeks"), min_value=0.1, max_value=MOST_EFFORT, step=0.1, format="localized", width=140
            ),
            "portfolio": column.SelectboxColumn(_("Class"), options=list(CLASS_NAMES.values()), width=110),
            "kpi": column.TextColumn(_("Measured by"), max_chars=NOTE_LIMIT, width=260),
            "baseline": column.TextColumn(_("Today"), max_chars=NOTE_LIMIT, width=120),
            "goal": column.TextColumn(_("Target"), max_chars=NOTE_LIMIT, width=120),
            "review": column.DateColumn(_("Review"), format="D MMM YYYY", width=130),
        },
        alt=_("The moves of the roadmap, one line each, which can be changed"),
    )  # fmt: skip


def _table(moves: Sequence[PlannedItem]) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame([_cells(one) for one in moves], dtype=object)


def _cells(one: PlannedItem) -> dict[str, Any]:
    review = one.line.review if one.line else None
    return {
        "title": one.title,
        "owner": one.owner or None,
        "when": span(one),
        "start_day": one.item.start,
        "weeks": one.item.weeks,
        "effort": one.item.effort,
        "portfolio": CLASS_NAMES[one.item.portfolio] if one.item.portfolio else None,
        "kpi": one.item.metric,
        "baseline": one.baseline or None,
        "goal": one.goal or None,
        "review": calendar_date(review) if review else None,
    }


def _keep(owned: Owned, key: str, moves: Sequence[str], roles: Mapping[str, str]) -> None:
    """Stores what was changed, move by move."""
    for move, changes in changes_of(st.session_state[key]["edited_rows"], moves, roles):
        saving.store(PLACE, key, partial(plan.save_roadmap_move, state.here(), owned, move, changes))


def changes_of(
    edited: Mapping[Any, Mapping[str, Any]], moves: Sequence[str], roles: Mapping[str, str]
) -> list[tuple[str, dict[str, Any]]]:
    """What the browser says was edited, as moves with the fields to be stored."""
    return [
        (moves[int(row)], {field: _value(field, value, roles) for field, value in cells.items()})
        for row, cells in edited.items()
    ]


def _value(field: str, value: Any, roles: Mapping[str, str]) -> Any:
    """A cell as it is stored: choices by their code."""
    choices: Mapping[str, Mapping[Any, str]] = {"owner": roles, "portfolio": CLASS_NAMES}
    if field not in choices or value is None:
        return value
    return next((code for code, words in choices[field].items() if words == value), value)
