"""Reading a PDF back for tests."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from documents.pdf import render_playbook
from report.model.report import Report

_rendered: dict[tuple[int, str], tuple[Report, bytes]] = {}


def read(report: Report, **choices: Any) -> PdfReader:
    """The playbook as a reader sees it; one that many tests read is drawn once."""
    key = id(report), repr(sorted(choices.items()))
    if key not in _rendered:
        _rendered[key] = report, render_playbook(report, **choices)
    return PdfReader(BytesIO(_rendered[key][1]))


def pages(report: Report, **choices: Any) -> list[str]:
    """The text of every page, on one line, with plain spaces."""
    return [" ".join(page.extract_text().split()) for page in read(report, **choices).pages]


def annex(report: Report, **choices: Any) -> PdfReader:
    """The annex, a file of its own, as a reader sees it."""
    return read(report, length="annex", **choices)


def annex_pages(report: Report, **choices: Any) -> list[str]:
    """The text of every page of the annex, on one line, with plain spaces."""
    return pages(report, length="annex", **choices)


def outline(reader: PdfReader) -> list[tuple[str, int]]:
    """Bookmarks as (title, page number from 1)."""
    return [
        (str(entry.title), (reader.get_destination_page_number(entry) or 0) + 1)
        for entry in reader.outline
        if not isinstance(entry, list)
    ]


def fonts(reader: PdfReader) -> Iterator[tuple[str, bool]]:
    """Every font any page may use: name, and whether its outlines are in the file."""
    for page in reader.pages:
        found: Any = page["/Resources"]["/Font"]  # type: ignore[index]
        for font in found.values():
            made = font.get_object()
            whole = made["/DescendantFonts"][0].get_object() if "/DescendantFonts" in made else made
            descriptor = whole.get("/FontDescriptor")
            yield (
                str(made["/BaseFont"]),
                bool(descriptor and "/FontFile2" in descriptor.get_object()),
            )
