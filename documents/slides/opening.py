"""The first slide: which level is described, what limits it, what to decide."""

from collections.abc import Iterator

from documents.pdf.engine.styles import ACCENT, LEVEL_COLOURS
from documents.slides.engine import master
from documents.slides.engine.chart_style import ChartAxis, ChartSeries
from documents.slides.engine.charts import columns
from documents.slides.engine.deck import Deck
from documents.slides.engine.master import LayoutName
from language.dates import long_date
from language.translation import _
from report.model.report import Report
from report.text import wording
from report.text.known import known_so_far
from report.text.playbook.board.cover import cover_title, money_strip
from report.text.playbook.board.staircase import blockers, staircase_words

REACHED = LEVEL_COLOURS[2]
NAME = 5.0
"""Inches for the organisation's name."""


def opening_slide(deck: Deck, report: Report) -> None:
    """Level and reasons on the left, the staircase on the right; without a level, what is known so far."""
    basis = report.basis
    lead = " · ".join((deck.short_title(NAME, 14), long_date(basis.as_of), wording.who_answered(basis)))
    level = report.result.level
    layout: LayoutName = "Title" if level else "Finding"
    page = deck.page(layout, _("AI readiness"), cover_title(report), lead, [*_to_say(report)])
    page.write(master.LEFT, [(name, text) for name, text in _points(report) if text])
    if level is None:
        return
    colours = [ACCENT if n == level else REACHED if n < level else "" for n in range(1, 6)]
    columns(
        page, master.RIGHT_SIDE, staircase_words(report), [one.name for one in report.instrument.levels],
        ChartSeries(_("Level"), range(1, 6), ACCENT), ChartAxis(0, 5.6, 1, "0", shown=False, names=11), colours,
    )  # fmt: skip


def _points(report: Report) -> Iterator[tuple[str, str]]:
    """What keeps the level and what it costs, each with its name."""
    headline, missing = report.headline, blockers(report)
    if wording.withheld(report):
        yield _("When it is shown"), wording.shown_from(report)
        return
    if missing is not None:
        yield missing.title, " ".join(missing.clauses)
    elif report.result.level is None:
        yield _("Needed first"), headline.holding
    if report.result.level:
        yield _("Evidence"), headline.backing
    yield _("Cost"), "; ".join(f"{figure} {words}" for figure, words in money_strip(report))
    yield from known_so_far(report)
    if report.alignment is None and headline.sides:
        yield _("The other side"), headline.sides


def _to_say(report: Report) -> Iterator[str]:
    yield report.title
    yield report.confidentiality
    if wording.withheld(report):
        return
    yield wording.how_much_answered(report.basis)
    if report.result.level:
        meaning = report.instrument.levels[report.result.level - 1].meaning
        yield meaning
        yield _("Ask the room: is this the company you know? What would you have said?")
