"""Box model: drawables know their height for a width and paint themselves at a position.

Used instead of ReportLab's flowables: pages are composed before anything is drawn, so that “page x of y”, two
board pages and cards that never split are plain arithmetic.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import BODY, BODY_X, LABEL
from documents.pdf.engine.scripts.directions import has_right_to_left, runs_right_to_left
from documents.pdf.engine.styles import HAIRLINE, Style
from documents.pdf.engine.styles import LABEL as LABEL_STYLE
from documents.pdf.engine.text import CUT, lines_for_one, plain, printable, wrap

BULLET, INDENT = "•", 10.0
CHARACTERS_A_LINE = 400
"""More than any line can hold; limits how much text is measured."""
Cell = tuple[float, float, "Drawable"]
"""Offset from the left, width, and drawable."""


class Drawable(ABC):
    """A box on a page; never split over pages."""

    @abstractmethod
    def height(self, width: float) -> float:
        """Height in points at this width."""

    @abstractmethod
    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        """Draws itself with its upper left corner at (`x`, `top`)."""


class TextBlock(Drawable):
    """A text of at most `lines` lines, ragged right. `kind` is its place in the structure: P, H1, H2 or H3."""

    def __init__(
        self,
        text: str,
        style: Style,
        lines: int = 8,
        align: Literal["left", "right"] = "left",
        *,
        kind: str = "P",
    ) -> None:
        most = lines * lines_for_one() * CHARACTERS_A_LINE
        known = printable(text if len(text) <= most else text[:most] + CUT)
        self.text, self.style, self.lines, self.align, self.kind = known, style, lines, align, kind
        self._broken: dict[float, list[str]] = {}

    def broken(self, width: float) -> list[str]:
        """The lines at this width, cached for measuring and painting."""
        if width not in self._broken:
            self._broken[width] = wrap(self.text, self.style, width, self.lines)
        return self._broken[width]

    def height(self, width: float) -> float:
        return len(self.broken(width)) * self.style.leading

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        parted = painter.structure.shares_its_element
        lines = list(self._with_spaces(self.broken(width), parted=parted))
        if not lines:
            return
        backward = runs_right_to_left(self.text)
        align = "right" if backward and len(lines) > 1 else self.align
        said = "".join(f"{line} " if spaced else line for line, spaced in lines)
        with painter.structure.text(self.kind, spoken=said if has_right_to_left(said) else ""):
            for line, spaced in lines:
                painter.line_of_text(
                    line, self.style, x, top,
                    width=width, align=align, goes_on=spaced, right_to_left=backward,
                )  # fmt: skip
                top -= self.style.leading

    def _with_spaces(self, lines: Iterable[str], *, parted: bool) -> Iterator[tuple[str, bool]]:
        """The lines, and whether a space follows each: where it was broken at one, or is `parted` from another text."""
        rest = self.text
        for line in lines:
            rest = rest.removeprefix(line)
            yield line, rest.startswith(" ") or (parted and not rest)
            rest = rest.removeprefix(" ")


class Drawing(Drawable):
    """A chart: one figure for those who hear the document, with words that say what it shows."""

    @abstractmethod
    def alternative(self) -> str:
        """What the chart shows, in words."""

    @abstractmethod
    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        """Draws the chart, as `paint` does for other pieces."""

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        box = (x, top - self.height(width), x + width, top)
        with painter.structure.figure(plain(self.alternative()), box):
            self.draw(painter, x, top, width)


class Unspoken(Drawable):
    """A piece whose content is said elsewhere, such as the scale above a chart."""

    def __init__(self, piece: Drawable) -> None:
        self.piece = piece

    def height(self, width: float) -> float:
        return self.piece.height(width)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        with painter.structure.artefact():
            self.piece.paint(painter, x, top, width)


class Space(Drawable):
    """White space."""

    def __init__(self, points: float) -> None:
        self.points = points

    def height(self, width: float) -> float:  # noqa: ARG002 - every piece is asked with a width
        return self.points

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        """Nothing to draw."""


class Hairline(Drawable):
    """A hairline."""

    def height(self, width: float) -> float:  # noqa: ARG002 - every piece is asked with a width
        return 0.5

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        painter.stroke(x, top, x + width, top, HAIRLINE)


class RoomToSign(Hairline):
    """A line to sign on by hand."""

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        painter.room_to_sign(x, top, width)


class Stack(Drawable):
    """Drawables below one another; those without height take no gap."""

    def __init__(self, *pieces: Drawable, gap: float = 0) -> None:
        self.pieces, self.gap = pieces, gap

    def _visible(self, width: float) -> list[tuple[Drawable, float]]:
        measured = [(piece, piece.height(width)) for piece in self.pieces]
        return [(piece, height) for piece, height in measured if height > 0]

    def height(self, width: float) -> float:
        heights = [height for _piece, height in self._visible(width)]
        return sum(heights) + self.gap * max(0, len(heights) - 1)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        for piece, height in self._visible(width):
            piece.paint(painter, x, top, width)
            top -= height + self.gap


class BulletPoint(Drawable):
    """An entry of a bulleted list; those of one `points` are one list."""

    def __init__(self, piece: Drawable, style: Style, points: object) -> None:
        self.piece, self.style, self.points = piece, style, points

    def height(self, width: float) -> float:
        return self.piece.height(width - INDENT)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        structure = painter.structure
        with structure.element("L", shared=self.points), structure.element("LI"):
            with structure.element("Lbl", leaf=True):
                painter.line_of_text(BULLET, self.style, x, top)
            with structure.element("LBody", leaf=True):
                self.piece.paint(painter, x + INDENT, top, width - INDENT)


def bullet_points(texts: Iterable[str], style: Style, lines: int) -> list[Drawable]:
    """Texts as the entries of a list; an empty text is no entry."""
    points = object()
    return [BulletPoint(TextBlock(text, style, lines), style, points) for text in texts if text]


class ReadTogether(Drawable):
    """A piece read out together with the other pieces of its `part`, wherever they are drawn."""

    def __init__(self, piece: Drawable, part: object) -> None:
        self.piece, self.part = piece, part

    def height(self, width: float) -> float:
        return self.piece.height(width)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        with painter.structure.element("Sect", shared=self.part):
            self.piece.paint(painter, x, top, width)


class Columns(Drawable):
    """Drawables side by side at given offsets and widths, aligned at the top."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = cells

    def height(self, width: float) -> float:  # noqa: ARG002 - the cells bring their own widths
        return max((piece.height(wide) for _x, wide, piece in self.cells), default=0)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:  # noqa: ARG002
        for offset, wide, piece in self.cells:
            piece.paint(painter, x + offset, top, wide)


class Row(Columns):
    """A row of a table; rows of one `table` are one table, also over pages. `head`: its cells are headings."""

    def __init__(self, cells: Sequence[Cell], table: object, *, head: bool = False) -> None:
        super().__init__(cells)
        self.table, self.head = table, head

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:  # noqa: ARG002
        structure, kind = painter.structure, "TH" if self.head else "TD"
        with structure.element("Table", shared=self.table), structure.element("TR"):
            for offset, wide, piece in self.cells:
                with structure.element(kind, scope="Column" if self.head else "", leaf=True):
                    piece.paint(painter, x + offset, top, wide)


def labelled(label: str | Drawable, content: Drawable) -> Columns:
    """A label in the narrow column, its content in the wide one."""
    name = TextBlock(label, LABEL_STYLE, lines=3) if isinstance(label, str) else label
    return Columns([(0, LABEL, name), (BODY_X, BODY, content)])
