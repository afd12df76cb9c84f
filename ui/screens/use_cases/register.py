"""The register of use cases: a grid that edits like a spreadsheet and is stored as one leaves a cell."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from assessment.answers.records import NAME_LIMIT, NOTE_LIMIT, UseCase
from language.translation import _
from report.text.plan.roadmap import CLASS_NAMES
from report.text.value.figures import LEVERS
from services.core.identity import Owned
from services.plan.use_cases import save_register
from ui import session
from ui.kit.table_columns import Column
from ui.kit.table_editor import TableEdit, edit_table
from ui.screens.use_cases.fields import renamed

FRONT = "use_case_front"
RUNNING, EXPLORING = "running", "exploring"


def register(owned: Owned, use_cases: Sequence[UseCase]) -> None:
    """The grid, and what became of the last edit."""
    edit_table(
        ("use_case_grid",),
        _columns(),
        {line.name: _cells(line) for line in use_cases},
        lambda edit: _save(owned, edit),
        dynamic=True,
        about=_("AI use cases, one per row"),
    )


def _save(owned: Owned, edit: TableEdit) -> None:
    """Stores what was changed; what was typed for a use case elsewhere goes with its new name."""
    rows = [(row.seen["name"] if row.seen else None, _record(row.row)) for row in edit.rows]
    shown = {
        row["name"]: _record(row) for row in [*(row.seen for row in edit.rows if row.seen), *edit.removed]
    }
    save_register(session.here(), owned, rows, shown.keys(), shown)
    for old, row in rows:
        if old and row["name"] and row["name"] != old:
            renamed(owned, old, row["name"])
            if st.session_state.get(FRONT) == old:
                st.session_state[FRONT] = row["name"]


def _cells(line: UseCase) -> dict[str, Any]:
    """One use case as the grid holds it."""
    return {
        "name": line.name,
        "lever": line.lever,
        "owner": line.owner,
        "metric": line.metric,
        "baseline": line.baseline,
        "target": line.target,
        "date": line.date,
        "class": line.portfolio,
        "exploring": EXPLORING if line.exploring else RUNNING,
        "blocked_by": line.blocked_by,
    }


def _record(row: Any) -> dict[str, Any]:
    return {**row, "exploring": row["exploring"] == EXPLORING}


def _columns() -> Sequence[Column]:
    name, note = {"max_chars": NAME_LIMIT}, {"max_chars": NOTE_LIMIT}
    titles = session.instrument().role_titles
    stages = {RUNNING: _("running"), EXPLORING: _("exploring")}
    return (
        Column("name", _("Use case"), "text", width=180, settings=name),
        Column("lever", _("How it pays"), "choice", _or(_("nobody could say"), LEVERS), width=180),
        Column("owner", _("Owner"), "choice", _or(_("nobody named"), titles), width=120),
        Column("metric", _("Measure"), "text", width=128, settings=note),
        Column("baseline", _("Today"), "number", width=76),
        Column("target", _("Target"), "number", width=82),
        Column("date", _("Due date"), "date", width=108),
        Column("class", _("Class"), "choice", _or(_("not sorted"), CLASS_NAMES), width=95),
        Column("exploring", _("Stage"), "choice", stages, width=92, default=RUNNING),
        Column("blocked_by", _("Blocked by"), "text", width=115, settings=name),
    )


def _or(nothing: str, titles: Mapping[Any, str]) -> dict[Any, str]:
    """The choices, and before them what an empty cell says."""
    return {"": nothing, **titles}
