"""What becomes of the pilots: scale, fix, or a question for the forum, each with its reasons."""

from language.translation import _, ngettext
from report.text.narrative import count, sentence
from report.text.value.pilots import VERDICTS, conversion_range, conversion_sentence, not_asked, reasons_words
from scoring.value.pilots import Pilots, Verdict
from ui.kit import text
from ui.kit.html import block, labelled, show

ORDER: tuple[Verdict, ...] = ("question", "fix", "scale")


def pilot_list(pilots: Pilots | None) -> None:
    """The register sorted by what follows; the register itself stands on Decisions."""
    text.heading(_("Pilots"), "pilots")
    if pilots is None:
        text.prose(_("No pilots in the register yet. Listing them takes three minutes."))
    else:
        text.lead(conversion_sentence(pilots))
        if pilots.conversion is not None:
            text.muted(conversion_range(pilots.conversion))
        for verdict in ORDER:
            _verdict(pilots, verdict)
        rest = [line.initiative.name for line in pilots.lines if line.verdict is None]
        if rest:
            words = ngettext(
                "{n} more needs no action: {names}.", "{n} more need no action: {names}.", len(rest)
            )
            text.prose(words.format(n=sentence(count(len(rest))), names="; ".join(rest)))
        if words := not_asked(pilots):
            text.muted(words)
    text.link("decisions", _("Open the pilot register"))


def _verdict(pilots: Pilots, verdict: Verdict) -> None:
    lines = [line for line in pilots.lines if line.verdict == verdict]
    if lines:
        text.subheading(VERDICTS[verdict])
        show(
            block(labelled((line.initiative.name, reasons_words(line)) for line in lines), under="pl-pilots")
        )
