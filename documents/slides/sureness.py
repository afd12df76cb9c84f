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
from report.text.playbook.sureness import level_odds, sureness_finding
from report.text.sureness import plausible_sentence, robust_sentence


def sureness_slide(deck: Deck, report: Report) -> None:
    """The share of redrawn results at each level beside the limits of the instrument."""
    limits = report.instrument.limits
    known = report.plausible is not None and report.result.level is not None
    layout: LayoutName = "Two columns" if known else "Finding"
    page = deck.page(layout, _("How sure"), sureness_finding(report), say=[limits])
    if known:
        _levels(page, report)
        page.write(master.RIGHT_HEAD, _("What this is, and what it is not"))
    points = [wording.who_answered(report.basis)]
    if not wording.withheld(report):
        points.append(wording.how_much_answered(report.basis))
    if report.robustness is not None:
        points.append(robust_sentence(report.robustness))
    page.write(master.RIGHT_SIDE if known else master.LEFT, [*points, limits])


def _levels(page: SlidePage, report: Report) -> None:
    odds = level_odds(report)
    page.write(master.LEFT_HEAD, _("Share of redrawn results at each level"))
    names = [one.name for one in odds]
    colours = [ACCENT if one.result else LEVEL_COLOURS[2] for one in odds]
    columns(
        page, master.LEFT, sureness_finding(report), names,
        ChartSeries(_("Share of redrawn results"), [one.share for one in odds], ACCENT), ChartAxis(0, 1.1, 0.25, "0%", shown=False, names=11), colours,
    )  # fmt: skip
    if report.plausible is not None:
        page.say.append(plausible_sentence(report.plausible))
