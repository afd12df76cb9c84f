"""The first 180 days as lanes: a bar for each item under its owner, and below the bars what the owner carries."""

from collections.abc import Sequence

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT
from documents.pdf.engine.layout import Drawing, TextBlock
from documents.pdf.engine.styles import (
    ACCENT,
    HAIRLINE,
    INK,
    LEVEL_COLOURS,
    QUIET,
    SMALL,
    SMALL_STRONG,
    WASH,
    width_of,
)
from documents.pdf.engine.text import printable
from language.translation import _
from report.text.playbook.plan.lanes import DayMark, Lane, LaneBar

NAME, GUTTER = 100.0, 8.0
TRACK = CONTENT - NAME - GUTTER
AXIS = 2 * SMALL.leading + 8
EDGE, INSET = 2.6, 6.0
UNDER = 5.0
"""Below a bar, where the day of a commitment is marked."""
FULL = 0.62
"""Height of the capacity, as a part of the strip of loads."""
HIGHEST = 2.2
"""The highest load that is drawn as high as it is, as a part of the capacity; its figure is beside it."""
TITLE_LINES, NAME_LINES = 3, 3


class SwimLanes(Drawing):
    """`air` is the white space around the bars of a lane, `strip` the height of its loads."""

    def __init__(
        self,
        lanes: Sequence[Lane],
        axis: tuple[Sequence[DayMark], Sequence[DayMark]],
        last: int,
        words: str,
        setting: tuple[float, float],
    ) -> None:
        self.lanes, self.last, self.words = lanes, last, words
        self.air, self.strip = setting
        self.months, self.reviews = axis
        self.rows = [[self._row(bar) for bar in lane.bars] for lane in lanes]

    def _row(self, bar: LaneBar) -> TextBlock:
        return TextBlock(bar.title, SMALL, lines=TITLE_LINES)

    def _title_width(self, row: TextBlock) -> float:
        """As wide as its longest line."""
        return max((width_of(line, SMALL) for line in row.broken(TRACK - 2 * INSET)), default=0.0)

    def _bar_height(self, row: TextBlock) -> float:
        return row.height(TRACK - 2 * INSET) + UNDER

    def _names(self, lane: Lane) -> tuple[TextBlock, TextBlock]:
        load = TextBlock(lane.load, SMALL_STRONG if lane.over else QUIET, lines=3)
        return TextBlock(lane.owner, SMALL_STRONG, lines=NAME_LINES), load

    def _lane_height(self, lane: Lane, rows: Sequence[TextBlock]) -> float:
        bars = sum(self._bar_height(row) for row in rows) + (SMALL.leading if lane.more else 0)
        names = sum(name.height(NAME) for name in self._names(lane))
        return max(bars + self._strip_height(lane), names) + self.air

    def _strip_height(self, lane: Lane) -> float:
        """Higher where there is more than the capacity to draw."""
        if not lane.steps:
            return 0.0
        return self.strip * (FULL * HIGHEST if lane.over else 1)

    def height(self, width: float) -> float:  # noqa: ARG002 - one width
        return AXIS + sum(
            self._lane_height(lane, rows) for lane, rows in zip(self.lanes, self.rows, strict=True)
        )

    def alternative(self) -> str:
        return self.words

    def at(self, day: float) -> float:
        """Horizontal position of a day on the track."""
        return min(max(day, 0), self.last) / self.last * TRACK

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        left = x + NAME + GUTTER
        self._months(painter, left, top, top - self.height(width))
        self._reviews(painter, x, left, top - SMALL.leading - 4, top - self.height(width))
        upper = top - AXIS
        for lane, rows in zip(self.lanes, self.rows, strict=True):
            painter.stroke(x, upper, x + width, upper, HAIRLINE)
            self._lane(painter, lane, rows, x, upper - self.air / 2)
            upper -= self._lane_height(lane, rows)

    def _months(self, painter: Painter, left: float, top: float, foot: float) -> None:
        days = [mark.day for mark in self.months]
        for place, (mark, end) in enumerate(zip(self.months, [*days[1:], self.last], strict=True)):
            low, high = left + self.at(mark.day), left + self.at(end)
            if place % 2 == 0:
                painter.bar(low, foot, high - low, top - AXIS - foot, WASH)
            words = printable(mark.words)
            if width_of(words, SMALL) <= high - low - 3:
                painter.line_of_text(words, SMALL, low + 3, top - 1)

    def _reviews(self, painter: Painter, x: float, left: float, top: float, foot: float) -> None:
        """Diamonds on a line of their own; a day in words where there is room for it, that of the next review first."""
        if not self.reviews:
            return
        painter.line_of_text(printable(_("Reviews")), QUIET, x, top)
        middle = top - SMALL.leading / 2
        taken: list[tuple[float, float]] = []
        for mark in sorted(self.reviews, key=lambda mark: not mark.next):
            at = left + self.at(mark.day)
            painter.diamond(at, middle, 4.2 if mark.next else 2.8, ACCENT if mark.next else INK)
            words, style = printable(mark.words), SMALL_STRONG.coloured(ACCENT) if mark.next else QUIET
            wide = width_of(words, style)
            start = at + 7 if at + 7 + wide <= left + TRACK else at - 7 - wide
            others = (left + self.at(one.day) for one in self.reviews if one is not mark)
            free = all(start > high + 4 or start + wide < low - 4 for low, high in taken)
            if free and not any(start - 4 < other < start + wide + 4 for other in others):
                painter.line_of_text(words, style, start, top)
                taken.append((start, start + wide))
            if mark.next:
                painter.stroke(at, middle - 6, at, foot, ACCENT, 0.8, dashed=True)

    def _lane(self, painter: Painter, lane: Lane, rows: Sequence[TextBlock], x: float, top: float) -> None:
        left, upper = x + NAME + GUTTER, top
        for block in self._names(lane):
            block.paint(painter, x, upper, NAME)
            upper -= block.height(NAME)
        upper = top
        for bar, row in zip(lane.bars, rows, strict=True):
            self._bar(painter, bar, row, left, upper)
            upper -= self._bar_height(row)
        if lane.more:
            words = printable(_("{n} more").format(n=lane.more))
            painter.line_of_text(words, SMALL, left + INSET, upper)
            upper -= SMALL.leading
        if lane.steps:
            self._load(painter, lane, left, upper - self._strip_height(lane))

    def _bar(self, painter: Painter, bar: LaneBar, row: TextBlock, left: float, top: float) -> None:
        """The title on its bar and beyond it; where it would leave the track it begins before the bar."""
        high = row.height(TRACK - 2 * INSET)
        begin, end = self.at(bar.start), max(self.at(bar.end), self.at(bar.start) + 3)
        painter.bar(left + begin, top - high, end - begin, high, LEVEL_COLOURS[1])
        if bar.on_path:
            painter.bar(left + begin, top - high, EDGE, high, ACCENT)
        painter.stroke(left + begin, top - high, left + end, top - high, LEVEL_COLOURS[3], 0.6)
        place = max(min(begin + INSET, TRACK - self._title_width(row) - 2), 2)
        row.paint(painter, left + place, top, TRACK - 2 * INSET)
        if bar.committed is not None:
            at, foot = left + self.at(bar.committed), top - high
            painter.area([(at, foot + 1), (at - 3, foot + 0.5 - UNDER), (at + 3, foot + 0.5 - UNDER)], INK)

    def _load(self, painter: Painter, lane: Lane, left: float, foot: float) -> None:
        """Steps of the load; the dashed line is the capacity, what is above it hatched."""
        full = self.strip * FULL
        for step in lane.steps:
            share = float(step.load) / lane.capacity if lane.capacity else HIGHEST
            low, wide = left + self.at(step.start), self.at(step.end) - self.at(step.start)
            if step.load and wide > 0:
                painter.bar(low, foot, wide, full * min(share, 1), LEVEL_COLOURS[2])
            if step.over and wide > 0:
                above = full * (min(max(share, 1.2), HIGHEST) - 1)
                painter.hatched(low, foot + full, wide, above, INK, lean=4)
        painter.stroke(left, foot, left + TRACK, foot, LEVEL_COLOURS[2], 0.5)
        painter.stroke(left, foot + full, left + TRACK, foot + full, INK, 0.7, dashed=True)
