"""The roadmap as a grid that is edited in place: every cell is stored as it is left, and the bars move at once."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from assessment.entry import NOTE_LIMIT, calendar_date
from assessment.plan.records import LAST_DAY
from language.translation import _
from report.model.roadmap import PlannedItem, RoadmapView
from report.text.plan.roadmap import CLASS_NAMES, span
from scoring.plan.roadmap_checks import MOST_BARS
from services.core.identity import Owned
from services.plan import roadmap
from ui import session
from ui.kit import grids, saving, text

if TYPE_CHECKING:
    import pandas as pd

PLACE, GRID = "road_table", "road_grid"
ROW, HEAD = 44, 40
"""Pixels of a line, and of what stands above the first."""
STORED = ("owner", "start_day", "weeks", "effort", "portfolio", "kpi", "baseline", "goal", "review")
"""The fields of a move that the grid changes."""
MOST_WEEKS, MOST_EFFORT = 104, 1_000.0


def grid(owned: Owned, view: RoadmapView) -> None:
    """The moves of the roadmap, one line each; use cases are edited where their value is."""
    moves = movable(view)
    if not moves:
        return
    with st.container(key="pl_road_table"):
        text.heading(_("Edit in place"))
        text.muted(
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
    lines = {one.key: _cells(one) for one in moves}
    stored = {one.key: {field: getattr(one.line, field) for field in STORED} for one in moves}
    shown, column = grids.lines_in_place(GRID, lines, stored), st.column_config
    st.data_editor(
        _table(shown, grids.grid(GRID).order),
        key=grids.grid(GRID).key,
        num_rows="fixed",
        hide_index=True,
        row_height=ROW,
        height=min(len(moves), MOST_BARS) * ROW + HEAD,
        placeholder="",
        disabled=["title", "when"],
        on_change=_keep,
        args=(owned, owners(view)),
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


def _table(lines: Sequence[grids.Cells], keys: Sequence[str]) -> "pd.DataFrame":
    """The lines with types of their own, so that a column without entries is still the same column."""
    import pandas as pd

    table = pd.DataFrame(lines, index=list(keys), dtype=object)
    kinds = {"start_day": "Int64", "weeks": "Int64", "effort": "Float64", "review": "date32[day][pyarrow]"}
    return table.astype(dict.fromkeys(table.columns, "string") | kinds)


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


def _keep(owned: Owned, roles: Mapping[str, str]) -> None:
    """Stores what was changed, move by move."""

    def work(move: str, cells: Mapping[str, Any], seen: Mapping[str, Any]) -> object:
        return roadmap.save_roadmap_move(session.here(), owned, move, changes_of(cells, roles), seen)

    grids.store_edits(GRID, PLACE, work)


def changes_of(cells: Mapping[str, Any], roles: Mapping[str, str]) -> dict[str, Any]:
    """What the browser says was edited in a line, as fields to be stored."""
    return {field: _value(field, value, roles) for field, value in cells.items()}


def _value(field: str, value: Any, roles: Mapping[str, str]) -> Any:
    """A cell as it is stored: choices by their code."""
    choices: Mapping[str, Mapping[Any, str]] = {"owner": roles, "portfolio": CLASS_NAMES}
    if field not in choices or value is None:
        return value
    return next((code for code, words in choices[field].items() if words == value), value)
