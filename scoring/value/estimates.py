"""Fits distributions to three-point estimates (method, section 7).

Asked are “1 in 10 chance of less”, “most likely”, “1 in 10 chance of more”: the tenth percentile, the
mode and the ninetieth percentile. Every distribution here matches the outer two exactly.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, expm1, sinh
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assessment.answers.records import Estimate

Floats = NDArray[np.float64]
Flaw = Literal["order", "too_large", "negative", "out_of_range"]
Kind = Literal["constant", "pert", "lognormal"]

LARGEST = 1e12
"""Amounts beyond this are taken for typing errors; nothing is computed from them."""
TENTH = 1.2815515655446004
"""The standard normal's ninetieth percentile."""
SCORES: Floats = np.linspace(-5.5, 5.5, 1_101)
"""Normal scores at which a PERT is tabulated; between them it is interpolated."""
NEARLY_EVEN = 1e-3
"""Below this spread of the logarithm a lognormal is a normal, and is not fitted."""


class EstimateFault(ValueError):
    """An implausible number: `field` says which, `flaw` why."""

    def __init__(self, field: str, flaw: Flaw) -> None:
        self.field, self.flaw = field, flaw
        super().__init__(f"{field}: {flaw}")


@dataclass(frozen=True)
class Fit:
    """A fitted distribution. `at` turns standard normal scores into amounts, the same way up.

    `start` and `width` are a and b − a of a PERT, or the shift and the scale of a lognormal; `shape` is
    the mode's place in a..b on 0..1, or the spread σ of the logarithm.
    """

    kind: Kind
    start: float
    width: float = 0.0
    shape: float = 0.0
    floor: float | None = None

    def at(self, scores: Floats) -> Floats:
        """The amounts at these normal scores, same shape as `scores`."""
        if self.kind == "constant":
            return np.full(scores.shape, self.start)
        if self.kind == "pert":
            found = self.start + self.width * np.interp(scores, SCORES, _pert_table(self.shape))
        else:
            found = self.start + self.width * np.expm1(self.shape * (scores + TENTH))
        return found if self.floor is None else np.maximum(found, self.floor)


def flaw_of(estimate: Estimate, *, cost: bool) -> Flaw | None:
    """What is implausible about an estimate, None if nothing: beyond ±10¹², wrong order, a cost below zero.

    >>> flaw_of(Estimate(low=9.0, likely=5.0, high=7.0), cost=False)
    'order'
    """
    low, likely, high = estimate.low, estimate.likely, estimate.high
    if not all(abs(amount) <= LARGEST for amount in (low, likely, high)):
        return "too_large"
    if not low <= likely <= high:
        return "order"
    return "negative" if cost and low < 0 else None


def fit_benefit(estimate: Estimate) -> Fit:
    """Beta-PERT on a..b with the mode asked for, its P10 and P90 as estimated; equal values a constant.

    Shape: α = 1 + 4 (m − a)/(b − a), β = 6 − α, mean μ = (a + 4m + b)/6 and, exactly, variance
    (μ − a)(b − μ)/7 (Malcolm et al. 1959; Vose 2008). With u = (m − a)/(b − a) and the standard beta's
    quantiles q₁₀, q₉₀ the place of the mode between the two estimates,
    (m − P10)/(P90 − P10) = (u − q₁₀)/(q₉₀ − q₁₀), grows with u alone; so one number is solved for, and
    a and b follow. A solution exists whenever P10 ≤ mode ≤ P90. Benefits may be negative.

    >>> even = fit_benefit(Estimate(low=80.0, likely=100.0, high=120.0))
    >>> round(even.start, 1), round(even.start + even.width, 1)
    (60.5, 139.5)
    >>> [round(float(x), 3) for x in even.at(np.array([-TENTH, 0.0, TENTH]))]
    [80.0, 100.0, 120.0]
    """
    if estimate.low == estimate.high:
        return Fit("constant", estimate.likely)
    place = (estimate.likely - estimate.low) / (estimate.high - estimate.low)
    shape, tenth, ninetieth = _pert_shape(min(1.0, place))
    width = (estimate.high - estimate.low) / (ninetieth - tenth)
    return Fit("pert", estimate.low - width * tenth, width, shape)


