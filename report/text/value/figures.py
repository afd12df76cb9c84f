"""Sentences about the value of use cases, for screens and documents.

Amounts are in the currency they were entered in; its three letters stand before each where they were given.
"""

from collections.abc import Mapping

from assessment.answers.records import Lever
from language import numbers
from language.lists import listed
from language.numbers import decimal, percent, shortest
from language.translation import _, lazy, lazy_table, ngettext
from report.model.value import ValueView
from report.text.narrative import count, sentence
from scoring.shares import Share
from scoring.value.estimates import LARGEST, Flaw
from scoring.value.matrix import Quadrant
from scoring.value.results import Driver, Quantiles, UseCaseValue, ValueField

FIELDS: Mapping[ValueField, str] = lazy_table(
    {
        "investment": lazy("the investment"),
        "annual_benefit": lazy("the benefit per year"),
        "annual_cost": lazy("the cost per year"),
        "success_probability": lazy("whether it succeeds"),
    }
)
FLAWS: Mapping[Flaw, str] = lazy_table(
    {
        "order": lazy("{field} must rise from low through likely to high"),
        "too_large": lazy("{field} is larger than {largest}"),
        "negative": lazy("{field} cannot be below zero"),
        "out_of_range": lazy("{field} needs a chance from 0 to 1"),
    }
)
LEVERS: Mapping[Lever, str] = lazy_table(
    {
        "cost": lazy("cuts cost"),
        "revenue": lazy("grows revenue"),
        "customers": lazy("serves customers better"),
        "process": lazy("speeds up work"),
        "risk": lazy("lowers risk"),
    }
)
QUADRANTS: Mapping[Quadrant, str] = lazy_table(
    {
        "first": lazy("High value, low investment"),
        "plan": lazy("High value, high investment"),
        "fill": lazy("Low value, low investment"),
        "leave": lazy("Low value, high investment"),
    }
)
CORNERS: Mapping[Quadrant, str] = lazy_table(
    {
        "first": lazy("Much for little"),
        "plan": lazy("Much for much"),
        "fill": lazy("Little for little"),
        "leave": lazy("Little for much"),
    }
)
"""The same in the corners of the chart."""


def amount(money: float, currency: str = "") -> str:
    """“1,234,000” or “EUR 1,234,000”, with a true minus sign; cents are not shown: no estimate is that good.

    >>> amount(-1234000.4), amount(-0.2), amount(-5, "EUR")
    ('−1,234,000', '0', 'EUR\xa0−5')
    """
    return numbers.money(money, currency)


def rough(money: float, currency: str = "") -> str:
    """A simulated amount, rounded to three significant digits.

    >>> rough(-174_453, "GBP"), rough(35.39), rough(0.2)
    ('GBP\xa0−174,000', '35', '0')
    """
    return amount(numbers.three_digits(money), currency)


def money_words(currency: str) -> str:
    """The unit of amounts, for table heads and captions."""
    return _("in {currency}").format(currency=currency) if currency else _("in your currency")


def chance(share: float) -> str:
    """A simulated probability as “n in 100”; never “none” or “certain”."""
    hundredths = round(100 * share)
    if hundredths < 1:
        return _("fewer than 1 in 100")
    return _("more than 99 in 100") if hundredths > 99 else _("about {n} in 100").format(n=hundredths)


def not_computed(value: UseCaseValue) -> str:
    """Why a use case has no figures, and what would give it some; empty when it has."""
    parts = []
    if value.missing:
        missing = listed([FIELDS[field] for field in value.missing])
        parts.append(
            ngettext("{missing} is missing", "{missing} are missing", len(value.missing)).format(
                missing=missing
            )
        )
    parts += [FLAWS[flaw].format(field=FIELDS[field], largest=amount(LARGEST)) for field, flaw in value.flaws]
    return _("Not calculated: {reasons}.").format(reasons="; ".join(parts)) if parts else ""


def worth_words(value: UseCaseValue, currency: str = "") -> str:
    """The range of what a use case may be worth, and the chance of a loss, in two sentences."""
    if value.npv is None or value.loss is None:
        return not_computed(value)
    return _("{range} The chance of a loss is {chance}.").format(
        range=range_words(value.npv, value.mean or 0.0, currency), chance=chance(value.loss.share)
    )


def range_words(npv: Quantiles, expected: float, currency: str = "") -> str:
    """The expected value and the two tenths, in today’s money."""
    return _(
        "Expected value {expected} (net present value); 10 % chance below {p10}, 10 % above {p90}."
    ).format(**_tenths(npv, expected, currency))


def _tenths(npv: Quantiles, expected: float, currency: str) -> dict[str, str]:
    return {
        "expected": rough(expected, currency),
        "p10": rough(npv.p10, currency),
        "p90": rough(npv.p90, currency),
    }


