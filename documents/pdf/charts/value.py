"""Ranges of money on one scale with its zero, and value against effort, as vector drawings."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.layout import Drawing
from documents.pdf.engine.styles import (
    ACCENT,
    INK,
    LEVEL_COLOURS,
    MUTED,
    QUIET,
    SMALL,
    SMALL_STRONG,
    width_of,
)
from documents.pdf.engine.text import printable, truncate
from language.numbers import integer, shortest
from language.translation import _

PITCH, AXIS = 30.0, 14.0
TICKS, TICK = 5, 3.0
ZERO_HALF = 7.0
AIR = 0.06
CORNER_AIR = 0.2
LARGEST, SMALLEST = 13.0, 6.5


@dataclass(frozen=True)
class ValueRange:
    """One row: low, middle and high end in money, and its figures in words."""

    title: str
    low: float
    middle: float
    high: float
    words: str
    total: bool = False


def scale_of(rows: Sequence[ValueRange]) -> tuple[float, float]:
    """From where to where the scale of money reaches, zero always on it."""
    return _edges([0.0, *(row.low for row in rows), *(row.high for row in rows)], AIR)


def round_amounts(low: float, high: float) -> list[float]:
    """About five round amounts between the ends, zero among them."""
    rough = (high - low) / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    return [step * n for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


class RangeRows(Drawing):
    """A bar from low to high, thin and pale below zero, its middle a dot; zero is a line at each bar."""

    def __init__(self, rows: Sequence[ValueRange], scale: tuple[float, float]) -> None:
        self.rows = rows
        self.low, self.high = scale

    def height(self, width: float) -> float:  # noqa: ARG002 - as many lines as rows
        return PITCH * len(self.rows) + TICK + AXIS

    def alternative(self) -> str:
        return "; ".join(f"{row.title}: {row.words}" for row in self.rows)

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        share = width / (self.high - self.low)
        zero = x - self.low * share
        for place, row in enumerate(self.rows):
            upper = top - PITCH * place
            style = SMALL_STRONG if row.total else SMALL
            words = truncate(printable(row.words), style, width * 0.66)
            left = width - width_of(words, style) - 12
            painter.fitted_line(printable(row.title), SMALL_STRONG, x, upper, left)
            painter.line_of_text(words, style, x, upper, width=width, align="right")
            middle = upper - style.leading - ZERO_HALF
            painter.stroke(zero, middle + ZERO_HALF, zero, middle - ZERO_HALF, MUTED, 0.8)
            self._bar(painter, row, middle, zero, share)
        self._axis(painter, zero, share, top - PITCH * len(self.rows), (x, x + width))

    def _axis(
        self, painter: Painter, zero: float, share: float, foot: float, ends: tuple[float, float]
    ) -> None:
        """Round amounts under the rows; the outermost words stay within the width."""
        for amount in round_amounts(self.low, self.high):
            words = printable(integer(amount))
            at, half = zero + amount * share, width_of(words, QUIET) / 2
            painter.stroke(at, foot, at, foot - TICK, MUTED, 0.5)
            left = min(max(at - half, ends[0]), ends[1] - 2 * half)
            painter.line_of_text(words, QUIET, left, foot - TICK)

    def _bar(self, painter: Painter, row: ValueRange, middle: float, zero: float, share: float) -> None:
        if row.low < 0:
            left, right = zero + row.low * share, zero + min(row.high, 0.0) * share
            painter.bar(left, middle - 1.5, right - left, 3, LEVEL_COLOURS[2])
        if row.high > 0:
            left, right = zero + max(row.low, 0.0) * share, zero + row.high * share
            painter.bar(left, middle - 3.5, right - left, 7, LEVEL_COLOURS[4 if row.total else 3])
        painter.dot(zero + row.middle * share, middle, 3.4, INK)


@dataclass(frozen=True)
class MatrixDot:
    """One use case: what it takes and what it is worth in money, `size` 0..1 of the largest benefit."""

    number: int
    effort: float
    value: float
    size: float


class MatrixPlot(Drawing):
    """Worth upwards, effort to the right, circles with numbers; the two lines that part much from little."""

    def __init__(
        self,
        spots: Sequence[MatrixDot],
        cuts: tuple[float, float],
        side: float,
        corners: tuple[str, str, str, str],
        axes: tuple[str, str],
    ) -> None:
        self.spots, self.cuts, self.side = spots, cuts, side
        self.corners = [printable(word) for word in corners]
        self.upwards, self.along = (printable(word) for word in axes)
        self.down = _edges([0.0, cuts[0], *(spot.value for spot in spots)])
        self.across = _edges([0.0, cuts[1], *(spot.effort for spot in spots)])

    def height(self, width: float) -> float:  # noqa: ARG002 - a square between the names of its axes
        return self.side + 2 * (QUIET.leading + 2)

    def alternative(self) -> str:
        words = _("{number}: {upwards} {value}, {along} {effort}")
        return "; ".join(
            words.format(
                number=spot.number,
                upwards=self.upwards,
                value=integer(spot.value),
                along=self.along,
                effort=shortest(spot.effort),
            )
            for spot in self.spots
        )

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:  # noqa: ARG002
        painter.fitted_line(self.upwards, QUIET, x, top, self.side)
        top -= QUIET.leading + 2
        side, foot = self.side, top - self.side
        painter.fitted_line(self.along, QUIET, x, foot - 2, side, width=side, align="right")
        painter.stroke(x, foot, x + side, foot, MUTED, 0.6)
        painter.stroke(x, foot, x, top, MUTED, 0.6)
        line_y, line_x = foot + self._up(self.cuts[0]), x + self._along(self.cuts[1])
        painter.stroke(x, line_y, x + side, line_y)
        painter.stroke(line_x, foot, line_x, top)
        self._name_corners(painter, x, top)
        for spot in self.spots:
            radius = SMALLEST + (LARGEST - SMALLEST) * spot.size**0.5
            across, up = x + self._along(spot.effort), foot + self._up(spot.value)
            painter.dot(across, up, radius, LEVEL_COLOURS[1])
            style = SMALL_STRONG.coloured(ACCENT)
            painter.line_of_text(
                str(spot.number), style, across - 10, up + style.leading / 2, width=20, align="centre"
            )

    def _up(self, value: float) -> float:
        return self.side * (value - self.down[0]) / (self.down[1] - self.down[0])

    def _along(self, effort: float) -> float:
        return self.side * (effort - self.across[0]) / (self.across[1] - self.across[0])

    def _name_corners(self, painter: Painter, x: float, top: float) -> None:
        first, plan, fill, leave = self.corners
        inner, low = self.side - 10, top - self.side + QUIET.leading + 2
        painter.fitted_line(first, QUIET, x + 5, top - 1, inner / 2)
        painter.fitted_line(plan, QUIET, x + 5, top - 1, inner / 2, width=inner, align="right")
        painter.fitted_line(fill, QUIET, x + 5, low, inner / 2)
        painter.fitted_line(leave, QUIET, x + 5, low, inner / 2, width=inner, align="right")


def _edges(values: Sequence[float], margin: float = CORNER_AIR) -> tuple[float, float]:
    low, high = min(values), max(values)
    air = margin * ((high - low) or 1.0)
    return low - air, high + air
