"""Practices with the averages of both sides joined by a line, or with one bar for the distance of the answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.instrument.model import CAMPS, Camp
from documents.pdf.charts.levels import LEVELS, camp_mark
from documents.pdf.charts.sides import CAMP_TITLES
from documents.pdf.engine.canvas import Align, Painter
from documents.pdf.engine.geometry import CONTENT
from documents.pdf.engine.layout import Drawing, TextBlock
from documents.pdf.engine.styles import (
    ACCENT,
    BODY,
    CAMP_COLOURS,
    INK,
    MUTED,
    QUIET,
    SMALL_STRONG,
    STRONG,
)
from documents.pdf.engine.text import printable
from language.numbers import shortest
from language.translation import _

TITLE, PLOT = 158.0, 182.0
END = 420.0
"""Where the plot ends; the difference is beyond."""
HEAD = 2 * QUIET.leading + 6
RADIUS, BESIDE, TOUCHING, NEARER = 5.4, 9.5, 7.0, 1.4
"""Size of a mark, from it to its number, and below which distance one of two marks grows and the other shrinks by how much."""
NAME = 120.0
FURTHEST = 2.0


@dataclass(frozen=True)
class DumbbellRow:
    """One practice: the values on 1..5 that are known, with their words; the difference in words, and the level agreed."""

    title: str
    values: Mapping[Camp, float]
    words: Mapping[Camp, str]
    apart: str
    large: bool
    agreed: int | None = None


class Dumbbell(Drawing):
    """One line a practice, `pitch` apart; circle for business, diamond for technology, each with its number.

    `names` are written at the marks of the first row; `hollow` is a side that was not asked.
    """

    def __init__(
        self,
        rows: Sequence[DumbbellRow],
        ends: tuple[str, str],
        pitch: float,
        words: str,
        names: Mapping[Camp, str] = CAMP_TITLES,
        hollow: Camp | None = None,
    ) -> None:
        self.rows, self.ends, self.pitch, self.words = rows, ends, pitch, words
        self.names, self.hollow = names, hollow

    def height(self, width: float) -> float:  # noqa: ARG002 - as many lines as rows, and a head
        return HEAD + self.pitch * len(self.rows) + SMALL_STRONG.leading

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        self._axis(painter, x, top, width)
        top -= HEAD + SMALL_STRONG.leading
        for position, row in enumerate(self.rows):
            middle = top - self.pitch / 2
            self._row(painter, row, x, middle, width)
            if position == 0:
                self._name_sides(painter, row, x, middle)
            top -= self.pitch

    def _axis(self, painter: Painter, x: float, top: float, width: float) -> None:
        foot = top - self.height(width)
        for level in LEVELS:
            painter.stroke(x + _at(level), top - QUIET.leading - 2, x + _at(level), foot)
            if level not in (LEVELS[0], LEVELS[-1]):
                painter.line_of_text(str(level), QUIET, x + _at(level), top, align="centre")
        lowest, highest = (printable(name) for name in self.ends)
        room, rest = (END - PLOT) / 4, width - END - 20
        painter.fitted_line(lowest, QUIET, x + PLOT - 4, top, room - 6)
        painter.fitted_line(highest, QUIET, x + END - room + 18, top, room, width=room, align="right")
        painter.fitted_line(_("Apart"), QUIET, x + END + 20, top, rest, width=rest, align="right")

    def _row(self, painter: Painter, row: DumbbellRow, x: float, middle: float, width: float) -> None:
        _title(painter, row.title, x, middle)
        if row.agreed is not None:
            _agreed(painter, row.agreed, x + _at(row.agreed), middle)
        places = {camp: x + _at(value) for camp, value in row.values.items()}
        low, high = min(places.values()), max(places.values())
        painter.stroke(low, middle, high, middle, INK if row.large else MUTED, 2.4 if row.large else 1.4)
        grown = NEARER if len(places) > 1 and high - low < TOUCHING else 0.0
        for camp in reversed(CAMPS):
            if camp in places:
                radius = RADIUS + (grown if camp == "technology" else -grown)
                camp_mark(painter, camp, places[camp], middle, hollow=camp == self.hollow, radius=radius)
        for camp, at in places.items():
            style, upper = SMALL_STRONG.coloured(CAMP_COLOURS[camp]), middle + SMALL_STRONG.leading / 2
            turn: Align = "right" if camp == _left(row) else "left"
            start = at - BESIDE - 40 if turn == "right" else at + BESIDE
            painter.line_of_text(row.words[camp], style, start, upper, width=40, align=turn)
        style = STRONG if row.large else BODY
        painter.line_of_text(row.apart, style, x, middle + style.leading / 2, width=width, align="right")

    def _name_sides(self, painter: Painter, row: DumbbellRow, x: float, middle: float) -> None:
        """The names of the sides at the marks of the first row, away from each other."""
        upper = middle + BODY.leading + 1 + SMALL_STRONG.leading
        for camp, value in row.values.items():
            style, at = SMALL_STRONG.coloured(CAMP_COLOURS[camp]), x + _at(value)
            turn: Align = "right" if camp == _left(row) else "left"
            start = at + RADIUS - NAME if turn == "right" else at - RADIUS
            painter.fitted_line(self.names[camp], style, start, upper, NAME, width=NAME, align=turn)


def _left(row: DumbbellRow) -> Camp:
    """The side whose words are on the left; one that is alone has them on the right."""
    business, technology = (row.values.get(camp) for camp in CAMPS)
    if business is None or technology is None:
        return CAMPS[1] if technology is None else CAMPS[0]
    return CAMPS[0] if business <= technology else CAMPS[1]


def _at(value: float) -> float:
    """A value on 1..5 on the plot."""
    return PLOT + (END - PLOT) * (value - 1) / 4


def _agreed(painter: Painter, level: int, at: float, middle: float) -> None:
    """An upright stroke at the level the room agreed, named below."""
    painter.stroke(at, middle + 11, at, middle - 11, INK, 2)
    words = _("agreed {level}").format(level=level)
    painter.line_of_text(words, QUIET, at - 40, middle - 10, width=80, align="centre")


def _title(painter: Painter, title: str, x: float, middle: float) -> None:
    block = TextBlock(title, BODY, lines=2)
    block.paint(painter, x, middle + block.height(TITLE) / 2, TITLE)


@dataclass(frozen=True)
class DistanceBar:
    """One practice: the typical distance from the middle answer, and its words."""

    title: str
    distance: float
    words: str
    within: str


class DistanceBars(Drawing):
    """One bar a practice, from no distance to half the scale."""

    def __init__(self, rows: Sequence[DistanceBar], pitch: float, words: str) -> None:
        self.rows, self.pitch, self.words = rows, pitch, words

    def height(self, width: float) -> float:  # noqa: ARG002 - as many lines as rows, and a head
        return HEAD + QUIET.leading + self.pitch * len(self.rows)

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        top -= QUIET.leading
        room = CONTENT - END - 8
        for tick in (0.0, 0.5, 1.0, 1.5, 2.0):
            at = x + PLOT + (END - PLOT) * tick / FURTHEST
            painter.stroke(at, top - QUIET.leading - 2, at, top - HEAD - self.pitch * len(self.rows))
            painter.line_of_text(shortest(tick), QUIET, at, top, align="centre")
        for line, head in enumerate((_("a level"), _("Within"))):
            upper = top + line * QUIET.leading
            painter.fitted_line(head, QUIET, x + END + 8, upper, room, width=room, align="right")
        top -= HEAD
        for row in self.rows:
            middle = top - self.pitch / 2
            _title(painter, row.title, x, middle)
            wide = (END - PLOT) * min(row.distance, FURTHEST) / FURTHEST
            painter.bar(x + PLOT, middle - 6, wide, 12, ACCENT)
            upper = middle + SMALL_STRONG.leading / 2
            painter.line_of_text(row.words, SMALL_STRONG, x + PLOT + wide + 5, upper)
            painter.line_of_text(row.within, QUIET, x, upper, width=width, align="right")
            top -= self.pitch
