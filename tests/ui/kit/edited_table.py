"""An application with one table that is edited in place: fixed or dynamic, stored at once or by a button."""

from typing import Any

import streamlit as st

from assessment.errors import EditConflict, RefusedInput
from ui import session
from ui.kit import table_editor
from ui.kit.table_columns import Column
from ui.kit.table_editor import TableEdit

STORED: dict[str, dict[str, Any]] = {}
"""The rows that the application under test has stored."""
SAVED: list[Any] = []
"""What it was handed, edit by edit."""
ROLES = {"": "nobody", "COO": "Lead", "CTO": "Lead"}
"""Two roles with the same title."""
COLUMNS = (
    Column("name", "Name", "text"),
    Column("owner", "Owner", "choice", ROLES),
    Column("weeks", "Weeks", "number"),
    Column("day", "Day", "date"),
)


def save(edit: TableEdit) -> None:
    """As a service does: refuses a number, compares with what was seen, stores."""
    for key, row, seen in edit.rows:
        if row.get("weeks") == 500:
            raise RefusedInput("500 weeks are too many.")
        before = STORED.get(key)
        if seen and before and any(before[name] != seen[name] for name in row):
            raise EditConflict("Somebody else was quicker.")
    SAVED.append([(row.key, row.changes) for row in edit.rows if row.changes])
    kept = {key: {**STORED.get(key, {}), **row} for key, row, _seen in edit.rows}
    if not st.session_state["dynamic"]:
        STORED.update(kept)
        return
    STORED.clear()
    STORED.update({key: row for key, row in kept.items() if row["name"]})


def draw() -> None:
    session.arrive("table")
    table_editor.edit_table(
        ("table",), COLUMNS, shown(), save, dynamic=st.session_state["dynamic"], about="A table",
        stored=STORED, button=st.session_state["button"],
    )  # fmt: skip


def shown() -> dict[str, dict[str, Any]]:
    """The rows with an estimate where no weeks are stored; in a dynamic table as they are stored."""
    if st.session_state["dynamic"]:
        return STORED
    return {key: row | {"weeks": row["weeks"] or 4} for key, row in STORED.items()}
