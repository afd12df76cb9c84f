"""A sheet, written from top to bottom: a text never becomes a formula, a number is never written as a text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from textwrap import wrap
from typing import Any

from documents.pdf.engine.styles import ACCENT, HAIRLINE, INK, MUTED
from documents.pdf.engine.text import plain
from documents.workbook.engine.cells import Area, cell
from documents.workbook.engine.looks import NUMBERS, Kind, Looks, Value

IN_A_LINE, BOLD_IN_A_LINE = 1.1, 0.95
"""Characters that a column of width 1 holds in a line of a text, and in a bold one."""
LINE_HEIGHT, MOST_LINES = 15, 27
"""Points, and how many lines a row may have. Programs that trust the file do not measure texts themselves."""
WIDE, A4, A3 = 180, 9, 8
"""From this width on a sheet is printed on A3; the papers by their numbers in Excel."""
LINE = 130
"""Characters of a line of a sentence that runs on over the columns."""
LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
FIRST_DAY, LONGEST = date(1900, 3, 1), 32_000
"""The first day that every program counts alike, and how many characters a cell holds."""


@dataclass(frozen=True)
class SheetColumn:
    """A column of a table: its head, its width in characters, what its cells hold; `own` are to be filled by the reader."""

    head: str
    width: float
    kind: Kind = "text"
    own: bool = False


class BookSheet:
    """One sheet, written from top to bottom; `row` is the next free row, counted from 0."""

    def __init__(self, sheet: Any, looks: Looks, name: str, foot: str) -> None:
        self.sheet, self.looks, self.name, self.row = sheet, looks, name, 0
        self.sheet.hide_gridlines(2)
        self.sheet.set_landscape()
        self.sheet.set_paper(A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer(foot)

    def title(self, text: str, *paragraphs: str) -> None:
        """The head of the sheet, and sentences below it that run on over the columns."""
        self._write_text(self.row, 0, text, self.looks.of(bold=True, font_size=16))
        self.sheet.set_row(self.row, 24)
        self.row += 1
        for paragraph in paragraphs:
            self.line(paragraph)
        self.row += 1

    def line(self, text: str) -> None:
        """A sentence that runs on over the columns, in as many rows as it has lines."""
        for part in wrap(plain(text), LINE):
            self._write_text(self.row, 0, part, self.looks.of(font_color=MUTED))
            self.row += 1

    def link(self, other: "BookSheet") -> None:
        """The name of another sheet, which leads there."""
        look = self.looks.of(font_color=ACCENT, underline=1, bottom=1, bottom_color=HAIRLINE)
        self.sheet.write_url(self.row, 0, f"internal:'{other.name}'!A1", look, other.name)

    def heading(self, text: str) -> None:
        self._write_text(self.row, 0, text, self.looks.of(bold=True, font_size=13, font_color=ACCENT))
        self.row += 1

    def widths(self, *widths: float) -> None:
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)

    def table(
        self, columns: Sequence[SheetColumn], rows: Iterable[Sequence[Value]], *, filtered: bool = True
    ) -> Area:
        """A table with its heads; the first one of a sheet can be filtered, and its heads stay in sight."""
        top = self.heads(columns)
        for row in rows:
            self.record(columns, row)
        area = Area(top + 1, max(top + 1, self.row - 1), len(columns))
        if filtered:
            self.sheet.autofilter(top, 0, area.last, len(columns) - 1)
            self.sheet.freeze_panes(top + 1, 1)
            self.sheet.repeat_rows(top)
        self.row += 1
        return area

    def record(self, columns: Sequence[SheetColumn], row: Sequence[Value]) -> None:
        """One row of a table, as high as its longest text."""
        lines = 1
        for position, (column, value) in enumerate(zip(columns, row, strict=True)):
            self.put(self.row, position, value, column.kind, own=column.own)
            if isinstance(value, str) and column.width:
                lines = max(lines, len(wrap(value, max(1, int(column.width * IN_A_LINE)))))
        self.sheet.set_row(self.row, LINE_HEIGHT * min(lines, MOST_LINES))
        self.row += 1

    def heads(self, columns: Sequence[SheetColumn]) -> int:
        """The heads of a table in the next row, which is returned."""
        base = {"bold": True, "font_color": MUTED, "text_wrap": True, "bottom": 2, "bottom_color": ACCENT}
        texts = self.looks.of(**base, align="left", indent=1, valign="bottom")
        numbers = self.looks.of(**base, align="right", valign="bottom")
        lines = 1
        for position, column in enumerate(columns):
            if column.width:
                self.sheet.set_column(position, position, column.width)
                lines = max(lines, len(wrap(column.head, max(1, int(column.width * BOLD_IN_A_LINE)))))
            self._write_text(self.row, position, column.head, numbers if column.kind in NUMBERS else texts)
        if sum(column.width for column in columns) > WIDE:
            self.sheet.set_paper(A3)
        self.sheet.set_row(self.row, LINE_HEIGHT * lines)
        self.row += 1
        return self.row - 1

    def put(self, row: int, column: int, value: Value, kind: Kind = "text", *, own: bool = False) -> None:
        """A value as what it is. A day before 1900, which no program counts, is written as a text."""
        look = self.looks.cell(kind, own=own)
        if isinstance(value, date):
            if value >= FIRST_DAY:
                self.sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), look)  # noqa: DTZ001
            else:
                self._write_text(row, column, value.isoformat(), look)
        elif isinstance(value, str):
            quoted = value.startswith(LIKE_A_FORMULA)
            self._write_text(row, column, value, self.looks.cell(kind, own=own, quoted=quoted))
        elif value is None:
            self.sheet.write_blank(row, column, None, look)
        else:
            self.sheet.write_number(row, column, value, look)

    def formula(self, row: int, column: int, formula: str, value: Value, kind: Kind = "text") -> None:
        """A formula with its result, for programs that do not calculate."""
        shown: Any = "" if value is None else value
        if isinstance(shown, date):
            shown = (shown - date(1899, 12, 30)).days
        self.sheet.write_formula(row, column, formula, self.looks.cell(kind), shown)

    def choose(self, area: Area, column: int, source: str, *, only: bool = True) -> None:
        """A drop-down of words in a column; `only`: nothing else may be entered."""
        self.sheet.data_validation(
            *area.of(column), {"validate": "list", "source": source, "show_error": only}
        )

    def limit(
        self, cells: tuple[int, int, int, int], least: float, most: float, *, whole: bool = False
    ) -> None:
        """Between which numbers an entry must be."""
        kind = "integer" if whole else "decimal"
        rule = {"validate": kind, "criteria": "between", "minimum": least, "maximum": most}
        self.sheet.data_validation(*cells, rule)

    def paint(
        self, area: Area, column: int, criteria: str, value: Any, colour: str, *, ink: str = INK
    ) -> None:
        """Colours the cells of a column by their value."""
        look = self.looks.rule(bg_color=colour, font_color=ink)
        rule = {"type": "cell", "criteria": criteria, "value": value, "format": look}
        self.sheet.conditional_format(*area.of(column), rule)

    def paint_rows(self, area: Area, formula: str, **look: Any) -> None:
        """Colours whole rows by a formula on the first of them."""
        rule = {"type": "formula", "criteria": formula, "format": self.looks.rule(**look)}
        self.sheet.conditional_format(area.first, 0, area.last, area.columns - 1, rule)

    def ref(self, row: int, column: int, to_row: int | None = None, to_column: int | None = None) -> str:
        """Cells of this sheet by name, for formulas on any sheet."""
        one = cell(row, column, fixed=True)
        many = "" if to_row is None or to_column is None else f":{cell(to_row, to_column, fixed=True)}"
        return f"'{self.name}'!{one}{many}"

    def _write_text(self, row: int, column: int, text: str, look: Any) -> None:
        self.sheet.write_string(row, column, plain(text)[:LONGEST], look)
