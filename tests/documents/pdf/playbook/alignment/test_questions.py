"""The page for one leader alone: whom to ask what, and what is expected of the other side."""

from dataclasses import replace
from typing import Any

import pytest

from documents.pdf.charts.dumbbell import Dumbbell
from documents.pdf.engine.geometry import SHEETS
from documents.pdf.playbook.alignment.questions import question_page
from report.model.report import Report
from report.text.narrative import count
from report.text.playbook.alignment.questions import questions_title
from tests import reports
from tests.documents.reading import pages


def chart(report: Report) -> Dumbbell:
    pieces = [entry.piece for entry in question_page(report, SHEETS["a4"])]
    (found,) = [piece for piece in pieces if isinstance(piece, Dumbbell)]
    return found


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_says_whom_to_ask_which_question(paper: Any) -> None:
    report = reports.alone()
    assert questions_title(report) == "Four questions are open: ask IT and Operations"
    (page,) = [text for text in pages(report, paper=paper) if questions_title(report) in text]
    for errand in report.errands:
        assert f"{errand.practice.title} {errand.practice.stem} {errand.ask}" in page


def test_own_answers_are_beside_those_expected_of_the_other_side() -> None:
    report = reports.alone()
    found = chart(report)
    assert found.hollow == "technology"
    for row, prediction in zip(found.rows, report.predictions, strict=True):
        assert row.title == prediction.practice.title
        assert row.values.get("business") == prediction.own
        assert row.values["technology"] == prediction.expected
    assert "Data for the chosen use cases: you not known, expected 2" in found.alternative()


def test_without_errands_the_title_is_what_is_expected() -> None:
    report = replace(reports.alone(), errands=())
    assert questions_title(report) == "You expect the other side to answer lower on two of four. Ask them"


def test_many_people_to_ask_are_counted() -> None:
    report = reports.alone()
    asked = tuple(replace(errand, ask=f"Person {n}") for n, errand in enumerate(report.errands))
    assert questions_title(replace(report, errands=asked)) == "Four questions are open: ask four people"


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_more_questions_than_the_page_holds_are_counted(paper: Any) -> None:
    asked = reports.alone().instrument
    answers: dict[str, Any] = dict.fromkeys(asked.practices, "?") | {"STR-1": 3}
    report = reports.report_on([reports.leader("CEO", "business", answers)])
    (page,) = [text for text in pages(report, paper=paper) if questions_title(report) in text]
    shown = sum(errand.practice.stem in page for errand in report.errands)
    assert 0 < shown < len(report.errands)
    words = f"The annex has {count(len(report.errands) - shown)} more."
    assert words in page


def test_for_a_team_there_is_no_such_page() -> None:
    for report in (reports.northgate(), reports.nobody(), reports.withheld(), reports.half_answered()):
        assert list(question_page(report, SHEETS["a4"])) == []
