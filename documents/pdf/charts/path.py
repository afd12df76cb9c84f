"""The path to a level as stations on a line, and the level of each section before and after it."""

from collections.abc import Mapping, Sequence

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT
from documents.pdf.engine.layout import Drawable, Drawing, Stack, TextBlock
from documents.pdf.engine.styles import (
    ACCENT,
    HAIRLINE,
    INK,
    LEVEL_COLOURS,
    MUTED,
    PAPER,
    QUIET,
    SMALL,
    SMALL_STRONG,
    STRONG,
    Style,
)
from documents.pdf.engine.text import printable
from report.text.playbook.plan.path import PathStep, SectionGauge

STATION, RAIL, LANE = 9.0, 10.0, 9.0
GAP = 6.0
"""Between two boxes, or less where they are tight."""
LANES_AT_MOST = 3
WORK = 116.0
"""Width of the column with the days of each move."""
INNER = 9.0
TERMINAL = 22.0
AIRY = 12.0
"""From this much white space in a box on, its title is larger and its days have a bar."""
BAR, UNDER = 5.0, 3.0
TICK = 3.0
NAME, GAUGE = 170.0, 180.0
TOP_LEVEL = 5


class PathMap(Drawing):
    """The level today, a box for each move in order, the level reached; an arrow leads to a move from what it needs.

    `air` is the white space above and below the words of a box together.
    """

    def __init__(
        self, steps: Sequence[PathStep], ends: tuple[str, str], words: str, air: float, more: str = ""
    ) -> None:
        self.steps, self.words, self.air, self.more = steps, words, air, printable(more)
        self.begins, self.reaches = (printable(end) for end in ends)
        shown = {step.number for step in steps}
        self.arrows = [(need, step.number) for step in steps for need in step.needs if need in shown]
        self.lanes = min(LANES_AT_MOST, len(self.arrows))
        self.left = 2 * RAIL + LANE * self.lanes + 4
        self.gap = min(GAP, 0.75 * air)
        self.boxes = [self._box(step) for step in steps]

    def _box(self, step: PathStep) -> tuple[Stack, Stack]:
        """The words of a box, and those on its days."""
        airy = self.air >= AIRY
        name, most = STRONG if airy else SMALL_STRONG, max(one.weight for one in self.steps)
        share = step.weight / most if airy else 0.0
        return (
            Stack(TextBlock(step.title, name, lines=2), TextBlock(step.facts, QUIET, lines=2)),
            Stack(
                ShareBar(share),
                TextBlock(step.effort, name, lines=2),
                TextBlock(step.participants, QUIET, lines=2),
            ),
        )

    def _heights(self, width: float) -> list[float]:
        room = width - self.left - WORK - 2 * INNER
        return [self.air + max(words.height(room), work.height(WORK - INNER)) for words, work in self.boxes]

    def height(self, width: float) -> float:
        gaps = self.gap * len(self.steps)
        return 2 * TERMINAL + sum(self._heights(width)) + gaps + (TERMINAL if self.more else 0)

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        rail, foot = x + RAIL, top - self.height(width) + TERMINAL / 2
        painter.stroke(rail, top - TERMINAL / 2, rail, foot, ACCENT, 2.2)
        painter.dot(rail, top - TERMINAL / 2, 6, ACCENT, hollow=True)
        _beside(painter, self.begins, QUIET, x + 2 * RAIL + 4, top - TERMINAL / 2)
        middles, upper = {}, top - TERMINAL
        for step, box, high in zip(self.steps, self.boxes, self._heights(width), strict=True):
            middles[step.number] = upper - high / 2
            _paint_box(painter, box, x + self.left, upper, (width - self.left, high))
            _number(painter, step.number, rail, upper - high / 2)
            upper -= high + self.gap
        self._draw_arrows(painter, x + self.left, middles)
        if self.more:
            _beside(painter, self.more, SMALL, x + self.left + INNER, foot + TERMINAL)
        painter.dot(rail, foot, 8, ACCENT)
        _beside(painter, self.reaches, STRONG.coloured(ACCENT), x + 2 * RAIL + 4, foot)

    def _draw_arrows(self, painter: Painter, left: float, middles: Mapping[int, float]) -> None:
        for place, (need, number) in enumerate(self.arrows):
            lane = left - LANE * (1 + place % self.lanes)
            _arrow(painter, lane, left, middles[need] - 5, middles[number] + 5)


