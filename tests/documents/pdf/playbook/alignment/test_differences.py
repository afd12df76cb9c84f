"""The page on differences: the ten practices that differ most, by side or, where no side may be shown, by distance."""

from typing import Any

import pytest

from documents.pdf.charts.dumbbell import DistanceBars, Dumbbell
from documents.pdf.engine.geometry import CONTENT, SHEETS
from documents.pdf.playbook.alignment.differences import difference_page
from report.model.report import Report
from report.text.alignment.findings import value_text
from report.text.playbook.alignment.differences import differences_title, furthest_apart
from tests import reports
from tests.documents.pdf.aligned import example, two
from tests.documents.reading import pages


def chart(report: Report, paper: Any = "a4") -> Dumbbell | DistanceBars:
    pieces = [entry.piece for entry in difference_page(report, SHEETS[paper])]
    (found,) = [piece for piece in pieces if isinstance(piece, Dumbbell | DistanceBars)]
    return found


def title(report: Report) -> str:
    assert report.alignment is not None
    return differences_title(report, report.alignment, furthest_apart(report.alignment, 10))


def test_the_title_is_the_level_of_each_side() -> None:
    assert title(reports.northgate()) == "Business describes level 2, technology level 1"


def test_the_ten_largest_differences_have_the_numbers_of_both_sides_and_what_was_agreed() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    found = chart(report)
    assert isinstance(found, Dumbbell)
    assert [row.title for row in found.rows] == [p.practice.title for p in report.alignment.practices[:10]]
    for row, practice in zip(found.rows, report.alignment.practices, strict=False):
        assert practice.business is not None
        assert practice.technology is not None
        assert row.words == {
            "business": value_text(practice.business),
            "technology": value_text(practice.technology),
        }
        assert row.agreed == report.result.practices[practice.practice.code].agreed
    assert "The outcomes AI should serve: business 3.7, technology 2.0, agreed 3" in found.alternative()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_is_one_page_that_says_how_many_more_there_are_and_what_to_settle_first(paper: Any) -> None:
    report = reports.northgate()
    (page,) = [text for text in pages(report, paper=paper) if title(report) in text]
    assert "The annex has 15 more practices." in page
    assert f"Settle first {report.gaps[0].practice.title} {report.gaps[0].question}" in page
    assert "Five people answered: three from business, two from technology." in page


def test_without_sides_it_is_the_distance_from_the_middle_answer() -> None:
    report = example(privacy="team")
    found = chart(report)
    assert isinstance(found, DistanceBars)
    assert title(report) == "Answers differ most on “The outcomes AI should serve”"
    (page,) = [text for text in pages(report) if title(report) in text]
    assert "Business" not in page.replace("Five people answered: three from business", "")
    assert [row.distance for row in found.rows] == sorted((row.distance for row in found.rows), reverse=True)


def test_a_side_that_may_not_be_shown_on_a_practice_is_not_on_the_page() -> None:
    report = example(privacy="by_camp")
    assert report.alignment is not None
    withheld = {p.practice.title for p in report.alignment.practices if p.difference is None}
    assert withheld
    found = chart(report)
    assert withheld.isdisjoint(row.title for row in found.rows)


def test_equal_levels_give_way_to_the_largest_difference() -> None:
    answers = dict.fromkeys(two().instrument.practices, 3)
    people = [
        reports.leader("CEO", "business", answers | {"STR-2": 4}),
        reports.leader("CIO", "technology", answers),
    ]
    report = reports.report_on(people, privacy="open")
    assert title(report) == (
        "The sides differ most on “What value, risk and success mean”: business one level higher"
    )


@pytest.mark.parametrize("state", ["alone", "nobody", "withheld", "level 1", "level 5"])
def test_where_nobody_differs_there_is_no_page(state: str) -> None:
    assert list(difference_page(reports.STATES[state](), SHEETS["a4"])) == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_fills_more_than_half_of_the_page(paper: Any) -> None:
    for report in (reports.northgate(), example(privacy="team"), two()):
        entries = list(difference_page(report, SHEETS[paper]))
        filled = sum(entry.piece.height(CONTENT) + entry.gap for entry in entries) - entries[0].gap
        assert 0.5 < filled / SHEETS[paper].available <= 1
