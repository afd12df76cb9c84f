"""Slides as a reader sees them: what each holds, in the order in which it is read."""

from functools import lru_cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide

from documents.slides.render import render_slides
from report.model.report import Report
from tests.documents.longest import longest
from tests.reports import STATES

COMPANIES = {**STATES, "longest texts": longest}
"""Companies of every kind, by name."""


@lru_cache(maxsize=40)
def drawn(company: str) -> bytes:
    """The slides of a company."""
    return render_slides(COMPANIES[company]())


def deck(company: str) -> Slides:
    return Presentation(BytesIO(drawn(company)))


def slides(company: str) -> list[Slide]:
    return list(deck(company).slides)


def read(report: Report) -> list[Slide]:
    """The slides of a report."""
    return list(Presentation(BytesIO(render_slides(report))).slides)


def title(slide: Slide) -> str:
    return str(slide.shapes.title.text_frame.text).replace("\xa0", " ")  # type: ignore[union-attr]


def shape_texts(shape: Any) -> list[str]:
    """What a shape says: its text, or its cells."""
    if shape.has_text_frame:
        return [paragraph.text for paragraph in shape.text_frame.paragraphs]
    if shape.has_table:
        return [cell.text for row in shape.table.rows for cell in row.cells]
    return []


def words(slide: Slide) -> str:
    """Everything the slide says but for the names in its charts."""
    found = " ".join(text for shape in slide.shapes for text in shape_texts(shape))
    return found.replace("\xa0", " ")


def notes(slide: Slide) -> str:
    return slide.notes_slide.notes_text_frame.text.replace("\xa0", " ")  # type: ignore[union-attr]


def charts(slide: Slide) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def tables(slide: Slide) -> list[Any]:
    return [shape.table for shape in slide.shapes if shape.has_table]


def alternative(shape: Any) -> str:
    """What is said of a shape to those who do not see it."""
    return str(shape._element.find(".//{*}cNvPr").get("descr") or "")
