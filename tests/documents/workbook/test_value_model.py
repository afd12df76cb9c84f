"""The value model, calculated anew by LibreOffice in two locales: ours to the cent, and out of date when it is."""

from functools import lru_cache
from random import Random
from typing import Any

import pytest

from documents.workbook.render import render_workbook
from report.model.report import Report
from scoring.value.cash_flow import npv, payback
from tests import reports
from tests.documents.office_suite import convert, needs_office
from tests.documents.workbook.books import book, changed, opened, place, table, written
from tests.reports import leader, report_on

pytestmark = needs_office
MODEL, HEAD = "Value model", "Use case"
NPV, PAYBACK, STATE = "Net present value, most likely", "Paid back after, years", "Simulation"
UP_TO_DATE, OUT_OF_DATE = "up to date", "out of date: an input has changed"
FIRST, LIKELY = "Quote drafting from e-mail enquiries", "Benefit per year, most likely"
NEVER = "not within these years"
LOCALES = ("en-GB", "de-DE")
CENT = 0.005
ASSUMED: tuple[dict[str, Any], ...] = (
    {"years": 3, "rate": 0.1, "ramp": [0.3, 0.7, 1.0]},
    {"years": 10, "rate": 0.0725, "ramp": [0.0, 0.25]},
    {"years": 1, "rate": -0.2, "ramp": [1.0]},
)


def estimate(likely: float) -> dict[str, float]:
    return {"low": min(likely, 0.8 * likely), "likely": likely, "high": max(likely, 1.3 * likely)}


@lru_cache(maxsize=3)
def made_up(number: int) -> Report:
    """Thirty use cases: small and huge, paid back at once, on the last day and never."""
    chance = Random(number)  # noqa: S311 - no secret
    amounts = [
        (0.0, 100.0, 10.0),
        (100.0, 100.0, 10.0),
        (0.0, 0.0, 0.0),
        (100.0, 10.0, 50.0),
        (60.0, 20.0, 0.0),
    ]
    amounts += [
        (
            round(chance.uniform(0, 10**power), 2),
            round(chance.uniform(0, 10**power), 2),
            round(chance.uniform(0, 10**power / 9), 2),
        )
        for power in chance.choices(range(2, 11), k=25)
    ]
    cases = [
        {"name": f"case {n}", "investment": estimate(i), "annual_benefit": estimate(b), "annual_cost": estimate(c)}
        for n, (i, b, c) in enumerate(amounts)
    ]  # fmt: skip
    answers = dict.fromkeys(reports.northgate().instrument.practices, 2)
    return report_on([leader("CEO", "business", answers)], use_cases=cases, assumptions=ASSUMED[number])


def rate_cell() -> str:
    sheet = book("example")[MODEL]
    return f"D{next(row[0].row for row in sheet.iter_rows() if row[0].value == 'Discount rate per year')}"


def typed() -> dict[str, bytes]:
    """What people make of the workbooks; nothing is calculated in them yet."""
    example, sheet = written("example"), book("example")[MODEL]
    rate = rate_cell()
    years = f"D{int(rate[1:]) + 1}"
    versions: dict[str, dict[str, float | None]] = {
        "as-given": {},
        "another-benefit": {place(sheet, FIRST, LIKELY): 160_000.0},
        "another-rate": {rate: 0.08, years: 5},
        "an-amount-less": {place(sheet, FIRST, LIKELY): None},
    }
    found = {f"{name}.xlsx": changed(example, MODEL, values) for name, values in versions.items()}
    return found | {
        f"made-up-{n}.xlsx": changed(render_workbook(made_up(n)), MODEL, {}) for n in range(len(ASSUMED))
    }


@pytest.fixture(scope="module", params=LOCALES)
def calculated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """All of them as a program of this locale calculates and stores them."""
    return convert(typed(), "xlsx", tmp_path_factory.mktemp("workbook"), request.param)


def rows(calculated: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    return table(opened(calculated[name])[MODEL], HEAD)


def test_the_example_is_ours_to_the_cent_and_up_to_date(calculated: dict[str, bytes]) -> None:
    view = reports.northgate().value
    assert view is not None
    found = rows(calculated, "as-given")
    for row, line in zip(found, view.lines, strict=False):
        assert abs(row[NPV] - line.value.likely_npv) < CENT
        assert row[PAYBACK] == pytest.approx(
            NEVER if line.value.payback_years is None else line.value.payback_years
        )
    assert [row[STATE] for row in found[: len(view.lines)]] == [UP_TO_DATE] * len(view.lines)


@pytest.mark.parametrize("number", range(len(ASSUMED)))
def test_any_amounts_and_assumptions_are_ours_to_the_cent(calculated: dict[str, bytes], number: int) -> None:
    view = made_up(number).value
    assert view is not None
    found = rows(calculated, f"made-up-{number}")
    assert len(view.lines) == 30
    for row, line in zip(found, view.lines, strict=False):
        assert abs(row[NPV] - line.value.likely_npv) < CENT, row[HEAD]
        assert row[PAYBACK] == pytest.approx(
            NEVER if line.value.payback_years is None else line.value.payback_years
        )


def test_a_changed_estimate_moves_its_figures_and_marks_the_simulated_ones(
    calculated: dict[str, bytes],
) -> None:
    first, *others = rows(calculated, "another-benefit")
    assert abs(first[NPV] - npv(60_000, 160_000, 28_000)) < CENT
    assert first[PAYBACK] == pytest.approx(payback(60_000, 160_000, 28_000))
    assert first[STATE] == OUT_OF_DATE
    assert {row[STATE] for row in others if row[STATE] and row[HEAD] != "All together"} == {UP_TO_DATE}


def test_a_changed_assumption_moves_every_figure_and_marks_every_simulated_one(
    calculated: dict[str, bytes],
) -> None:
    found = rows(calculated, "another-rate")[:4]
    assert abs(found[0][NPV] - npv(60_000, 150_000, 28_000, 0.08, 5)) < CENT
    assert {row[STATE] for row in found} == {OUT_OF_DATE}


@pytest.mark.parametrize("name", ["another-benefit", "another-rate"])
def test_the_total_adds_up_and_is_marked_too(calculated: dict[str, bytes], name: str) -> None:
    sheet = opened(calculated[name])[MODEL]
    total, state = (sheet[place(book("example")[MODEL], "All together", head)].value for head in (NPV, STATE))
    assert abs(total - sum(row[NPV] for row in rows(calculated, name)[:4])) < CENT
    assert state == OUT_OF_DATE


def test_without_an_amount_there_is_no_figure(calculated: dict[str, bytes]) -> None:
    first = rows(calculated, "an-amount-less")[0]
    assert (first[NPV] or None, first[PAYBACK] or None) == (None, None)
    assert first["Estimates"] == "an amount is missing"


def test_results_are_in_the_file_for_programs_that_do_not_calculate() -> None:
    """What we write beside each formula is what LibreOffice makes of it."""
    view = reports.northgate().value
    assert view is not None
    found = table(opened(written("example"))[MODEL], HEAD)
    assert [row[NPV] for row in found[:4]] == pytest.approx([line.value.likely_npv for line in view.lines])


def test_what_is_stored_for_a_formula_is_what_is_calculated(calculated: dict[str, bytes]) -> None:
    ours, theirs = opened(written("example")), opened(calculated["as-given"])
    for name in (MODEL, "Cash flows", "Plan"):
        for row in ours[name].iter_rows():
            for cell in row:
                other = theirs[name][cell.coordinate].value
                if isinstance(cell.value, int | float):
                    assert other == pytest.approx(cell.value), f"{name}!{cell.coordinate}"
