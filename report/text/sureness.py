"""Words for how sure a level is, for screens and documents."""

from collections.abc import Mapping

from language.lists import listed
from language.numbers import integer, percent
from language.translation import _, lazy, lazy_table
from scoring.levels.results import Certainty, PlausibleRange, Robustness

CERTAINTY: Mapping[Certainty, str] = lazy_table(
    {"firm": lazy("firm"), "likely": lazy("likely"), "tentative": lazy("tentative")}
)
VARIANTS: Mapping[str, str] = lazy_table(
    {
        "geometric mean": lazy("geometric mean"),
        "medians": lazy("medians"),
        "no key practices": lazy("no key practices"),
        "cut .4": lazy("a level reached after 0.4 of the step"),
        "cut .6": lazy("a level reached after 0.6 of the step"),
        "shown instead of described": lazy("levels you can show"),
    }
)
"""Other defensible rules, by their names in `scoring.sureness.robustness`."""


def other_rules_sentence(found: Robustness) -> str:
    """Under how many other weightings and rules the level is the same."""
    return _(
        "The level is the same under {share} of other weightings and {same} of {all} other defensible rules."
    ).format(share=percent(found.same_level), same=found.same, all=len(found.variants))


def plausible_sentence(plausible: PlausibleRange) -> str:
    """The plausible range, its label, and what was redrawn."""
    levels = _("level {low}").format(low=plausible.low)
    if plausible.high != plausible.low:
        levels = _("level {low} to {high}").format(low=plausible.low, high=plausible.high)
    text = _(
        "{levels}; the result is {label}. Answers were redrawn {draws} times with small changes, and weights and cut-offs varied; the range covers at least four draws in five. It shows only how far the method’s own result could move."
    )
    found = text.format(levels=levels, label=CERTAINTY[plausible.label], draws=integer(plausible.draws))
    return found[:1].upper() + found[1:]


def robust_sentence(robust: Robustness) -> str:
    """As above, with the rules under which it is another."""
    found = other_rules_sentence(robust)
    if robust.differs:
        found += " " + _("It differs with: {names}.").format(
            names=listed([VARIANTS.get(name, name) for name in robust.differs])
        )
    return found
