"""The playbook in the pseudo-language: no English is left, nothing is cut, and the file alone decides the language."""

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

from assessment.answers.interchange import parse_file
from assessment.errors import RefusedFile
from documents.pdf import render_playbook
from documents.pdf.engine.text import CUT
from documents.slides.render import render_slides
from documents.terminal import result_text
from documents.workbook.render import render_workbook
from language.translation import set_default_language, speaking
from report.model.report import Report
from services.core.settings import Settings
from services.operations.single_file import report_for_file
from tests.documents.slides.decks import alternative, charts, notes, words
from tests.documents.workbook.books import cells, opened
from tests.pseudo_language import EXAMPLE, english_in, installed, typed_in_the_example
from tests.reports import northgate
from tools.pseudo import LANGUAGE

DAY = date(2026, 11, 22)
CODES = {
    "Art",
    "Annex",
    "III",
    "GOVERN",
    "MAP",
    "MEASURE",
    "MANAGE",
    "ai",
    "ReportLab",
    "Library",
    "source",
    "False",
}
"""Identifiers of the standards, which stand on lines of their own; an address; and what ReportLab says of itself."""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    yield installed(tmp_path_factory.mktemp("pseudo"))
    set_default_language("en")


@pytest.fixture(scope="module")
def file(settings: Settings) -> Path:
    """The example as a file in the pseudo-language."""
    data = json.loads((EXAMPLE / "northgate.json").read_text(encoding="utf-8"))
    found = settings.var.parent / "northgate.json"
    found.write_text(json.dumps(data | {"language": LANGUAGE}), encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def report(settings: Settings, file: Path) -> Report:
    return report_for_file(settings, file, DAY)


def texts_of(content: bytes) -> list[str]:
    """Pages on one line each, bookmarks and what the file says of itself."""
    reader = PdfReader(BytesIO(content))
    outline = [str(entry.title) for entry in reader.outline if not isinstance(entry, list)]
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    return [*pages, *outline, *map(str, (reader.metadata or {}).values())]


def test_no_page_of_the_playbook_has_english_left(report: Report) -> None:
    texts = texts_of(render_playbook(report, appendix=True))
    typed = typed_in_the_example() | {" ".join(text.split()) for text in typed_in_the_example()}
    found = [set(english_in(text, typed)) - CODES for text in texts]
    assert {word for words in found for word in words} == set()
    assert len(texts) > 50


def test_no_slide_has_english_left(report: Report) -> None:
    typed = typed_in_the_example()
    made = Presentation(BytesIO(render_slides(report)))
    texts = [words(slide) + notes(slide) for slide in made.slides]
    texts += [alternative(shape) for slide in made.slides for shape in slide.shapes]
    sheets = [chart.part.chart_workbook.xlsx_part.blob for slide in made.slides for chart in charts(slide)]
    texts += [str(cell.value) for blob in sheets for cell in cells(opened(blob)) if cell.data_type == "s"]
    assert {word for text in texts for word in english_in(text, typed)} - CODES == set()
    assert len(made.slides) == 10


def test_no_sheet_of_the_workbook_has_english_left(report: Report) -> None:
    workbook = opened(render_workbook(report))
    texts = [str(cell.value) for cell in cells(workbook) if cell.data_type == "s"]
    texts += workbook.sheetnames
    assert {word for text in texts for word in english_in(text, typed_in_the_example())} - CODES == set()


def test_nothing_is_cut_that_is_whole_in_english(report: Report) -> None:
    with speaking("en"):
        english = " ".join(texts_of(render_playbook(northgate())))
    assert " ".join(texts_of(render_playbook(report))).count(CUT) == english.count(CUT)


def test_the_result_on_the_terminal_has_no_english_left(report: Report) -> None:
    assert english_in(result_text(report), typed_in_the_example()) == []


def test_the_file_decides_the_language_whatever_the_installation_speaks(
    settings: Settings, file: Path
) -> None:
    english = settings.model_copy(update={"language": "en"})
    assert render_playbook(report_for_file(english, file, DAY), length="board") == render_playbook(
        report_for_file(settings, file, DAY), length="board"
    )


@pytest.mark.parametrize(
    "change",
    [
        {"instrument": 3},
        {"privacy": "all"},
        {"parked": {}},
        {"version": 2},
        {"respondents": [{}]},
        {"more": 1},
    ],
)
def test_a_refused_file_is_told_so_without_english(
    report: Report, file: Path, change: dict[str, object]
) -> None:
    data = json.loads(file.read_text(encoding="utf-8")) | change
    with speaking(report.instrument.language), pytest.raises(RefusedFile) as refused:
        parse_file(json.dumps(data).encode())
    codes = ["instrument", "privacy", "parked", "respondents.0.", "id", "more", "open", "by_camp", "team"]
    assert english_in(str(refused.value), codes) == []
