"""Every document prints the same figures, and they are those of `score --json`."""

import html
import re
from functools import lru_cache
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from pptx import Presentation
from pypdf import PdfReader

from documents.document_format import DocumentOrder
from documents.formats import FORMATS
from documents.manifest import BOARD, EVERYTHING, manifest
from report.json.result import result_json
from report.model.report import Report
from tests.documents.slides import decks
from tests.properties.companies import companies
from tests.reports import AS_OF, STATES

GENERATED = 20 - len(STATES)
"""So many of the made-up companies are looked at beside the states, twenty in all."""
FULL = {"length": "full"}
BOARD_PAGES = {"length": "board"}
WITH_ANNEX = {"length": "full", "appendix": "1"}
PERCENTAGES = re.compile(r"\b\d{1,3} %")


@lru_cache(maxsize=1)
def looked_at() -> dict[str, Report]:
    made_up = {f"company {n}": companies()[n].report for n in range(GENERATED)}
    return {state: make() for state, make in STATES.items()} | made_up


NAMES = [*STATES, *(f"company {n}" for n in range(GENERATED))]
every_report = pytest.mark.parametrize("name", NAMES)


def words_of(code: str, report: Report, options: dict[str, str] | None = None) -> str:
    """What a document of this type says, on one line with plain spaces and without marks of markup."""
    chosen = {name: values[0] for name, values in FORMATS[code].options.items()} | (options or {})
    order = DocumentOrder(code=code, report=report, today=AS_OF, options=chosen)
    return " ".join(READERS[code](FORMATS[code].render(order)).replace("\\", "").split())


def _pdf(content: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def _html(content: bytes) -> str:
    text = re.sub(r"<style.*?</style>|<[^>]+>", " ", content.decode(), flags=re.DOTALL)
    return html.unescape(text)


def _slides(content: bytes) -> str:
    slides = Presentation(BytesIO(content)).slides
    return " ".join(decks.words(slide) for slide in slides) + " " + " ".join(map(decks.notes, slides))


def _workbook(content: bytes) -> str:
    book = openpyxl.load_workbook(BytesIO(content))
    return " ".join(
        str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None
    )


READERS: dict[str, Any] = {
    "report": _pdf, "html": _html, "slides": _slides, "workbook": _workbook, "summary": bytes.decode,
}  # fmt: skip


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@every_report
def test_every_document_prints_the_figures_it_names(name: str) -> None:
    report = looked_at()[name]
    figures = manifest(report)
    assert set(figures) <= set(EVERYTHING)
    for code in READERS:
        said = words_of(code, report, FULL if code == "report" else None)
        for figure in set(FORMATS[code].prints) & set(figures):
            assert plain(figures[figure]) in said, (code, figure)


@every_report
def test_the_board_pages_print_the_result_and_its_money(name: str) -> None:
    report = looked_at()[name]
    said = words_of("report", report, BOARD_PAGES)
    for figure in set(BOARD) & set(manifest(report)):
        assert plain(manifest(report)[figure]) in said, figure


@every_report
def test_no_document_prints_a_percentage_that_the_playbook_and_its_annex_do_not(name: str) -> None:
    report = looked_at()[name]
    known = words_of("report", report, WITH_ANNEX)
    for code in ("slides", "summary", "html"):
        found = set(PERCENTAGES.findall(words_of(code, report)))
        assert found <= set(PERCENTAGES.findall(known)), code


@every_report
def test_the_figures_are_those_of_the_command_line(name: str) -> None:
    report = looked_at()[name]
    figures, said = manifest(report), result_json(report)
    level = said["level"]["described"]
    assert figures.get("level") == (None if level is None else str(level))
    if "odds of the level" in figures and level:
        reached = {1: 1.0, **{int(k): v for k, v in said["level"]["at_least"].items()}, 6: 0.0}
        share = reached[level] - reached[level + 1]
        assert float(figures["odds of the level"].split()[0].strip("<>")) == pytest.approx(
            100 * share, abs=1.01
        )
