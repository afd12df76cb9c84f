"""The two camps side by side, practice by practice: dumbbell and heat map in one table, or plain distances."""

from collections.abc import Mapping, Sequence

from assessment.instrument.model import CAMPS, Camp
from documents.pdf.charts.levels import LEVELS, camp_mark
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.layout import Drawable, Drawing
from documents.pdf.engine.styles import (
    CAMP_COLOURS,
    INK,
    LEVEL_COLOURS,
    MUTED,
    PAPER,
    QUIET,
    SMALL,
    SMALL_STRONG,
    Style,
)
from documents.pdf.engine.text import printable
from language.numbers import decimal, shortest
from language.translation import _, lazy, lazy_table
from report.model.alignment import AlignedPractice
from report.text.alignment.findings import FURTHEST, SPREAD, distance_text, is_large, value_text
from report.text.alignment.sentences import difference_size, within_one
from scoring.alignment.agreement import APART, CLOSE, SpreadWord
from scoring.levels.rules import practice_level

PITCH = 13.5
TOUCHING = 3.0
"""Nearer than this the diamond grows and the circle shrinks, so that both can be seen."""
TITLE = 188.0
PLOT = 194.0
WIDE = 118.0
CELL = 40.0
CELLS: dict[Camp, float] = {"business": 318.0, "technology": 368.0}
HEAD: dict[Camp, float] = {"business": 44.0, "technology": 52.0}
"""How wide the names of the sides may be above their cells."""
APART_END = 438.0
FAR_WIDE = 170.0
BANDS: tuple[tuple[float, float, SpreadWord], ...] = (
    (0.0, CLOSE, "close"),
    (CLOSE, APART, "mixed"),
    (APART, FURTHEST, "apart"),
)
DISTANCE_END = 414.0
HEAT = (*LEVEL_COLOURS[:3], "#5C9AB6", LEVEL_COLOURS[4])
"""The five steps of a level; the fourth a little lighter, so that a number reads on it."""
CAMP_TITLES: Mapping[Camp, str] = lazy_table({"business": lazy("Business"), "technology": lazy("Technology")})


def level_x(value: float) -> float:
    """A value on 1..5 on the plot."""
    return PLOT + WIDE * (value - 1) / 4


def distance_x(value: float) -> float:
    """A distance of 0..2 levels on the plot."""
    return PLOT + FAR_WIDE * value / FURTHEST


class CampHead(Drawable):
    """The levels, the lowest and the highest by name, and the names of the columns."""

    def __init__(self, lowest: str, highest: str) -> None:
        self.lowest, self.highest = printable(lowest), printable(highest)

    def height(self, width: float) -> float:  # noqa: ARG002 - two lines at any width
        return 2 * QUIET.leading + 2

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        below = top - QUIET.leading
        painter.line_of_text(_("Practice"), QUIET, x, below)
        for level in LEVELS:
            painter.line_of_text(str(level), QUIET, x + level_x(level), below, align="centre")
        half = WIDE / 2
        painter.fitted_line(self.lowest, QUIET, x + PLOT - 2, top, half)
        painter.fitted_line(self.highest, QUIET, x + PLOT + half + 2, top, half, width=half, align="right")
        for camp in CAMPS:
            middle = x + CELLS[camp] + CELL / 2
            camp_mark(painter, camp, middle, top - QUIET.leading / 2)
            style = SMALL_STRONG.coloured(CAMP_COLOURS[camp])
            painter.fitted_line(CAMP_TITLES[camp], style, middle, below, HEAD[camp], align="centre")
        apart = APART_END - CELLS["technology"] - CELL - 4
        painter.fitted_line(_("Apart"), QUIET, x, below, apart, width=APART_END, align="right")
        _within_head(painter, x, top, width)


class CampRows(Drawing):
    """Practices: both sides' averages as a dumbbell, and the same numbers on the five steps of the level hue."""

    def __init__(self, rows: Sequence[AlignedPractice]) -> None:
        self.rows = rows

    def height(self, width: float) -> float:  # noqa: ARG002 - as many lines as rows
        return PITCH * len(self.rows)

    def alternative(self) -> str:
        return "; ".join(_sides_in_words(row) for row in self.rows)

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        for level in LEVELS:
            painter.stroke(x + level_x(level), top, x + level_x(level), top - self.height(width))
        for row in self.rows:
            _title(painter, x, top - PITCH / 2, width, row)
            if row.business is not None and row.technology is not None:
                self._sides(painter, x, top - PITCH / 2, row.business, row.technology)
            top -= PITCH

    def _sides(self, painter: Painter, x: float, middle: float, business: float, technology: float) -> None:
        large = is_large(technology - business)
        one, other = x + level_x(business), x + level_x(technology)
        painter.stroke(one, middle, other, middle, INK if large else MUTED, 1.8 if large else 1.0)
        around = 1.0 if abs(one - other) < TOUCHING else 0.0
        camp_mark(painter, "technology", other, middle, radius=3.6 + around)
        camp_mark(painter, "business", one, middle, radius=3.6 - around)
        _heat(painter, x + CELLS["business"], middle, business)
        _heat(painter, x + CELLS["technology"], middle, technology)
        style = SMALL_STRONG if large else SMALL
        apart = decimal(difference_size(abs(technology - business)), 1)
        painter.line_of_text(apart, style, x, middle + style.leading / 2, width=APART_END, align="right")


