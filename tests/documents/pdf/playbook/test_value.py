"""The page on value: the steps add up to the sum, and the title says what turns it."""

from typing import Any

import pytest

from documents.pdf.playbook.value import ALONE, value_page
from language.numbers import MINUS
from report.model.report import Report
from report.text.playbook.value import step_words, turns, value_steps
from report.text.value.figures import rough
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


def having(*use_cases: dict[str, Any]) -> Report:
    return report_on(everyone(3, "document", TOY), TOY, use_cases=list(use_cases))


def certain(name: str, benefit: float, **fields: Any) -> dict[str, Any]:
    """A use case of which everything is known."""

    def exactly(money: float) -> dict[str, float]:
        return {"low": money, "likely": money, "high": money}

    amounts = {"investment": exactly(1000), "annual_benefit": exactly(benefit), "annual_cost": exactly(0)}
    return {"name": name, "success_probability": 1.0, **amounts} | fields


def said_of(*use_cases: dict[str, Any]) -> str:
    return title(having(*use_cases), value_page)


def spaced(money: float, currency: str) -> str:
    return rough(money, currency).replace("\xa0", " ")


def number(words: str) -> float:
    return float(words.replace(",", "").replace(MINUS, "-"))


def test_the_example_names_the_one_that_turns_the_sum() -> None:
    assert title(reports.northgate(), value_page) == (
        "One initiative turns the case negative: without it, GBP 51,300 expected, chance of a loss about 41 in 100"
    )
    assert "expected value GBP −174,000" in printed(reports.northgate(), value_page)


@pytest.mark.parametrize("most", [0, 1, 3, ALONE])
def test_what_is_above_a_sum_adds_up_to_it(most: int) -> None:
    for report in registers():
        so_far = 0.0
        for step in value_steps(report.value, most) if report.value else ():
            if step.total:
                assert step.expected == pytest.approx(so_far, rel=1e-6, abs=1e-3)
            else:
                so_far += step.expected


def test_what_is_printed_adds_up_within_its_rounding() -> None:
    for report in registers():
        steps = value_steps(report.value, ALONE) if report.value else []
        parts = [rough(step.expected) for step in steps if not step.total]
        if steps and steps[-1].total:
            doubt = sum(0.005 * abs(number(part)) + 0.5 for part in (*parts, rough(steps[-1].expected)))
            assert abs(sum(map(number, parts)) - number(rough(steps[-1].expected))) <= doubt


def test_the_title_says_what_turns_the_sum_only_where_it_does() -> None:
    turned = 0
    for report in registers():
        view, said = report.value, title(report, value_page)
        if view is None or view.portfolio is None:
            assert said == ""
            continue
        if turns(view) and view.without:
            turned += 1
            assert view.portfolio.mean < 0 < view.without.mean
            assert f" negative: without {'it' if len(set(view.losing)) == 1 else 'them'}, " in said
            assert spaced(view.without.mean, view.currency) in said
        else:
            assert spaced(abs(view.portfolio.mean), view.currency) in said
            assert ("gain" in said) == (view.portfolio.mean > 0)
    assert turned


def test_the_sum_is_said_where_nothing_turns_it() -> None:
    half = certain("Half", 0, investment=None)
    assert said_of(certain("A", 1000)).startswith("The one use case is expected to gain 603; the chance")
    assert said_of(certain("A", 0)).startswith("The one use case is expected to lose 1,000; the chance")
    assert said_of(certain("A", 1000), certain("B", 2000)).startswith(
        "Two use cases together are expected to gain 2,810; the chance of a loss is fewer than 1 in 100"
    )
    assert said_of(certain("A", 1000), half).startswith(
        "One of two use cases, the one with figures, is expected to gain 603;"
    )


def test_a_sum_that_stays_positive_says_what_it_is_without_what_loses() -> None:
    report = having(certain("A", 5000), certain("B", 0))
    assert "together are expected to gain" in title(report, value_page)
    assert "Without “B”, the expected value is 7,010" in printed(report, value_page)


def test_what_is_missing_from_the_sum_is_named() -> None:
    report = having(certain("A", 1000), certain("B", 0, investment=None))
    assert "B: Not calculated: the investment is missing." in printed(report, value_page)


def test_without_figures_there_is_no_page() -> None:
    assert said_of() == ""
    assert said_of(certain("A", 0, investment=None)) == ""


@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_one_page_for_every_company(paper: Any) -> None:
    for report in (*registers(), *(state() for state in STATES.values())):
        figures = report.value is not None and report.value.portfolio is not None
        assert sheets(report, value_page, paper) == figures


def test_no_word_is_cut() -> None:
    for report in registers():
        assert_nothing_is_cut(report, value_page)


def test_the_graphic_says_the_finding_and_the_expected_values() -> None:
    (words,) = alternatives(reports.northgate(), value_page)
    assert words.startswith(title(reports.northgate(), value_page))
    for amount in ("GBP 38,600", "GBP 51,300", "GBP −225,000", "All together: GBP −174,000"):
        assert amount in words


def test_several_use_cases_in_one_row_have_no_range() -> None:
    report = having(*(certain(f"Case {n}", 1000 + n) for n in range(12)))
    (rest,) = [step for step in value_steps(report.value, 3) if step.npv is None]  # type: ignore[arg-type]
    assert rest.title == "Nine more use cases together"
    assert step_words(rest) == "no range: only expected values add up"
