"""Ranges of money beside the steps by which their expected values add up, as one vector drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from documents.pdf.charts.value import round_amounts
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.layout import Drawing
from documents.pdf.engine.styles import (
    ACCENT,
    HAIRLINE,
    INK,
    LEVEL_COLOURS,
    MUTED,
    QUIET,
    SMALL_STRONG,
    WASH,
    width_of,
)
from documents.pdf.engine.text import printable, wrap
from language.numbers import integer

NAME, AMOUNT, GUTTER = 136.0, 64.0, 14.0
RANGES = 0.56
"""Share of the ranges in the width that name and amount leave."""
AIR, TIGHT, LINES, AXIS = 7.0, 3.0, 24, 16.0
THICK, THIN, LEAN, TICK = 10.0, 4.0, 7.0, 3.0
MARGIN = 0.05
ROOMY = 35.0
"""Above this distance of the rows their words have air around them."""
LEAST = 1e-6


@dataclass(frozen=True)
class Step:
    """One row: what it adds, its range if it has one, and its words. A `total` is the sum of all rows above."""

    title: str
    remark: str
    amount: str
    adds: float
    range: tuple[float, float, float] | None
    """Low, middle and high."""
    total: bool = False
    marked: bool = False
    """Has a ground of its own."""


@dataclass(frozen=True)
class _Scale:
    """Money on a part of the width."""

    left: float
    wide: float
    low: float
    high: float

    def x(self, money: float) -> float:
        return self.left + self.wide * (money - self.low) / (self.high - self.low)


class ValueSteps(Drawing):
    """Left the range of each row with its expected value, right the steps of the expected values to the total."""

    def __init__(self, steps: Sequence[Step], heads: tuple[str, str, str], words: str, pitch: float) -> None:
        self.steps, self.words, self.pitch = steps, words, pitch
        self.heads = [printable(head) for head in heads]
        self.amounts = [printable(step.amount) for step in steps]
        self.ends = _ends(steps)
        self._lines = [
            (
                wrap(printable(step.title), SMALL_STRONG, NAME, LINES),
                wrap(printable(step.remark), QUIET, NAME, LINES),
            )
            for step in steps
        ]

    def alternative(self) -> str:
        return self.words

    def height(self, width: float) -> float:
        return self._head(width) + sum(map(self._tall, range(len(self.steps)))) + AXIS

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        ranges, bridge = self._scales(x, width)
        self._name_columns(painter, top, x + width, (ranges, bridge))
        top -= self._head(width)
        foot = top - sum(map(self._tall, range(len(self.steps))))
        self._grounds(painter, x, top, width)
        for scale in (ranges, bridge):
            _axis(painter, scale, top, foot)
        for place, step in enumerate(self.steps):
            tall = self._tall(place)
            painter.stroke(
                x, top, x + width, top, MUTED if step.total else HAIRLINE, 0.8 if step.total else 0.5
            )
            self._words(painter, place, x, top - tall / 2, width)
            _range(painter, ranges, step, top - tall / 2)
            self._block(painter, bridge, place, top - tall / 2)
            top -= tall

    def _grounds(self, painter: Painter, x: float, top: float, width: float) -> None:
        for place, step in enumerate(self.steps):
            top -= self._tall(place)
            if step.marked:
                painter.bar(x - AIR, top, width + 2 * AIR, self._tall(place), WASH)

    def _tall(self, place: int) -> float:
        lines = sum(map(len, self._lines[place]))
        air = AIR if self.pitch > ROOMY else TIGHT
        return max(self.pitch, lines * SMALL_STRONG.leading + 2 * air)

    def _widest(self) -> float:
        return max(AMOUNT, *(width_of(amount, SMALL_STRONG) for amount in self.amounts))

    def _scales(self, x: float, width: float) -> tuple[_Scale, _Scale]:
        room = width - NAME - self._widest() - 3 * GUTTER
        left = x + NAME + GUTTER
        reach = [0.0, *(step.adds for step in self.steps if not step.total)]
        reach += [money for step in self.steps for money in step.range or ()]
        sums = [money for pair in self.ends for money in pair]
        return (
            _scale(left, RANGES * room, reach),
            _scale(left + RANGES * room + GUTTER, (1 - RANGES) * room, [0.0, *sums]),
        )

    def _head(self, width: float) -> float:
        return max(len(lines) for lines in self._heads(width)) * QUIET.leading + AIR

    def _heads(self, width: float) -> list[list[str]]:
        wide = [scale.wide - AIR for scale in self._scales(0, width)] + [self._widest()]
        return [wrap(head, QUIET, room, LINES) for head, room in zip(self.heads, wide, strict=True)]

    def _name_columns(
        self, painter: Painter, top: float, right: float, scales: tuple[_Scale, _Scale]
    ) -> None:
        *plots, amounts = self._heads(right - scales[0].left + NAME + GUTTER)
        for lines, scale in zip(plots, scales, strict=True):
            for number, line in enumerate(lines):
                painter.line_of_text(line, QUIET, scale.left, top - number * QUIET.leading)
        wide = self._widest()
        for number, line in enumerate(amounts):
            below = top - number * QUIET.leading
            painter.line_of_text(line, QUIET, right - wide, below, width=wide, align="right")

    def _words(self, painter: Painter, place: int, x: float, middle: float, width: float) -> None:
        title, remark = self._lines[place]
        top = middle + (len(title) + len(remark)) * SMALL_STRONG.leading / 2
        for lines, style in ((title, SMALL_STRONG), (remark, QUIET)):
            for line in lines:
                painter.line_of_text(line, style, x, top)
                top -= style.leading
        beside = middle + SMALL_STRONG.leading / 2
        painter.line_of_text(self.amounts[place], SMALL_STRONG, x, beside, width=width, align="right")

    def _block(self, painter: Painter, scale: _Scale, place: int, middle: float) -> None:
        """What a row adds, from where the rows above end; less is hatched, a sum is dark."""
        step, (start, end) = self.steps[place], self.ends[place]
        left, right = sorted((scale.x(start), scale.x(end)))
        foot = middle - THICK / 2
        if place + 1 < len(self.steps):
            reach = (self._tall(place) + self._tall(place + 1)) / 2
            painter.stroke(scale.x(end), middle, scale.x(end), middle - reach, MUTED, 0.7)
        if step.adds < 0 and not step.total:
            painter.hatched(left, foot, max(right - left, 1), THICK, ACCENT, lean=LEAN)
        else:
            painter.bar(left, foot, max(right - left, 1), THICK, INK if step.total else ACCENT)


def _ends(steps: Sequence[Step]) -> list[tuple[float, float]]:
    """From where to where each block reaches: a step from the sum so far, a total from nothing."""
    found, so_far = list[tuple[float, float]](), 0.0
    for step in steps:
        start = 0.0 if step.total else so_far
        so_far = start + step.adds
        found.append((start, so_far))
    return found


def _scale(left: float, wide: float, amounts: Sequence[float]) -> _Scale:
    low, high = min(amounts), max(amounts)
    air = MARGIN * (high - low) if high - low > LEAST else 1.0
    return _Scale(left, wide, low - air, high + air)


def _axis(painter: Painter, scale: _Scale, top: float, foot: float) -> None:
    """Zero as a line through all rows, and round amounts below, as many as fit."""
    painter.stroke(scale.x(0), top, scale.x(0), foot, MUTED, 0.8)
    painter.stroke(scale.left, foot, scale.left + scale.wide, foot, MUTED, 0.5)
    amounts = round_amounts(scale.low, scale.high)
    words = [printable(integer(amount)) for amount in amounts]
    apart = scale.x(amounts[-1]) - scale.x(amounts[0])
    widest = max(width_of(word, QUIET) for word in words) + TICK
    every = max(1, ceil(widest * (len(amounts) - 1) / apart)) if apart else 1
    zero = min(range(len(amounts)), key=lambda n: abs(amounts[n]))
    for number, (amount, word) in enumerate(zip(amounts, words, strict=True)):
        if (number - zero) % every:
            continue
        at, half = scale.x(amount), width_of(word, QUIET) / 2
        painter.stroke(at, foot, at, foot - TICK, MUTED, 0.5)
        left = min(max(at - half, scale.left - GUTTER / 2), scale.left + scale.wide + GUTTER / 2 - 2 * half)
        painter.line_of_text(word, QUIET, left, foot - TICK)


def _range(painter: Painter, scale: _Scale, step: Step, middle: float) -> None:
    """From low to high, thin below zero; a stroke for the middle, a dot for the expected value."""
    if step.range is not None:
        low, half, high = step.range
        for start, end, thick, shade in (
            (low, min(high, 0.0), THIN, 2),
            (max(low, 0.0), high, THICK, 4 if step.total else 3),
        ):
            if end > start:
                left = scale.x(start)
                painter.bar(left, middle - thick / 2, scale.x(end) - left, thick, LEVEL_COLOURS[shade])
        painter.stroke(scale.x(half), middle - THICK / 2 - 2, scale.x(half), middle + THICK / 2 + 2, INK, 1.2)
    painter.dot(scale.x(step.adds), middle, 3.4, INK, hollow=step.range is None)
