"""The rules of the value model, for the Method screen and the method page of the PDF."""

from language.translation import _, lazy
from scoring.value.simulation import USUAL_SUCCESS

VALUE_RULES = (
    (
        lazy("Net present value"),
        lazy(
            "What a year brings less what it costs to run, divided by (1 + the discount rate) once for every year one waits for it, summed over the years counted, less the investment. Amounts stand at the end of each year. The benefit grows into its full size by the shares shown; the investment and the running cost do not."
        ),
    ),
    (
        lazy("Three amounts"),
        lazy(
            "One chance in ten of less, most likely, one chance in ten of more. Benefits are drawn from a beta-PERT curve that has these as its tenth percentile, its peak and its ninetieth; costs from a shifted lognormal curve with the same three, because costs run over further than they run under, and never below zero. Three equal amounts are certain. An amount is drawn once and holds for all years."
        ),
    ),
    (
        lazy("Success"),
        lazy(
            "A use case works with the chance given, else with {usual} in 100, and then the page says that it is assumed. Where it fails it brings nothing and costs what it costs."
        ),
    ),
    (
        lazy("Together"),
        lazy(
            "Use cases are added up outcome by outcome, not by their ranges. Luck is shared between them as far as the page says: the same company, the same data, the same people. It widens the sum and moves no single use case."
        ),
    ),
    (
        lazy("Range and chance of a loss"),
        lazy(
            "20,000 outcomes are drawn, always the same ones for the same name. Their average is the expected value; expected values add up over use cases. A tenth of the outcomes lies below the low end, a tenth above the high end. The chance of a loss is the share below zero, with the 95 % interval after Wilson."
        ),
    ),
    (
        lazy("Paid back, yearly return"),
        lazy(
            "Of the most likely case, if it succeeds. Paid back: when what is left each year, added up and not discounted, is above the investment for good; money comes in evenly within a year. Yearly return (internal rate of return): the discount rate at which the value would be zero; none where money does not first go out and then come in."
        ),
    ),
    (
        lazy("What matters most"),
        lazy(
            "Each input goes from its low to its high amount while the others stay most likely; the three that move the value furthest are named. Success goes from failing to succeeding."
        ),
    ),
    (
        lazy("Value test"),
        lazy(
            "Passed with how it pays, a figure, an owner and a date. Where the figure stands today and where it is to go may be open; then that is said."
        ),
    ),
    (
        lazy("Worth and effort"),
        lazy(
            "The lines lie at the middle of the company’s own use cases, that of worth never below zero. They compare these use cases with one another, and with nobody else’s."
        ),
    ),
    (
        lazy("Pilots"),
        lazy(
            "Started is everything but an idea, so that what was stopped counts. Measured is what is live or scaled with a result that states a figure; where no result is entered, none is counted."
        ),
    ),
    (
        lazy("One verdict"),
        lazy(
            "The first that applies. Decide: a system is in its way, or nobody answers for it; also where several do, where it is listed twice, or where fewer than half of the leaders asked know of it. Stop: with all estimates there, it is more likely to lose than to gain. Measure: it has no measure, or runs without a measured figure. Fix: no owner is entered, or the result to come is not stated. Scale: nothing of this. A use case and a pilot of the same name are one initiative. That it starts after its own date, or that its goal is reached already, is said beside the verdict."
        ),
    ),
)


def value_rules() -> list[tuple[str, str]]:
    """Name and text of each rule."""
    usual = round(100 * USUAL_SUCCESS)
    return [(_(name), _(text).format(usual=usual)) for name, text in VALUE_RULES]
