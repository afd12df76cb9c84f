"""Initiatives on their way from idea to daily use, as bubbles whose area is what they cost a month."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from assessment.answers.records import Stage
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.layout import Drawing
from documents.pdf.engine.styles import (
    ACCENT,
    LEVEL_COLOURS,
    MUTED,
    PAPER,
    QUIET,
    SMALL_STRONG,
    STRONG,
    Style,
    width_of,
)
from documents.pdf.engine.text import printable, wrap

WAY: tuple[Stage, ...] = ("idea", "pilot", "live", "scaled")
APART: Stage = "stopped"
HEAD, POINT, AIR = 36.0, 8.0, 12.0
EMPTY, ASIDE = 66.0, 16.0
"""Width of a stage without initiatives, and the distance of what has been stopped."""
LARGEST, SMALLEST, STEP = 44, 16, 2
"""Radius of the dearest where names are below the bubbles: from, to, and in which steps it is tried."""
SAME_SIZE, DOT = 9.0, 3.5
NARROWER = 0.8
"""Width of what has been stopped, in parts of another stage."""
LINES = 24
RIM = 1.6


@dataclass(frozen=True)
class PilotBubble:
    """One initiative. `hollow`: it runs without a measure or an owner; `idle`: it does not run."""

    name: str
    stage: Stage
    cost: float
    remarks: tuple[str, ...]
    hollow: bool = False
    idle: bool = False


@dataclass(frozen=True)
class StageHead:
    """The name of a stage, and how many initiatives are in it with their money."""

    title: str
    remarks: tuple[str, ...]
    """The same at different lengths, the longest first: the first that fits is written."""


@dataclass(frozen=True)
class _Cell:
    """A bubble at its place in its column: centre from the left and the top, and the lines below or beside it."""

    bubble: PilotBubble
    radius: float
    across: float
    down: float
    name: tuple[str, ...]
    remark: tuple[str, ...] = ()


class PilotFunnel(Drawing):
    """Columns of bubbles. Names are below the bubbles, or they are `numbered` from 1, for a list beside."""

    def __init__(
        self,
        bubbles: Sequence[PilotBubble],
        heads: Mapping[Stage, StageHead],
        words: str,
        *,
        numbered: bool = False,
    ) -> None:
        self.bubbles, self.heads, self.words, self.numbered = bubbles, heads, words, numbered
        self.most = max((bubble.cost for bubble in bubbles), default=0.0)
        self.largest = LARGEST
        self._wrapped: dict[tuple[str, Style, float], tuple[str, ...]] = {}

    def fit(self, width: float, room: float) -> bool:
        """Makes the bubbles as large as the room allows; false where the smallest do not fit."""
        least = STEP if self.numbered else SMALLEST
        for size in range(LARGEST, least - 1, -STEP):
            self.largest = size
            if self.height(width) <= room:
                break
        return self.height(width) <= room

    def alternative(self) -> str:
        return self.words

    def height(self, width: float) -> float:
        return HEAD + max(_foot(cells) for cells in self._columns(width).values())

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        columns = self._columns(width)
        for stage, (left, wide) in self._places(width).items():
            self._head(painter, stage, x + left, top, wide)
            for cell in columns[stage]:
                self._bubble(painter, cell, x + left, top - HEAD, wide)

    def _places(self, width: float) -> dict[Stage, tuple[float, float]]:
        """Left edge and width of each stage: one without initiatives is narrow, the others share the rest."""
        stages = [*WAY, APART] if any(b.stage == APART for b in self.bubbles) else [*WAY]
        filled = {bubble.stage for bubble in self.bubbles}
        aside = ASIDE if APART in stages else 0.0
        parts = sum(_part(stage) for stage in filled)
        share = (width - aside - EMPTY * (len(stages) - len(filled))) / max(parts, 1)
        places, left = dict[Stage, tuple[float, float]](), 0.0
        for stage in stages:
            left += aside if stage == APART else 0.0
            wide = _part(stage) * share if stage in filled else EMPTY
            places[stage] = left, wide
            left += wide
        return places

    def _columns(self, width: float) -> dict[Stage, list[_Cell]]:
        place = self._shelves if self.numbered else self._below_one_another
        return {stage: place(stage, wide - AIR) for stage, (_left, wide) in self._places(width).items()}

    def _radius(self, bubble: PilotBubble) -> float:
        if self.most == 0:
            return SAME_SIZE
        return max(self.largest * sqrt(bubble.cost / self.most), DOT)

    def _below_one_another(self, stage: Stage, wide: float) -> list[_Cell]:
        cells, down = list[_Cell](), AIR
        for bubble in self.bubbles:
            if bubble.stage != stage:
                continue
            radius = min(self._radius(bubble), wide / 2)
            name = self._lines(bubble.name, SMALL_STRONG, wide)
            remark = tuple(line for said in bubble.remarks for line in self._lines(said, QUIET, wide))
            cells.append(_Cell(bubble, radius, wide / 2, down + radius, name, remark))
            down += 2 * radius + 3 + SMALL_STRONG.leading * (len(name) + len(remark)) + AIR
        return cells

    def _lines(self, text: str, style: Style, wide: float) -> tuple[str, ...]:
        key = text, style, wide
        if key not in self._wrapped:
            self._wrapped[key] = tuple(wrap(printable(text), style, wide, LINES))
        return self._wrapped[key]

    def _shelves(self, stage: Stage, wide: float) -> list[_Cell]:
        """Bubbles side by side as far as they fit, then below; a number too wide for its bubble is beside it."""
        cells, across, down, tall = list[_Cell](), 0.0, AIR, 0.0
        for place, bubble in enumerate(self.bubbles, 1):
            if bubble.stage != stage:
                continue
            radius, number = min(self._radius(bubble), wide / 2), str(place)
            needs = 2 * radius if _inside(number, radius) else 2 * radius + 2 + width_of(number, SMALL_STRONG)
            if across and across + needs > wide:
                across, down, tall = 0.0, down + tall + 4, 0.0
            tall = max(tall, 2 * radius, SMALL_STRONG.leading)
            cells.append(_Cell(bubble, radius, across + radius, down + tall / 2, (number,)))
            across += needs + 4
        return cells

    def _head(self, painter: Painter, stage: Stage, left: float, top: float, wide: float) -> None:
        head, foot = self.heads[stage], top - HEAD
        if stage == APART:
            painter.outline(left, foot, wide, HEAD, MUTED)
        else:
            right, middle = left + wide - 3, top - HEAD / 2
            corners = [
                (left, top),
                (right - POINT, top),
                (right, middle),
                (right - POINT, foot),
                (left, foot),
            ]
            inner = [] if stage == WAY[0] else [(left + POINT, middle)]
            painter.area([*corners, *inner], LEVEL_COLOURS[0])
        start = left + (POINT if stage in (WAY[0], APART) else 2 * POINT)
        room = left + wide - POINT - start
        painter.fitted_line(head.title, STRONG, start, top - 4, room)
        fitting = (said for said in map(printable, head.remarks) if width_of(said, QUIET) <= room)
        painter.fitted_line(next(fitting, ""), QUIET, start, top - 4 - STRONG.leading, room)

    def _bubble(self, painter: Painter, cell: _Cell, left: float, top: float, wide: float) -> None:
        bubble, radius = cell.bubble, cell.radius
        x, y = left + cell.across, top - cell.down
        if bubble.hollow:
            painter.dot(x, y, radius - RIM / 2, ACCENT, hollow=True)
        else:
            painter.dot(x, y, radius, LEVEL_COLOURS[1] if bubble.idle else ACCENT)
        if self.numbered:
            self._number(painter, cell, x, y)
            return
        below = y - radius - 3
        for line in cell.name:
            painter.line_of_text(line, SMALL_STRONG, left, below, width=wide - AIR, align="centre")
            below -= SMALL_STRONG.leading
        for line in cell.remark:
            painter.line_of_text(line, QUIET, left, below, width=wide - AIR, align="centre")
            below -= QUIET.leading

    def _number(self, painter: Painter, cell: _Cell, x: float, y: float) -> None:
        (number,), top = cell.name, y + SMALL_STRONG.leading / 2
        if not _inside(number, cell.radius):
            painter.line_of_text(number, SMALL_STRONG, x + cell.radius + 2, top)
            return
        light = not cell.bubble.hollow and not cell.bubble.idle
        style = SMALL_STRONG.coloured(PAPER) if light else SMALL_STRONG
        painter.line_of_text(number, style, x - cell.radius, top, width=2 * cell.radius, align="centre")


def _part(stage: Stage) -> float:
    return NARROWER if stage == APART else 1.0


def _inside(number: str, radius: float) -> bool:
    """Does a number fit into its bubble?"""
    return width_of(number, SMALL_STRONG) + 4 <= 2 * radius


def _foot(cells: Sequence[_Cell]) -> float:
    """How far down a column reaches below the heads."""
    return max(
        (c.down + max(c.radius, 6) + SMALL_STRONG.leading * len(c.remark + c.name) + 3 for c in cells),
        default=2 * AIR,
    )
