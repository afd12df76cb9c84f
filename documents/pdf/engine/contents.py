"""The table of contents that opens a long annex."""

from collections.abc import Sequence
from dataclasses import replace

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Columns, Drawable, Hairline, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry, PlacedDrawable, bookmark, compose
from documents.pdf.engine.parts import chapter
from documents.pdf.engine.styles import BODY
from language.translation import _

PAGES_WITHOUT = 10
"""Annexes up to this many pages have no table of contents."""
NUMBER = 40.0


def with_contents(
    before: list[list[PlacedDrawable]], annex: list[list[PlacedDrawable]], sheet: Sheet
) -> list[list[PlacedDrawable]]:
    """The pages `before` an annex, the table of contents of a long annex, and the annex."""
    if len(annex) <= PAGES_WITHOUT:
        return [*before, *annex]
    found = [
        (placed.outline[0], number, position)
        for number, page in enumerate(annex, 1)
        for position, placed in enumerate(page)
        if placed.outline is not None and placed.outline[1] == 0
    ]
    ahead = len(before) + len(compose(_entries(found, 0), sheet))
    return [*before, *compose(_entries(found, ahead), sheet), *annex]


def _entries(found: Sequence[tuple[str, int, int]], ahead: int) -> list[PageEntry]:
    lead = _("What the findings of the playbook rest on, in detail.")
    lines = [
        PageEntry(_line(name, number + ahead, place), gap=UNIT / 2 if line else 2 * UNIT)
        for line, (name, number, place) in enumerate(found)
    ]
    return [replace(chapter(_("Annex"), lead), together=False), *lines]


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
