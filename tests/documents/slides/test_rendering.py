"""Slides as LibreOffice draws them: one page each, every text inside its slide and none on top of another."""

from collections.abc import Iterator
from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.documents.office_suite import convert, needs_office
from tests.documents.slides.decks import COMPANIES, drawn, slides

Box = tuple[float, float, float, float]
TOUCHING = 2.5
"""Points by which the boxes of two lines may reach into each other: ascent and descent of neighbouring lines do."""

pytestmark = needs_office


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All companies as PDF, drawn in one go."""
    files = {f"{name.replace(' ', '-')}.pptx": drawn(name) for name in COMPANIES}
    made = convert(files, "pdf", tmp_path_factory.mktemp("slides"))
    return {name: made[name.replace(" ", "-")] for name in COMPANIES}


def boxes(content: bytes) -> Iterator[tuple[int, float, float, list[Box]]]:
    """Number, width and height of each page, and the box of each of its texts."""
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            found = [text.get_rect(at) for at in range(text.count_rects())]
            yield number, page.get_width(), page.get_height(), [box for box in found if box[2] - box[0] > 1]


def overlapping(one: Box, other: Box) -> bool:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > TOUCHING and high > TOUCHING


def of_one_line(one: Box, other: Box) -> bool:
    """Pieces of a line in several scripts: the fonts of the system draw each in a box of its own, around each other."""
    return abs(one[1] + one[3] - other[1] - other[3]) / 2 < TOUCHING


@pytest.mark.parametrize("company", COMPANIES)
def test_every_slide_is_drawn_with_its_title(pages: dict[str, bytes], company: str) -> None:
    read = PdfReader(BytesIO(pages[company]))
    assert len(read.pages) == len(slides(company))
    assert all(page.extract_text().strip() for page in read.pages)


@pytest.mark.parametrize("company", COMPANIES)
def test_no_text_leaves_its_slide_or_covers_another(pages: dict[str, bytes], company: str) -> None:
    faults, mixed = [], company == "hostile"
    for number, width, height, found in boxes(pages[company]):
        faults += [
            f"{number}: outside {box}"
            for box in found
            if box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height
        ]
        pairs = ((a, b) for at, a in enumerate(found) for b in found[at + 1 :])
        faults += [
            f"{number}: {a} on {b}"
            for a, b in pairs
            if overlapping(a, b) and not (mixed and of_one_line(a, b))
        ]
    assert faults == []
