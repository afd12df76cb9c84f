"""The value draws, held against cases that can be worked out."""

from typing import Any

import numpy as np
import pytest
from scipy.stats import binomtest

from assessment.answers.records import Assumptions, Estimate, UseCase
from scoring import npv, simulate
from scoring.shares import wilson
from scoring.value.estimates import EstimateFault, fit_benefit
from scoring.value.results import Driver, Quantiles, UseCaseValue

FLAT = Assumptions(rate=0.0, years=1, ramp=[1.0])


def exactly(amount: float) -> Estimate:
    return Estimate(low=amount, likely=amount, high=amount)


def between(low: float, likely: float, high: float) -> Estimate:
    return Estimate(low=low, likely=likely, high=high)


def use_case(name: str = "Quotes", **fields: Any) -> UseCase:
    given = {
        "investment": exactly(100),
        "annual_benefit": exactly(100),
        "annual_cost": exactly(10),
        "success_probability": 1.0,
    }
    return UseCase(name=name, lever="cost", **given | fields)


def value(*, assumptions: Assumptions | None = None, **fields: Any) -> UseCaseValue:
    return simulate([use_case(**fields)], assumptions).use_cases[0]


def test_what_is_certain_is_worth_what_the_formula_says() -> None:
    found = value()
    worth = npv(100, 100, 10)
    assert found.npv == Quantiles(*[pytest.approx(worth)] * 3)
    assert (found.likely_npv, found.mean) == (pytest.approx(worth), pytest.approx(worth))
    assert found.loss is not None
    assert (found.loss.share, found.payback_years) == (0.0, pytest.approx(2 + 20 / 90))
    assert found.irr is not None
    assert npv(100, 100, 10, rate=found.irr) == pytest.approx(0, abs=1e-6)


def test_a_failure_loses_the_benefits_and_still_costs_what_it_costs() -> None:
    found = value(success_probability=0.0)
    assert found.npv == Quantiles(*[pytest.approx(npv(100, 0, 10))] * 3)
    assert found.loss is not None
    assert found.loss.share == 1.0


def test_success_is_as_frequent_as_was_said() -> None:
    found = value(success_probability=0.3)
    assert found.npv is not None
    assert found.loss is not None
    assert (found.npv.p50, found.npv.p90) == pytest.approx((npv(100, 0, 10), npv(100, 100, 10)))
    assert found.loss.low - 0.01 <= 0.7 <= found.loss.high + 0.01


def test_an_even_benefit_leaves_its_own_tenths() -> None:
    found = value(assumptions=FLAT, annual_benefit=between(80, 100, 120), annual_cost=exactly(0))
    assert found.npv is not None
    assert (found.npv.p10, found.npv.p50, found.npv.p90) == pytest.approx((-20, 0, 20), abs=0.7)
    assert found.loss is not None
    assert found.loss.share == pytest.approx(0.5, abs=0.015)


def test_the_mean_is_the_one_of_the_perts_formula() -> None:
    asked = between(40, 60, 150)
    fitted = fit_benefit(asked)
    mean = (fitted.start + 4 * 60 + fitted.start + fitted.width) / 6
    found = value(annual_benefit=asked, success_probability=0.6)
    assert found.mean == pytest.approx(npv(100, 0.6 * mean, 10), abs=2)


def test_breaking_even_is_no_loss() -> None:
    found = value(assumptions=Assumptions(rate=0.1, years=1, ramp=[0.3]), annual_benefit=exactly(400))
    assert found.mean == pytest.approx(0, abs=1e-9)
    assert found.loss is not None
    assert (found.loss.share, found.payback_years) == (0.0, pytest.approx(100 / 110))


@pytest.mark.parametrize("dependence", [0.0, 0.3, 0.9])
def test_use_cases_share_their_fortune_by_the_dependence(dependence: float) -> None:
    cases = [
        use_case(
            f"case {n}",
            investment=exactly(0),
            annual_cost=exactly(0),
            annual_benefit=between(80, 100, 120),
        )
        for n in range(8)
    ]
    assumptions = FLAT.model_copy(update={"dependence": dependence})
    found = simulate(cases, assumptions, draws=40_000)
    assert found.portfolio is not None
    single = np.mean([v.npv.p90 - v.npv.p10 for v in found.use_cases if v.npv])
    together = found.portfolio.npv.p90 - found.portfolio.npv.p10
    implied = ((together / single) ** 2 / len(cases) - 1) / (len(cases) - 1)
    assert implied == pytest.approx(dependence, abs=0.03)


def test_dependence_moves_the_portfolio_and_no_single_use_case() -> None:
    wide = {"annual_benefit": between(60, 100, 160), "success_probability": 0.7}
    cases = [use_case(f"case {n}", **wide) for n in range(5)]
    apart, near = (simulate(cases, Assumptions(dependence=rho)) for rho in (0.0, 0.9))
    assert apart.portfolio is not None
    assert near.portfolio is not None
    assert near.portfolio.npv.p10 < apart.portfolio.npv.p10 - 50
    for one, other in zip(apart.use_cases, near.use_cases, strict=True):
        assert one.mean == pytest.approx(other.mean, abs=3)


def test_neither_order_nor_company_changes_a_use_case() -> None:
    first = use_case("first", annual_benefit=between(60, 100, 160), success_probability=0.7)
    second = use_case("second", annual_benefit=between(10, 20, 30))
    alone = simulate([first]).use_cases[0]
    assert simulate([second, first]).use_cases[1] == alone
    assert simulate([first, second]).use_cases[0] == alone


