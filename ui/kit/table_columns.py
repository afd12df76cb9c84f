"""Columns of an editable table: cells hold codes, whose titles are shown; two equal titles stay two codes."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

import streamlit as st
from pydantic import BaseModel

from assessment.amounts import LONGEST, amount_text, parse_number
from assessment.entry import calendar_date
from assessment.errors import RefusedInput
from language.translation import lazy

if TYPE_CHECKING:
    import pandas as pd

ROWS = lazy("Tap below the last row to add one; tick a row and press Delete to remove it.")
"""How rows are added and removed, said above a table."""
Kind = Literal["text", "number", "date", "choice"]
Row = Mapping[str, Any]
NOTHING = "-"
"""Stands in the browser for the option without a code: an empty cell could not say what it means."""
TYPES = {"date": "date32[day][pyarrow]"}


class Unreadable(NamedTuple):
    """What stands in a cell for a number and is none, with what to say about it."""

    typed: str
    refusal: RefusedInput


class Column(NamedTuple):
    """A column: `options` are the titles of codes, the code "" the one of an empty cell; `settings` go to Streamlit.

    Numbers are texts in the browser, because its columns of numbers drop what they cannot read.
    """

    name: str
    label: str
    kind: Kind
    options: Mapping[Any, str] = {}
    width: int | Literal["small", "medium"] | None = None
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
            case "number":
                return amount_text(value)

    def value(self, cell: Any) -> Any:
        """What the browser holds as it is stored."""
        match self.kind:
            case "text":
                return (cell or "").strip() or None
            case "date":
                return str(cell)[:10] if cell else None
            case "choice":
                return None if cell == NOTHING else cell
            case "number":
                return _number(cell)

    def config(self, rows: Iterable[Row]) -> Any:
        """The column for Streamlit; a code that is not offered any more stays one of the options."""
        kinds, given = st.column_config, {"width": self.width, **self.settings}
        match self.kind:
            case "text":
                return kinds.TextColumn(self.label, default=self.default, **given)
            case "number":
                return kinds.TextColumn(self.label, max_chars=LONGEST, alignment="right", **given)
            case "date":
                return kinds.DateColumn(self.label, **({"format": "D MMM YYYY"} | given))
            case "choice":
                codes = dict.fromkeys([*self.options, *filter(None, (row.get(self.name) for row in rows))])
                titles = {self.cell(code): self.options.get(code, code) for code in codes}
                return kinds.SelectboxColumn(
                    self.label, options=list(titles), format_func=titles.__getitem__,
                    default=self.cell(self.default), **given,
                )  # fmt: skip


def rows_by(name: str, records: Iterable[BaseModel]) -> dict[str, Row]:
    """The records as rows, each under what this attribute says of it; of the same name by which of them it is."""
    named: Counter[str] = Counter()
    rows: dict[str, Row] = {}
    for record in records:
        row = record.model_dump()
        known = getattr(record, name)
        named[known] += 1
        rows[f"{named[known]} {known}"] = row
    return rows


def frame_of(columns: Sequence[Column], rows: Mapping[str, Row], *, typed: bool) -> "pd.DataFrame":
    """The rows for Streamlit; `typed` where no row is added: pandas complains of a typed column with a gap."""
    import pandas as pd

    cells = [{column.name: column.cell(row.get(column.name)) for column in columns} for row in rows.values()]
    index, names = list(rows) if typed else None, [column.name for column in columns]
    frame = pd.DataFrame(cells, columns=names, index=index, dtype=object)
    return frame.astype({c.name: TYPES.get(c.kind, "string") for c in columns}) if typed else frame


def _number(cell: Any) -> Any:
    """The number of a cell, None, or what cannot be read."""
    try:
        return parse_number(cell) if isinstance(cell, str) else cell
    except RefusedInput as refusal:
        return Unreadable(cell, refusal)


def check_readable(rows: Iterable[Row]) -> None:
    """Raises RefusedInput for the first cell for a number that holds none."""
    for cell in (cell for row in rows for cell in row.values()):
        if isinstance(cell, Unreadable):
            raise cell.refusal
