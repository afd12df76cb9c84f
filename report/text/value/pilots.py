"""Sentences about the pilot register: its conversion rate and what nobody was asked."""

from language.translation import _, ngettext
from report.text.narrative import count, sentence
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


def conversion_range(share: Share) -> str:
    """The Wilson interval of the conversion rate, for the method page."""
    return _("With so few, the true rate could be anywhere from {low} to {high} in 100.").format(
        low=round(100 * share.low), high=round(100 * share.high)
    )
