"""Sentences about how sure the result is."""

from collections.abc import Mapping

from language.lists import listed
from language.numbers import beside, integer, percent
from language.translation import _, lazy, lazy_table
from report.model.report import Report
from report.text import wording
from scoring.levels.results import Certainty, PlausibleRange, Robustness
from scoring.levels.rules import HIGHEST, LOWEST
from scoring.sureness.plausible_range import FIRM, LIKELY

CERTAINTY: Mapping[Certainty, str] = lazy_table(
    {
        "firm": lazy("firm"),
        "likely": lazy("likely"),
        "tentative": lazy("tentative"),
    }
)


def sureness_finding(report: Report) -> str:
    """“Level 2 is likely: it is reached in 80 % of redrawn results”; why nothing is said of it where that is so."""
    found, level = report.plausible, report.result.level
    if wording.withheld(report) or level is None:
        return _("There is no level yet, so nothing is said about how sure it is")
    if found is None:
        return _("One person’s view: other answers may change the level")
    if level == LOWEST:
        return _("Level {level} is {label}").format(level=level, label=CERTAINTY[found.label])
    share = percent(beside(found.at_least[level], 2, at_least=(LIKELY, FIRM)))
    text = _("Level {level} is {label}: {share} of redrawn results reach it")
    return text.format(level=level, label=CERTAINTY[found.label], share=share)


def shares_of_levels(report: Report) -> list[float]:
    """The share of redrawn results at each of the five levels."""
    found = report.plausible
    if found is None:
        return []
    reached = {LOWEST: 1.0, **found.at_least, HIGHEST + 1: 0.0}
    return [round(reached[n] - reached[n + 1], 2) for n in range(LOWEST, HIGHEST + 1)]


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
    """Under how many other weightings and rules the level is the same."""
    text = _(
        "The level is the same under {share} of other weightings and {same} of {all} other defensible rules."
    )
    found = text.format(share=percent(robust.same_level), same=robust.same, all=len(robust.variants))
    if robust.differs:
        found += " " + _("It differs with: {names}.").format(names=listed(robust.differs))
    return found
