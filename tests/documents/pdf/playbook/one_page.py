"""A finding page by itself: its head, what its graphics say, and whether it fits one sheet of either paper."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from documents.pdf.engine.geometry import CONTENT, SHEETS, Paper, Sheet
from documents.pdf.engine.layout import Drawable, Drawing, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry, compose, filled_height
from documents.recording import RecordingPainter
from report.model.report import Report
from tests import reports
from tests.documents.pdf.longest import longest_instrument, with_texts
from tests.reports import STATES
from tests.texts import real_instrument

Page = Callable[[Report, Sheet], Iterator[PageEntry]]
PAPERS: tuple[Paper, ...] = ("a4", "letter")
HALF = 0.45
"""Part of a sheet that a page fills at least, unless it has next to nothing to draw."""


def pieces(page: Page, report: Report, paper: Paper = "a4") -> list[Drawable]:
    return [entry.piece for entry in page(report, SHEETS[paper])]


def title(page: Page, report: Report) -> str:
    """The finding; empty where the page yields nothing."""
    for piece in pieces(page, report):
        for part in piece.pieces if isinstance(piece, Stack) else ():
            if isinstance(part, TextBlock) and part.kind == "H2":
                return part.text.replace("\xa0", " ")
    return ""


def role(code: str) -> str:
    """A role of the shipped edition, as it is called."""
    return real_instrument().role_titles[code]


def drawings(page: Page, report: Report, kind: type[Any], paper: Paper = "a4") -> list[Any]:
    return [piece for piece in pieces(page, report, paper) if isinstance(piece, kind)]


def alternatives(page: Page, report: Report) -> list[str]:
    return [piece.alternative() for piece in pieces(page, report) if isinstance(piece, Drawing)]


def text(page: Page, report: Report) -> str:
    """Everything the page says, shapes and words."""
    painter = RecordingPainter()
    for piece in pieces(page, report):
        piece.paint(painter, 0, 0, CONTENT)
    return " ".join(_said(painter.document))


def _said(part: Any) -> Iterator[str]:
    for child in getattr(part, "children", ()):
        yield from _said(child)
    yield from filter(None, [getattr(part, "text", ""), getattr(part, "alternative", "")])


def assert_one_page(page: Page, report: Report, *, filled: float = 0.0) -> None:
    """On either paper it is one sheet, or nothing; nothing reaches below the margin."""
    for paper in PAPERS:
        sheets = compose(list(page(report, SHEETS[paper])), SHEETS[paper])
        assert len(sheets) == 1, paper
        for placed in sheets[0]:
            assert placed.down + placed.piece.height(CONTENT) <= SHEETS[paper].available + 0.1
        assert filled_height(sheets[0]) >= filled * SHEETS[paper].available or not sheets[0]


ODD = (*STATES, "long words", "one word", "markup", "longest instrument")


@lru_cache
def odd_reports() -> dict[str, Report]:
    """Every state of `tests.reports`, the longest texts, and an instrument at every limit."""
    asked = longest_instrument()
    answers = dict.fromkeys(asked.practices, 1)
    people = [reports.leader("CEO", "business", answers), reports.leader("CIO", "technology", answers)]
    return {name: make() for name, make in STATES.items()} | {
        "long words": with_texts(reports.northgate(), ["word " * 1_000]),
        "one word": with_texts(reports.northgate(), ["x" * 5_000]),
        "markup": with_texts(reports.northgate(), ["<b>bold</b>", "\ud800", "שלום", "\N{ROCKET}" * 90]),
        "longest instrument": reports.report_on(people, asked, name="N" * 120),
    }
