"""The laws of the method, section 7: what must hold for any amounts whatever."""

import math
from dataclasses import fields

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assessment.answers.records import Assumptions, Estimate, UseCase
from scoring import irr, npv, payback, simulate
from scoring.value.estimates import TENTH, fit_benefit, fit_cost
from scoring.value.results import Quantiles, UseCaseValue

amounts = st.floats(0, 1e9)
any_amounts = st.floats(-1e9, 1e9)
rates = st.floats(-0.5, 1)
years = st.integers(1, 10)
ramps = st.lists(st.floats(0, 1), min_size=1, max_size=10)
wild = st.one_of(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([0.0, 1.0, -1e12, 1e12]))
wild_estimates = st.one_of(
    st.none(),
    st.builds(Estimate, low=wild, likely=wild, high=wild),
    st.tuples(wild, wild, wild).map(sorted).map(lambda e: Estimate(low=e[0], likely=e[1], high=e[2])),
    amounts.map(lambda a: Estimate(low=a, likely=a, high=a)),
    st.tuples(amounts, amounts, amounts)
    .map(sorted)
    .map(lambda e: Estimate(low=e[0], likely=e[1], high=e[2])),
)
wild_use_cases = st.builds(
    UseCase,
    name=st.text(min_size=1, max_size=5),
    lever=st.just("cost"),
    investment=wild_estimates,
    annual_benefit=wild_estimates,
    annual_cost=wild_estimates,
    success_probability=st.none() | st.floats(0, 1),
)
assumptions = st.builds(
    Assumptions, rate=rates, years=years, ramp=ramps, dependence=st.floats(0, 1, exclude_max=True)
)


@st.composite
def estimates(draw: st.DrawFn, lowest: float = 0.0) -> Estimate:
    low, likely, high = sorted(draw(st.tuples(*[st.floats(lowest, 1e9)] * 3)))
    assume(high - low > 1e-3 * max(1.0, abs(low), abs(high)))
    return Estimate(low=low, likely=likely, high=high)


@given(any_amounts, any_amounts, any_amounts, rates, years, ramps, st.floats(0, 100))
def test_the_value_grows_in_proportion_to_the_money(
    investment: float, benefit: float, cost: float, rate: float, n: int, ramp: list[float], times: float
) -> None:
    one = npv(investment, benefit, cost, rate, n, ramp)
    many = npv(times * investment, times * benefit, times * cost, rate, n, ramp)
    size = (abs(investment) + n * (abs(benefit) + abs(cost)) * 2**n) * (1 + times)
    assert math.isclose(many, times * one, rel_tol=1e-9, abs_tol=1e-9 * size + 1e-300)


@given(amounts, amounts, amounts, amounts, years, ramps)
def test_more_benefit_never_pays_back_later(
    investment: float, benefit: float, more: float, cost: float, n: int, ramp: list[float]
) -> None:
    first = payback(investment, benefit, cost, n, ramp)
    second = payback(investment, benefit + more, cost, n, ramp)
    if first is not None:
        assert second is not None
        assert 0 <= second <= first + 1e-6
        assert first <= n


@given(amounts, amounts, amounts, years, ramps)
def test_what_pays_back_without_discounting_loses_nothing_at_rate_zero(
    investment: float, benefit: float, cost: float, n: int, ramp: list[float]
) -> None:
    worth = npv(investment, benefit, cost, 0.0, n, ramp)
    slip = 1e-6 * (1 + investment + n * (benefit + cost))
    assert worth >= -slip if payback(investment, benefit, cost, n, ramp) is not None else worth < slip


@given(st.floats(1, 1e9), st.lists(st.floats(0, 1e9), min_size=1, max_size=12))
def test_at_its_rate_of_return_an_investment_is_worth_nothing(out: float, back: list[float]) -> None:
    assume(max(back) > 1)
    rate = irr([-out, *back])
    assert rate is not None
    powers = [(1 + rate) ** -year for year in range(1, len(back) + 1)]
    assert math.isclose(sum(f * p for f, p in zip(back, powers, strict=True)), out, rel_tol=1e-6)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=12))
def test_a_rate_of_return_is_finite_above_minus_one_or_absent(flows: list[float]) -> None:
    rate = irr(flows)
    assert rate is None or (math.isfinite(rate) and rate >= -1)


@given(estimates(lowest=-1e9))
def test_a_benefit_matches_its_tenths_with_its_mode_inside(asked: Estimate) -> None:
    fitted = fit_benefit(asked)
    low, high = fitted.at(np.array([-TENTH, TENTH]))
    width = asked.high - asked.low
    assert abs(low - asked.low) <= 1e-5 * width
    assert abs(high - asked.high) <= 1e-5 * width
    assert math.isclose(
        fitted.start + fitted.shape * fitted.width, asked.likely, rel_tol=1e-9, abs_tol=1e-6 * width
    )


@given(estimates())
def test_a_cost_matches_its_tenths_and_rises_with_its_score(asked: Estimate) -> None:
    fitted = fit_cost(asked)
    drawn = fitted.at(np.array([-6.0, -TENTH, 0.0, TENTH, 6.0]))
    width = asked.high - asked.low
    assert abs(drawn[1] - asked.low) <= 1e-5 * width
    assert abs(drawn[3] - asked.high) <= 1e-5 * width
    assert (np.diff(drawn) >= 0).all()
    assert drawn[0] >= 0


@settings(max_examples=60)
@given(st.lists(wild_use_cases, max_size=4), assumptions)
def test_whatever_is_entered_each_figure_is_a_number_or_its_absence_has_a_reason(
    use_cases: list[UseCase], chosen: Assumptions
) -> None:
    found = simulate(use_cases, chosen, draws=50)
    assert [value.name for value in found.use_cases] == [case.name for case in use_cases]
    for value in found.use_cases:
        assert (value.npv is None) == bool(value.missing or value.flaws) == (value.state != "ready")
        assert all(math.isfinite(number) for number in numbers(value))
        if value.npv:
            assert value.npv.p10 <= value.npv.p50 <= value.npv.p90
    if found.portfolio:
        assert all(math.isfinite(x) for x in (found.portfolio.mean, *vars_of(found.portfolio.npv)))


def numbers(value: UseCaseValue) -> list[float]:
    plain = [getattr(value, field.name) for field in fields(value)]
    ends = [end for driver in value.matter_most for end in (driver.at_low, driver.at_high)]
    return [n for n in (*plain, *ends, *vars_of(value.npv), *vars_of(value.loss)) if isinstance(n, float)]


def vars_of(found: object) -> list[float]:
    return list(vars(found).values()) if found else []


@settings(max_examples=30)
@given(estimates(lowest=-1e6), st.floats(1, 1e6), st.floats(0.05, 1))
def test_a_higher_benefit_raises_every_quantile(asked: Estimate, more: float, success: float) -> None:
    raised = Estimate(low=asked.low + more, likely=asked.likely + more, high=asked.high + more)
    before, after = (drawn(benefit, success) for benefit in (asked, raised))
    slip = 1e-9 * (abs(asked.low) + abs(asked.high) + more)
    assert all(a >= b - slip for a, b in zip(vars_of(after), vars_of(before), strict=True))


def drawn(benefit: Estimate, success: float) -> Quantiles:
    nothing = Estimate(low=0.0, likely=0.0, high=0.0)
    case = UseCase(
        name="a",
        lever="cost",
        investment=nothing,
        annual_benefit=benefit,
        annual_cost=nothing,
        success_probability=success,
    )
    found = simulate([case], draws=500).use_cases[0].npv
    assert found is not None
    return found
