"""Net present value, rate of return and payback, on figures a finance person can follow."""

import math

import numpy as np
import pytest

from scoring import irr, npv, payback
from scoring.value.cash_flow import yearly_flows
from scoring.value.estimates import LARGEST, EstimateFault

RAMP = [0.3, 0.7, 1.0]


def test_a_flat_benefit_is_worth_its_annuity() -> None:
    factor = (1 - 1.08**-5) / 0.08
    assert npv(1_000, 400, 100, rate=0.08, years=5, ramp=[1.0]) == pytest.approx(300 * factor - 1_000)


def test_without_discounting_the_value_is_the_plain_sum() -> None:
    assert npv(100, 100, 10, rate=0.0, years=3, ramp=RAMP) == pytest.approx(-100 + 20 + 60 + 90)


def test_the_last_value_of_a_short_ramp_holds_and_a_long_one_is_cut() -> None:
    assert yearly_flows(0, 100, 0, 5, [0.5, 0.8]) == pytest.approx([0, 50, 80, 80, 80, 80])
    assert npv(0, 100, 0, 0.0, 2, [0.5, 0.8, 1.0, 1.0]) == pytest.approx(130)


@pytest.mark.parametrize("rate", [-0.5, 0.0, 0.1, 1.0])
@pytest.mark.parametrize("years", [1, 3, 10])
def test_the_value_is_that_of_a_polynomial_in_the_discount(rate: float, years: int) -> None:
    flows = yearly_flows(250, 140, 20, years, RAMP)
    expected = np.polynomial.polynomial.polyval(1 / (1 + rate), flows)
    assert npv(250, 140, 20, rate, years, RAMP) == pytest.approx(expected)


def test_money_is_back_within_the_year_in_proportion() -> None:
    assert payback(100, 100, 0, years=3, ramp=[0.5, 0.5, 1.0]) == pytest.approx(2.0)
    assert payback(90, 100, 10, years=3, ramp=[0.4, 0.7, 1.0]) == pytest.approx(2.0)
    assert payback(105, 100, 10, years=3, ramp=[0.4, 0.7, 1.0]) == pytest.approx(2 + 15 / 90)


def test_money_that_is_not_back_in_time_has_no_payback() -> None:
    assert payback(300, 100, 0, years=3, ramp=[0.5, 1.0]) is None
    assert payback(250, 100, 0, years=3, ramp=[0.5, 1.0]) == pytest.approx(3.0)


def test_where_nothing_is_spent_it_is_back_at_once() -> None:
    assert payback(0, 0, 0) == 0.0
    assert payback(0, 50, 10, ramp=[1.0]) == 0.0


def test_without_investment_a_hard_first_year_still_has_to_be_earned_back() -> None:
    assert payback(0, 100, 40, years=3, ramp=[0.2, 1.0]) == pytest.approx(1 + 20 / 60)


def test_an_early_good_year_does_not_hide_later_losses() -> None:
    assert payback(50, 100, 60, years=3, ramp=[1.0, 0.0, 0.0]) is None
    assert payback(30, 100, 30, years=3, ramp=[1.0, 0.0, 0.9]) == pytest.approx(0.0 + 30 / 70)
    assert payback(60, 100, 30, years=3, ramp=[1.0, 0.0, 0.9]) == pytest.approx(2 + 20 / 60)


@pytest.mark.parametrize(
    "flows",
    [
        [-100.0, 60.0, 60.0],
        [-500.0, 0.0, 0.0, 800.0],
        [1_000.0, -300.0, -900.0],
        [-1e9, 1e3, 1e3],
        [-1.0, *[0.02] * 60],
    ],
)
def test_the_rate_of_return_is_the_one_positive_root(flows: list[float]) -> None:
    roots = np.roots(flows[::-1])
    real = [r.real for r in roots if abs(r.imag) < 1e-9 and r.real > 1e-12]
    assert len(real) == 1
    assert irr(flows) == pytest.approx(1 / real[0] - 1, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize("flows", [[], [0.0, 0.0], [100.0, 50.0], [-100.0, -50.0], [-100.0, 230.0, -132.0]])
def test_without_exactly_one_change_of_sign_there_is_no_rate(flows: list[float]) -> None:
    assert irr(flows) is None


@pytest.mark.parametrize(
    ("field", "arguments"),
    [
        ("investment", (1e13, 1.0, 1.0)),
        ("benefit", (1.0, math.nan, 1.0)),
        ("cost", (1.0, 1.0, -math.inf)),
        ("rate", (1.0, 1.0, 1.0, -0.6)),
        ("rate", (1.0, 1.0, 1.0, math.nan)),
        ("years", (1.0, 1.0, 1.0, 0.1, 0)),
        ("years", (1.0, 1.0, 1.0, 0.1, 11)),
        ("ramp", (1.0, 1.0, 1.0, 0.1, 3, [])),
        ("ramp", (1.0, 1.0, 1.0, 0.1, 3, [0.5, math.nan])),
    ],
)
def test_a_number_that_cannot_be_meant_is_named(field: str, arguments: tuple[float, ...]) -> None:
    with pytest.raises(EstimateFault) as caught:
        npv(*arguments)
    assert caught.value.field == field


def test_an_endless_flow_is_refused() -> None:
    with pytest.raises(EstimateFault, match="flows"):
        irr([-1.0, math.inf])


@pytest.mark.parametrize("name", ["investment", "benefit", "cost"])
def test_an_amount_beyond_all_reason_is_named(name: str) -> None:
    amounts = {"investment": 100.0, "benefit": 100.0, "cost": 10.0} | {name: float("inf")}
    with pytest.raises(EstimateFault) as caught:
        npv(**amounts)
    assert (caught.value.field, caught.value.flaw) == (name, "too_large")


def test_the_largest_amount_is_still_one_and_an_infinite_flow_is_named() -> None:
    assert yearly_flows(LARGEST, 0.0, 0.0, 1, [1.0]) == [-LARGEST, 0.0]
    with pytest.raises(EstimateFault) as caught:
        irr([-1.0, math.inf])
    assert (caught.value.field, caught.value.flaw) == ("flows", "too_large")
