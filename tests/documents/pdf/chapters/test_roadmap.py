"""The chapter “The first 180 days” in the playbook: bars with owners, tables, commitments, what is still open."""

from typing import Any

import pytest

from documents.pdf import render_playbook
from report.model.report import Report
from tests import reports
from tests.documents.reading import annex, annex_pages, outline
from tests.toy import everyone, toy_instrument

CHAPTER = "The first 180 days"


def chapter(report: Report) -> str:
    """The pages from this chapter to the next one."""
    marks = outline(annex(report))
    (begin,) = [page for title, page in marks if title == CHAPTER]
    end = min((page for _title, page in marks if page > begin), default=len(annex_pages(report)) + 1)
    return " ".join(annex_pages(report)[begin - 1 : max(end - 1, begin)])


def planned(**fields: Any) -> Report:
    return reports.report_on(everyone(2), toy_instrument(), **fields)


def test_the_example_shows_bars_owners_measures_reviews_and_what_is_open() -> None:
    text = chapter(reports.northgate())
    for words in (
        "First day: 11 January 2027.",
        "Align days 0–30",
        "Chief executive · Improve",
        "11 Jan – 8 Feb 2027",
        "from 1 of 5 executives to 5 of 5 executives",
        "Open points",
        "has no measure that would show it works",
        "Commitments",
        "Rules by class of initiative",
    ):
        assert words in text


@pytest.mark.parametrize("state", ["nobody", "withheld"])
def test_where_nothing_is_planned_there_is_no_chapter(state: str) -> None:
    assert CHAPTER not in [title for title, _page in outline(annex(getattr(reports, state)()))]


def test_a_trial_brings_the_rules_for_exploring() -> None:
    use = {"name": "Bell shop", "lever": "revenue", "owner": "CIO", "effort_weeks": 6}
    assert "Running and exploring" in chapter(planned(use_cases=[use | {"exploring": True}]))
    assert "Running and exploring" not in chapter(planned(use_cases=[use]))


def test_of_more_than_fifteen_bars_each_phase_prints_fifteen_and_says_how_many_more_there_are() -> None:
    uses = [
        {"name": f"Use number {n:02}", "lever": "cost", "effort_weeks": 2, "exploring": n % 2 == 0}
        for n in range(40)
    ]
    text = chapter(planned(use_cases=uses))
    assert all(f"Use number {n:02}" in text for n in range(10))
    assert sum(f"Use number {n:02}" in text for n in range(40)) < 40
    assert "more in the app." in text
    assert "more than 15 at once are hard to manage" in text


def test_hostile_words_are_printed_and_nothing_breaks() -> None:
    word = "x" * 900
    line = {"move": "ABC-1:3", "owner": "y" * 60, "kpi": word, "goal": reports.HOSTILE, "milestone": word,
            "start_day": 365, "weeks": 104}  # fmt: skip
    use = {"name": reports.HOSTILE[:110], "lever": "cost", "owner": reports.HOSTILE[:60], "effort_weeks": 900}
    report = planned(
        roadmap={"start": "9999-12-01", "moves": [line]},
        use_cases=[use],
        commitments=[{"move": "ABC-1:3", "owner": "y" * 60, "metric": word}],
    )
    assert render_playbook(report).startswith(b"%PDF-")
