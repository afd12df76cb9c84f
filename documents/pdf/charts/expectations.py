"""What was expected of the other side against what was found: four fields, each practice with both averages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.instrument.model import CAMPS, Camp
from documents.pdf.charts.heat_grid import FRAME
from documents.pdf.charts.levels import LEVELS, camp_mark
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.layout import Drawing, TextBlock
from documents.pdf.engine.styles import (
    BODY,
    CAMP_COLOURS,
    HAIRLINE,
    INK,
    MUTED,
    QUIET,
    SMALL_STRONG,
    STRONG,
)
from documents.pdf.engine.text import printable
from language.translation import _

GUTTER, INSIDE, RADIUS, END = 10.0, 9.0, 5.0, 8.0
SIDE_HEAD = 74.0
TITLE_LINES = 2
LINES = (48.0, 44.0, 40.0, 36.0, 32.0)
"""Heights of a practice below its title, from the most generous: numbers, and the scale with its marks."""


@dataclass(frozen=True)
class ExpectedRow:
    """A practice with both averages on 1..5 and as they are printed."""

    title: str
    values: Mapping[Camp, float]
    words: Mapping[Camp, str]


@dataclass(frozen=True)
class ExpectedField:
    """One of the four fields: its name and practices; `more` are not drawn."""

    name: str
    rows: tuple[ExpectedRow, ...]
    more: str = ""
    strong: bool = False


class ExpectedMatrix(Drawing):
    """Columns: expected to agree, expected to differ; rows: found to differ, found to agree."""

    def __init__(
        self,
        fields: tuple[tuple[ExpectedField, ExpectedField], tuple[ExpectedField, ExpectedField]],
        heads: tuple[str, str],
        sides: tuple[str, str],
        words: str,
        line: float,
    ) -> None:
        self.fields, self.heads, self.sides, self.words = fields, heads, sides, words
        self.line = line

    def height(self, width: float) -> float:
        highs = [self._row(pair, width) for pair in self.fields]
        return QUIET.leading + 4 + sum(highs) + GUTTER

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        wide = _field_width(width)
        for position, head in enumerate(self.heads):
            left = x + SIDE_HEAD + position * (wide + GUTTER)
            painter.fitted_line(printable(head), SMALL_STRONG, left, top, wide)
        top -= QUIET.leading + 4
        for side, pair in zip(self.sides, self.fields, strict=True):
            high = self._row(pair, width)
            TextBlock(side, SMALL_STRONG, lines=3).paint(painter, x, top - INSIDE, SIDE_HEAD - 10)
            for position, field in enumerate(pair):
                self._field(painter, field, x + SIDE_HEAD + position * (wide + GUTTER), top, wide, high)
            top -= high + GUTTER

    def _row(self, pair: Sequence[ExpectedField], width: float) -> float:
        return max(self._needed(field, _field_width(width) - 2 * INSIDE) for field in pair)

    def _needed(self, field: ExpectedField, inner: float) -> float:
        rows = sum(TextBlock(row.title, BODY, TITLE_LINES).height(inner) + self.line for row in field.rows)
        words = BODY.leading if field.more or not field.rows else 0
        return 2 * INSIDE + STRONG.leading + 4 + rows + words

    def _field(
        self, painter: Painter, field: ExpectedField, left: float, top: float, wide: float, high: float
    ) -> None:
        colour, line = (INK, FRAME) if field.strong else (MUTED, 0.5)
        painter.frame(left, top - high, wide, high, colour, line)
        inner = wide - 2 * INSIDE
        left, top = left + INSIDE, top - INSIDE
        painter.fitted_line(printable(field.name), STRONG, left, top, inner)
        top -= STRONG.leading + 4
        for row in field.rows:
            title = TextBlock(row.title, BODY, TITLE_LINES)
            title.paint(painter, left, top, inner)
            top -= title.height(inner)
            _scale(painter, row, left, top, inner)
            top -= self.line
        painter.fitted_line(printable(field.more if field.rows else _("none")), BODY, left, top, inner)


def _field_width(width: float) -> float:
    return (width - SIDE_HEAD - GUTTER) / 2


def _scale(painter: Painter, row: ExpectedRow, left: float, top: float, wide: float) -> None:
    """The numbers above their marks, away from each other."""
    start, end, middle = left + END, left + wide - END, top - SMALL_STRONG.leading - RADIUS - 3
    places = {camp: start + (end - start) * (value - 1) / 4 for camp, value in row.values.items()}
    painter.stroke(start, middle, end, middle, HAIRLINE, 0.8)
    for level in LEVELS:
        at = start + (end - start) * (level - 1) / 4
        painter.stroke(at, middle - 3, at, middle + 3, MUTED, 0.5)
    painter.stroke(min(places.values()), middle, max(places.values()), middle, INK, 1.8)
    for camp in reversed(CAMPS):
        camp_mark(painter, camp, places[camp], middle, radius=RADIUS)
    business_left = row.values[CAMPS[0]] <= row.values[CAMPS[1]]
    for camp in CAMPS:
        style = SMALL_STRONG.coloured(CAMP_COLOURS[camp])
        if business_left == (camp == CAMPS[0]):
            painter.line_of_text(row.words[camp], style, places[camp] - 34, top, width=40, align="right")
        else:
            painter.line_of_text(row.words[camp], style, places[camp] - 6, top)
