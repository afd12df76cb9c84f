"""The page of verdicts: its title counts the lanes, every initiative is in one, and it is one page."""

import re
from typing import Any

import pytest

from documents.pdf.playbook.verdicts import verdicts_page
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.playbook.verdicts import by_reason, lanes
from report.text.value.verdicts import VERDICTS
from tests import reports
from tests.documents.pdf.playbook.registers import (
    PAPERS,
    TOY,
    assert_nothing_is_cut,
    file,
    printed,
    registers,
    sheets,
    title,
)
from tests.documents.pdf.structure_walk import walk
from tests.reports import STATES, report_on
from tests.toy import everyone

SOUND = {"owner": "CFO", "metric": "hours", "result": "4, was 9", "expected_result": "less", "stage": "live"}


def having(*initiatives: dict[str, Any]) -> Report:
    named = [{"name": f"Case {n}", **SOUND} | one for n, one in enumerate(initiatives)]
    return report_on(everyone(3, "document", TOY), TOY, initiatives=named)


def said_of(*initiatives: dict[str, Any]) -> str:
    return title(having(*initiatives), verdicts_page)


def test_the_example_counts_what_is_to_be_done() -> None:
    assert title(reports.northgate(), verdicts_page) == (
        "Eight initiatives: four to decide, one stopped, two to measure and one to scale"
    )


def test_the_title_counts_the_initiatives_of_each_lane() -> None:
    verbs = {"decide": "to decide", "measure": "to measure", "fix": "to fix", "scale": "to scale"}
    for report in registers():
        said = title(report, verdicts_page)
        if ":" not in said:
            continue
        assert said.startswith(f"{sentence(count(len(report.verdicts)))} initiatives: ")
        for verdict, found in lanes(report):
            if verdict in verbs:
                assert (f"{count(len(found))} {verbs[verdict]}" in said) == bool(found)
        assert sum(len(found) for _verdict, found in lanes(report)) == len(report.verdicts)


def test_initiatives_of_one_verdict_are_one_sentence() -> None:
    assert said_of({}) == "The one initiative is ready to scale"
    assert said_of({}, {}) == "Both initiatives are ready to scale"
    assert said_of({"owner": None}) == "The one initiative needs a decision"
    assert said_of({"stage": "stopped"}, {"stage": "stopped"}) == "Both initiatives have been stopped"


def test_without_initiatives_and_use_cases_there_is_no_page() -> None:
    assert said_of() == ""


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_one_page_for_every_company(paper: Any) -> None:
    for report in (*registers(), *(state() for state in STATES.values())):
        assert sheets(report, verdicts_page, paper) == bool(report.verdicts)


def test_every_initiative_is_named_or_counted_and_no_word_is_cut() -> None:
    for report in registers():
        if report.verdicts:
            assert_nothing_is_cut(report, verdicts_page)
            packed = printed(report, verdicts_page).replace(" ", "")
            named = sum(found.name.replace(" ", "") in packed for found in report.verdicts)
            assert named == len(report.verdicts) or re.search(r"(\d+|[a-z]+)moreintheapp", packed)


def test_many_initiatives_are_named_reason_by_reason() -> None:
    bare = {"owner": None}
    (first, second) = by_reason(having(bare, bare, bare, {"owner": "several"}).verdicts, 2)
    assert first == ("Nobody answers for it (3)", "Case 0; Case 1; one more in the app")
    assert second == ("Several people answer for it (1)", "Case 3")


def test_a_lane_says_what_its_initiatives_cost() -> None:
    assert "Four initiatives, GBP 8,400 a month" in printed(reports.northgate(), verdicts_page)


def test_each_card_says_the_verdict_of_the_report_in_its_lane() -> None:
    report = reports.northgate()
    heard = [
        one.text.replace("\xa0", " ")
        for one in walk(file(report, verdicts_page)).spoken
        if one.kind in ("H3", "P")
    ]
    names = {found.name for found in report.verdicts}
    lane, placed = "", {}
    for text in heard:
        lane = text if text in VERDICTS.values() else lane
        if text in names:
            placed[text] = lane
    assert placed == {found.name: VERDICTS[found.verdict] for found in report.verdicts}
    assert all(found.sentence in heard for found in report.verdicts)
