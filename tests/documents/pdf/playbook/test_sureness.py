"""The page on how sure the level is: its words agree with the draws, and the limits are not cut."""

import re
from functools import lru_cache

import pytest

from documents.pdf.playbook.sureness import OddsStrip, sureness_page
from report.model.report import Report
from report.text import wording
from report.text.playbook.sureness import grounds, level_odds, method_lines, sureness_finding
from report.text.sureness import CERTAINTY
from scoring.sureness.plausible_range import FIRM, LIKELY
from tests import reports
from tests.documents.pdf.playbook.one_page import (
    HALF,
    ODD,
    PAPERS,
    alternatives,
    assert_one_page,
    drawings,
    odd_reports,
    pieces,
    text,
    title,
)
from tests.properties.companies import companies


@lru_cache(maxsize=1)
def shown_ones() -> list[Report]:
    """The made-up companies with finding pages."""
    return [
        company.report
        for company in companies()
        if not wording.withheld(company.report)
        and 2 * company.report.basis.answered >= company.report.basis.questions
    ]


def drawn() -> list[Report]:
    return [report for report in shown_ones() if report.plausible is not None]


def test_the_example_says_level_word_and_share() -> None:
    report = reports.northgate()
    assert title(sureness_page, report) == "Level 2 is likely: 80 % of the draws give it"
    assert_one_page(sureness_page, report, filled=HALF)


def test_word_and_share_are_those_of_the_draws() -> None:
    for report in drawn():
        found, level = report.plausible, report.result.level
        assert found is not None
        assert level is not None
        said = sureness_finding(report)
        assert said.startswith(f"Level {level} is {CERTAINTY[found.label]}: ")
        share = re.search(r"(\d+) %", said)
        if level == 1:
            assert ("give a higher one" in said) == (found.at_least[2] > 0)
        elif share:
            shown, reached = int(share[1]) / 100, found.at_least[level]
            assert abs(shown - reached) <= 0.01
            assert (shown >= FIRM, shown >= LIKELY) == (reached >= FIRM, reached >= LIKELY)
        else:
            assert found.at_least[level] == 1.0
        assert ("higher one" in said) == (found.at_least.get(level + 1, 0.0) > 0)


def test_the_shares_of_the_five_levels_are_all_draws() -> None:
    for report in drawn():
        odds = level_odds(report)
        assert sum(one.share for one in odds) == pytest.approx(1.0)
        assert [one.level for one in odds if one.result] == [report.result.level]
        for one in odds:
            assert (one.words == "0 %") == (one.share == 0)
            assert (one.words == "100 %") == (one.share == 1)


def test_what_the_answers_rest_on_adds_up_to_the_counts_of_the_cover() -> None:
    for report in shown_ones():
        found, result = dict(grounds(report)), report.result
        asked = [one for one in result.practices.values() if one.state != "not_applicable"]
        assert sum(found.values()) == len(asked)
        assert found.get("evidence", 0) == result.backed.evidenced
        assert found.get("evidence", 0) + found.get("opinion", 0) == result.backed.of
        assert report.headline.backing in text(sureness_page, report)
        assert_one_page(sureness_page, report)


def test_one_person_alone_is_told_that_it_is_one_view() -> None:
    report = reports.alone()
    assert title(sureness_page, report) == "Level 1 is one person’s view: nobody else has answered yet"
    assert not drawings(sureness_page, report, OddsStrip)
    assert "Ask IT about “All AI in use is known”" in text(sureness_page, report)


def test_level_one_is_no_failure_and_level_five_has_nothing_above() -> None:
    assert title(sureness_page, reports.everyone_at(1)) == "Level 1 is firm: every draw gives it"
    assert title(sureness_page, reports.everyone_at(5, "number")) == (
        "Level 5 is likely: 75 % of the draws give it"
    )


def test_without_a_level_the_open_questions_are_counted() -> None:
    report = next(one for one in shown_ones() if one.result.level is None)
    states = [found.state for found in report.result.practices.values()]
    left = states.count("missing") + states.count("not_known")
    assert title(sureness_page, report).startswith("No level yet: ")
    assert f"of {len(states)} questions" in title(sureness_page, report)
    assert left > 0


def test_the_method_is_six_lines_and_the_limits_are_whole() -> None:
    report = reports.northgate()
    assert len(method_lines(report)) == 6
    for paper in PAPERS:
        for piece in pieces(sureness_page, report, paper):
            for _x, wide, cell in getattr(piece, "cells", ()):
                assert not any(line.endswith("…") for line in getattr(cell, "broken", lambda _w: [])(wide))
    assert report.instrument.limits in text(sureness_page, report)
    assert "8 February 2027" in text(sureness_page, report)


def test_those_who_do_not_see_it_hear_the_finding_first() -> None:
    strip, squares = alternatives(sureness_page, reports.northgate())
    assert strip.startswith("Level 2 is likely: 80 % of the draws give it. level 1: 20 %; level 2: 80 %")
    assert "8 with a document or a number" in squares


@pytest.mark.parametrize("name", ODD)
def test_it_is_one_page_whatever_the_texts(name: str) -> None:
    assert_one_page(sureness_page, odd_reports()[name])
