"""The Gantt chart: one row for each item, phases as bands, reviews as marks, owner and class at the bar.

A class has a pattern of its own and stands in words as well. The table below the chart says the same.
"""

from collections.abc import Mapping, Sequence

from assessment.instrument.moves import PortfolioClass
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, MM
from documents.pdf.engine.layout import Drawable, Drawing
from documents.pdf.engine.styles import (
    ACCENT,
    HAIRLINE,
    INK,
    MUTED,
    QUIET,
    SMALL,
    SMALL_STRONG,
    WASH,
    width_of,
)
from documents.pdf.engine.text import printable, truncate, wrap
from language.translation import _
from report.model.roadmap import PlannedItem, RoadmapView
from report.text.plan.roadmap import CLASS_NAMES, PHASE_DAYS, PHASE_NAMES, class_words, owner_words
from scoring.plan.roadmap import LAST_DAY, PHASES

TITLE = 58 * MM
GUTTER = 5 * MM
TRACK = CONTENT - TITLE - GUTTER
ROW, BAR, MARK = 30.0, 8.0, 2.6
HEAD = 2 * QUIET.leading + 4
TITLE_LINES = 2
SAMPLE, SAMPLE_GAP = 18.0, 5.0
LEANS: Mapping[PortfolioClass | None, float | None] = {
    "maintain": 6.0,
    "improve": None,
    "transform": 0.0,
    None: 0.0,
}
"""How the lines in a bar lean; None fills it."""


def at(day: float) -> float:
    """Horizontal position of a day on the track."""
    return min(max(day, 0), LAST_DAY) / LAST_DAY * TRACK


def draw_bar(painter: Painter, x: float, y: float, width: float, portfolio: PortfolioClass | None) -> None:
    """A bar in the pattern of its class."""
    lean = LEANS[portfolio]
    if lean is None:
        painter.bar(x, y, width, BAR, ACCENT)
    elif portfolio is None:
        painter.outline(x, y, width, BAR, MUTED)
    else:
        painter.hatched(x, y, width, BAR, ACCENT if portfolio == "maintain" else INK, lean=lean)


class Gantt(Drawing):
    """Bars under the bands of the phases. Never split: at most fifteen rows."""

    def __init__(self, view: RoadmapView, items: Sequence[PlannedItem]) -> None:
        self.view, self.items = view, items

    def height(self, width: float) -> float:  # noqa: ARG002 - one width
        return HEAD + ROW * len(self.items)

    def alternative(self) -> str:
        return "; ".join(_in_words(one) for one in self.items)

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:  # noqa: ARG002
        left = x + TITLE + GUTTER
        self._bands(painter, left, top)
        for row, one in enumerate(self.items):
            self._row(painter, x, left, top - HEAD - row * ROW, one)

    def _bands(self, painter: Painter, left: float, top: float) -> None:
        foot, first = top - self.height(CONTENT), 0
        for number, (phase, last) in enumerate(PHASES.items()):
            low, high = left + at(first), left + at(last)
            if number % 2 == 0:
                painter.bar(low, foot, high - low, top - foot, WASH)
            room = high - low - 6
            painter.fitted_line(printable(PHASE_NAMES[phase]), SMALL_STRONG, low + 3, top - 1, room)
            days = printable(PHASE_DAYS[phase])
            under = top - 1 - QUIET.leading
            if width_of(days, QUIET) <= room:
                painter.line_of_text(days, QUIET, low + 3, under)
            else:
                painter.fitted_line(f"0–{last}", QUIET, low + 3, under, room)
            first = last

    def _row(self, painter: Painter, x: float, left: float, top: float, one: PlannedItem) -> None:
        painter.stroke(x, top, x + CONTENT, top, HAIRLINE)
        for number, line in enumerate(wrap(printable(one.title), SMALL, TITLE, TITLE_LINES)):
            painter.line_of_text(line, SMALL, x, top - 3 - number * SMALL.leading)
        if one.bar is None:
            return
        begin, wide = at(one.bar.start), max(at(one.bar.end) - at(one.bar.start), 2.0)
        words = truncate(printable(f"{owner_words(one)} · {class_words(one)}"), QUIET, TRACK - 4)
        place = min(begin, TRACK - width_of(words, QUIET) - 2)
        painter.line_of_text(words, QUIET, left + max(place, 2), top - 3)
        under = top - 4 - QUIET.leading - BAR
        draw_bar(painter, left + begin, under, wide, one.item.portfolio)
        if one.bar.review is not None:
            painter.diamond(left + at(one.bar.review), under + BAR / 2, MARK, INK)


def _in_words(one: PlannedItem) -> str:
    said = f"{one.title}: {owner_words(one)}, {class_words(one)}"
    if one.bar is None:
        return said
    days = _("{said}, day {first} to day {last}")
    return days.format(said=said, first=round(one.bar.start), last=round(one.bar.end))


class GanttLegend(Drawable):
    """What the patterns and marks mean."""

    def __init__(self, classes: Sequence[PortfolioClass]) -> None:
        self.classes = classes

    def height(self, width: float) -> float:  # noqa: ARG002 - one line
        return QUIET.leading

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:  # noqa: ARG002
        middle = top - QUIET.leading / 2
        for portfolio in self.classes:
            draw_bar(painter, x, middle - BAR / 2, SAMPLE, portfolio)
            x = self._word(painter, CLASS_NAMES[portfolio], x + SAMPLE + SAMPLE_GAP, top)
        painter.diamond(x + MARK, middle, MARK, INK)
        self._word(painter, _("review"), x + 3 * MARK + SAMPLE_GAP, top)

    @staticmethod
    def _word(painter: Painter, words: str, x: float, top: float) -> float:
        shown = printable(_(words))
        painter.line_of_text(shown, QUIET, x, top)
        return x + width_of(shown, QUIET) + 3 * SAMPLE_GAP
