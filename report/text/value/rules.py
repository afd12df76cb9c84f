"""The rules of the value model, for the Method screen and the method page of the PDF."""

from language.translation import _, lazy
from scoring.value.simulation import USUAL_SUCCESS

VALUE_RULES = (
    (
        lazy("Net present value"),
        lazy(
            "Each year’s benefit less running cost, divided by (1 + the discount rate) once for every year of waiting, summed over the years counted, less the investment. Amounts are counted at the end of each year. The benefit grows to its full size by the shares shown; the investment and the running cost do not."
        ),
    ),
    (
        lazy("Three amounts"),
        lazy(
            "One chance in ten of less, most likely, one chance in ten of more. Benefits are drawn from a beta-PERT curve with these as its tenth percentile, peak and ninetieth; costs from a shifted lognormal curve with the same three, because costs overrun more than they underrun, and never below zero. Three equal amounts are certain. Each amount is drawn once for all years."
        ),
    ),
    (
        lazy("Success"),
        lazy(
            "A use case succeeds with the chance given; without one, {usual} in 100 is assumed, and the page says so. If it fails, it brings nothing and still costs the same."
        ),
    ),
    (
        lazy("Together"),
        lazy(
            "Use cases are added up outcome by outcome, not by their ranges. They share luck to the degree the page says: the same company, data and people. That widens the range of the total and changes no single use case."
        ),
    ),
    (
        lazy("Range and chance of a loss"),
        lazy(
            "20,000 outcomes are drawn, always the same for the same name. Their average is the expected value; expected values add up over use cases. A tenth of the outcomes is below the low end, a tenth above the high end. The chance of a loss is the share below zero, with Wilson’s 95 % interval."
        ),
    ),
    (
        lazy("Paid back, yearly return"),
        lazy(
            "Both for the most likely case, if it succeeds. Paid back: when the undiscounted sum of each year’s remainder stays above the investment; money comes in evenly within a year. Yearly return (internal rate of return): the discount rate at which the value is zero; none unless money first goes out and then comes in."
        ),
    ),
    (
        lazy("What matters most"),
        lazy(
            "Each input goes from low to high while the others stay at their most likely value; the three that change the value most are named. Success goes from failure to success."
        ),
    ),
    (
        lazy("Value test"),
        lazy(
            "Passed with how it pays, a figure, an owner and a date. Today’s figure and the target may be open; the page then says so."
        ),
    ),
    (
        lazy("Worth and effort"),
        lazy(
            "The lines mark the middle of the company’s own use cases; the line for worth is never below zero. They compare these use cases only with one another."
        ),
    ),
    (
        lazy("Pilots"),
        lazy(
            "Started: everything but ideas, stopped ones included. Measured: live or scaled, with a result that states a figure; without a result, none is counted."
        ),
    ),
    (
        lazy("One verdict"),
        lazy(
            "The first that applies. Decide: a system blocks it; nobody or several people answer for it; it is listed twice; or fewer than half of the leaders asked know of it. Stop: all estimates are there, and it is more likely to lose than to gain. Measure: it has no measure, or runs without a measured figure. Fix: no owner is entered, or no expected result. Scale: none of these. A use case and a pilot of the same name are one initiative. A start after its own date, or a target already reached, is shown beside the verdict."
        ),
    ),
)


def value_rules() -> list[tuple[str, str]]:
    """Name and text of each rule."""
    usual = round(100 * USUAL_SUCCESS)
    return [(_(name), _(text).format(usual=usual)) for name, text in VALUE_RULES]
