"""AI use cases by class: a pyramid with the named use cases on each step, the next duty and its day."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Drawing, Stack, TextBlock, bullet_points
from documents.pdf.engine.pages import PageEntry, height_of
from documents.pdf.engine.styles import (
    DISPLAY,
    HAIRLINE,
    HEADING,
    INK,
    LEVEL_COLOURS,
    PAPER,
    QUIET,
    SMALL,
    STRONG,
)
from documents.pdf.playbook.finding import finding, graphic, how_to_read
from language.translation import _
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.playbook.governance.ai_uses import (
    ClassStep,
    class_steps,
    steps_in_words,
    uses_finding,
    uses_lead,
)

WIDE, GUTTER = 170.0, 20.0
TEXT = CONTENT - WIDE - GUTTER
GAP, APART = 4.0, 18.0
"""Between two steps, and between the pyramid and what has no class yet."""
STEP = (100.0, 90.0, 80.0, 70.0, 60.0, 50.0, 40.0)
"""Least height of a step, from the most generous setting to the tightest."""
EMPTY = LEVEL_COLOURS[0]
FILLED = (LEVEL_COLOURS[4], LEVEL_COLOURS[4], LEVEL_COLOURS[1], LEVEL_COLOURS[1])
"""By class, the heaviest first; a step without a use case is pale."""
NAMED = (20, 10, 8, 6, 5, 4, 3, 2, 1)
"""How many use cases of a step are named, from the most generous setting to the tightest; of a heavy class twice as many."""


class Pyramid(Drawing):
    """The heaviest class on top; what has no class yet is a hollow step below. `named` use cases of a step at most."""

    def __init__(self, steps: Sequence[ClassStep], words: str, named: int, least: float) -> None:
        self.steps, self.words, self.least = steps, words, least
        self.texts = [self._text(step, 2 * named if place < 2 else named) for place, step in enumerate(steps)]

    def _text(self, step: ClassStep, named: int) -> Stack:
        uses = list(step.uses[:named])
        more = len(step.uses) - len(uses)
        if more:
            uses.append(sentence(_("{n} more: see the annex").format(n=count(more))))
        lines = bullet_points(uses, SMALL, lines=4 if named > 1 else 2)
        ends = [TextBlock(text, QUIET, lines=4) for text in (step.duty, step.first_step) if text]
        none = [] if step.uses else [TextBlock(_("None listed"), QUIET, lines=1)]
        return Stack(TextBlock(step.name, STRONG, lines=2), *lines, *none, *ends, gap=1)

    def _heights(self) -> list[float]:
        return [max(self.least, text.height(TEXT) + 2 * GAP) for text in self.texts]

    def height(self, width: float) -> float:  # noqa: ARG002 - one width
        apart = APART if any(step.open for step in self.steps) else 0
        return sum(self._heights()) + GAP * (len(self.steps) - 1) + apart

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        heights = self._heights()
        closed = [high for step, high in zip(self.steps, heights, strict=True) if not step.open]
        whole, upper = sum(closed) + GAP * (len(closed) - 1), top
        for place, (step, high) in enumerate(zip(self.steps, heights, strict=True)):
            if step.open:
                upper -= APART
                _hollow(painter, x, upper, high)
            else:
                ends = ((top - upper) / whole, (top - upper + high) / whole)
                _trapezium(painter, x, (upper, high), ends, FILLED[place] if step.uses else EMPTY)
            painter.stroke(x + WIDE + GUTTER, upper, x + width, upper, HAIRLINE)
            self._number(painter, step, place, x, (upper, high))
            text = self.texts[place]
            text.paint(painter, x + WIDE + GUTTER, upper - GAP, TEXT)
            upper -= high + GAP

    @staticmethod
    def _number(
        painter: Painter, step: ClassStep, place: int, x: float, place_y: tuple[float, float]
    ) -> None:
        upper, high = place_y
        style = HEADING if place == 0 else DISPLAY
        dark = step.uses and not step.open and FILLED[place] == LEVEL_COLOURS[4]
        style = style.coloured(PAPER if dark else INK)
        middle = upper - high * (0.68 if place == 0 else 0.5)
        words = str(len(step.uses))
        painter.line_of_text(words, style, x, middle + style.leading / 2, width=WIDE, align="centre")


def _trapezium(
    painter: Painter, x: float, place: tuple[float, float], ends: tuple[float, float], colour: str
) -> None:
    """A step of the pyramid; `ends` are its widths above and below as parts of the whole."""
    (upper, high), middle = place, x + WIDE / 2
    above, below = (WIDE / 2 * part for part in ends)
    painter.area(
        [
            (middle - above, upper),
            (middle + above, upper),
            (middle + below, upper - high),
            (middle - below, upper - high),
        ],
        colour,
    )


def _hollow(painter: Painter, x: float, upper: float, high: float) -> None:
    corners = [(x, upper), (x + WIDE, upper), (x + WIDE, upper - high), (x, upper - high)]
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
        painter.stroke(x1, y1, x2, y2, INK, 1, dashed=True)


def ai_uses_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """The page; nothing while no use case is listed."""
    steps = class_steps(report)
    if not steps:
        return
    head = finding(_("AI in use and its rules"), uses_finding(report), uses_lead(report))
    key = how_to_read(_key(steps))
    room = sheet.available - height_of([head, key]) - key.gap - 2 * UNIT
    yield head
    yield graphic(_pyramid(steps, steps_in_words(report, steps), room))
    yield key


def _pyramid(steps: Sequence[ClassStep], words: str, room: float) -> Pyramid:
    """As many use cases as fit by name, then steps as high as fit; without first steps where nothing else fits."""
    for named in NAMED:
        for least in STEP:
            chart = Pyramid(steps, words, named, least)
            if chart.height(CONTENT) <= room:
                return chart
    return Pyramid([replace(step, first_step="") for step in steps], words, NAMED[-1], STEP[-1])


def _key(steps: Sequence[ClassStep]) -> str:
    words = _("Numbers are use cases, owners in brackets.")
    if any(step.open for step in steps):
        words += " " + _("Hollow: a missing answer could put it in a stricter class.")
    return words