def _sides_in_words(row: AlignedPractice) -> str:
    if row.business is None or row.technology is None:
        return row.practice.title
    return _("{practice}: business {business}, technology {technology}").format(
        practice=row.practice.title,
        business=decimal(row.business, 1),
        technology=decimal(row.technology, 1),
    )


def _heat(painter: Painter, left: float, middle: float, value: float) -> None:
    level = practice_level(value)
    painter.bar(left, middle - PITCH / 2 + 0.5, CELL, PITCH - 1, HEAT[level - 1])
    style = SMALL.coloured(PAPER if level == LEVELS[-1] else INK)
    painter.line_of_text(
        value_text(value), style, left, middle + style.leading / 2, width=CELL, align="centre"
    )


class DistanceHead(Drawable):
    """The scale of the distances; from five leaders with the words for them."""

    def __init__(self, *, words: bool) -> None:
        self.words = words

    def height(self, width: float) -> float:  # noqa: ARG002 - two lines at any width
        return 2 * QUIET.leading + 2

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        below = top - QUIET.leading
        painter.line_of_text(_("Practice"), QUIET, x, below)
        for tick in (0.0, 0.5, 1.0, 1.5, 2.0):
            painter.line_of_text(shortest(tick), QUIET, x + distance_x(tick), below, align="centre")
        for start, end, word in BANDS if self.words else ():
            span = distance_x(end) - distance_x(start)
            painter.line_of_text(SPREAD[word], QUIET, x + distance_x(start), top, width=span, align="centre")
        painter.line_of_text(_("Distance"), QUIET, x, below, width=DISTANCE_END, align="right")
        _within_head(painter, x, top, width)


class DistanceRows(Drawing):
    """Practices: mean deviation from the median, in levels."""

    def __init__(self, rows: Sequence[AlignedPractice], *, words: bool) -> None:
        self.rows, self.words = rows, words

    def height(self, width: float) -> float:  # noqa: ARG002 - as many lines as rows
        return PITCH * len(self.rows)

    def alternative(self) -> str:
        words = _("{practice}: distance {distance}")
        return "; ".join(
            words.format(practice=row.practice.title, distance=decimal(row.deviation, 1)) for row in self.rows
        )

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        lines = (0.0, CLOSE, APART) if self.words else (0.0, 0.5, 1.0, 1.5, 2.0)
        for value in lines:
            place = x + distance_x(value)
            painter.stroke(place, top, place, top - self.height(width))
        for row in self.rows:
            middle = top - PITCH / 2
            _title(painter, x, middle, width, row)
            painter.stroke(x + distance_x(0), middle, x + distance_x(row.deviation), middle, MUTED, 1.0)
            painter.dot(x + distance_x(row.deviation), middle, 3, INK)
            _number(painter, distance_text(row.deviation), SMALL, x, middle, DISTANCE_END)
            top -= PITCH


def _title(painter: Painter, x: float, middle: float, width: float, row: AlignedPractice) -> None:
    painter.fitted_line(printable(row.practice.title), SMALL, x, middle + SMALL.leading / 2, TITLE)
    _number(painter, within_one(row), SMALL, x, middle, width)


def _number(painter: Painter, text: str, style: Style, x: float, middle: float, end: float) -> None:
    painter.line_of_text(text, style, x, middle + style.leading / 2, width=end, align="right")


def _within_head(painter: Painter, x: float, top: float, width: float) -> None:
    room = width - DISTANCE_END - 6
    painter.fitted_line(_("Within"), QUIET, x, top, room, width=width, align="right")
    painter.fitted_line(_("a level"), QUIET, x, top - QUIET.leading, room, width=width, align="right")


class CampName(Drawable):
    """The shape of a camp, its name and its average."""

    def __init__(self, camp: Camp, value: float) -> None:
        self.camp, self.text = camp, f"{CAMP_TITLES[camp]} {value_text(value)}"

    def height(self, width: float) -> float:  # noqa: ARG002 - one line at any width
        return SMALL_STRONG.leading

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:  # noqa: ARG002
        camp_mark(painter, self.camp, x + 4, top - SMALL_STRONG.leading / 2)
        style = SMALL_STRONG.coloured(CAMP_COLOURS[self.camp])
        painter.line_of_text(self.text, style, x + 13, top)
