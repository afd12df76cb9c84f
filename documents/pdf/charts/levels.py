"""Level charts as vector drawings: level as bar or squares, average as dot, thresholds as lines.

One scale for all: an index of 0 to 100, which is `25 (value − 1)` for a value on 1..5. Level k begins
above 25 (k − 1.5). The same information stands in words or in a table near each chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import MM
from documents.pdf.engine.layout import Drawable, Drawing
from documents.pdf.engine.styles import (
    ACCENT,
    BODY,
    CAMP_COLOURS,
    HAIRLINE,
    INK,
    LEVEL_COLOURS,
    MUTED,
    QUIET,
    SMALL,
    Style,
)
from documents.pdf.engine.text import printable
from language.numbers import integer
from language.translation import _

LEVELS = (1, 2, 3, 4, 5)
BEGINS = {level: 25 * (level - 1.5) for level in (2, 3, 4, 5)}
"""The index above which a level begins."""


def index_of(value: float) -> float:
    """A value on 1..5 on the scale of the charts."""
    return 25 * (value - 1)


def band(level: int) -> tuple[float, float]:
    """From where to where a level reaches on the scale."""
    return max(0.0, BEGINS.get(level, 0.0)), min(100.0, BEGINS.get(level + 1, 100.0))


@dataclass(frozen=True)
class LevelRow:
    """One line of a profile."""

    title: str
    level: int | None
    index: float | None
    remark: str
    style: Style = SMALL
    required: int | None = None
    """The level asked for next; the chart shows what is lacking to it."""
    unknown: bool = False
    """Not known: drawn hollow, where it counts and not where somebody described it; nothing is lacking to it."""

    @property
    def lacks(self) -> bool:
        return (
            not self.unknown
            and self.required is not None
            and self.level is not None
            and self.level < self.required
        )


@dataclass(frozen=True)
class Scale:
    """Horizontal positions of title, plot and remark of a profile."""

    plot: float
    wide: float
    remark: float

    def x(self, index: float) -> float:
        return self.plot + self.wide * index / 100


BOARD_SCALE = Scale(plot=50 * MM, wide=78 * MM, remark=133 * MM)
FULL_SCALE = Scale(plot=64 * MM, wide=70 * MM, remark=137 * MM)


class LevelAxis(Drawable):
    """The levels above their bands."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale

    def height(self, width: float) -> float:  # noqa: ARG002 - one line at any width
        return QUIET.leading

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:  # noqa: ARG002
        for level in LEVELS:
            start, end = (self.scale.x(edge) for edge in band(level))
            painter.line_of_text(str(level), QUIET, x + start, top, width=end - start, align="centre")


class SectionRows(Drawing):
    """Sections: a bar over the band of the level reached, a dot for the average."""

    def __init__(self, rows: Sequence[LevelRow], scale: Scale, pitch: float) -> None:
        self.rows, self.scale, self.pitch = rows, scale, pitch

    def height(self, width: float) -> float:  # noqa: ARG002 - as many lines as rows
        return self.pitch * len(self.rows)

    def alternative(self) -> str:
        return "; ".join(_in_words(row) for row in self.rows)

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        _thresholds(painter, x, top, self.height(width), self.scale)
        for row in self.rows:
            self._row(painter, x, top - self.pitch / 2, width, row)
            top -= self.pitch

    def _row(self, painter: Painter, x: float, middle: float, width: float, row: LevelRow) -> None:
        scale = self.scale
        _beside(painter, row, x, middle, width, scale)
        painter.stroke(x + scale.x(0), middle, x + scale.x(100), middle, HAIRLINE)
        if row.level is not None:
            start, end = band(row.level)
            colour = LEVEL_COLOURS[row.level - 1]
            painter.bar(x + scale.x(start), middle - 4, scale.wide * (end - start) / 100, 8, colour)
        if row.index is not None:
            painter.dot(x + scale.x(row.index), middle, 3.2, INK)


class PracticeRows(SectionRows):
    """Practices: a dot for the value described; what is lacking to the next level is a line."""

    def _row(self, painter: Painter, x: float, middle: float, width: float, row: LevelRow) -> None:
        scale = self.scale
        _beside(painter, row, x, middle, width, scale)
        if row.index is None:
            return
        place = x + scale.x(row.index)
        if row.lacks and row.required is not None:
            goal = x + scale.x(BEGINS[row.required])
            painter.stroke(place, middle, goal, middle, ACCENT, 1.2)
            painter.stroke(goal, middle - 4, goal, middle + 4, ACCENT, 1.6)
        painter.dot(place, middle, 3, ACCENT if row.lacks else MUTED, hollow=row.unknown)


