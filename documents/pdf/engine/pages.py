"""Composes entries to pages, and draws the pages with footers and outline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, FOOTER, UNIT, Sheet
from documents.pdf.engine.layout import Drawable, Unspoken
from documents.pdf.engine.scripts.marks import MARK
from documents.pdf.engine.styles import QUIET, REGULAR, SMALL_STRONG, glyphs
from documents.pdf.engine.tagged_file import with_structure
from documents.pdf.engine.text import plain, printable, truncate
from language.translation import _

ROUNDING = 0.01


@dataclass(frozen=True)
class PageEntry:
    """A drawable with its pagination rules."""

    piece: Drawable
    gap: float = 2 * UNIT
    """White space above; none at the top of a page."""
    together: bool = False
    """Stays on the page of the entry that follows (headings)."""
    fresh: bool = False
    """Begins a new page."""
    thin: float = 0
    """What is `fresh` runs on all the same where the old page is filled no further than this."""
    room: float = 0
    """Begins a new page unless this much of the old one is left."""
    repeat: Drawable | None = None
    """A table's head, painted again where this entry begins a page."""
    outline: tuple[str, int] | None = None
    """Title and depth in the bookmarks."""


@dataclass(frozen=True)
class PlacedDrawable:
    """A drawable at its position: `down` points below the top margin."""

    piece: Drawable
    down: float
    outline: tuple[str, int] | None = None
    repeated: bool = False
    """A head that an earlier page has already; it is not read out again."""


@dataclass(frozen=True)
class DocumentInfo:
    """Metadata of the file and text of the footer."""

    title: str
    subject: str
    as_of: date
    """Date of the file; the clock is not used."""
    language: str
    foot: str
    confidentiality: str


def compose(entries: Sequence[PageEntry], sheet: Sheet) -> list[list[PlacedDrawable]]:
    """The pages. Entries that stay together move together; nothing is ever split."""
    pages: list[list[PlacedDrawable]] = [[]]
    for group in _groups(entries):
        filled = filled_height(pages[-1]) + group[0].gap + height_of(group)
        full = max(filled, filled_height(pages[-1]) + group[0].room) > sheet.available + ROUNDING
        fresh = group[0].fresh and filled_height(pages[-1]) > group[0].thin
        if pages[-1] and (fresh or full):
            pages.append([])
        for entry in group:
            _place(pages, entry, sheet)
    return pages


def _place(pages: list[list[PlacedDrawable]], entry: PageEntry, sheet: Sheet) -> None:
    filled = filled_height(pages[-1]) + entry.gap + entry.piece.height(CONTENT)
    if pages[-1] and filled > sheet.available + ROUNDING:
        pages.append([])
    page = pages[-1]
    if not page and entry.repeat is not None:
        page.append(PlacedDrawable(entry.repeat, 0, repeated=True))
    down = filled_height(page) + entry.gap if page else 0
    page.append(PlacedDrawable(entry.piece, down, entry.outline))


def filled_height(page: Sequence[PlacedDrawable]) -> float:
    """How far down a page is filled."""
    return page[-1].down + page[-1].piece.height(CONTENT) if page else 0.0


def _groups(entries: Sequence[PageEntry]) -> Iterator[list[PageEntry]]:
    group: list[PageEntry] = []
    for entry in entries:
        group.append(entry)
        if not entry.together:
            yield group
            group = []
    if group:
        yield group


def height_of(group: Sequence[PageEntry]) -> float:
    """How high entries are below one another, without the gap above the first."""
    heights = [entry.piece.height(CONTENT) for entry in group]
    return sum(heights) + sum(entry.gap for entry in group[1:])


def draw(pages: Sequence[Sequence[PlacedDrawable]], sheet: Sheet, about: DocumentInfo) -> bytes:
    """Renders the PDF, tagged for those who hear it. Deterministic: the same pages give the same bytes."""
    glyphs()
    out = BytesIO()
    canvas = Canvas(
        out,
        pagesize=(sheet.width, sheet.height),
        invariant=1,
        pageCompression=1,
        lang=about.language,
        pdfVersion=(1, 7),
        initialFontName=REGULAR,
    )
    _describe(canvas, about)
    painter = Painter(canvas)
    noted = False
    for number, page in enumerate(pages, 1):
        for position, placed in enumerate(page):
            top = sheet.first_line - placed.down
            if placed.outline is not None:
                _bookmark(canvas, placed.outline, bookmark(number, position), top)
            piece = Unspoken(placed.piece) if placed.repeated else placed.piece
            piece.paint(painter, sheet.left, top, CONTENT)
        _foot(painter, sheet, about, _("Page {page} of {pages}").format(page=number, pages=len(pages)))
        if painter.marked and not noted:
            _note(painter, sheet)
            noted = True
        canvas.showPage()
        painter.structure.next_page()
    canvas.save()
    return with_structure(out.getvalue(), painter.structure.document, painter.glyphs)


def _describe(canvas: Any, about: DocumentInfo) -> None:
    canvas.setTitle(about.title)
    canvas.setSubject(about.subject)
    canvas.setAuthor("Plumbline")
    canvas.setDateFormatter(lambda *_clock: f"D:{about.as_of:%Y%m%d}000000Z")
    canvas.setCreator("Plumbline")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()


def bookmark(number: int, position: int) -> str:
    """The bookmark key of a position on a page: page from 1, position from 0."""
    return f"p{number}-{position}"


def _bookmark(canvas: Any, outline: tuple[str, int], key: str, top: float) -> None:
    title, depth = outline
    canvas.bookmarkPage(key, fit="XYZ", left=0, top=top + 2 * UNIT, zoom=0)
    canvas.addOutlineEntry(plain(title), key, depth, closed=False)


def _foot(painter: Painter, sheet: Sheet, about: DocumentInfo, numbering: str) -> None:
    top = FOOTER + QUIET.leading
    with painter.structure.artefact("/Type /Pagination /Subtype /Footer"):
        painter.line_of_text(numbering, QUIET, sheet.left, top, width=CONTENT, align="right")
        painter.line_of_text(truncate(printable(about.foot), QUIET, 0.8 * CONTENT), QUIET, sheet.left, top)
        confidential = truncate(printable(about.confidentiality), SMALL_STRONG, CONTENT)
        if confidential:
            painter.line_of_text(confidential, SMALL_STRONG, sheet.left, top + QUIET.leading)


def note_on_marks() -> str:
    """What is said where a character had to be replaced."""
    words = _("{mark} Unprintable characters are named in brackets; the app has the full text.")
    return words.format(mark=MARK)


def _note(painter: Painter, sheet: Sheet) -> None:
    painter.line_of_text(note_on_marks(), QUIET, sheet.left, FOOTER)
