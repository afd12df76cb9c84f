"""Tables as CSV: as a spreadsheet reads them, and never a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.csv_tables import ANSWERS_TABLE, RESULTS_TABLE, USES_TABLE, table
from documents.document_format import DocumentFormat, DocumentOrder
from report.json.result import result_json
from report.model.report import Report
from tests import reports
from tests.reports import STATES


def rows(kind: DocumentFormat, report: Report) -> list[dict[str, str]]:
    order = DocumentOrder(code=kind.code, report=report, today=report.basis.as_of)
    return list(csv.DictReader(StringIO(kind.render(order).decode("utf-8-sig"))))


@pytest.mark.parametrize("state", STATES)
def test_results_are_those_of_the_score_command(state: str) -> None:
    """What the privacy mode withholds is empty here too."""
    report = STATES[state]()
    told = result_json(report)
    found = {row["code"]: row for row in rows(RESULTS_TABLE, report)}
    assert found.keys() == told["pillars"].keys() | told["practices"].keys()
    for code, figures in {**told["pillars"], **told["practices"]}.items():
        for name in ("described", "average_deviation", "difference", "level"):
            expected = figures.get(name)
            assert found[code][name] == ("" if expected is None else str(expected))


def test_answers_given_in_confidence_are_refused_and_of_nobody() -> None:
    report = reports.withheld()
    assert "confidence" in str(ANSWERS_TABLE.refusal(report))
    assert rows(ANSWERS_TABLE, report) == []


def test_answers_of_one_person_alone_are_one_row_each() -> None:
    report = reports.alone()
    assert ANSWERS_TABLE.refusal(report) is None
    found = rows(ANSWERS_TABLE, report)
    assert [row["code"] for row in found] == [row.code for row in report.answers]
    assert found[0]["answer"] == report.answers[0].answer


def test_every_ai_use_is_in_the_register_with_its_class() -> None:
    report = reports.northgate()
    assert report.rules is not None
    found = rows(USES_TABLE, report)
    assert {row["name"] for row in found} == {view.use.name for view in report.rules.uses}
    assert all(row["class"] and row["why"] for row in found)


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_no_text_becomes_a_formula_and_none_is_lost(texts: list[str]) -> None:
    columns = [f"c{n}" for n in range(len(texts))]
    written = table(columns, [dict(zip(columns, texts, strict=True))])
    read = list(csv.reader(StringIO(written.decode("utf-8-sig"), newline="")))[1]
    for text, cell in zip(texts, read, strict=True):
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert cell.removeprefix("'") == text.removeprefix("'")