def test_two_use_cases_of_one_name_have_luck_of_their_own() -> None:
    twice = use_case(annual_benefit=between(60, 100, 160))
    one, other = simulate([twice, twice]).use_cases
    assert one.npv != other.npv


def test_the_same_seed_gives_the_same_figures_and_another_seed_nearly_the_same() -> None:
    case = use_case(annual_benefit=between(60, 100, 160), success_probability=0.7)
    one, again, other = simulate([case], seed=1), simulate([case], seed=1), simulate([case], seed=2)
    assert one == again
    assert one.use_cases[0].npv != other.use_cases[0].npv
    assert one.use_cases[0].mean == pytest.approx(other.use_cases[0].mean, abs=3)


def test_the_inputs_that_matter_most_come_with_both_ends() -> None:
    found = value(
        assumptions=FLAT,
        investment=between(90, 100, 115),
        annual_benefit=between(50, 200, 260),
        annual_cost=between(9, 10, 30),
        success_probability=0.7,
    )
    assert found.matter_most == (
        Driver("annual_benefit", pytest.approx(-60), pytest.approx(150)),
        Driver("success_probability", pytest.approx(-110), pytest.approx(90)),
        Driver("investment", pytest.approx(100), pytest.approx(75)),
    )


def test_what_is_certain_does_not_matter() -> None:
    assert value().matter_most == ()
    assert [d.field for d in value(annual_benefit=between(80, 100, 120)).matter_most] == ["annual_benefit"]
    assert value(success_probability=0.95).matter_most == ()


def test_a_success_nobody_spoke_of_is_marked_as_assumed() -> None:
    found = value(success_probability=None)
    assert found.assumed == ("success_probability",)
    assert found.loss is not None
    assert found.loss.share == pytest.approx(0.3, abs=0.012)


def test_an_incomplete_use_case_says_what_is_missing_and_stays_out_of_the_sum() -> None:
    half = use_case("half", investment=None, annual_cost=None)
    found = simulate([half, use_case()])
    assert (found.use_cases[0].state, found.use_cases[0].npv) == ("incomplete", None)
    assert found.use_cases[0].missing == ("investment", "annual_cost")
    assert found.portfolio is not None
    assert (found.portfolio.counted, found.portfolio.of) == (1, 2)
    assert found.portfolio.effort == 100
    assert simulate([half]).portfolio is None
    assert simulate([]).use_cases == ()


def test_a_faulty_use_case_says_where_and_how() -> None:
    found = value(
        investment=between(-5, 1, 2), annual_benefit=between(3, 2, 1), annual_cost=between(1, 2, 1e15)
    )
    assert found.state == "faulty"
    assert found.flaws == (
        ("investment", "negative"),
        ("annual_benefit", "order"),
        ("annual_cost", "too_large"),
    )


@pytest.mark.parametrize("chance", [-0.1, 1.1])
def test_a_chance_that_is_none_is_a_fault_and_never_or_always_is_not(chance: float) -> None:
    odd = use_case().model_copy(update={"success_probability": chance})
    found = simulate([odd]).use_cases[0]
    assert (found.state, found.flaws) == ("faulty", (("success_probability", "out_of_range"),))
    assert value(success_probability=round(chance)).state == "ready"


def test_a_benefit_may_be_negative() -> None:
    found = value(assumptions=FLAT, annual_benefit=between(-50, -20, 40))
    assert found.npv is not None
    assert found.npv.p10 == pytest.approx(-160, abs=2)
    assert found.npv.p90 == pytest.approx(-70, abs=2)


def test_assumptions_out_of_range_are_refused_by_name() -> None:
    odd = Assumptions.model_construct(rate=2.0, years=3, ramp=[1.0], dependence=0.3)
    with pytest.raises(EstimateFault, match="rate"):
        simulate([use_case()], odd)
    with pytest.raises(EstimateFault, match="draws"):
        simulate([use_case()], draws=0)


@pytest.mark.parametrize(("count", "of"), [(0, 5), (3, 7), (20_000, 20_000), (8, 10)])
def test_the_interval_is_wilsons(count: int, of: int) -> None:
    found = wilson(count, of)
    expected = binomtest(count, of).proportion_ci(0.95, method="wilson")
    assert found is not None
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))


def test_what_was_drawn_before_is_what_would_be_drawn_anew() -> None:
    cases = [use_case("One", annual_benefit=between(50, 100, 200)), use_case("Two", success_probability=0.4)]
    first = simulate(cases, seed=5)
    simulate([use_case("One", annual_benefit=between(50, 100, 300))], seed=5)
    again = simulate([case.model_copy(update={"owner": "COO", "metric": "hours"}) for case in cases], seed=5)
    assert again == first
    assert simulate(cases, Assumptions(currency="EUR"), seed=5).portfolio == first.portfolio
    assert simulate(cases, Assumptions(rate=0.2), seed=5).portfolio != first.portfolio
    assert simulate(cases, seed=6).portfolio != first.portfolio


def test_a_chance_given_and_the_same_chance_assumed_are_told_apart() -> None:
    given, assumed = use_case(success_probability=0.7), use_case(success_probability=None)
    told = [simulate([case]).use_cases[0] for case in (given, assumed)]
    assert told[0].npv == told[1].npv
    assert [value.assumed for value in told] == [(), ("success_probability",)]


def test_scoring_is_there_before_scipy_is() -> None:
    import subprocess
    import sys

    said = subprocess.run(
        [sys.executable, "-c", "import sys, scoring, services.reports.results; print('scipy' in sys.modules)"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert said.stdout.strip() == "False"
