"""Sentences about the pilot register: flags, verdicts and conversion rate."""

from collections.abc import Mapping

from language.lists import listed
from language.translation import _, lazy, lazy_table, ngettext
from report.text.narrative import count, sentence
from scoring.shares import Share
from scoring.value.pilots import RUNNING, PilotFlag, Pilots, PilotView, Verdict

FLAGS: Mapping[PilotFlag, str] = lazy_table(
    {
        "no_owner": lazy("nobody is named to answer for it"),
        "several_owners": lazy("several answer for it, so in the end nobody does"),
        "no_metric": lazy("no figure would show that it works"),
        "duplicate": lazy("it stands in the register twice"),
        "unknown": lazy("known to {known} of the {asked} leaders asked"),
    }
)
VERDICTS: Mapping[Verdict, str] = lazy_table(
    {
        "scale": lazy("Scale"),
        "fix": lazy("Fix first"),
        "question": lazy("A question for the forum"),
    }
)
SOUND = lazy("it has one owner and a metric")


def not_asked(pilots: Pilots) -> str:
    """Of how many running initiatives nobody has asked who knows of them; empty where all were asked about."""
    n = sum(
        line.initiative.stage in RUNNING and line.initiative.leaders_asked is None for line in pilots.lines
    )
    if not n:
        return ""
    return ngettext(
        "For {n} initiative that runs, nobody has asked yet how many leaders know of it, so nothing is said about that.",
        "For {n} initiatives that run, nobody has asked yet how many leaders know of them, so nothing is said about that.",
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


def reasons_words(line: PilotView) -> str:
    """Why a line is to be scaled, fixed or put to the forum."""
    reasons = [_reason(line, flag) for flag in line.flags] or [_(SOUND)]
    return _("{reasons}.").format(reasons=sentence(listed(reasons)))


def _reason(line: PilotView, flag: PilotFlag) -> str:
    known, asked = line.initiative.known_to or 0, line.initiative.leaders_asked or 0
    if flag == "unknown" and asked == 1:
        return _("the one leader asked does not know of it")
    return FLAGS[flag].format(known=count(known) if known else _("none"), asked=count(asked))


def conversion_range(share: Share) -> str:
    """The Wilson interval of the conversion rate, for the method page."""
    return _("Taken as a rate, anything from {low} to {high} in 100 fits.").format(
        low=round(100 * share.low), high=round(100 * share.high)
    )
