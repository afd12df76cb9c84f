"""The two or three gaps to close first, each with what settles it; how their order was made, folded."""

from language.translation import _
from report.model.plan import OpenGap
from report.model.report import Report
from report.text.plan.gaps import apart, gap_facts, gaps_lead, gaps_title, tag_words, tagged_beyond
from ui.explain import path
from ui.kit import text
from ui.kit.html import HtmlFragment, block, element, fold, heading, labelled, paragraph, paragraphs, show


def gaps(report: Report) -> None:
    """The part on gaps; where nothing may be shown, the one sentence that says so."""
    text.heading(gaps_title(report))
    lead = paragraph(gaps_lead(report), kind="muted")
    cards = [_gap(report, number, found) for number, found in enumerate(report.gaps, 1)]
    show(lead, *([block(*cards, under="pl-gaps")] if cards else []), labelled(tagged_beyond(report)))
    if not cards:
        return
    if not report.result.single_view:
        show(fold(_("How this order is calculated"), *path.explain_gaps(report)))


def _gap(report: Report, number: int, found: OpenGap) -> HtmlFragment:
    name = block(
        element("p", str(number), under="pl-number", aria_hidden="true"),
        heading(found.practice.title, 3),
        paragraph(found.pillar.title, kind="muted"),
        paragraphs(apart(found), tag_words(found.tags)),
        under="pl-gap-name",
    )
    return block(name, labelled(gap_facts(report, found)), under="pl-gap")
