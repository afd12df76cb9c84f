"""One net present value year by year, so that it can be recomputed by hand."""

from dataclasses import dataclass
from itertools import accumulate

from assessment.answers.records import Assumptions, UseCase
from language.numbers import decimal, percent
from language.translation import _
from report.model.value import ValueView
from scoring.value.cash_flow import npv, payback, ramp_over


def _example() -> UseCase:
    """Round numbers, for where nobody has given any."""
    amounts = {"investment": 100.0, "annual_benefit": 100.0, "annual_cost": 10.0}
    points = {name: dict.fromkeys(("low", "likely", "high"), amount) for name, amount in amounts.items()}
    return UseCase.model_validate({"name": _("Example"), **points})


@dataclass(frozen=True)
class Year:
    """One year of a cash flow: benefit, cost, discount divisor and present value."""

    year: int
    share: float
    benefit: float
    cost: float
    divisor: float

    @property
    def left(self) -> float:
        return self.benefit - self.cost

    @property
    def today(self) -> float:
        return self.left / self.divisor


@dataclass(frozen=True)
class ByHand:
    """The most likely case of one use case, if it succeeds. `npv` and `payback` are what the engine found."""

    name: str
    investment: float
    years: tuple[Year, ...]
    npv: float
    payback: float | None


def by_hand(use_case: UseCase, assumptions: Assumptions) -> ByHand | None:
    """The sum of the most likely case; None while an estimate is missing."""
    investment, benefit, cost = use_case.investment, use_case.annual_benefit, use_case.annual_cost
    if investment is None or benefit is None or cost is None:
        return None
    years, ramp = assumptions.years, assumptions.ramp
    shares = ramp_over(years, ramp)
    return ByHand(
        name=use_case.name,
        investment=investment.likely,
        years=tuple(
            Year(year, share, share * benefit.likely, cost.likely, (1 + assumptions.rate) ** year)
            for year, share in enumerate(shares, 1)
        ),
        npv=npv(investment.likely, benefit.likely, cost.likely, assumptions.rate, years, ramp),
        payback=payback(investment.likely, benefit.likely, cost.likely, years, ramp),
    )


def first_by_hand(view: ValueView | None) -> ByHand:
    """Of the first use case with figures; without one, the example in round numbers."""
    ready = (line.use_case for line in view.lines if line.value.state == "ready") if view else iter(())
    assumptions = view.assumptions if view else Assumptions()
    found = (by_hand(use_case, assumptions) for use_case in (*ready, _example()))
    return next(sums for sums in found if sums is not None)


def exact(money: float) -> str:
    """With cents, because here somebody recomputes: “1,234.50”, with a true minus sign."""
    return decimal(money, 2)


def hand_table(found: ByHand) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The sum as a table: its head and its rows, the last one the total."""
    head = (
        _("End of year"),
        _("Share of the benefit"),
        _("Benefit"),
        _("Running cost"),
        _("Left"),
        _("Divided by"),
        _("Worth today"),
    )
    rows = [(_("Today"), "", "", "", exact(-found.investment), "1", exact(-found.investment))]
    rows += [
        (
            str(y.year),
            percent(y.share, 1),
            exact(y.benefit),
            exact(y.cost),
            exact(y.left),
            decimal(y.divisor, 4),
            exact(y.today),
        )
        for y in found.years
    ]
    return head, [*rows, (_("Net present value"), "", "", "", "", "", exact(found.npv))]


def hand_words(found: ByHand, assumptions: Assumptions) -> str:
    """What the table does, in one sentence."""
    return _(
        "“{name}”, if it succeeds, with the most likely amounts. Each year’s benefit less running cost is "
        "divided by (1 + {rate}) once for every year of waiting; the investment is paid today. The "
        "expected value differs, because it allows for failure and for lower or higher amounts."
    ).format(name=found.name, rate=percent(assumptions.rate, 1))


def back_words(found: ByHand) -> str:
    """The sum so far at the end of each year, and when it is above zero for good."""
    sums = [exact(so_far) for so_far in accumulate((-found.investment, *(y.left for y in found.years)))]
    when = _("It does not stay above zero within these years.")
    if found.payback is not None:
        when = _("It stays above zero after {n} years, with money coming in evenly over each year.").format(
            n=decimal(found.payback, 2)
        )
    return _(
        "Payback: today’s amount plus each year’s remainder, undiscounted, comes to {sums}. {when}"
    ).format(sums="; ".join(sums), when=when)
