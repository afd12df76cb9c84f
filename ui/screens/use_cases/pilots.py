"""What becomes of the pilots: the verdict on each with its reasons."""

from collections.abc import Sequence

from language.translation import _
from report.model.value import VerdictView, verdict_on
from report.text.value.pilots import conversion_range, conversion_sentence, not_asked
from report.text.value.verdicts import VERDICTS
from scoring.value.pilots import Pilots
from scoring.value.verdicts import VERDICTS as ORDER
from ui.kit import text
from ui.kit.html import block, labelled, show


def pilot_list(pilots: Pilots | None, verdicts: Sequence[VerdictView]) -> None:
    """The register sorted by its verdicts; the register is on Decisions."""
    text.heading(_("Pilots"), "pilots")
    if pilots is None:
        text.prose(_("No pilots in the register yet. Listing them takes three minutes."))
    else:
        text.lead(conversion_sentence(pilots))
        if pilots.conversion is not None:
            text.muted(conversion_range(pilots.conversion))
        found = [verdict_on(verdicts, line.initiative.name) for line in pilots.lines]
        for verdict in ORDER:
            lines = list(dict.fromkeys(one for one in found if one.verdict == verdict))
            if lines:
                text.subheading(VERDICTS[verdict])
                show(block(labelled((one.name, one.words) for one in lines), under="pl-pilots"))
        if words := not_asked(pilots):
            text.muted(words)
    text.link("decisions", _("Open the pilot register"))
