"""The table of contents of a long annex: right, and leading to its chapters."""

from typing import Any

import pytest

from tests import reports
from tests.documents.reading import annex, outline, read


def test_a_long_annex_opens_with_its_contents() -> None:
    reader = annex(reports.northgate())
    marks = outline(reader)
    assert marks[0] == ("Annex", 1)
    lines = [line.strip() for line in reader.pages[0].extract_text().splitlines()]
    for title, page in marks:
        if title != "Annex":
            assert title in lines
            assert lines[lines.index(title) + 1] == str(page)


def test_every_line_of_the_contents_leads_somewhere() -> None:
    reader = annex(reports.northgate())
    links: Any = reader.pages[0]["/Annots"]
    assert len(links) == len(outline(reader)) - 1


@pytest.mark.parametrize("length", ["board", "full", "annex"])
def test_a_short_document_is_found_through_without(length: str) -> None:
    assert "Annex" not in [title for title, _ in outline(read(reports.nobody(), length=length))]


def test_the_chapters_follow_in_the_order_of_the_argument() -> None:
    titles = [title for title, _ in outline(annex(reports.northgate()))]
    told = [
        "Strategy",
        "Alignment",
        "AI initiatives under way",
        "What to settle first",
        "Least effort to level 3",
        "The first 180 days",
        "Value of AI use cases",
        "Who owns what",
        "AI in use and its rules",
        "Method and limits",
        "Appendix: published figures",
        "Appendix: standards cross-walk",
    ]
    assert [title for title in titles if title in told] == told