def _thresholds(painter: Painter, x: float, top: float, height: float, scale: Scale) -> None:
    for index in BEGINS.values():
        painter.stroke(x + scale.x(index), top, x + scale.x(index), top - height, HAIRLINE)


def _beside(painter: Painter, row: LevelRow, x: float, middle: float, width: float, scale: Scale) -> None:
    style = row.style
    top = middle + style.leading / 2
    painter.fitted_line(printable(row.title), style, x, top, scale.plot - 4)
    painter.fitted_line(printable(row.remark), SMALL, x + scale.remark, top, width - scale.remark)


def _in_words(row: LevelRow) -> str:
    if row.index is None:
        return f"{row.title}: {row.remark}"
    words = _("{title}: {remark}, average {index} out of 100")
    return words.format(title=row.title, remark=row.remark, index=integer(row.index))


class LevelSquares(Drawable):
    """A level as five squares of one hue, with its number in words."""

    def __init__(self, level: int | None, words: str) -> None:
        self.level, self.words = level, printable(words)

    def height(self, width: float) -> float:  # noqa: ARG002 - one line at any width
        return SMALL.leading

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        side, step = 5.5, 7.5
        for position in range(5):
            left, below = x + position * step, top - SMALL.leading / 2 - side / 2
            if self.level is not None and position < self.level:
                painter.bar(left, below, side, side, LEVEL_COLOURS[self.level - 1 if self.level > 1 else 1])
            else:
                painter.outline(left + 0.25, below + 0.25, side - 0.5, side - 0.5)
        start = 5 * step + 4
        painter.fitted_line(self.words, QUIET, x + start, top, width - start)


class ExpectationLine(Drawable):
    """Own answer and the answer expected of the other side, each with the shape and colour of its camp."""

    def __init__(self, own: tuple[str, int | None], other: tuple[str, int]) -> None:
        self.own, self.other = own, other

    def height(self, width: float) -> float:  # noqa: ARG002 - one line at any width
        return BODY.leading

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        middle = top - BODY.leading / 2
        place = {level: x + 6 + (width - 12) * (level - 1) / 4 for level in LEVELS}
        painter.stroke(place[1], middle, place[5], middle, HAIRLINE)
        for level in LEVELS:
            painter.stroke(place[level], middle - 2.5, place[level], middle + 2.5, HAIRLINE)
        camp, level = self.other
        mine = self.own[1]
        if mine is not None and mine != level:
            painter.stroke(place[mine], middle, place[level], middle, MUTED, 1.2)
        same = 5 if mine == level else 0
        camp_mark(painter, camp, place[level] + same, middle, hollow=True)
        if mine is not None:
            camp_mark(painter, self.own[0], place[mine] - same, middle, hollow=False)


class AgreedLine(Drawable):
    """The average voted as a hollow dot, the level agreed as an upright stroke."""

    def __init__(self, voted: float | None, agreed: int) -> None:
        self.voted, self.agreed = voted, agreed

    def height(self, width: float) -> float:  # noqa: ARG002 - one line at any width
        return SMALL.leading

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        middle, step = top - SMALL.leading / 2, (width - 12) / 4
        painter.stroke(x + 6, middle, x + 6 + 4 * step, middle, HAIRLINE)
        for level in LEVELS:
            at = x + 6 + (level - 1) * step
            painter.stroke(at, middle - 2.5, at, middle + 2.5, MUTED)
        goal = x + 6 + (self.agreed - 1) * step
        if self.voted is not None:
            place = x + 6 + (self.voted - 1) * step
            painter.stroke(place, middle, goal, middle, MUTED, 1.2)
            painter.dot(place, middle, 3, INK, hollow=True)
        painter.stroke(goal, middle - 6, goal, middle + 6, INK, 2)


def camp_mark(
    painter: Painter, camp: str, x: float, y: float, *, hollow: bool = False, radius: float = 3.6
) -> None:
    """The shape of a camp in its colour: business a circle, technology a diamond."""
    shape = painter.diamond if camp == "technology" else painter.dot
    shape(x, y, radius, CAMP_COLOURS[camp], hollow=hollow)
