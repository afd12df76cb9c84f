"""The two or three gaps to close first, each with what settles it; how their order was made, folded."""

from assessment.words import _
from playbook import plan_words
from playbook.report import OpenGap, Report
from ui import made_plan, parts
from ui.markup import Piece, block, element, fold, heading, labelled, paragraph, paragraphs, show


def gaps(report: Report) -> None:
    """The part on gaps; where nothing may be shown, the one sentence that says so."""
    parts.heading(plan_words.gaps_title(report))
    lead = paragraph(plan_words.gaps_lead(report), kind="muted")
    if not report.gaps:
        show(lead)
        return
    cards = [_gap(report, number, found) for number, found in enumerate(report.gaps, 1)]
    show(lead, block(*cards, under="pl-gaps"))
    if not report.result.single_view:
        show(fold(_("How this order was made"), *made_plan.gaps_made(report)))


def _gap(report: Report, number: int, found: OpenGap) -> Piece:
    name = block(
        element("p", str(number), under="pl-number", aria_hidden="true"),
        heading(found.practice.title, 3),
        paragraph(found.pillar.title, kind="muted"),
        paragraphs(plan_words.apart(found), plan_words.close_call(found)),
        under="pl-gap-name",
    )
    return block(name, labelled(plan_words.gap_facts(report, found)), under="pl-gap")
