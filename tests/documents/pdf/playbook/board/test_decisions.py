"""The second board page: the decisions with their boxes, and what goes on if nothing is decided."""

from dataclasses import replace
from typing import Any

import pytest

from report.model.report import Report
from report.text.playbook.board.decisions import decisions_finding, not_deciding
from tests import reports
from tests.documents.reading import pages


def second(report: Report, **choices: Any) -> str:
    return pages(report, length="board", **choices)[1]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_decision_has_three_boxes_to_mark(paper: str) -> None:
    for report in (reports.northgate(), reports.alone()):
        page = second(report, paper=paper)
        assert "Yes No Amend" in page
        assert page.count("☐") == 3 * len(report.decisions_asked)


def test_the_cost_of_not_deciding_is_the_level_the_money_and_what_is_exposed() -> None:
    report = reports.northgate()
    said = not_deciding(report)
    assert said[0] == "The level stays at 2, Experimenting."
    assert said[1] == (
        "GBP\xa08,400 a month goes on without a measure, 63 % of what the running initiatives cost."
    )
    assert said[2:] == report.exposures
    page = second(report)
    assert all(" ".join(text.split()) in page for text in said)


def test_without_money_only_level_and_exposures_go_on() -> None:
    report = reports.northgate_without("initiatives", "use_cases")
    assert not_deciding(report)[1:] == report.exposures


@pytest.mark.parametrize(
    ("state", "title"),
    [
        ("alone", "Approve two moves to reach level 2: 4 days, plus 2 from others"),
        ("nobody", "Nothing to decide until the open questions are answered"),
        ("withheld", "Nothing to decide until the result may be shown"),
        ("level 5", "Nothing to approve: level 5 is the highest"),
        ("another instrument", "Approve six moves to reach level 3: 12 person-weeks"),
    ],
)
def test_the_title_says_what_is_asked_or_why_nothing_is(state: str, title: str) -> None:
    report = reports.STATES[state]()
    assert decisions_finding(report) == title
    assert title in second(report)


def test_a_target_that_is_reached_asks_for_nothing() -> None:
    report = reports.northgate()
    assert report.path is not None
    reached = replace(report.path, moves=(), found=replace(report.path.found, state="reached", target=2))
    assert decisions_finding(replace(report, path=reached)) == (
        "Nothing to approve: the target, level 2, is reached"
    )


def test_nothing_is_left_out_in_silence_where_there_is_no_room() -> None:
    """Exposures, errands and practices without evidence say how many more there are."""
    report = reports.northgate()
    longest = replace(report, exposures=tuple(f"{n} {'word ' * 400}" for n in range(40)))
    page = second(longest)
    assert "and 39 more" in page
