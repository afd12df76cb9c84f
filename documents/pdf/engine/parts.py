"""Building blocks of chapters: chapter heads, subheads, tables, groups."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from documents.pdf.engine.geometry import CONTENT, UNIT
from documents.pdf.engine.layout import Cell, Drawable, Hairline, Row, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.styles import BODY, HEADING, QUIET, SMALL, STRONG
from language.translation import _

GUTTER = 12.0
RUN_ON, THIN = 240.0, 225.0
IN_PRINT = 24
"""Lines of a list that are printed; the app holds them all."""


def chapter(title: str, lead: str = "", *, fresh: bool = True) -> PageEntry:
    """The head of a chapter: title and one or two sentences.

    A chapter that is not `fresh` runs on where at least a third of a page is left; a fresh one runs on below
    the last few lines of another, so that no page holds those alone.
    """
    head = Stack(TextBlock(title, HEADING, lines=2, kind="H2"), TextBlock(lead, BODY, lines=8), gap=UNIT / 2)
    return PageEntry(
        head, gap=7 * UNIT, together=True, fresh=fresh, thin=THIN, room=RUN_ON, outline=(title, 0)
    )


def subhead(title: str, lead: str = "", *, gap: float = 4 * UNIT) -> PageEntry:
    """A head inside a chapter; stays with what follows."""
    return PageEntry(
        Stack(TextBlock(title, STRONG, lines=2, kind="H3"), TextBlock(lead, QUIET, lines=4)),
        gap=gap,
        together=True,
    )


def paragraph(text: str, *, gap: float = UNIT, lines: int = 12) -> PageEntry:
    return PageEntry(TextBlock(text, BODY, lines=lines), gap=gap)


def table(
    head: Sequence[str | Drawable],
    rows: Sequence[Sequence[str | Drawable]],
    shares: Sequence[float],
    lines: int = 4,
    *,
    headed: bool = True,
    air: float = UNIT / 2,
) -> Iterator[PageEntry]:
    """A table without grid: muted head, a hairline above each row; the head is repeated on a new page.

    `shares` are parts of the width, `air` the space above and below a row. Texts longer than `lines` lines end in “…”. A table that is not
    `headed` goes on from one with the same head. Neither
    its first nor its last row stands alone on a page.
    """
    rows_of = object()
    titles = [TextBlock(title, QUIET, lines=2) if isinstance(title, str) else title for title in head]
    top = Row(_cells(titles, shares), rows_of, head=True)
    for position, row in enumerate(rows):
        cells = [TextBlock(cell, SMALL, lines) if isinstance(cell, str) else cell for cell in row]
        ruled = Stack(Hairline(), Row(_cells(cells, shares), rows_of), gap=air)
        paired = position in (0, len(rows) - 2) and len(rows) > 1
        if position == 0 and headed:
            yield PageEntry(Stack(top, ruled, gap=UNIT / 2), gap=UNIT, together=paired)
        else:
            yield PageEntry(ruled, gap=air, repeat=top, together=paired)


def and_more(all_of_them: int, shown: int = IN_PRINT) -> Iterator[PageEntry]:
    """“… and 12 more in the app” below a truncated list; nothing below a complete one."""
    if all_of_them > shown:
        words = _("… and {n} more in the app.").format(n=all_of_them - shown)
        yield PageEntry(TextBlock(words, QUIET, lines=1), gap=UNIT / 2)


def keep_together(entries: Iterable[PageEntry], gap: float | None = None) -> Iterator[PageEntry]:
    """Keeps entries together on a page if they fit on one; `gap` is the space above the first."""
    known = list(entries)
    for position, entry in enumerate(known):
        above = entry.gap if gap is None or position else gap
        yield replace(entry, gap=above, together=position < len(known) - 1)


def _cells(cells: Sequence[Drawable], shares: Sequence[float]) -> list[Cell]:
    whole, at = sum(shares), 0.0
    placed: list[Cell] = []
    for position, (cell, share) in enumerate(zip(cells, shares, strict=True), 1):
        wide = CONTENT * share / whole
        placed.append((at, wide if position == len(cells) else wide - GUTTER, cell))
        at += wide
    return placed
