"""The roadmap as a grid that is edited in place: every cell is stored as it is left, and the bars move at once."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from assessment.entry import NOTE_LIMIT
from language.translation import _
from report.model.roadmap import PlannedItem, RoadmapView
from report.text.plan.roadmap import CLASS_NAMES, span
from scoring.plan.roadmap_checks import MOST_BARS
from services.core.identity import Owned
from services.plan import roadmap
from ui import session
from ui.kit import text
from ui.kit.number_fields import in_unit, in_weeks, save_in_weeks
from ui.kit.table_columns import Column
from ui.kit.table_editor import RowEdit, TableEdit, edit_table

EFFORT = "effort"
STORED = ("owner", "start_day", "weeks", "effort", "portfolio", "kpi", "baseline", "goal", "review")
"""The fields of a move that the grid changes."""


def grid(owned: Owned, view: RoadmapView) -> None:
    """The moves of the roadmap, one line each; use cases are edited where their value is."""
    moves = movable(view)
    if not moves:
        return

    def save(edit: TableEdit) -> None:
        for cell in edit.rows:
            _save(owned, cell)

    with st.container(key="pl_road_table"):
        text.heading(_("Edit all items"))
        text.muted(_("Start dates you set are kept. Clear a cell to restore the estimate or schedule."))
        edit_table(
            ("road_grid",),
            _columns(view),
            {one.key: _cells(one) for one in moves},
            save,
            dynamic=False,
            about=_("Roadmap moves, one per row"),
            stored={one.key: _stored(one) for one in moves},
            most=MOST_BARS,
        )


def _save(owned: Owned, cell: RowEdit) -> None:
    """Stores one cell; an effort as person-weeks, whatever the edition counts in."""

    def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> object:
        return roadmap.save_roadmap_move(session.here(), owned, cell.key, typed, seen)

    if EFFORT not in cell.changes:
        save(cell.changes, cell.seen)
        return
    instrument, seen = session.instrument(), dict(cell.seen or {})
    seen[EFFORT] = in_weeks(instrument, seen.get(EFFORT))
    save_in_weeks(instrument, EFFORT, save)(cell.changes, seen)


def _stored(one: PlannedItem) -> dict[str, Any]:
    """The cells of a move as they are stored, in the units of the grid."""
    stored = {field: getattr(one.line, field) for field in STORED}
    return stored | {EFFORT: in_unit(session.instrument(), stored[EFFORT])}


def movable(view: RoadmapView) -> tuple[PlannedItem, ...]:
    """The moves on the roadmap, those that come later among them."""
    return tuple(one for one in (*view.items, *view.later) if one.line is not None)


def owners(view: RoadmapView) -> dict[str, str]:
    """Roles that can be chosen: those of the instrument, and those already named here."""
    named = {one.item.owner: one.owner for one in (*view.items, *view.later) if one.item.owner}
    return dict(view.roles) | named


def _columns(view: RoadmapView) -> Sequence[Column]:
    note, shown = {"max_chars": NOTE_LIMIT}, {"disabled": True}
    return (
        Column("title", _("Move"), "text", width=340, settings={"pinned": True} | shown),
        Column("owner", _("Owner"), "choice", owners(view), width=210),
        Column("when", _("When"), "text", width=170, settings=shown),
        Column("start_day", _("From day"), "number", width=110),
        Column("weeks", _("Calendar weeks"), "number", width=160),
        Column(EFFORT, _("Days of work") if session.instrument().in_days else _("Person-weeks"), "number", width=140),
        Column("portfolio", _("Class"), "choice", CLASS_NAMES, width=110),
        Column("kpi", _("Measure"), "text", width=260, settings=note),
        Column("baseline", _("Today"), "text", width=120, settings=note),
        Column("goal", _("Target"), "text", width=120, settings=note),
        Column("review", _("Review"), "date", width=130),
    )  # fmt: skip


def _cells(one: PlannedItem) -> dict[str, Any]:
    return {
        "title": one.title,
        "owner": one.item.owner,
        "when": span(one),
        "start_day": one.item.start,
        "weeks": one.item.weeks,
        EFFORT: in_unit(session.instrument(), one.item.effort),
        "portfolio": one.item.portfolio,
        "kpi": one.item.metric,
        "baseline": one.baseline,
        "goal": one.goal,
        "review": one.line.review if one.line else None,
    }
