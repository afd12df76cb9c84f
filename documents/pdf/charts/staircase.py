"""The five levels as a staircase: what is described and shown, the target, and the step that is blocked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, Drawing
from documents.pdf.engine.styles import (
    ACCENT,
    BOLD,
    INK,
    MUTED,
    PAPER,
    QUIET,
    SMALL,
    SMALL_STRONG,
    WASH,
    Style,
)
from documents.pdf.engine.text import printable

StepState = Literal["shown", "described", "blocked", "ahead"]
NUMBER = Style(BOLD, 18, 22)
PALE = "#C7DBE4"
"""A level that is described, and not shown by evidence."""
FILLS: dict[StepState, str] = {"shown": ACCENT, "described": PALE, "blocked": WASH, "ahead": PAPER}
LOWEST_STEP, INSIDE, GAP, JOINT = 44.0, 7.0, 3.0, 8.0
"""Height of the first step, space inside a step, between two steps, and down to the list of what blocks one."""
ABOVE = 2 * SMALL.leading + 3


@dataclass(frozen=True)
class LevelStep:
    """One level: its name, how far it is reached, and up to two lines of words above it."""

    level: int
    name: str
    state: StepState
    above: tuple[str, ...] = ()
    inside: str = ""


class Staircase(Drawing):
    """The levels from left to right, each `rise` higher; the blocked one runs down into the list below."""

    def __init__(self, steps: Sequence[LevelStep], rise: float, words: str) -> None:
        self.steps, self.rise, self.words = steps, rise, words

    def height(self, width: float) -> float:  # noqa: ARG002 - as high as the last step with its words
        return self._step(len(self.steps)) + ABOVE + JOINT

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        foot = top - self.height(width)
        wide = (width + GAP) / len(self.steps)
        for position, step in enumerate(self.steps):
            self._draw(painter, step, x + position * wide, foot, wide - GAP)

    def _step(self, level: int) -> float:
        return LOWEST_STEP + self.rise * (level - 1)

    def _draw(self, painter: Painter, step: LevelStep, left: float, foot: float, wide: float) -> None:
        low = foot if step.state == "blocked" else foot + JOINT
        upper = foot + JOINT + self._step(step.level)
        painter.bar(left, low, wide, upper - low, FILLS[step.state])
        if step.state == "ahead":
            painter.outline(left, low, wide, upper - low, MUTED)
        if step.state == "blocked":
            painter.bar(left, upper - 2, wide, 2, INK)
            painter.bar(left, low, 2, upper - low, INK)
        ink = PAPER if step.state == "shown" else INK
        inner = wide - 2 * INSIDE
        painter.line_of_text(str(step.level), NUMBER.coloured(ink), left + INSIDE, upper - 3)
        below = upper - 3 - NUMBER.leading
        painter.fitted_line(printable(step.name), SMALL.coloured(ink), left + INSIDE, below, inner)
        below -= SMALL.leading
        painter.fitted_line(printable(step.inside), SMALL_STRONG, left + INSIDE, below, inner)
        for line, words in enumerate(reversed(step.above)):
            style = SMALL_STRONG if line == len(step.above) - 1 else QUIET
            at = upper + 3 + (line + 1) * style.leading
            painter.fitted_line(printable(words), style, left, at, wide)


class Panel(Drawable):
    """A piece on a ground of its own, below the step it belongs to."""

    def __init__(self, piece: Drawable) -> None:
        self.piece = piece

    def height(self, width: float) -> float:
        inner = self.piece.height(width - 2 * UNIT)
        return inner + 1.5 * UNIT if inner else 0

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        high = self.height(width)
        painter.bar(x, top - high, width, high, WASH)
        self.piece.paint(painter, x + UNIT, top - 0.75 * UNIT, width - 2 * UNIT)
