"""The page on pilots: its title is true of the money, its bubbles are named, and it is one page."""

import re
from typing import Any

import pytest

from documents.pdf.charts.pilots import LARGEST, PilotBubble, PilotFunnel, StageHead
from documents.pdf.engine.geometry import CONTENT
from documents.pdf.playbook.pilots import pilots_page
from language.numbers import money
from report.model.report import Report
from scoring.value.pilots import RUNNING, plain_name
from tests import reports
from tests.documents.pdf.playbook.registers import (
    PAPERS,
    TOY,
    alternatives,
    assert_nothing_is_cut,
    printed,
    registers,
    sheets,
    title,
)
from tests.reports import STATES, report_on
from tests.toy import everyone

FULL = {"owner": "CFO", "metric": "hours", "result": "4, was 9", "expected_result": "less"}


def having(*initiatives: dict[str, Any], **fields: Any) -> Report:
    named = [{"name": f"Case {n}", "stage": "live", **FULL} | one for n, one in enumerate(initiatives)]
    return report_on(everyone(3, "document", TOY), TOY, initiatives=named, **fields)


def said_of(*initiatives: dict[str, Any]) -> str:
    return title(having(*initiatives), pilots_page)


def spaced(amount: float, currency: str) -> str:
    return money(amount, currency).replace("\xa0", " ")


def test_the_example_names_the_money_without_a_measure() -> None:
    said = title(reports.northgate(), pilots_page)
    assert said == "63 % of the pilot money has no measure: GBP 8,400 of GBP 13,250 a month"


def test_the_money_in_the_title_is_that_of_what_runs_without_a_measure_in_either_register() -> None:
    for report in registers():
        going = [one for one in report.initiatives if one.stage != "stopped"]
        uses = [line.use_case for line in report.value.lines] if report.value else []
        measured = {plain_name(one.name) for one in (*going, *uses) if (one.metric or "").strip()}
        running = [one for one in going if one.stage in RUNNING]
        part = sum(one.monthly_cost or 0 for one in running if plain_name(one.name) not in measured)
        whole = sum(one.monthly_cost or 0 for one in running)
        said, currency = title(report, pilots_page), report.value.currency if report.value else ""
        if 0 < round(part) < round(whole):
            assert "no measure" in said
            assert f"{spaced(part, currency)} of {spaced(whole, currency)}" in said
            share = int(re.match(r"(\d+)", said)[1])  # type: ignore[index]
            assert 0 < share < 100
            assert abs(share - 100 * part / whole) <= 1
        elif round(part):
            assert said.startswith("None of the pilot money")
            assert spaced(whole, currency) in said


def test_without_money_initiatives_are_counted() -> None:
    bare = {"metric": None, "result": None}
    assert said_of(bare, bare, {}) == "Two of three running initiatives have no measure"
    assert said_of(bare, {}) == "One of two running initiatives has no measure"
    assert said_of(bare) == "The one running initiative has no measure"


def test_where_all_is_measured_the_title_names_what_is_lacking_next() -> None:
    assert said_of({"owner": None, "monthly_cost": 250}, {"monthly_cost": 750}) == (
        "25 % of the pilot money has no owner: 250 of 1,000 a month"
    )
    assert said_of({"result": None, "monthly_cost": 250}) == (
        "None of the pilot money has a measured result yet: 250 a month"
    )
    assert said_of({"monthly_cost": 250}) == (
        "All of the pilot money has an owner, a measure and a measured result: 250 a month"
    )
    assert said_of({}, {}) == "Both running initiatives have an owner, a measure and a measured result"


def test_a_cost_that_is_not_entered_is_said() -> None:
    report = having({"metric": None, "monthly_cost": 250}, {"monthly_cost": 250}, {})
    assert title(report, pilots_page).startswith("50 % of the pilot money entered has")
    assert "For one running initiative no monthly cost is entered." in printed(report, pilots_page)


def test_where_nothing_runs_that_is_the_finding() -> None:
    assert said_of({"stage": "idea"}, {"stage": "idea"}) == "Two ideas, and nothing is running"
    assert said_of({"stage": "idea"}, {"stage": "stopped"}) == (
        "One idea and one stopped initiative, and nothing is running"
    )


def test_without_initiatives_there_is_no_page() -> None:
    assert title(having(), pilots_page) == ""


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_one_page_for_every_company(paper: Any) -> None:
    for report in (*registers(), *(state() for state in STATES.values())):
        assert sheets(report, pilots_page, paper) == bool(report.initiatives)


def test_every_initiative_is_named_or_counted_and_no_word_is_cut() -> None:
    for report in registers():
        if not report.initiatives:
            continue
        assert_nothing_is_cut(report, pilots_page)
        packed = printed(report, pilots_page).replace(" ", "")
        counted = re.search(r"and(\d+|[a-z]+)moreintheapp", packed)
        named = sum(one.name.replace(" ", "") in packed for one in report.initiatives)
        assert counted or named == len(report.initiatives)


def test_the_graphic_says_the_finding_and_names_what_each_initiative_lacks() -> None:
    (words,) = alternatives(reports.northgate(), pilots_page)
    assert words.startswith(title(reports.northgate(), pilots_page))
    assert "Office assistant, 120 seats (GBP 2,900, no measure, no owner)" in words
    assert "Stopped: Vibration alarm, forge press 3 (GBP 0)" in words


def test_the_area_of_a_bubble_is_its_cost() -> None:
    heads = {stage: StageHead(stage, ()) for stage in ("idea", "pilot", "live", "scaled", "stopped")}
    bubbles = [PilotBubble("a", "live", 400.0, ()), PilotBubble("b", "live", 100.0, ())]
    chart = PilotFunnel(bubbles, heads, "")  # type: ignore[arg-type]
    large, small = (cell.radius for cell in chart._columns(CONTENT)["live"])
    assert (large, small) == (LARGEST, LARGEST / 2)
