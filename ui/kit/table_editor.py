"""Tables that are edited in place: cells hold codes, and a table stays where it is while it is edited.

The browser keeps every edit of a table, laid over it, until the widget has another key. So an edit is new when
it differs from what this tab knows to be stored (`seen`), and the widget gets a new key only when what lies over
the table is not what is stored: a cell that was emptied and shows an estimate now, another person's entry, other
rows. What was refused stays until it is mended or the screen is left.

A table with a fixed number of rows is stored cell by cell; a dynamic one as a whole, at once or by a button.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import streamlit as st

from assessment.entry import calendar_date
from assessment.errors import PlumblineError
from language.translation import _
from services.plan.conflicts import alike, read_again
from ui import session
from ui.kit import edit_state, text
from ui.kit.edit_state import Field, Words

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["text", "number", "whole", "date", "choice"]
Row = Mapping[str, Any]
NOTHING = "-"
"""Stands in the browser for the option without a code: an empty cell could not say what it means."""
ROW, HEAD = 44, 40
"""Pixels of a line, and of what stands above the first."""
TABLES, NUMBERS = "edit_tables", "edit_table_numbers"
TYPES = {"whole": "Int64", "number": "Float64", "date": "date32[day][pyarrow]"}
UNTOUCHED: Mapping[str, Any] = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}


class Column(NamedTuple):
    """A column: `options` are the titles of codes, the code "" the one of an empty cell; `settings` go to Streamlit."""

    name: str
    label: str
    kind: Kind
    options: Mapping[Any, str] = {}
    width: int | None = None
    default: Any = None
    settings: Mapping[str, Any] = {}

    def cell(self, value: Any) -> Any:
        """A stored value as the browser holds it."""
        match self.kind:
            case "text":
                return value or ""
            case "date":
                return calendar_date(value) if value else None
            case "choice":
                return value or (NOTHING if "" in self.options else None)
        return value

    def value(self, cell: Any) -> Any:
        """What the browser holds as it is stored."""
        match self.kind:
            case "text":
                return (cell or "").strip() or None
            case "date":
                return str(cell)[:10] if cell else None
            case "choice":
                return None if cell == NOTHING else cell
        return cell

    def config(self, rows: Iterable[Row]) -> Any:
        """The column for Streamlit; a code that is not offered any more stays one of the options."""
        kinds, given = st.column_config, {"width": self.width, **self.settings}
        match self.kind:
            case "text":
                return kinds.TextColumn(self.label, default=self.default, **given)
            case "date":
                return kinds.DateColumn(self.label, **({"format": "D MMM YYYY"} | given))
            case "choice":
                codes = dict.fromkeys([*self.options, *filter(None, (row.get(self.name) for row in rows))])
                titles = {self.cell(code): self.options.get(code, code) for code in codes}
                return kinds.SelectboxColumn(
                    self.label, options=list(titles), format_func=titles.__getitem__,
                    default=self.cell(self.default), **given,
                )  # fmt: skip
        return kinds.NumberColumn(self.label, **({"step": 1} if self.kind == "whole" else {}) | given)


class RowEdit(NamedTuple):
    """A row as it is to be stored, and as it is stored as far as this tab knows; `seen` is None for a new one."""

    key: str
    row: dict[str, Any]
    seen: Row | None = None

    @property
    def changes(self) -> dict[str, Any]:
        seen = self.seen or {}
        return {name: value for name, value in self.row.items() if not alike(value, seen.get(name))}


class TableEdit(NamedTuple):
    """All rows of a dynamic table in their order, and those taken out; or one cell of a fixed one."""

    rows: list[RowEdit]
    removed: Sequence[Row] = ()


@dataclasses.dataclass
class _Table:
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
        """The key of the widget."""
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
            keys = list(self.seen)
            again = read_again(list(rows.values()), dict(enumerate(self.seen.values())))
            self.seen, self.outdated = {keys[n]: row for n, row in again.items()}, False
        away = self.key not in st.session_state or self.outdated
        if away or not (self.dynamic or set(self.base) == set(rows)):
            self.begin(rows, stored)
            return
        edits = self.edits()
        if not (edits or self._covered(rows)):
            self.begin(rows, stored)
        elif not self.dynamic:
            self.base = {key: rows[key] for key in self.base}
            self.seen = {key: dict(row) for key, row in stored.items()}
            for edit in edits:
                (cell,) = edit.rows
                self.seen[cell.key] |= cell.seen or {}

    def edits(self) -> list[TableEdit]:
        """What is not stored yet."""
        if self.dynamic:
            edit = self.whole()
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
        else:
            for cell in edit.rows:
                self.seen.setdefault(cell.key, {}).update(cell.row)

    def whole(self) -> TableEdit:
        """All rows as they stand now."""
        edited, gone = self._edited(), {list(self.base)[int(n)] for n in self._state["deleted_rows"]}
        self.added = self._keys_of_added(self._state["added_rows"])
        rows = {key: {**row, **edited.get(key, {})} for key, row in self.base.items() if key not in gone}
        empty = {column.name: None for column in self.columns}
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
            keys = [*free, *(f"new {self.number} {n}" for n in range(len(free), len(lines)))]
        return dict(zip(keys, lines, strict=True))

    def _covered(self, rows: Mapping[str, Row]) -> bool:
        """Is what lies over the table what is stored?"""
        names = [column.name for column in self.columns]
        if self.dynamic:
            mine = [row.row for row in self.whole().rows if self._filled(row.row)]
            return len(mine) == len(rows) and all(
                alike(row.get(name), other.get(name))
                for row, other in zip(mine, rows.values(), strict=True)
                for name in names
            )
        edited = self._edited().items()
        return all(alike(rows[key].get(name), value) for key, row in edited for name, value in row.items())

    @property
    def _state(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = st.session_state.get(self.key) or UNTOUCHED
        return found

    def _edited(self) -> dict[str, dict[str, Any]]:
        keys = list(self.base)
        return {keys[int(n)]: self._read(cells) for n, cells in self._state["edited_rows"].items()}

    def _read(self, cells: Row) -> dict[str, Any]:
        return {
            column.name: column.value(cells[column.name]) for column in self.columns if column.name in cells
        }

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
    done: Words = None,
    most: int | None = None,
) -> None:
    """The table, and what became of the last edit.

    `stored` are the cells as they are stored, where the rows show something else. With a `button`, everything is
    stored when it is pressed; after a conflict all that was typed stays, and a second press is the answer. `most`
    rows are shown at once.
    """
    table = _table(scope, columns, dynamic=dynamic, by_button=bool(button))
    table.draw(rows, rows if stored is None else stored)
    frame = _frame(table)
    typed: dict[str, Any] = {} if button else {"on_change": _store, "args": (table, save, done)}
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
        **typed,
    )
    if button:
        text.button(
            button, table.field.key("save"), kind="primary", on_click=_store, args=(table, save, done)
        )
    said = edit_state.messages(*scope)
    if button and table.edits() and all(message.outcome == "saved" for message in said):
        text.status(_("Not saved yet"))
    else:
        edit_state.feedback(*scope, reserve=True)


def _store(table: _Table, save: Callable[[TableEdit], object], done: Words) -> None:
    """Callback: stores what is new, each edit by itself; the first refusal is said, whatever else was stored."""

    def action() -> object:
        problem, result = None, None
        for edit in edits:
            try:
                result = save(edit)
            except PlumblineError as error:
                problem = problem or error
            else:
                table.stored(edit)
        if problem is not None:
            raise problem
        return result

    edits = [table.whole()] if table.by_button else table.edits()
    if not edits:
        edit_state.clear(*table.scope)
        return
    kept = _("Everything you typed is still here; save once more, and it stands in place of theirs.")
    outcome = edit_state.commit(table.field, action, done, advice=kept if table.by_button else "")
    table.outdated = outcome == "conflict"


def _table(scope: tuple[str, ...], columns: Sequence[Column], *, dynamic: bool, by_button: bool) -> _Table:
    tables: dict[tuple[str, ...], _Table] | None = session.said_here(TABLES, None)
    if tables is None:
        tables = st.session_state[TABLES] = {}
    found = tables.setdefault(scope, _Table(scope, columns, dynamic, by_button))
    found.columns = columns
    return found


def _frame(table: _Table) -> "pd.DataFrame":
    """The rows, with types where no row is added: pandas would complain of a typed column with a gap."""
    import pandas as pd

    cells = [
        {column.name: column.cell(row.get(column.name)) for column in table.columns}
        for row in table.base.values()
    ]
    names = [column.name for column in table.columns]
    frame = pd.DataFrame(
        cells, columns=names, index=None if table.dynamic else list(table.base), dtype=object
    )
    return (
        frame if table.dynamic else frame.astype({c.name: TYPES.get(c.kind, "string") for c in table.columns})
    )
