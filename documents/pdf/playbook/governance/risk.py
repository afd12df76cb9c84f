"""Lines of acceptable risk and who signs them: a mark in each cell, and a box where somebody has yet to sign."""

from collections.abc import Iterator, Sequence

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Drawable, Stack, TextBlock, bullet_points
from documents.pdf.engine.pages import PageEntry, height_of
from documents.pdf.engine.parts import GUTTER, table
from documents.pdf.engine.styles import ACCENT, BODY, INK, MUTED, QUIET, SMALL, SMALL_STRONG
from documents.pdf.engine.text import printable
from documents.pdf.playbook.finding import finding, how_to_read
from language.translation import _
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.playbook.governance.risk import (
    MARKS,
    NAMED_AT_MOST,
    Mark,
    SignedLine,
    line_remarks,
    marked,
    risk_finding,
    risk_lead,
    signed_lines,
    signer_titles,
)

SIGNERS_AT_MOST = 5
"""With more, the columns are the four ways to sign, and the cells name who."""
WIDE = 66.0
FEWEST = 4
"""Lines that are printed before remarks are."""
SHAPE, BESIDE, BOX = 3.6, 12.0, 20.0


class Signed(Drawable):
    """How one person has signed: a shape with its word; an empty box where they have yet to sign."""

    def __init__(self, mark: Mark) -> None:
        self.mark, self.word = mark, printable(MARKS[mark])

    def height(self, width: float) -> float:  # noqa: ARG002 - one line, or room to sign
        return BOX if self.mark == "open" else SMALL.leading

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        if self.mark == "open":
            painter.frame(x, top - BOX, width, BOX, MUTED, 0.8)
            painter.fitted_line(self.word, QUIET, x + 3, top - (BOX - QUIET.leading), width - 6)
            return
        middle = top - SMALL.leading / 2
        draw_mark(painter, self.mark, x + SHAPE, middle)
        style = SMALL_STRONG if self.mark == "refused" else SMALL
        painter.fitted_line(self.word, style, x + BESIDE, top, width - BESIDE + GUTTER / 2)


def draw_mark(painter: Painter, mark: Mark, x: float, middle: float) -> None:
    """Accepted a filled circle, with a condition a hollow one, refused a square."""
    if mark == "refused":
        painter.bar(x - SHAPE, middle - SHAPE, 2 * SHAPE, 2 * SHAPE, INK)
    elif mark == "open":
        painter.frame(x - SHAPE, middle - SHAPE, 2 * SHAPE, 2 * SHAPE, MUTED, 0.8)
    else:
        painter.dot(x, middle, SHAPE, ACCENT, hollow=mark == "with_condition")


class MarkHead(Drawable):
    """The head of a column of those who have signed in one way."""

    def __init__(self, mark: Mark) -> None:
        self.mark, self.text = mark, TextBlock(sentence(MARKS[mark]), QUIET, lines=2)

    def height(self, width: float) -> float:
        return self.text.height(width - BESIDE)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        draw_mark(painter, self.mark, x + SHAPE, top - QUIET.leading / 2)
        self.text.paint(painter, x + BESIDE, top, width - BESIDE)


def risk_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """The page with as many lines as fit, the most urgent first; nothing before a line is decided."""
    lines = signed_lines(report)
    if not lines:
        return
    entries: list[PageEntry] = []
    for shown, remarks in _settings(len(lines)):
        entries = list(_page(report, lines, shown, remarks))
        if height_of(entries) <= sheet.available:
            break
    yield from entries


def _settings(lines: int) -> Iterator[tuple[int, int]]:
    """How many lines and remarks are printed: fewer lines first, then fewer remarks."""
    for shown in range(lines, min(FEWEST, lines) - 1, -1):
        yield shown, NAMED_AT_MOST
    for remarks in range(NAMED_AT_MOST - 1, -1, -1):
        yield min(FEWEST, lines), remarks
    yield 1, 0


def _page(report: Report, lines: Sequence[SignedLine], shown: int, remarks: int) -> Iterator[PageEntry]:
    yield finding(_("The AI risk we accept"), risk_finding(report, lines), risk_lead(report))
    signers = signer_titles(report)
    by_signer = 0 < len(signers) <= SIGNERS_AT_MOST
    yield from _by_signer(lines[:shown], signers) if by_signer else _by_mark(report, lines[:shown])
    more = len(lines) - shown
    key = [
        sentence(_("{n} more lines are in the annex.").format(n=count(more))) if more else "",
        _("A box leaves room to sign by hand.") if by_signer else "",
        _("The annex has every line in full, with a place for names and days."),
    ]
    yield how_to_read(" ".join(words for words in key if words))
    for place, remark in enumerate(bullet_points(line_remarks(lines, remarks), BODY, lines=5)):
        yield PageEntry(remark, gap=UNIT / 2 if place else 2 * UNIT)


def _words(line: SignedLine) -> Drawable:
    return Stack(TextBlock(line.title, SMALL_STRONG, lines=4), TextBlock(line.decision, QUIET, lines=4))


def _by_signer(lines: Sequence[SignedLine], signers: dict[str, str]) -> Iterator[PageEntry]:
    heads = [TextBlock(title, QUIET, lines=4) for title in signers.values()]
    rows: list[list[str | Drawable]] = [
        [_words(line), *(Signed(line.marks[role]) for role in signers)] for line in lines
    ]
    shares = (CONTENT - WIDE * len(signers), *(WIDE for _signer in signers))
    yield from table((_("Line and decision"), *heads), rows, shares, air=3)


def _by_mark(report: Report, lines: Sequence[SignedLine]) -> Iterator[PageEntry]:
    heads = [MarkHead(mark) for mark in MARKS]
    rows: list[list[str | Drawable]] = [
        [_words(line), *(TextBlock(marked(report, line, mark), SMALL, lines=12) for mark in MARKS)]
        for line in lines
    ]
    yield from table((_("Line and decision"), *heads), rows, (56, 28, 28, 28, 28), air=3)
