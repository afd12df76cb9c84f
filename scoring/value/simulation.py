"""Monte Carlo simulation of the net present value of use cases, seeded (method, section 7)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from math import sqrt
from typing import NamedTuple

import numpy as np

from assessment.answers.records import Assumptions, Estimate, UseCase
from scoring.shares import wilson
from scoring.value.cash_flow import USUAL, irr, npv, payback, present_values, yearly_flows
from scoring.value.estimates import EstimateFault, Fit, Flaw, Floats, fit_benefit, fit_cost, flaw_of
from scoring.value.results import (
    AMOUNTS,
    BENEFIT,
    SUCCESS,
    Driver,
    PortfolioValue,
    Quantiles,
    Simulation,
    UseCaseValue,
    ValueField,
)

__all__ = ["DRAWS", "USUAL_SUCCESS", "irr", "npv", "payback", "simulate"]

DRAWS = 20_000
USUAL_SUCCESS = 0.7
"""Probability of success if none was given; marked as an assumption."""
MATTER_MOST = 3
SLIP = 1e-9
"""Of the amounts involved: what is closer to zero than this is no loss."""
CACHE_SIZE = 64
"""Use cases whose draws are cached, 160 KB each, so that an edit redraws only what it changes."""


class DrawBasis(NamedTuple):
    """The assumptions that draws rest on."""

    rate: float
    years: int
    ramp: tuple[float, ...]
    dependence: float


class Stream(NamedTuple):
    """Key of a random stream; `time` counts use cases of the same name."""

    draws: int
    seed: int
    name: str
    time: int


@dataclass(frozen=True)
class Case:
    """A use case whose numbers can be computed with; `fits` in the order of `AMOUNTS`."""

    investment: Estimate
    benefit: Estimate
    cost: Estimate
    success: float
    fits: tuple[Fit, Fit, Fit]
    worth: tuple[float, float]
    """Present value of one a year, with the ramp and without."""
    assumed: tuple[ValueField, ...] = ()

    def npv(self, amounts: Sequence[float]) -> float:
        """If it succeeds, with these amounts in the order of `AMOUNTS`."""
        investment, benefit, cost = amounts
        return -investment + benefit * self.worth[0] - cost * self.worth[1]


def simulate(
    use_cases: Sequence[UseCase], assumptions: Assumptions | None = None, draws: int = DRAWS, seed: int = 0
) -> Simulation:
    """Draws the net present value of each use case, and of those that can be computed together.

    Per draw and use case: NPV = −I + S B Σ a_t/(1+r)^t − C Σ 1/(1+r)^t. I and C (`fit_cost`) and B
    (`fit_benefit`) are drawn once and hold for all years; S is 1 with the probability of success, else
    0, so a failure loses its benefits and still costs what it costs. NPV is a loss below zero.

    Common shock: every quantity has a normal score z = √ρ s + √(1−ρ) e, where s is the same for that
    quantity in all use cases and e is the use case's own (Gaussian copula). So the same quantity of two
    use cases correlates by ρ, quantities within a use case do not, and ρ moves the portfolio only.

    e comes from a stream keyed by seed and name (and, for a repeated name, which time it is), s from
    one keyed by the seed: neither the order nor the company of others changes what a use case gets, and
    raising an estimate moves its own result and nothing else.

    The most likely case has the likely values and succeeds: its NPV, its payback, its rate of return.
    The inputs that matter most are those with the widest swing of NPV when one goes from its P10 to its
    P90 and the others stay in the most likely case; success goes from failing to succeeding, unless
    either has less than 1 chance in 10.

    Missing estimates leave a use case *incomplete* and say which; numbers that cannot be meant leave it
    *faulty* and say which and how. Neither enters the portfolio. Nothing is ever NaN or infinite.
    Raises EstimateFault for assumptions out of range or without a draw; `seed` is zero or more.
    """
    chosen = assumptions or USUAL
    if draws < 1:
        raise EstimateFault("draws", "out_of_range")
    basis = DrawBasis(chosen.rate, chosen.years, tuple(chosen.ramp), chosen.dependence)
    worth = present_values(basis.rate, basis.years, basis.ramp)
    total, scale = np.zeros(draws), 0.0
    times, found = Counter[str](), list[UseCaseValue]()
    for use_case in use_cases:
        times[use_case.name] += 1
        case = _case(use_case, worth)
        if isinstance(case, UseCaseValue):
            found.append(case)
            continue
        value, values = _valued(case, basis, Stream(draws, seed, use_case.name, times[use_case.name]))
        total += values
        scale += _scale(case)
        found.append(value)
    portfolio = _portfolio(found, total, scale)
    return Simulation(tuple(found), portfolio, chosen, draws, seed)


def _case(use_case: UseCase, worth: tuple[float, float]) -> Case | UseCaseValue:
    """The numbers of a use case, or its result without any."""
    given = (use_case.investment, use_case.annual_benefit, use_case.annual_cost)
    success = USUAL_SUCCESS if use_case.success_probability is None else use_case.success_probability
    missing, flaws = [], list[tuple[ValueField, Flaw]]()
    for field, estimate in zip(AMOUNTS, given, strict=True):
        if estimate is None:
            missing.append(field)
        elif flaw := flaw_of(estimate, cost=field != BENEFIT):
            flaws.append((field, flaw))
    if not 0 <= success <= 1:
        flaws.append((SUCCESS, "out_of_range"))
    if flaws:
        return UseCaseValue(use_case.name, "faulty", missing=tuple(missing), flaws=tuple(flaws))
    investment, benefit, cost = given
    if investment is None or benefit is None or cost is None:
        return UseCaseValue(use_case.name, "incomplete", missing=tuple(missing))
    fits = (fit_cost(investment), fit_benefit(benefit), fit_cost(cost))
    assumed = () if use_case.success_probability is not None else (SUCCESS,)
    return Case(investment, benefit, cost, success, fits, worth, assumed)


@lru_cache(maxsize=CACHE_SIZE)
def _valued(case: Case, basis: DrawBasis, stream: Stream) -> tuple[UseCaseValue, Floats]:
    """What is said of a use case, and its net present value in every draw, (draws,)."""
    shared, own = _shared(stream.draws, stream.seed), _scores(stream)
    values = _draw(case, sqrt(basis.dependence) * shared + sqrt(1 - basis.dependence) * own)
    values.setflags(write=False)
    return _summary(stream.name, case, basis, values), values


@lru_cache(maxsize=2)
def _shared(draws: int, seed: int) -> Floats:
    return _scores(Stream(draws, seed, "", 0))


def _scores(stream: Stream) -> Floats:
    """Standard normal scores, one row each for the three amounts and for success, (4, draws)."""
    key = sha256(f"{stream.time}:{stream.name}".encode("utf-8", "surrogatepass")).digest()[:8]
    luck = np.random.default_rng([stream.seed, int.from_bytes(key)])
    return luck.standard_normal((len(AMOUNTS) + 1, stream.draws))


def _draw(case: Case, scores: Floats) -> Floats:
    """Net present value in every draw, (draws,)."""
    from scipy.special import ndtri  # noqa: PLC0415 - scipy is slow to import, and most screens need none of it

    investment, benefit, cost = (fit.at(row) for fit, row in zip(case.fits, scores, strict=False))
    benefit[scores[len(AMOUNTS)] >= ndtri(case.success)] = 0.0
    values: Floats = benefit * case.worth[0] - cost * case.worth[1] - investment
    return values


def _summary(name: str, case: Case, basis: DrawBasis, values: Floats) -> UseCaseValue:
    likely = (case.investment.likely, case.benefit.likely, case.cost.likely)
    losses = int(np.count_nonzero(values < -SLIP * _scale(case)))
    return UseCaseValue(
        name=name,
        state="ready",
        npv=_quantiles(values),
        mean=float(values.mean()),
        loss=wilson(losses, values.size),
        likely_npv=case.npv(likely),
        payback_years=payback(*likely, basis.years, basis.ramp),
        irr=irr(yearly_flows(*likely, basis.years, basis.ramp)),
        effort=case.investment.likely,
        matter_most=_drivers(case),
        assumed=case.assumed,
    )


def _drivers(case: Case) -> tuple[Driver, ...]:
    """The inputs by the width of their swing, three at most; those without one are left out."""
    likely = (case.investment.likely, case.benefit.likely, case.cost.likely)
    found = []
    for place, estimate in enumerate((case.investment, case.benefit, case.cost)):
        at_low, at_high = (
            case.npv((*likely[:place], end, *likely[place + 1 :])) for end in (estimate.low, estimate.high)
        )
        found.append(Driver(AMOUNTS[place], at_low, at_high))
    if 0.1 - SLIP <= case.success <= 0.9 + SLIP:
        found.append(Driver(SUCCESS, case.npv((likely[0], 0.0, likely[2])), case.npv(likely)))
    found.sort(key=lambda driver: -driver.swing)
    return tuple(driver for driver in found if driver.swing > SLIP * _scale(case))[:MATTER_MOST]


def _portfolio(found: Sequence[UseCaseValue], total: Floats, scale: float) -> PortfolioValue | None:
    ready = sum(value.state == "ready" for value in found)
    if not ready:
        return None
    losses = int(np.count_nonzero(total < -SLIP * scale))
    return PortfolioValue(
        npv=_quantiles(total),
        mean=float(total.mean()),
        loss=wilson(losses, total.size),
        effort=sum(value.effort or 0.0 for value in found),
        counted=ready,
        of=len(found),
    )


def _scale(case: Case) -> float:
    amounts = (case.investment, case.benefit, case.cost)
    investment, benefit, cost = (max(abs(amount.low), abs(amount.high)) for amount in amounts)
    return investment + benefit * case.worth[0] + cost * case.worth[1]


def _quantiles(values: Floats) -> Quantiles:
    low, middle, high = np.quantile(values, (0.1, 0.5, 0.9)).tolist()
    return Quantiles(low, middle, high)
