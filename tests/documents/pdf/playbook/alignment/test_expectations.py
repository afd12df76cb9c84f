"""The page on expectations: what leaders expected and found, and what the room agreed since."""

from dataclasses import replace
from typing import Any

import pytest

from documents.pdf.charts.expectations import ExpectedField, ExpectedMatrix
from documents.pdf.engine.geometry import SHEETS
from documents.pdf.playbook.alignment.expectations import expectation_page
from report.model.alignment import AlignedPractice, Alignment
from report.model.report import Report
from report.text.playbook.alignment.expectations import expectations_title, open_points
from scoring.alignment.agreement import Belief
from tests import reports
from tests.documents.pdf.aligned import example, two
from tests.documents.reading import pages


def matrix(report: Report) -> ExpectedMatrix:
    pieces = [entry.piece for entry in expectation_page(report, SHEETS["a4"])]
    (found,) = [piece for piece in pieces if isinstance(piece, ExpectedMatrix)]
    return found


def named(field: ExpectedField) -> list[str]:
    return [row.title for row in field.rows]


def believed(report: Report, belief: Belief | None, **ledger: Any) -> Alignment:
    """The alignment with one belief on every predicted practice; `ledger` changes what was agreed."""
    assert report.alignment is not None

    def changed(one: AlignedPractice) -> AlignedPractice:
        entry = one.ledger and replace(one.ledger, **ledger) if ledger else None
        return replace(one, belief=belief if one.belief else None, ledger=entry)

    return replace(report.alignment, practices=tuple(map(changed, report.alignment.practices)))


def test_the_title_counts_the_hidden_disagreements_and_those_still_open() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    assert expectations_title(report.alignment) == (
        "Two disagreements that leaders did not expect, one still open"
    )


@pytest.mark.parametrize(
    ("belief", "title"),
    [
        ("hidden disagreement", "Five disagreements that leaders did not expect, still open"),
        ("imagined conflict", "Leaders expected five disagreements that are not there"),
        ("disagree and know it", "Leaders expected all five disagreements found"),
        ("agree and know it", "The sides agree on all five practices they predicted, as expected"),
    ],
)
def test_every_case_has_its_title(belief: Belief, title: str) -> None:
    assert expectations_title(believed(reports.northgate(), belief)) == title


def test_what_was_agreed_without_reservation_is_settled() -> None:
    report = reports.northgate()
    found = believed(report, "hidden disagreement", dissent=None, reservations=False)
    talked = [p for p in found.practices if p.belief and p.ledger]
    only = replace(found, practices=tuple(talked))
    assert expectations_title(only) == "Three disagreements that leaders did not expect, settled in the room"


def test_without_predictions_the_title_is_what_the_room_agreed() -> None:
    found = believed(reports.northgate(), None, reservations=False)
    assert expectations_title(found) == (
        "The room agreed a level for three practices, one with reservations or dissent"
    )


def test_each_predicted_practice_is_in_the_field_of_what_was_expected_and_found() -> None:
    report = reports.northgate()
    ((hidden, known), (agreed, imagined)) = matrix(report).fields
    assert report.alignment is not None
    assert set(named(hidden)) == {p.practice.title for p in report.alignment.hidden}
    assert hidden.strong
    assert named(known) == ["Who answers for the result"]
    assert named(agreed) == ["AI rules set by the executives"]
    assert named(imagined) == ["Measured before the start"]


def test_the_matrix_is_said_in_words() -> None:
    words = matrix(reports.northgate()).alternative()
    assert (
        "The sides differ unexpectedly: The outcomes AI should serve (business 3.7, technology 2.0)" in words
    )


def test_dissent_is_quoted_as_it_was_typed_and_comments_are_not() -> None:
    dissent = "<b>Finance</b> & </para> IT: not yet."
    report = example(agreed={"STR-1": {"level": 3, "dissent": dissent, "note": "A note of the room."}})
    assert report.alignment is not None
    page = " ".join(pages(report))
    assert f"“{dissent}”" in page
    assert "A note of the room." not in page


def test_more_practices_than_a_field_holds_are_counted() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    many = tuple(
        replace(p, belief="hidden disagreement") for p in report.alignment.practices if p.business is not None
    )
    ((hidden, _known), _agree) = matrix(
        replace(report, alignment=replace(report.alignment, practices=many))
    ).fields
    assert (len(hidden.rows), hidden.more) == (5, "20 more in the annex")


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_many_agreed_levels_stay_on_the_page_those_with_dissent_first(paper: Any) -> None:
    codes = list(reports.northgate().instrument.practices)
    agreed: dict[str, Any] = {code: {"level": 3} for code in codes}
    agreed[codes[-1]]["dissent"] = "Not in the plant."
    report = example(agreed=agreed)
    assert report.alignment is not None
    (page,) = [text for text in pages(report, paper=paper) if expectations_title(report.alignment) in text]
    assert "“Not in the plant.”" in page
    assert "agreed in the room are in the annex." in page


def test_what_is_agreed_with_reservations_says_so() -> None:
    report = reports.northgate()
    assert report.alignment is not None
    first = report.alignment.practices[0]
    assert first.ledger is not None
    doubted = replace(first, ledger=replace(first.ledger, reservations=True, dissent=None))
    assert open_points(doubted) == "Agreed with reservations."
    assert open_points(replace(first, ledger=replace(first.ledger, dissent=None))) == "none recorded"


def test_where_nothing_was_predicted_or_agreed_there_is_no_page() -> None:
    for report in (two(), reports.alone(), reports.nobody(), reports.withheld(), reports.everyone_at(3)):
        assert list(expectation_page(report, SHEETS["a4"])) == []


def test_sides_that_may_not_be_shown_leave_what_was_agreed() -> None:
    report = example(privacy="team")
    page = " ".join(pages(report))
    assert "The room agreed a level for three practices" in page
    assert "Hidden disagreement" not in page
