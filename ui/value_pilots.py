"""What becomes of the pilots: scale, fix, or a question for the forum, each with its reasons."""

from assessment.words import _, ngettext
from playbook.narrative import count, sentence
from playbook.pilot_words import (
    VERDICTS,
    conversion_range,
    conversion_sentence,
    not_asked,
    reasons_words,
)
from scoring.pilots import Pilots, Verdict
from ui import parts
from ui.markup import block, labelled, show

ORDER: tuple[Verdict, ...] = ("question", "fix", "scale")


def pilot_list(pilots: Pilots | None) -> None:
    """The register sorted by what follows; the register itself stands on Decisions."""
    parts.heading(_("What becomes of the pilots"), "pilots")
    if pilots is None:
        parts.prose(_("No pilot is in the register yet. List what runs today; three minutes are enough."))
    else:
        parts.lead(conversion_sentence(pilots))
        if pilots.conversion is not None:
            parts.muted(conversion_range(pilots.conversion))
        for verdict in ORDER:
            _verdict(pilots, verdict)
        rest = [line.initiative.name for line in pilots.lines if line.verdict is None]
        if rest:
            words = ngettext(
                "{n} more needs nothing now: {names}.", "{n} more need nothing now: {names}.", len(rest)
            )
            parts.prose(words.format(n=sentence(count(len(rest))), names="; ".join(rest)))
        if words := not_asked(pilots):
            parts.muted(words)
    parts.link("decisions", _("To the pilot register"))


def _verdict(pilots: Pilots, verdict: Verdict) -> None:
    lines = [line for line in pilots.lines if line.verdict == verdict]
    if lines:
        parts.subheading(VERDICTS[verdict])
        show(
            block(labelled((line.initiative.name, reasons_words(line)) for line in lines), under="pl-pilots")
        )
