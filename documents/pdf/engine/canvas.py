"""Drawing primitives on a ReportLab canvas. Lengths in points."""

from collections.abc import Sequence
from typing import Any, Literal

from PIL.Image import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from documents.pdf.engine.scripts.directions import has_right_to_left
from documents.pdf.engine.scripts.glyphs import ShownStyle, UsedGlyphs
from documents.pdf.engine.scripts.marks import MARKED
from documents.pdf.engine.scripts.runs import Run, line_of
from documents.pdf.engine.structure import Structure
from documents.pdf.engine.styles import CAP_HEIGHT, HAIRLINE, PAPER, REGULAR, Style, is_simple, width_of
from documents.pdf.engine.text import narrowed, truncate

DASHES = (2.5, 2.5)
Align = Literal["left", "right", "centre"]
STRIKE, STRIKE_WIDTH = 0.27, 0.7
"""How far above the baseline a text is struck through, in parts of its size, and how thick the line is."""
HATCH = 3.5
"""Distance of the lines in a hatched rectangle."""


class Painter:
    """Draws on a ReportLab canvas and remembers whether a character had to be replaced.

    Texts are content of `structure`, lines and areas are artefacts; inside a figure both are part of it.
    """

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self.structure = Structure(canvas)
        self.glyphs = UsedGlyphs()
        self.marked = False

    def line_of_text(
        self,
        text: str,
        style: Style,
        x: float,
        top: float,
        *,
        width: float = 0,
        align: Align = "left",
        goes_on: bool = False,
        right_to_left: bool | None = None,
    ) -> None:
        """One line of printable text whose line box begins at `top`.

        A line that `goes_on` ends in a space, so that a reader of the file does not join two words. `right_to_left`
        is the direction of the whole text; a line without it has its own.
        """
        self.marked = self.marked or MARKED in text
        baseline = top - (style.leading + CAP_HEIGHT * style.size) / 2
        if align != "left":
            spare = width - width_of(text, style)
            x += spare if align == "right" else spare / 2
        self.canvas.setFont(style.font, style.size)
        self.canvas.setFillColor(HexColor(style.colour))
        with self.structure.text(spoken=text if has_right_to_left(text) else ""):
            if is_simple(text):
                self.canvas.drawString(x, baseline, f"{text} " if goes_on else text)
            else:
                self._runs(line_of(text, style.font, right_to_left=right_to_left), style, x, baseline)
                if goes_on:
                    self.canvas.drawString(x + width_of(text, style), baseline, " ")
            if style.struck:
                middle = baseline + STRIKE * style.size
                self.stroke(x, middle, x + width_of(text, style), middle, style.colour, STRIKE_WIDTH)

    def _runs(self, runs: Sequence[Run], style: Style, x: float, baseline: float) -> None:
        shown = ShownStyle(style.size, "" if style.font == REGULAR else style.colour)
        for run in runs:
            if run.face.name == style.font and not run.right_to_left and is_simple(run.text):
                self.canvas.drawString(x + run.left * style.size, baseline, run.text)
            else:
                code = self.glyphs.show(run, x, baseline, shown)
                self.canvas._code.append(code)  # noqa: SLF001 - the canvas has no call for glyphs by number

    def fitted_line(
        self,
        text: str,
        style: Style,
        x: float,
        top: float,
        room: float,
        *,
        width: float = 0,
        align: Align = "left",
    ) -> None:
        """One line of at most `room`: smaller where a translation is too long, then visibly shortened."""
        style = narrowed(text, style, room)
        self.line_of_text(truncate(text, style, room), style, x, top, width=width, align=align)

    def link(self, x1: float, y1: float, x2: float, y2: float, target: str, words: str) -> None:
        """An invisible rectangle that leads to a bookmark, and its words for those who hear them."""
        self.canvas.linkRect("", target, Rect=(x1, y1, x2, y2), thickness=0)
        self.structure.link(words)

    def image(self, picture: Image, x: float, y: float, width: float, height: float) -> None:
        """A picture whose lower left corner is (x, y)."""
        with self.structure.artefact():
            self.canvas.drawImage(ImageReader(picture), x, y, width, height, mask="auto")

    def stroke(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        colour: str = HAIRLINE,
        width: float = 0.5,
        *,
        dashed: bool = False,
    ) -> None:
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(width)
        if dashed:
            self.canvas.setDash(*DASHES)
        with self.structure.artefact():
            self.canvas.line(x1, y1, x2, y2)
        if dashed:
            self.canvas.setDash()

    def room_to_sign(self, x: float, y: float, width: float) -> None:
        """The line on which somebody signs by hand."""
        self.stroke(x, y, x + width, y)

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle whose lower left corner is (x, y)."""
        self.canvas.setFillColor(HexColor(colour))
        with self.structure.artefact():
            self.canvas.rect(x, y, width, height, stroke=0, fill=1)

    def outline(self, x: float, y: float, width: float, height: float, colour: str = HAIRLINE) -> None:
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(0.5)
        with self.structure.artefact():
            self.canvas.rect(x, y, width, height, stroke=1, fill=0)

    def frame(self, x: float, y: float, width: float, height: float, colour: str, line: float) -> None:
        """The edge of a rectangle, `line` wide, drawn inside it."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(line)
        with self.structure.artefact():
            self.canvas.rect(x + line / 2, y + line / 2, width - line, height - line, stroke=1, fill=0)

    def hatched(self, x: float, y: float, width: float, height: float, colour: str, *, lean: float) -> None:
        """An outlined rectangle with lines through it: `lean` is how far each leans over its height."""
        with self.structure.artefact():
            self._hatch(x, y, width, height, colour, lean)
            self.canvas.setStrokeColor(HexColor(colour))
            self.canvas.setLineWidth(0.9)
            self.canvas.rect(x, y, width, height, stroke=1, fill=0)

    def _hatch(self, x: float, y: float, width: float, height: float, colour: str, lean: float) -> None:
        self.canvas.saveState()
        edge = self.canvas.beginPath()
        edge.rect(x, y, width, height)
        self.canvas.clipPath(edge, stroke=0, fill=0)
        self.canvas.setFillColor(HexColor(PAPER))
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)
        for step in range(int((width + abs(lean)) / HATCH) + 1):
            at = x - max(lean, 0) + step * HATCH
            self.stroke(at, y, at + lean, y + height, colour, 0.8)
        self.canvas.restoreState()

    def dot(self, x: float, y: float, radius: float, colour: str, *, hollow: bool = False) -> None:
        """A circle with a thin white rim, so that it reads on a bar."""
        self._fill_and_rim(colour, hollow=hollow)
        with self.structure.artefact():
            self.canvas.circle(x, y, radius, stroke=1, fill=1)

    def diamond(self, x: float, y: float, radius: float, colour: str, *, hollow: bool = False) -> None:
        reach = radius * 1.25
        self._fill_and_rim(colour, hollow=hollow)
        self._closed([(x - reach, y), (x, y + reach), (x + reach, y), (x, y - reach)], stroke=1)

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """A filled polygon."""
        self.canvas.setFillColor(HexColor(colour))
        self._closed(points, stroke=0)

    def _fill_and_rim(self, colour: str, *, hollow: bool) -> None:
        self.canvas.setFillColor(HexColor(PAPER if hollow else colour))
        self.canvas.setStrokeColor(HexColor(colour if hollow else PAPER))
        self.canvas.setLineWidth(1.2 if hollow else 0.8)

    def _closed(self, points: Sequence[tuple[float, float]], stroke: int) -> None:
        path = self.canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        path.close()
        with self.structure.artefact():
            self.canvas.drawPath(path, stroke=stroke, fill=1)
