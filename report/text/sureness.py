"""Words for how sure a level is, for screens and documents."""

from collections.abc import Mapping

from language.numbers import percent
from language.translation import _, lazy, lazy_table
from scoring.levels.results import Certainty, Robustness

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
