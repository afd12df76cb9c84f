"""Three estimates as a distribution, held against scipy's own."""

import numpy as np
import pytest
from scipy.stats import beta, lognorm, norm

from assessment.answers.records import Estimate
from scoring.value.estimates import fit_benefit, fit_cost, flaw_of

CHANCES = np.array([0.001, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.999])
SCORES = norm.ppf(CHANCES)


def estimate(low: float, likely: float, high: float) -> Estimate:
    return Estimate(low=low, likely=likely, high=high)


@pytest.mark.parametrize(("a", "mode", "b"), [(0, 50, 100), (10, 20, 100), (-80, 15, 20), (-5e6, -4.9e6, 0)])
def test_a_pert_is_found_again_from_its_tenths_and_mode(a: float, mode: float, b: float) -> None:
    first = 1 + 4 * (mode - a) / (b - a)
    true = beta(first, 6 - first, loc=a, scale=b - a)
    low, high = (float(true.ppf(chance)) for chance in (0.1, 0.9))
    fitted = fit_benefit(estimate(low, mode, high))
    assert (fitted.start, fitted.start + fitted.width) == pytest.approx((a, b), rel=1e-6, abs=1e-6 * (b - a))
    assert fitted.at(SCORES) == pytest.approx(true.ppf(CHANCES), abs=2e-5 * (b - a))


def test_a_perts_variance_is_the_exact_one() -> None:
    fitted = fit_benefit(estimate(20, 30, 90))
    a, b = fitted.start, fitted.start + fitted.width
    mean = (a + 4 * 30 + b) / 6
    drawn = fitted.at(np.random.default_rng(1).standard_normal(400_000))
    assert drawn.mean() == pytest.approx(mean, rel=0.005)
    assert drawn.var() == pytest.approx((mean - a) * (b - mean) / 7, rel=0.01)


@pytest.mark.parametrize(("shift", "median", "spread"), [(0, 100, 0.3), (40, 60, 0.8), (-20, 200, 0.15)])
def test_a_lognormal_is_found_again_from_its_tenths_and_mode(
    shift: float, median: float, spread: float
) -> None:
    true = lognorm(spread, loc=shift, scale=median)
    low, high = (float(true.ppf(chance)) for chance in (0.1, 0.9))
    mode = shift + median * np.exp(-(spread**2))
    fitted = fit_cost(estimate(low, float(mode), high))
    assert fitted.kind == "lognormal"
    assert fitted.at(SCORES) == pytest.approx(np.maximum(true.ppf(CHANCES), 0), rel=1e-7)


@pytest.mark.parametrize(
    ("low", "likely", "high", "kind"),
    [
        (100, 100, 100, "constant"),
        (0, 0, 0, "constant"),
        (100, 100, 200, "lognormal"),
        (0, 0, 50, "lognormal"),
        (100, 150, 200, "pert"),
        (100, 200, 200, "pert"),
        (0, 1e12, 1e12, "pert"),
    ],
)
def test_every_cost_matches_its_tenths_and_is_never_negative(
    low: float, likely: float, high: float, kind: str
) -> None:
    fitted = fit_cost(estimate(low, likely, high))
    assert fitted.kind == kind
    assert fitted.at(norm.ppf([0.1, 0.9])) == pytest.approx([low, high], rel=3e-6, abs=1e-9)
    assert fitted.at(np.linspace(-40, 5, 50)).min() >= 0


def test_the_likely_value_of_a_cost_counts() -> None:
    middle = [float(fit_cost(estimate(100, likely, 300)).at(np.zeros(1))[0]) for likely in (110, 150, 190)]
    assert middle == sorted(middle)
    assert middle[0] < middle[-1] - 5


@pytest.mark.parametrize(
    ("given", "cost", "flaw"),
    [
        ((5, 4, 6), False, "order"),
        ((5, 7, 6), True, "order"),
        ((-1e13, 0, 1), False, "too_large"),
        ((-1, 0, 1), True, "negative"),
        ((-1, 0, 1), False, None),
        ((0, 0, 1e12), True, None),
    ],
)
def test_what_cannot_be_meant_is_told_apart(
    given: tuple[float, float, float], cost: bool, flaw: str | None
) -> None:
    assert flaw_of(estimate(*given), cost=cost) == flaw
