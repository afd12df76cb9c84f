"""The page on who decides: a matrix of votes, cut to what may be shown."""

from functools import lru_cache
from random import Random
from typing import Any

import pytest

from assessment.privacy import WITHHELD
from documents.pdf.playbook.governance.ownership import VoteMatrix, ownership_page
from language.translation import _
from report.model.report import Report
from report.text.narrative import count
from report.text.playbook.governance.ownership import (
    UNKNOWN,
    cell,
    matrix_columns,
    owners_finding,
    vote_rows,
)
from tests import reports
from tests.documents.pdf.aligned import example
from tests.documents.pdf.playbook.one_page import (
    HALF,
    ODD,
    alternatives,
    assert_one_page,
    drawings,
    odd_reports,
    role,
    text,
    title,
)
from tests.texts import real_instrument

PLACES = ("CEO", "CFO", "COO", "CIO", "CISO", "CDO", "CLO", "nobody", "dont_know", "several")
LEADERS = (("CEO", "business"), ("CFO", "business"), ("CIO", "technology"), ("CISO", "technology"))


@lru_cache(maxsize=1)
def voted() -> tuple[Report, ...]:
    """Forty leaderships of four, in every privacy mode, of one mind and of many."""
    return tuple(_votes(Random(number)) for number in range(40))  # noqa: S311 - no secret


def _votes(chance: Random) -> Report:
    asked = real_instrument()
    choices = [choice.code for choice in asked.decisions]
    likely = {code: chance.choice(PLACES) for code in choices}
    answers = dict.fromkeys(asked.practices, 2)
    people = []
    for code, camp in LEADERS:
        placed = {
            choice: likely[choice] if chance.random() < 0.6 else chance.choice(PLACES)
            for choice in choices
            if chance.random() < 0.9
        }
        people.append(reports.leader(code, camp, answers, decisions=placed))
    return reports.report_on(people, privacy=chance.choice(["open", "by_camp", "team"]))


def test_the_example_says_that_half_have_no_clear_owner() -> None:
    report = reports.northgate()
    assert title(ownership_page, report) == "Half of the decisions have no clear owner"
    assert_one_page(ownership_page, report, filled=HALF)


@pytest.mark.parametrize("number", range(40))
def test_the_title_counts_the_decisions_that_are_not_settled(number: int) -> None:
    report = voted()[number]
    assert report.alignment is not None
    seen = report.alignment.decisions
    unclear = sum(found.state != "settled" for found in seen)
    said = owners_finding(report, vote_rows(report))
    if not unclear:
        assert said.startswith("All")
    elif unclear == len(seen):
        assert said.startswith("None of the")
    elif 2 * unclear == len(seen):
        assert said.startswith("Half")
    else:
        assert said.lower().startswith(f"{count(unclear)} of {count(len(seen))}")


@pytest.mark.parametrize("number", range(40))
def test_a_row_adds_up_to_those_who_voted_or_is_cut_to_what_leads(number: int) -> None:
    report = voted()[number]
    rows = vote_rows(report)
    columns = matrix_columns(rows)
    for row in rows:
        cells = [cell(row, column, columns) for column in columns]
        if row.whole:
            assert sum(cells) == row.people
        else:
            assert sum(bool(number) for number in cells) <= 1
            assert report.disclosure.privacy != "open"


@pytest.mark.parametrize("number", range(40))
def test_no_cell_is_smaller_than_the_smallest_group_that_may_be_shown(number: int) -> None:
    report = voted()[number]
    assert report.alignment is not None
    for found in report.alignment.decisions:
        assert all(votes >= report.disclosure.minimum for votes in found.votes.values())
        assert sum(found.votes.values()) in (0, found.people)


def test_where_votes_are_left_out_the_page_says_so() -> None:
    report = example(privacy="by_camp")
    assert not all(row.whole for row in vote_rows(report))
    assert _(WITHHELD) in text(ownership_page, report)
    assert _(WITHHELD) not in text(ownership_page, reports.northgate())


def test_nobody_and_not_known_are_one_column_as_they_decide_together() -> None:
    report = reports.northgate()
    rows = {row.code: row for row in vote_rows(report)}
    assert rows["stop_pilot"].votes[UNKNOWN] == 2
    assert rows["stop_pilot"].leads == UNKNOWN
    assert rows["accept_risk"].leads is None


def test_one_person_alone_sees_what_they_have_placed() -> None:
    report = reports.alone()
    assert title(ownership_page, report) == "One person sees no clear owner for four of eight decisions"
    (matrix,) = drawings(ownership_page, report, VoteMatrix)
    assert all(sum(row.votes.values()) == 1 for row in matrix.rows)


def test_the_role_entered_since_is_named_under_an_unclear_decision_alone() -> None:
    rows = {row.code: row for row in vote_rows(reports.northgate())}
    assert rows["stop_pilot"].entered == f"Today: {role('COO')}"
    assert rows["fund"].entered == ""
    assert not any(row.entered for row in vote_rows(example(ownership=None)))


def test_those_who_do_not_see_it_hear_the_finding_and_every_vote() -> None:
    report = reports.northgate()
    (said,) = alternatives(ownership_page, report)
    assert said.startswith("Half of the decisions have no clear owner.")
    assert f"Who releases the money? Clear: {role('CFO')} ({role('CFO')} 5)" in said


@pytest.mark.parametrize("name", ODD)
def test_it_is_one_page_whatever_the_texts(name: str) -> None:
    report = odd_reports()[name]
    assert_one_page(ownership_page, report)
    assert bool(title(ownership_page, report)) == bool(vote_rows(report))


def test_roles_with_the_longest_names_keep_it_on_one_page() -> None:
    long: list[Any] = ["A role " * 8 + str(n) for n in range(9)]
    people = [
        reports.leader(
            f"r{n}",
            "business",
            dict.fromkeys(real_instrument().practices, 2),
            decisions={
                choice.code: long[(n + at) % 9][:60] for at, choice in enumerate(real_instrument().decisions)
            },
        )
        for n in range(9)
    ]
    assert_one_page(ownership_page, reports.report_on(people, privacy="open"))