def fit_cost(estimate: Estimate) -> Fit:
    """Lognormal with P10, mode and P90 as estimated, never below zero; equal values a constant.

    An ordinary lognormal has two parameters and would pass over the most likely value, so a shift is
    added: X = θ + e^(ν + σZ). The place of the mode fixes σ,
    (m − P10)/(P90 − P10) = (e^(−σ²) − e^(−zσ)) / (2 sinh zσ), and falls from ½ to 0 as σ goes from 0 to
    z = 1.2816; scale and shift follow. What leans the other way, or is even, has no lognormal: there
    the PERT of `fit_benefit` is used. The little that could fall below zero counts as zero.

    >>> dear = fit_cost(Estimate(low=180.0, likely=220.0, high=320.0))
    >>> dear.kind, [round(float(x), 6) for x in dear.at(np.array([-TENTH, TENTH]))]
    ('lognormal', [180.0, 320.0])
    >>> fit_cost(Estimate(low=100.0, likely=190.0, high=200.0)).kind
    'pert'
    """
    if estimate.low == estimate.high:
        return Fit("constant", estimate.likely)
    place = (estimate.likely - estimate.low) / (estimate.high - estimate.low)
    if place >= _mode_place(NEARLY_EVEN):
        even = fit_benefit(estimate)
        return Fit(even.kind, even.start, even.width, even.shape, floor=0.0)
    spread = _spread(place)
    at_low = (estimate.high - estimate.low) / expm1(2 * TENTH * spread)
    return Fit("lognormal", estimate.low, at_low, spread, floor=0.0)


def _mode_place(spread: float) -> float:
    """Where between P10 (0) and P90 (1) the mode of a lognormal with this σ lies."""
    return exp(-TENTH * spread) * expm1(spread * (TENTH - spread)) / (2 * sinh(TENTH * spread))


@lru_cache(maxsize=1_024)
def _spread(place: float) -> float:
    from scipy.optimize import brentq  # noqa: PLC0415 - scipy is slow to import, and most screens need none of it

    if place <= 0:
        return TENTH
    return float(brentq(lambda spread: _mode_place(spread) - place, NEARLY_EVEN, TENTH, xtol=1e-13))


@lru_cache(maxsize=1_024)
def _pert_shape(place: float) -> tuple[float, float, float]:
    """The mode's place u in a..b, and the quantiles q₁₀ and q₉₀ of the standard beta with that mode."""
    from scipy.optimize import brentq  # noqa: PLC0415 - scipy is slow to import, and most screens need none of it

    shape = float(brentq(lambda u: _offset(u, place), 0.0, 1.0, xtol=1e-13))
    return shape, *_tenths(shape)


def _offset(shape: float, place: float) -> float:
    tenth, ninetieth = _tenths(shape)
    return (shape - tenth) / (ninetieth - tenth) - place


def _tenths(shape: float) -> tuple[float, float]:
    from scipy.special import betaincinv  # noqa: PLC0415 - scipy is slow to import, and most screens need none of it

    low, high = betaincinv(1 + 4 * shape, 5 - 4 * shape, (0.1, 0.9))
    return float(low), float(high)


@lru_cache(maxsize=512)
def _pert_table(shape: float) -> Floats:
    """Quantiles of the standard beta at `SCORES`."""
    from scipy.special import betaincinv, ndtr  # noqa: PLC0415 - scipy is slow to import, and most screens need none of it

    table: Floats = betaincinv(1 + 4 * shape, 5 - 4 * shape, ndtr(SCORES))
    table.setflags(write=False)
    return table
