"""The practices as a grid, a section a row: each cell in the colour of its level, with title and number."""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.layout import Drawing, TextBlock
from documents.pdf.engine.styles import (
    ACCENT,
    BOLD,
    INK,
    MUTED,
    PAPER,
    QUIET,
    SMALL,
    SMALL_STRONG,
    STRONG,
    Style,
)
from documents.pdf.engine.text import printable, with_whole_words

CELL_COLOURS = ("#E6EEF3", "#C7DBE4", "#A3C4D3", ACCENT, "#083B50")
"""The five steps of a level; text on each has a contrast of at least 7:1."""
ACROSS = 5
"""Cells beside one another; a section with more practices goes on below."""
HEAD, GAP, INSIDE, FRAME = 84.0, 3.0, 5.0, 2.6
TITLE_LINES = 7
LEVEL = Style(BOLD, 18, 24)


@dataclass(frozen=True)
class GridCell:
    """One practice. `level` is None where there is nothing to colour; then `remark` says why."""

    title: str
    level: int | None
    remark: str = ""
    needed: int | None = None
    key: bool = False
    framed: bool = False
    unknown: bool = False


@dataclass(frozen=True)
class GridRow:
    """Up to `ACROSS` practices of one section; the head is empty where it goes on from the row above."""

    title: str
    level: str
    cells: tuple[GridCell, ...]
    words: str


class HeatGrid(Drawing):
    """Rows of cells, each at least high enough for the longest title and at most `high`."""

    def __init__(self, rows: Sequence[GridRow], high: float) -> None:
        self.rows, self.high = rows, high

    def height(self, width: float) -> float:  # noqa: ARG002 - as many rows as there are
        return self.high * len(self.rows) - GAP

    def alternative(self) -> str:
        return " ".join(row.words for row in self.rows if row.words)

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        wide = cell_width(width, max(len(row.cells) for row in self.rows))
        for row in self.rows:
            _head(painter, row, x, top)
            for position, cell in enumerate(row.cells):
                self._cell(painter, cell, x + HEAD + position * wide, top, wide - GAP)
            top -= self.high

    def _cell(self, painter: Painter, cell: GridCell, left: float, top: float, wide: float) -> None:
        high = self.high - GAP
        low = top - high
        filled = cell.level is not None and not cell.unknown
        if filled and cell.level is not None:
            painter.bar(left, low, wide, high, CELL_COLOURS[cell.level - 1])
        if cell.framed:
            painter.frame(left, low, wide, high, INK, FRAME)
            inner = (wide - 2 * FRAME, high - 2 * FRAME)
            painter.frame(left + FRAME, low + FRAME, *inner, PAPER, 1)
        if cell.unknown:
            edge = FRAME + 1.5 if cell.framed else 0.4
            _dashed(painter, left + edge, top - edge, wide - 2 * edge, high - 2 * edge)
        elif not filled and not cell.framed:
            painter.frame(left, low, wide, high, MUTED, 0.8)
        dark = filled and cell.level is not None and cell.level > 3
        ink, room = (PAPER if dark else INK), wide - 2 * INSIDE
        if filled:
            number = f"{cell.level} → {cell.needed}" if cell.needed else str(cell.level)
            painter.fitted_line(number, LEVEL.coloured(ink), left + INSIDE, top - 3, room)
        else:
            painter.fitted_line(printable(cell.remark), QUIET, left + INSIDE, top - 5, room)
        title = _title(cell, ink, room)
        title.paint(painter, left + INSIDE, top - 4 - LEVEL.leading, room)


def _title(cell: GridCell, ink: str, room: float) -> TextBlock:
    style = (SMALL_STRONG if cell.key else SMALL).coloured(ink)
    return TextBlock(cell.title, with_whole_words(printable(cell.title), style, room), TITLE_LINES)


def _head(painter: Painter, row: GridRow, x: float, top: float) -> None:
    title = TextBlock(row.title, STRONG, lines=3)
    title.paint(painter, x, top - 2, HEAD - 8)
    painter.fitted_line(printable(row.level), QUIET, x, top - 2 - title.height(HEAD - 8), HEAD - 8)


def _dashed(painter: Painter, left: float, top: float, wide: float, high: float) -> None:
    """The edge of a cell that nobody could fill."""
    low, right = top - high, left + wide
    for edge in (
        (left, top, right, top),
        (left, low, right, low),
        (left, low, left, top),
        (right, low, right, top),
    ):
        painter.stroke(*edge, MUTED, 0.8, dashed=True)


def cell_width(width: float, across: int) -> float:
    """The width of a cell with the gap behind it."""
    return (width - HEAD + GAP) / across


def lowest(rows: Sequence[GridRow], width: float) -> float:
    """The height of a row in which every title fits, with the gap below."""
    inner = cell_width(width, max(len(row.cells) for row in rows)) - GAP - 2 * INSIDE
    titles = [_title(cell, INK, inner).height(inner) for row in rows for cell in row.cells]
    return LEVEL.leading + 10 + max(titles) + GAP
