"""Result types of the value model. Money in the currency entered, shares 0..1, all frozen."""

from dataclasses import dataclass
from typing import Literal

from assessment.answers.records import Assumptions
from scoring.shares import Share
from scoring.value.estimates import Flaw

ValueField = Literal["investment", "annual_benefit", "annual_cost", "success_probability"]
ValueState = Literal["ready", "incomplete", "faulty"]

AMOUNTS: tuple[ValueField, ValueField, ValueField] = ("investment", "annual_benefit", "annual_cost")
BENEFIT: ValueField = "annual_benefit"
SUCCESS: ValueField = "success_probability"


@dataclass(frozen=True)
class Quantiles:
    """A tenth of the draws lies below `p10`, half below `p50`, a tenth above `p90`."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True)
class Driver:
    """One input moved from its low to its high end, and the net present value at either."""

    field: ValueField
    at_low: float
    at_high: float

    @property
    def swing(self) -> float:
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True)
class UseCaseValue:
    """One use case. Figures are None unless `state` is ready; then `missing` and `flaws` are empty."""

    name: str
    state: ValueState
    npv: Quantiles | None = None
    mean: float | None = None
    """The expected value: the average of the draws. It adds up over use cases; medians do not."""
    loss: Share | None = None
    """Share of the draws that lose money, with its Wilson interval."""
    likely_npv: float | None = None
    """Net present value of the most likely case: likely values, and it succeeds."""
    payback_years: float | None = None
    """Of the most likely case; None in a ready use case says *not within the years*."""
    irr: float | None = None
    """Yearly rate of return of the most likely case; None where there is no single one."""
    effort: float | None = None
    """The investment most likely needed."""
    matter_most: tuple[Driver, ...] = ()
    """At most three, the widest swing first."""
    assumed: tuple[ValueField, ...] = ()
    """What nobody gave and the method assumes."""
    missing: tuple[ValueField, ...] = ()
    flaws: tuple[tuple[ValueField, Flaw], ...] = ()


@dataclass(frozen=True)
class PortfolioValue:
    """The use cases that are ready, summed draw by draw: `counted` out of `of`."""

    npv: Quantiles
    mean: float
    """The sum of the expected values of the use cases."""
    loss: Share | None
    effort: float
    counted: int
    of: int


@dataclass(frozen=True)
class Simulation:
    """All use cases in the order given, and the portfolio; None when no use case is ready."""

    use_cases: tuple[UseCaseValue, ...]
    portfolio: PortfolioValue | None
    assumptions: Assumptions
    draws: int
    seed: int
