"""Tables that are edited in place: cells hold codes, and a table stays where it is while it is edited.

The browser keeps every edit of a table, laid over it, until the widget has another key. So an edit is new when
it differs from what this tab knows to be stored (`seen`), and the widget gets a new key only when what lies over
the table is not what is stored: a cell that was emptied and shows an estimate now, another person's entry, other
rows. What was refused stays until it is mended or the screen is left.

A table with a fixed number of rows is stored cell by cell; a dynamic one as a whole, at once or by a button.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from assessment.errors import PlumblineError
from language.translation import _
from services.plan.conflicts import alike, read_again
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field, Words
from ui.kit.table_columns import Column, Row, check_readable, frame_of

ROW, HEAD = 44, 40
"""Pixels of a line, and of what stands above the first."""
TABLES, NUMBERS = "edit_tables", "edit_table_numbers"
UNTOUCHED: Mapping[str, Any] = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}


class RowEdit(NamedTuple):
    """A row as it is to be stored, and as it is stored as far as this tab knows; `seen` is None for a new one."""

    key: str
    row: dict[str, Any]
    seen: Row | None = None

    @property
    def changes(self) -> dict[str, Any]:
        return {name: cell for name, cell in self.row.items() if not alike(cell, (self.seen or {}).get(name))}


class TableEdit(NamedTuple):
    """All rows of a dynamic table in their order, and those taken out; or one cell of a fixed one."""

    rows: list[RowEdit]
    removed: Sequence[Row] = ()


@dataclasses.dataclass
class _EditedTable:
    """One table in one tab."""

    scope: tuple[str, ...]
    columns: Sequence[Column]
    dynamic: bool
    by_button: bool
    number: int = 0
    base: dict[str, Row] = dataclasses.field(default_factory=dict)
    seen: dict[str, dict[str, Any]] = dataclasses.field(default_factory=dict)
    added: dict[str, Row] = dataclasses.field(default_factory=dict)
    outdated: bool = False

    @property
    def field(self) -> Field:
        return Field(self.scope, (str(self.number),))

    @property
    def key(self) -> str:
        return self.field.key(str(self.number))

    def begin(self, rows: Mapping[str, Row], stored: Mapping[str, Row]) -> None:
        """The browser forgets every edit; what it shows is what is stored."""
        self.number = st.session_state[NUMBERS] = st.session_state.get(NUMBERS, 0) + 1
        self.base = dict(rows) or ({"": {c.name: c.default for c in self.columns}} if self.dynamic else {})
        self.seen = {key: dict(row) for key, row in stored.items()}
        self.added, self.outdated = {}, False

    def draw(self, rows: Mapping[str, Row], stored: Mapping[str, Row]) -> None:
        """Brings the table up to date before it is drawn."""
        if self.outdated and self.by_button:
            self._read_again(rows)
        away = self.outdated or self.key not in st.session_state
        others = not self.dynamic and set(self.base) != set(rows)
        if away or others or not (self.edits() or self._covered(rows)):
            self.begin(rows, stored)
        elif not self.dynamic:
            pending = [cell for edit in self.edits() for cell in edit.rows]
            self.base = {key: rows[key] for key in self.base}
            self.seen = {key: dict(row) for key, row in stored.items()}
            for cell in pending:  # what its writer had seen
                self.seen[cell.key] |= cell.seen or {}

    def _read_again(self, rows: Mapping[str, Row]) -> None:
        """What is known to be stored; rows added here are told by what they hold."""
        added = [key for key in self.seen if key not in rows]
        free = [row for key, row in rows.items() if key not in self.seen]
        found = read_again(free, {n: self.seen[key] for n, key in enumerate(added)})
        self.seen = {key: dict(rows[key]) for key in self.seen if key in rows}
        self.seen |= {added[n]: row for n, row in found.items()}
        self.outdated = False

    def edits(self) -> list[TableEdit]:
        """What is not stored yet."""
        if self.dynamic:
            edit = self.full_edit()
            changed = any(self._filled(row.row) if row.seen is None else row.changes for row in edit.rows)
            return [edit] if changed or edit.removed else []
        cells = [
            RowEdit(key, {name: value}, {name: self.seen.get(key, {}).get(name)})
            for key, row in self._edited().items()
            for name, value in row.items()
        ]
        return [TableEdit([cell]) for cell in cells if cell.changes]

    def stored(self, edit: TableEdit) -> None:
        """What was handed over is stored now."""
        if self.dynamic:
            self.seen = {row.key: row.row for row in edit.rows if self._filled(row.row)}
            return
        for cell in edit.rows:
            self.seen.setdefault(cell.key, {}).update(cell.row)

    def full_edit(self) -> TableEdit:
        """All rows as they stand now."""
        state = st.session_state.get(self.key, UNTOUCHED)
        gone = {list(self.base)[int(n)] for n in state["deleted_rows"]}
        self.added = self._keys_of_added(state["added_rows"])
        edited, empty = self._edited(), {column.name: None for column in self.columns}
        rows = {key: {**row, **edited.get(key, {})} for key, row in self.base.items() if key not in gone}
        rows |= {key: empty | self._read(cells) for key, cells in self.added.items()}
        kept = [RowEdit(key, row, self.seen.get(key)) for key, row in rows.items()]
        return TableEdit(kept, [row for key, row in self.seen.items() if key not in rows])

    def _keys_of_added(self, lines: Sequence[Row]) -> dict[str, Row]:
        """A key for each added row; a row that was taken out again is told by what the others hold."""
        free = dict(self.added)
        if len(lines) < len(free):
            keys = []
            for line in lines:
                keys.append(next((key for key, was in free.items() if was == line), ""))
                free.pop(keys[-1], None)
        else:
            keys = [*free, *(f"+{self.number}.{n}" for n in range(len(free), len(lines)))]
        return dict(zip(keys, lines, strict=True))

    def _covered(self, rows: Mapping[str, Row]) -> bool:
        """Is what lies over the table what is stored?"""
        if self.dynamic:
            mine = [row.row for row in self.full_edit().rows if self._filled(row.row)]
            pairs = zip(mine, rows.values(), strict=False)
            same = all(alike(a.get(c.name), b.get(c.name)) for a, b in pairs for c in self.columns)
            return same and len(mine) == len(rows)
        edited = self._edited().items()
        return all(alike(rows[key].get(name), value) for key, row in edited for name, value in row.items())

    def _edited(self) -> dict[str, dict[str, Any]]:
        edited = st.session_state.get(self.key, UNTOUCHED)["edited_rows"]
        return {list(self.base)[int(n)]: self._read(row) for n, row in edited.items()}

    def _read(self, cells: Row) -> dict[str, Any]:
        return {c.name: c.value(cells[c.name]) for c in self.columns if c.name in cells}

    def _filled(self, row: Row) -> bool:
        """Does the row hold anything but what every new one holds?"""
        return any(not (alike(row.get(c.name), None) or row.get(c.name) == c.default) for c in self.columns)


def edit_table(
    scope: tuple[str, ...],
    columns: Sequence[Column],
    rows: Mapping[str, Row],
    save: Callable[[TableEdit], object],
    *,
    dynamic: bool,
    about: str,
    stored: Mapping[str, Row] | None = None,
    button: str = "",
    kind: text.ButtonType = "secondary",
    done: Words = None,
    most: int | None = None,
) -> None:
    """The table, and what became of the last edit.

    `stored` are the cells as they are stored, where the rows show something else; `most` rows are shown at once.
    With a `button`, everything is stored when it is pressed, and after a conflict when it is pressed again.
    """
    table = _table(scope, columns, dynamic=dynamic, by_button=bool(button))
    table.draw(rows, rows if stored is None else stored)
    frame = frame_of(columns, table.base, typed=not dynamic)
    on_change: dict[str, Any] = {} if button else {"on_change": _store, "args": (table, save, done)}
    st.data_editor(
        frame,
        key=table.key,
        num_rows="dynamic" if dynamic else "fixed",
        hide_index=True,
        row_height=ROW,
        height=min(len(frame), most) * ROW + HEAD if most else "auto",
        placeholder="",
        column_config={column.name: column.config(table.base.values()) for column in columns},
        alt=about,
        **on_change,
    )
    if button:
        text.button(button, table.field.key("save"), kind=kind, on_click=_store, args=(table, save, done))
    _feedback(table)


def _feedback(table: _EditedTable) -> None:
    refused = any(said.outcome != "saved" for said in edit_state.messages(*table.scope))
    if table.by_button and table.edits() and not refused:
        text.status(_("Not saved yet"))
    else:
        edit_state.feedback(*table.scope, reserve=True)


def _store(table: _EditedTable, save: Callable[[TableEdit], object], done: Words) -> None:
    """Callback: stores what is new, each edit by itself; the first refusal is said, whatever else was stored."""

    def action() -> object:
        problem, result = None, None
        for edit in edits:
            try:
                check_readable(row.row for row in edit.rows)
                result = save(edit)
            except PlumblineError as error:
                problem = problem or error
            else:
                table.stored(edit)
        if problem is None:
            return result
        raise problem

    edits = [table.full_edit()] if table.by_button else table.edits()
    if not edits:  # the browser drops an edit that is in the table by now; or what was refused was taken back
        edit_state.discard(table.field)
        return
    advice = _("What you typed is kept. Save again to replace their version.")
    outcome = edit_state.commit(table.field, action, done, advice if table.by_button else "")
    table.outdated = outcome == "conflict"


def _table(
    scope: tuple[str, ...], columns: Sequence[Column], *, dynamic: bool, by_button: bool
) -> _EditedTable:
    tables: dict[tuple[str, ...], _EditedTable] = session.said_here(TABLES, {})
    st.session_state[TABLES] = tables
    found = tables.setdefault(scope, _EditedTable(scope, columns, dynamic, by_button))
    found.columns = columns
    return found