class ShareBar(Drawable):
    """A bar as long as its share of the longest; nothing for none."""

    def __init__(self, share: float) -> None:
        self.share = share

    def height(self, width: float) -> float:  # noqa: ARG002 - as thin at any width
        return BAR + UNDER if self.share else 0.0

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        painter.bar(x, top - BAR, max(2.0, width * self.share), BAR, ACCENT)


def _paint_box(
    painter: Painter, box: tuple[Stack, Stack], x: float, top: float, size: tuple[float, float]
) -> None:
    (words, work), (width, high) = box, size
    painter.outline(x, top - high, width, high, LEVEL_COLOURS[1])
    room = width - WORK - 2 * INNER
    words.paint(painter, x + INNER, top - (high - words.height(room)) / 2, room)
    days = WORK - INNER
    work.paint(painter, x + width - WORK, top - (high - work.height(days)) / 2, days)


def _number(painter: Painter, number: int, x: float, middle: float) -> None:
    style = SMALL_STRONG.coloured(PAPER)
    painter.dot(x, middle, STATION, ACCENT)
    painter.line_of_text(str(number), style, x - 10, middle + style.leading / 2, width=20, align="centre")


def _beside(painter: Painter, words: str, style: Style, x: float, middle: float) -> None:
    painter.fitted_line(words, style, x, middle + style.leading / 2, CONTENT - 3 * RAIL)


def _arrow(painter: Painter, lane: float, left: float, start: float, end: float) -> None:
    """From the lower half of one box round to the upper half of another."""
    painter.stroke(left, start, lane, start, INK, 1)
    painter.stroke(lane, start, lane, end, INK, 1)
    painter.stroke(lane, end, left - 3, end, INK, 1)
    painter.area([(left, end), (left - 5, end + 3), (left - 5, end - 3)], INK)


class SectionGauges(Drawing):
    """A bar for each section, filled to its level today; what the path adds is hatched. Ticks on whole levels."""

    def __init__(self, gauges: Sequence[SectionGauge], words: str, pitch: float) -> None:
        self.gauges, self.words, self.pitch = gauges, words, pitch

    def height(self, width: float) -> float:  # noqa: ARG002 - as many lines as gauges, and a head
        return QUIET.leading + self.pitch * len(self.gauges)

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        step = GAUGE / TOP_LEVEL
        for level in range(1, TOP_LEVEL + 1):
            place = x + NAME + level * step - 10
            painter.line_of_text(str(level), QUIET, place, top, width=20, align="centre")
        for row, gauge in enumerate(self.gauges):
            self._row(painter, gauge, x, top - QUIET.leading - self.pitch * (row + 0.5), width)

    def _row(self, painter: Painter, gauge: SectionGauge, x: float, middle: float, width: float) -> None:
        style, step = SMALL_STRONG if gauge.whole else SMALL, GAUGE / TOP_LEVEL
        left, high = x + NAME, min(10.0, self.pitch - 4)
        foot, line = middle - high / 2, middle + style.leading / 2
        name = TextBlock(gauge.title, style, lines=2 if self.pitch >= 2 * style.leading else 1)
        name.paint(painter, x, middle + name.height(NAME - 8) / 2, NAME - 8)
        painter.bar(left, foot, step * gauge.before, high, ACCENT if gauge.whole else LEVEL_COLOURS[3])
        if gauge.after > gauge.before:
            painter.hatched(
                left + step * gauge.before, foot, step * (gauge.after - gauge.before), high, ACCENT, lean=4
            )
        painter.outline(left, foot, GAUGE, high, HAIRLINE)
        for level in range(1, TOP_LEVEL + 1):
            at = left + step * level
            painter.stroke(at, foot - TICK / 2, at, foot + high + TICK / 2, MUTED, 0.6)
        words = SMALL_STRONG if gauge.after > gauge.before else QUIET
        start = NAME + GAUGE + 12
        painter.fitted_line(printable(gauge.words), words, x + start, line, width - start)
