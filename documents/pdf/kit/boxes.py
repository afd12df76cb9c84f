"""Boxes to tick and lines to write on."""

from collections.abc import Sequence

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.layout import Drawable
from documents.pdf.engine.styles import INK, MUTED, SMALL, width_of
from documents.pdf.engine.text import printable

SIDE, BESIDE, APART = 9.0, 4.0, 12.0


class TickBoxes(Drawable):
    """Choices to tick by hand, each a box with its name, on one line."""

    def __init__(self, names: Sequence[str], step: float | None = None) -> None:
        self.names, self.step = [printable(name) for name in names], step

    def height(self, width: float) -> float:  # noqa: ARG002 - one line at any width
        return SMALL.leading

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:  # noqa: ARG002
        for name in self.names:
            painter.outline(x, top - (SMALL.leading + SIDE) / 2, SIDE, SIDE, INK)
            painter.line_of_text(name, SMALL, x + SIDE + BESIDE, top)
            x += self.step or SIDE + BESIDE + width_of(name, SMALL) + APART


class RoomToWrite(Drawable):
    """Empty lines to write on."""

    def __init__(self, lines: int, pitch: float = 20.0) -> None:
        self.lines, self.pitch = lines, pitch

    def height(self, width: float) -> float:  # noqa: ARG002 - so many lines at any width
        return self.lines * self.pitch

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        for number in range(1, self.lines + 1):
            painter.stroke(x, top - number * self.pitch, x + width, top - number * self.pitch, MUTED)
