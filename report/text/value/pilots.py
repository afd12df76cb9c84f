"""Sentences about the pilot register: its conversion rate and what nobody was asked."""

from language.numbers import percent
from language.translation import _, ngettext
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.value.figures import amount
from scoring.shares import Share
from scoring.value.pilots import RUNNING, Pilots


def not_asked(pilots: Pilots) -> str:
    """Of how many running initiatives nobody has asked who knows of them; empty where all were asked about."""
    n = sum(
        line.initiative.stage in RUNNING and line.initiative.leaders_asked is None for line in pilots.lines
    )
    if not n:
        return ""
    return ngettext(
        "For {n} running initiative it is not recorded how many leaders know of it.",
        "For {n} running initiatives it is not recorded how many leaders know of them.",
        n,
    ).format(n=count(n))


def conversion_sentence(pilots: Pilots) -> str:
    """How many of the initiatives started are live with a measured result."""
    found = pilots.conversion
    if found is None:
        return _("Nothing has been started yet.")
    if found.count == 0:
        return _("Started: {of}. None is live with a measured result.").format(of=count(found.of))
    return ngettext(
        "{count} of {of} initiatives started is live with a measured result.",
        "{count} of {of} initiatives started are live with a measured result.",
        found.count,
    ).format(count=sentence(count(found.count)), of=count(found.of))


def spending_sentence(report: Report) -> str:
    """What the running initiatives cost a month, and how much of it has no measure; empty where no cost is entered."""
    lines = report.pilots.lines if report.pilots else ()
    paid = [one for one in lines if one.initiative.stage in RUNNING and one.initiative.monthly_cost]
    if not paid:
        return ""
    currency = report.value.currency if report.value else ""
    whole = sum(one.initiative.monthly_cost or 0 for one in paid)
    unmeasured = [one for one in paid if "no_metric" in one.flags]
    part = sum(one.initiative.monthly_cost or 0 for one in unmeasured)
    figures = {
        "whole": amount(whole, currency),
        "part": amount(part, currency),
        "share": percent(part / whole),
    }
    if not unmeasured:
        return _("Running initiatives cost {whole} a month, all of it with a measure.").format(**figures)
    if len(unmeasured) == len(paid):
        return _("Running initiatives cost {whole} a month, none of it with a measure.").format(**figures)
    text = _("Running initiatives cost {whole} a month; {part} of it ({share}) has no measure.")
    return text.format(**figures)


def conversion_range(share: Share) -> str:
    """The Wilson interval of the conversion rate, for the method page."""
    return _("With so few, the true rate could be anywhere from {low} to {high} in 100.").format(
        low=round(100 * share.low), high=round(100 * share.high)
    )
