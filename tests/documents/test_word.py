"""Word files: the words of the PDF's chapter, in Word's own headings, lists and tables."""

import re
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument

from documents.office_files import CHARTER, RISK, RULES
from documents.word.chapters import CHAPTERS, render_word
from tests import reports
from tests.documents.pdf.scripts.companies import TEXTS, company_in
from tests.reports import STATES


def opened(state: str, chapter: str) -> WordDocument:
    return Document(BytesIO(render_word(STATES[state](), chapter)))


def words(document: WordDocument) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_risk_statement_holds_every_line_with_what_was_decided_and_room_to_sign() -> None:
    report = reports.northgate()
    assert report.rules is not None
    found = words(opened("example", "risk"))
    for line in report.rules.risk.statement.lines:
        assert line.line.decision in found
    assert len(re.findall("_{20,}", found)) == len(report.rules.risk.signers)


def test_the_charter_is_headings_and_lists_that_can_be_edited() -> None:
    report = reports.northgate()
    assert report.rules is not None
    styles: dict[str, list[str]] = {}
    for paragraph in opened("example", "charter").paragraphs:
        styles.setdefault(str(paragraph.style.name), []).append(paragraph.text)
    assert len(styles["Heading 1"]) == 1
    assert "Members" in styles["Heading 2"]
    assert set(report.rules.forum.charter.rights) <= set(styles["List Bullet"])


def test_the_rules_list_every_ai_use_in_one_table() -> None:
    report = reports.northgate()
    assert report.rules is not None
    first = opened("example", "uses").tables[0]
    assert {row.cells[0].text for row in first.rows[1:]} == {view.use.name for view in report.rules.uses}
    assert all(run.bold for cell in first.rows[0].cells for run in cell.paragraphs[0].runs)


@pytest.mark.parametrize("state", [name for name in STATES if STATES[name]().rules is not None])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_any_company_gives_a_file_that_opens_and_the_same_bytes(state: str, chapter: str) -> None:
    assert opened(state, chapter).core_properties.author == "Plumbline"
    report = STATES[state]()
    assert render_word(report, chapter) == render_word(report, chapter)


@pytest.mark.parametrize("kind", [RISK, CHARTER, RULES])
def test_there_is_none_before_anything_was_filled_in(kind: object) -> None:
    assert "Governance" in str(kind.refusal(reports.nobody()))  # type: ignore[attr-defined]


def test_a_text_from_right_to_left_is_one_in_word() -> None:
    table = Document(BytesIO(render_word(company_in("Arabic"), "uses"))).tables[0]
    for row in table.rows[1:]:
        paragraph = row.cells[0].paragraphs[0]
        backward = paragraph.text == TEXTS["Arabic"][2]
        assert bool(paragraph.runs[0].font.rtl) == backward
        assert (paragraph._p.find(".//{*}bidi") is not None) == backward
