"""A painter that records what the pieces of the playbook say and draw, as a tree of elements with their content."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from io import BytesIO

from PIL.Image import Image

from documents.pdf.engine.canvas import Align, Painter
from documents.pdf.engine.scripts.directions import with_order_marks
from documents.pdf.engine.scripts.marks import MARKED
from documents.pdf.engine.structure import Element, Structure
from documents.pdf.engine.styles import BOLD, CAP_HEIGHT, HAIRLINE, PAPER, SEMIBOLD, Style, width_of

ROOM_TO_SIGN = "_" * 32
WEIGHTS = {SEMIBOLD: ' font-weight="600"', BOLD: ' font-weight="700"'}
ANCHORS = {"left": "start", "right": "end", "centre": "middle"}


@dataclass
class Content:
    """A text in one style, or the shapes of a figure as SVG."""

    text: str = ""
    style: Style | None = None
    shapes: list[str] = field(default_factory=list)


class Recorder(Structure):
    """The structure of the PDF with content in place of marks."""

    def __init__(self) -> None:
        super().__init__(canvas=None)
        self.content: Content | None = None
        """Where text and shapes go now; None inside an artefact."""

    @contextmanager
    def _mark(self) -> Iterator[None]:
        self.content = Content()
        self._open[-1].children.append(self.content)
        with self._enclosed(""):
            yield
        self.content = None

    @contextmanager
    def _enclosed(self, begin: str) -> Iterator[None]:  # noqa: ARG002 - there is no page to write it on
        if self._closed:
            yield
            return
        self._closed = True
        try:
            yield
        finally:
            self._closed = False

    @contextmanager
    def text(self, kind: str = "P", *, spoken: str = "") -> Iterator[None]:  # noqa: ARG002 - content is in that order
        with super().text(kind):
            yield

    def link(self, words: str) -> None:
        """Links of the contents lead to pages, which an HTML file has not."""


class RecordingPainter(Painter):
    """Draws nothing: texts become content of elements, lines and areas shapes of the figure they belong to."""

    def __init__(self) -> None:
        super().__init__(canvas=None)
        self.structure: Recorder = Recorder()

    @property
    def document(self) -> Element:
        return self.structure.document

    def line_of_text(
        self, text: str, style: Style, x: float, top: float, *,
        width: float = 0, align: Align = "left", goes_on: bool = False,
        right_to_left: bool | None = None,  # noqa: ARG002 - who shows the text orders it
    ) -> None:  # fmt: skip
        self.marked = self.marked or MARKED in text
        with self.structure.text():
            content = self.structure.content
            if content is None:
                return
            content.style = content.style or style
            content.text += f"{text} " if goes_on else text
            at = x + (
                0 if align == "left" else (width or width_of(text, style)) / (1 if align == "right" else 2)
            )
            base = top - (style.leading + CAP_HEIGHT * style.size) / 2
            content.shapes.append(
                f'<text x="{at:.1f}" y="{-base:.1f}" font-size="{style.size:g}" fill="{style.colour}" '
                f'text-anchor="{ANCHORS[align]}"{WEIGHTS.get(style.font, "")}>{escape(with_order_marks(text))}</text>'
            )

    def image(self, picture: Image, x: float, y: float, width: float, height: float) -> None:
        out = BytesIO()
        picture.save(out, "PNG")
        data = b64encode(out.getvalue()).decode()
        self._shape(
            f'<image x="{x:.1f}" y="{-y - height:.1f}" width="{width:.1f}" height="{height:.1f}" '
            f'href="data:image/png;base64,{data}"/>'
        )

    def stroke(
        self, x1: float, y1: float, x2: float, y2: float, colour: str = HAIRLINE, width: float = 0.5, *,
        dashed: bool = False,
    ) -> None:  # fmt: skip
        dashes = ' stroke-dasharray="2.5"' if dashed else ""
        self._shape(
            f'<line x1="{x1:.1f}" y1="{-y1:.1f}" x2="{x2:.1f}" y2="{-y2:.1f}" stroke="{colour}" '
            f'stroke-width="{width:g}"{dashes}/>'
        )

    def room_to_sign(self, x: float, y: float, width: float) -> None:  # noqa: ARG002 - as wide as it needs to be
        with self.structure.text():
            if self.structure.content is not None:
                self.structure.content.text = ROOM_TO_SIGN

    def bar(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self._rectangle(x, y, width, height, f'fill="{colour}"')

    def outline(self, x: float, y: float, width: float, height: float, colour: str = HAIRLINE) -> None:
        self._rectangle(x, y, width, height, f'fill="none" stroke="{colour}" stroke-width="0.5"')

    def frame(self, x: float, y: float, width: float, height: float, colour: str, line: float) -> None:
        ink = f'fill="none" stroke="{colour}" stroke-width="{line:g}"'
        self._rectangle(x + line / 2, y + line / 2, width - line, height - line, ink)

    def hatched(self, x: float, y: float, width: float, height: float, colour: str, *, lean: float) -> None:
        """An outlined rectangle with a mark through it; `lean` tells patterns apart as on paper."""
        self._rectangle(x, y, width, height, f'fill="{PAPER}" stroke="{colour}" stroke-width="0.9"')
        steps = int(width // 7)
        for step in range(steps):
            at = x + 3.5 + 7 * step
            self.stroke(at, y, min(at + lean, x + width), y + height, colour, 0.8)

    def dot(self, x: float, y: float, radius: float, colour: str, *, hollow: bool = False) -> None:
        self._shape(f'<circle cx="{x:.1f}" cy="{-y:.1f}" r="{radius:g}" {_ink(colour, hollow=hollow)}/>')

    def diamond(self, x: float, y: float, radius: float, colour: str, *, hollow: bool = False) -> None:
        reach = radius * 1.25
        corners = [(x - reach, y), (x, y + reach), (x + reach, y), (x, y - reach)]
        self._polygon(corners, _ink(colour, hollow=hollow))

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        self._polygon(points, f'fill="{colour}"')

    def _polygon(self, points: Sequence[tuple[float, float]], ink: str) -> None:
        corners = " ".join(f"{x:.1f},{-y:.1f}" for x, y in points)
        self._shape(f'<polygon points="{corners}" {ink}/>')

    def _rectangle(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        self._shape(
            f'<rect x="{x:.1f}" y="{-y - height:.1f}" width="{max(width, 0):.1f}" height="{height:.1f}" {ink}/>'
        )

    def _shape(self, markup: str) -> None:
        if self.structure.content is not None:
            self.structure.content.shapes.append(markup)


def _ink(colour: str, *, hollow: bool) -> str:
    if hollow:
        return f'fill="{PAPER}" stroke="{colour}" stroke-width="1.2"'
    return f'fill="{colour}" stroke="{PAPER}" stroke-width="0.8"'
