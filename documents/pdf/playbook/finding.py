"""The parts that every finding page is made of: its head, its graphic, and the line that says how to read it."""

from collections.abc import Sequence

from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Drawable, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.styles import FINDING, LABEL, LEAD, QUIET
from documents.pdf.engine.titles import Title

HALF = 330.0
"""A finding runs on below another that fills no more than this, so that no page is left half empty."""


def finding(chapter: str, title: str, lead: str = "") -> PageEntry:
    """The head of a finding page: `chapter` names the topic, `title` is the finding as a sentence.

    Begins a new page unless the page before is at most half full. Stays with what follows.
    """
    head = Stack(
        TextBlock(chapter, LABEL, lines=1),
        Title(title, FINDING, lines=3, kind="H2"),
        TextBlock(lead, LEAD, lines=5),
        gap=UNIT / 2,
    )
    return PageEntry(head, gap=5 * UNIT, together=True, fresh=True, thin=HALF, outline=(title, 0))


def graphic(piece: Drawable, *, gap: float = 2 * UNIT, together: bool = True) -> PageEntry:
    """The graphic of the page; stays with the line below that says how to read it."""
    return PageEntry(piece, gap=gap, together=together)


def how_to_read(text: str) -> PageEntry:
    """The line below a graphic: what its signs mean, and who answered."""
    return PageEntry(TextBlock(text, QUIET, lines=4), gap=UNIT)


def room_beside(entries: Sequence[PageEntry], sheet: Sheet, *, gap: float = 2 * UNIT) -> float:
    """The height of a page that the entries leave to the graphic, the first of them at the top."""
    gaps = sum(entry.gap for entry in entries[1:])
    return sheet.available - sum(entry.piece.height(CONTENT) for entry in entries) - gaps - gap
