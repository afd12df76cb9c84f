"""The table of contents, between the two board pages and the chapters of a long document."""

from collections.abc import Sequence
from dataclasses import replace

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Columns, Drawable, Hairline, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry, PlacedDrawable, bookmark, compose
from documents.pdf.engine.parts import chapter
from documents.pdf.engine.styles import BODY
from language.translation import _

BOARD_PAGES = 2
PAGES_WITHOUT = 10
"""Documents up to this many pages have no table of contents."""
NUMBER = 40.0


def with_contents(pages: list[list[PlacedDrawable]], sheet: Sheet) -> list[list[PlacedDrawable]]:
    """Inserts a table of contents behind the board pages of a long document."""
    if len(pages) <= PAGES_WITHOUT:
        return pages
    found = [
        (placed.outline[0], number, position)
        for number, page in enumerate(pages, 1)
        for position, placed in enumerate(page)
        if placed.outline is not None and placed.outline[1] == 0
    ]
    more = len(compose(_entries(found, 0), sheet))
    return [*pages[:BOARD_PAGES], *compose(_entries(found, more), sheet), *pages[BOARD_PAGES:]]


def _entries(found: Sequence[tuple[str, int, int]], more: int) -> list[PageEntry]:
    lead = _("The first two pages are the summary; the rest is the detail.")
    lines = [
        PageEntry(
            _line(name, number + more if number > BOARD_PAGES else number, place),
            gap=UNIT / 2 if line else 2 * UNIT,
        )
        for line, (name, number, place) in enumerate(found)
    ]
    return [replace(chapter(_("Contents"), lead), together=False), *lines]


def _line(name: str, number: int, place: int) -> Drawable:
    return Stack(
        Hairline(),
        LinkedDrawable(
            Columns(
                [
                    (0, CONTENT - NUMBER, TextBlock(name, BODY, lines=1)),
                    (CONTENT - NUMBER, NUMBER, TextBlock(str(number), BODY, lines=1, align="right")),
                ]
            ),
            bookmark(number, place),
            _("{title}, page {page}").format(title=name, page=number),
        ),
        gap=UNIT / 2,
    )


class LinkedDrawable(Drawable):
    """A line of the contents that leads to a bookmark; `words` say where."""

    def __init__(self, piece: Drawable, target: str, words: str) -> None:
        self.piece, self.target, self.words = piece, target, words

    def height(self, width: float) -> float:
        return self.piece.height(width)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        structure = painter.structure
        with (
            structure.element("TOC", shared="contents"),
            structure.element("TOCI"),
            structure.element("Reference"),
            structure.element("Link", leaf=True),
        ):
            self.piece.paint(painter, x, top, width)
            painter.link(x, top - self.height(width), x + width, top, self.target, self.words)