def payback_words(value: UseCaseValue, years: int) -> str:
    """When the most likely case has its money back; “not within three years” is an answer too."""
    if value.state != "ready":
        return not_computed(value)
    if value.payback_years is None:
        return ngettext(
            "Even if it succeeds, the most likely case is not paid back within {n} year.",
            "Even if it succeeds, the most likely case is not paid back within {n} years.",
            years,
        ).format(n=count(years))
    if value.payback_years == 0:
        return _("In the most likely case, income covers costs from the start.")
    return _("If it succeeds, the most likely case is paid back after {n} years.").format(
        n=decimal(value.payback_years, 1)
    )


def loss_words(share: Share | None) -> str:
    """The chance of a loss, and how far it would move if everything were drawn again."""
    if share is None:
        return ""
    if share.count == 0:
        return _("None of the {draws} simulated outcomes loses money.").format(draws=amount(share.of))
    if share.count == share.of:
        return _("All {draws} simulated outcomes lose money.").format(draws=amount(share.of))
    low, high = round(100 * share.low), round(100 * share.high)
    again = f"{low}" if low == high else _("{low} to {high}").format(low=low, high=high)
    return _(
        "{chance} of the {draws} simulated outcomes lose money; a second run of the draws would give {again}."
    ).format(chance=sentence(chance(share.share)), draws=amount(share.of), again=again)


def return_words(value: UseCaseValue) -> str:
    """The yearly rate of return of the most likely case, or why there is none."""
    if value.state != "ready" or value.likely_npv is None:
        return not_computed(value)
    if value.irr is not None:
        return _("If it succeeds, the most likely case returns {rate} a year on the investment.").format(
            rate=percent(value.irr)
        )
    return _(
        "There is no yearly return: money must first go out and then come in, and in the most likely case "
        "it never does, or does so more than once. Check the three estimates."
    )


def likely_words(value: UseCaseValue, currency: str = "") -> str:
    """The net present value of the most likely case."""
    if value.likely_npv is None:
        return not_computed(value)
    return _("{npv} if it succeeds and every amount is the most likely one.").format(
        npv=amount(value.likely_npv, currency)
    )


def matter_words(value: UseCaseValue, currency: str = "") -> tuple[str, ...]:
    """The inputs that matter most, each with what its two ends would leave."""
    return tuple(_matters(driver, currency) for driver in value.matter_most)


def _matters(driver: Driver, currency: str) -> str:
    ends = {"low": amount(driver.at_low, currency), "high": amount(driver.at_high, currency)}
    if driver.field == "success_probability":
        return _("Whether it succeeds: {low} if it fails, {high} if it does.").format(**ends)
    ends["field"] = sentence(FIELDS[driver.field])
    return _("{field}: {low} at its low estimate, {high} at its high.").format(**ends)


def portfolio_words(view: ValueView) -> str:
    """What the use cases with figures may be worth together, and how many they are."""
    found = view.portfolio
    if found is None or found.loss is None:
        return _("No use case has all its estimates yet, so there is no total.")
    return _(
        "{together}: expected value {expected} (net present value), the sum of theirs; 10 % chance below "
        "{p10}, 10 % above {p90}. The chance of a loss is {chance}."
    ).format(
        together=_together(found.counted, found.of),
        chance=chance(found.loss.share),
        **_tenths(found.npv, found.mean, view.currency),
    )


def _together(counted: int, of: int) -> str:
    if counted < of:
        return _("{n} of {of} use cases together").format(n=sentence(count(counted)), of=count(of))
    return ngettext("The one use case", "All {n} use cases together", of).format(n=count(of))


def without_words(view: ValueView) -> str:
    """What the portfolio would be without those more likely to lose; empty where there are none."""
    found = view.without
    if found is None or found.loss is None:
        return ""
    return _("Without {names}, the expected value is {expected} and the chance of a loss {chance}.").format(
        names=listed([f"“{name}”" for name in view.losing]),
        expected=rough(found.mean, view.currency),
        chance=chance(found.loss.share),
    )


def assumption_words(view: ValueView) -> str:
    """What the figures rest on, in the order a finance person asks."""
    chosen = view.assumptions
    ramp = listed([percent(share, 1) for share in chosen.ramp])
    return _(
        "Assumed: {years} years, a discount rate of {rate} a year, benefits at {ramp} of their full size, "
        "year by year; good and bad luck partly shared between use cases ({dependence} on a scale from 0 "
        "to 1); {draws} simulated outcomes."
    ).format(
        years=chosen.years,
        rate=percent(chosen.rate, 1),
        ramp=ramp,
        dependence=shortest(chosen.dependence),
        draws=amount(view.draws),
    )
