"""The pilot register in words: flags, what follows from them, and how much became something."""

from assessment.words import _, ngettext
from playbook.narrative import count, listed, sentence
from scoring.pilots import PilotFlag, Pilots, PilotView, Verdict
from scoring.shares import Share

FLAGS: dict[PilotFlag, str] = {
    "no_owner": _("nobody is named to answer for it"),
    "several_owners": _("several answer for it, so in the end nobody does"),
    "no_metric": _("no figure would show that it works"),
    "duplicate": _("it stands in the register twice"),
}
VERDICTS: dict[Verdict, str] = {
    "scale": _("Scale"),
    "fix": _("Fix first"),
    "question": _("A question for the forum"),
}
SOUND = _("it has one owner and a metric")
NOT_RAISED = _("Whether most leaders know of an initiative was not asked, so nothing is said about it.")


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
    reasons = [FLAGS[flag] for flag in line.flags] or [SOUND]
    return _("{reasons}.").format(reasons=sentence(listed(reasons)))


def conversion_range(share: Share) -> str:
    """The range for the method's page: few initiatives say little about the next ones."""
    return _("Taken as a rate, anything from {low} to {high} in 100 fits.").format(
        low=round(100 * share.low), high=round(100 * share.high)
    )
