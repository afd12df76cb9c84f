"""What the evidence of today is usually useful for in three standards, part by part."""

from assessment.instrument.standards import Duty
from language.translation import _
from report.model.report import Report
from report.text.governance.ai_uses import CHECK_FIRST, dates_sentence, duty_source
from report.text.governance.standards import (
    EVIDENCE_STATES,
    STANDARD_NAMES,
    WHAT_THIS_IS,
    evidence_sentence,
    group_sentence,
    part_row,
    standard_sentence,
)
from scoring.levels.crosswalk import StandardEvidence, StandardGroup
from ui import session
from ui.kit import text
from ui.kit.html import HtmlFragment, fold, heading, listing, paragraph, show, table


def standards(report: Report) -> None:
    """A sentence for each standard; its parts are folded away."""
    text.heading(_("Where your evidence helps"))
    if report.rules is None or not report.disclosure.team:
        text.prose(_("Available once the result may be shown."))
        return
    show(paragraph(_(WHAT_THIS_IS)))
    for found in report.rules.evidence:
        show(
            heading(STANDARD_NAMES[found.standard], 3),
            paragraph(standard_sentence(found)),
            _parts(report, found),
        )


def _parts(report: Report, found: StandardEvidence) -> HtmlFragment:
    if found.standard == "euaiact":
        duties = {duty.id: duty for duty in session.here().standards.euaiact}
        return HtmlFragment(
            "".join(_article(report, group, duties.get(group.code)) for group in found.groups)
        )
    columns = (_("Part"), _("Evidence today"), _("Source"))
    rows = [part_row(report.instrument, found.standard, group) for group in found.groups]
    return fold(_("Part by part"), table(columns, rows))


def _article(report: Report, group: StandardGroup, duty: Duty | None) -> HtmlFragment:
    """One article: the duty in our words, what there is to show, and its dates."""
    lines = [evidence_sentence(report.instrument, "euaiact", entry) for entry in group.practices]
    dates = (
        [paragraph(dates_sentence(duty), kind="muted"), paragraph(duty_source(duty), kind="muted")]
        if duty
        else [paragraph(_(CHECK_FIRST), kind="muted")]
    )
    return fold(
        f"{group.code}: {duty.duty}" if duty else group.code,
        paragraph(group_sentence(group)),
        listing(lines),
        *dates,
        aside=EVIDENCE_STATES[group.state],
        kind="duty",
    )
