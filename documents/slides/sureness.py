"""How sure the result is, and what it is not."""

from documents.pdf.engine.styles import ACCENT, LEVEL_COLOURS
from documents.slides.engine import master
from documents.slides.engine.chart_style import ChartAxis, ChartSeries
from documents.slides.engine.charts import columns
from documents.slides.engine.deck import Deck, SlidePage
from documents.slides.engine.master import LayoutName
from language.translation import _
from report.model.report import Report
from report.text import wording
from report.text.playbook.sureness import level_odds, odds_in_words, sureness_finding, sureness_lead


def sureness_slide(deck: Deck, report: Report) -> None:
    """The share of redrawn results at each level beside the limits of the instrument."""
    limits = report.instrument.limits
    known = report.plausible is not None and report.result.level is not None
    layout: LayoutName = "Two columns" if known else "Finding"
    page = deck.page(layout, _("How sure"), sureness_finding(report), say=[sureness_lead(report)])
    if known:
        _levels(page, report)
        page.write(master.RIGHT_HEAD, _("What this is, and what it is not"))
    points = [wording.who_answered(report.basis)]
    if not wording.withheld(report):
        points.append(wording.how_much_answered(report.basis))
    points += [sureness_lead(report), limits] if known else [limits]
    page.write(master.RIGHT_SIDE if known else master.LEFT, points)


def _levels(page: SlidePage, report: Report) -> None:
    odds = level_odds(report)
    page.write(master.LEFT_HEAD, _("Share of the draws that give each level"))
    columns(
        page, master.LEFT, odds_in_words(report), [one.name for one in odds],
        ChartSeries(_("Share of the draws"), [_shown(one.share) for one in odds], ACCENT),
        ChartAxis(0, 1.1, 0.25, "0%", shown=False, names=11),
        [ACCENT if one.result else LEVEL_COLOURS[2] for one in odds],
    )  # fmt: skip


def _shown(share: float) -> float:
    """In hundredths; never none or all of the draws where it is some."""
    return min(max(round(share, 2), 0.01), 0.99) if 0 < share < 1 else share
