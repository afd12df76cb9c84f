"""Money over years: net present value, rate of return, payback (method, section 7).

An investment today, then at the end of each year a benefit, growing by the ramp, and a running cost.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import exp, expm1, isfinite, log

from assessment.answers.records import Assumptions
from scoring.value.estimates import LARGEST, EstimateFault

USUAL = Assumptions()
RAMP = tuple(USUAL.ramp)
TOLERANCE = 1e-9


def npv(
    investment: float,
    benefit: float,
    cost: float,
    rate: float = USUAL.rate,
    years: int = USUAL.years,
    ramp: Sequence[float] = RAMP,
) -> float:
    """NPV = −I + Σ (a_t B − C) / (1 + r)^t for t = 1..years, amounts at the end of each year.

    `benefit` B and `cost` C are per year at full use; `ramp` holds a_t, the share of B reached in year t,
    whose last value holds on. By hand, for 100 invested, 100 a year at full use and 10 a year to run:
    (30 − 10)/1.1 + (70 − 10)/1.21 + (100 − 10)/1.331 = 18.18 + 49.59 + 67.62 = 135.39; less 100 is 35.39.

    Raises EstimateFault naming the argument: amounts beyond ±10¹², a rate outside −0.5..1, years outside
    1..10, a ramp that is empty or leaves 0..1.

    >>> round(npv(100, 100, 10, rate=0.1, years=3, ramp=[0.3, 0.7, 1.0]), 2)
    35.39
    """
    _amounts(investment=investment, benefit=benefit, cost=cost)
    of_benefit, of_cost = present_values(rate, years, ramp)
    return -investment + benefit * of_benefit - cost * of_cost


def present_values(rate: float, years: int, ramp: Sequence[float]) -> tuple[float, float]:
    """What one a year is worth today: with the ramp Σ a_t/(1+r)^t, and without Σ 1/(1+r)^t.

    >>> [round(value, 4) for value in present_values(0.1, 3, [0.3, 0.7, 1.0])]
    [1.6026, 2.4869]
    """
    shares = ramp_over(years, ramp)
    if not -0.5 <= rate <= 1:
        raise EstimateFault("rate", "out_of_range")
    discounts = [(1 + rate) ** -year for year in range(1, years + 1)]
    return sum(a * d for a, d in zip(shares, discounts, strict=True)), sum(discounts)


def ramp_over(years: int, ramp: Sequence[float]) -> list[float]:
    """The share of the full benefit reached in each year; the last one given holds on.

    >>> ramp_over(4, [0.3, 0.7]), ramp_over(1, [0.3, 0.7])
    ([0.3, 0.7, 0.7, 0.7], [0.3])
    """
    if not 1 <= years <= 10:
        raise EstimateFault("years", "out_of_range")
    if not ramp or not all(0 <= share <= 1 for share in ramp):
        raise EstimateFault("ramp", "out_of_range")
    return [ramp[min(year, len(ramp) - 1)] for year in range(years)]


def yearly_flows(
    investment: float, benefit: float, cost: float, years: int = USUAL.years, ramp: Sequence[float] = RAMP
) -> list[float]:
    """The amounts at the end of years 0..years, what is paid negative.

    >>> yearly_flows(100, 100, 10, 3, [0.25, 0.75, 1.0])
    [-100.0, 15.0, 65.0, 90.0]
    """
    _amounts(investment=investment, benefit=benefit, cost=cost)
    return [-float(investment), *(share * benefit - cost for share in ramp_over(years, ramp))]


def payback(
    investment: float, benefit: float, cost: float, years: int = USUAL.years, ramp: Sequence[float] = RAMP
) -> float | None:
    """Years until the money is back for good, undiscounted, linear within a year; None if not by then.

    The last time within `years` at which the cumulated sum turns positive. For one investment followed by
    gains that is the only time. 0.0 when the sum is never below zero. Raises as `npv`.

    By hand: 100 out, 20, 60 and 90 in; after two years 20 are missing, 20/90 of the third year.

    >>> round(payback(100, 100, 10, years=3, ramp=[0.3, 0.7, 1.0]), 2)
    2.22
    >>> payback(100, 40, 10) is None
    True
    """
    sums = list(accumulate(yearly_flows(investment, benefit, cost, years, ramp)))
    slip = TOLERANCE * max(abs(amount) for amount in sums)
    if sums[-1] < -slip:
        return None
    below = [year for year, amount in enumerate(sums[:-1]) if amount < -slip]
    if not below:
        return 0.0
    before, after = sums[below[-1]], sums[below[-1] + 1]
    return below[-1] + min(1.0, -before / (after - before))


def irr(flows: Sequence[float]) -> float | None:
    """The rate r at which Σ f_t/(1+r)^t = 0, `flows` from today on, one a year; None where there is not one.

    Only if the sign changes exactly once, zeros passed over: then x = 1/(1+r) is the only positive root
    (Descartes), and lies between |f₀|/(|f₀| + max|f|) and 1 + max|f|/|f_n| (Cauchy), where it is looked
    for by Brent's method on log x. Each side of x = 1 is summed in powers below one, so nothing overflows.
    None also where the rate is too large for a number. Raises EstimateFault for an infinite flow.

    By hand: 60/1.2 + 72/1.44 = 50 + 50 = 100.

    >>> round(irr([-100.0, 60.0, 72.0]), 6)
    0.2
    >>> irr([-100.0, 230.0, -132.0]) is None
    True
    """
    from scipy.optimize import brentq  # noqa: PLC0415 - scipy is slow to import, and most screens need none of it

    if not all(isfinite(flow) for flow in flows):
        raise EstimateFault("flows", "too_large")
    most = max((abs(flow) for flow in flows), default=0.0)
    scaled = [flow / most for flow in flows] if most else []
    years = [year for year, flow in enumerate(scaled) if flow]
    changes = sum((scaled[one] > 0) != (scaled[other] > 0) for one, other in pairwise(years))
    if changes != 1:
        return None
    kept = scaled[years[0] : years[-1] + 1]
    low = log(abs(kept[0])) - log(abs(kept[0]) + 1) - 1
    high = log(abs(kept[-1]) + 1) - log(abs(kept[-1])) + 1
    power = float(brentq(lambda y: _balance(kept, y), low, high, xtol=1e-14))
    return expm1(-power) if power > -700 else None


def _balance(flows: Sequence[float], power: float) -> float:
    """Σ f_t x^t with x = e^power, divided by x^n where x > 1: the same sign, and never above the sum of |f|."""
    total, step = 0.0, exp(-abs(power))
    for flow in flows if power > 0 else reversed(flows):
        total = total * step + flow
    return total


def _amounts(**amounts: float) -> None:
    for name, amount in amounts.items():
        if not abs(amount) <= LARGEST:
            raise EstimateFault(name, "too_large")
