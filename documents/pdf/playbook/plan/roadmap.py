"""The first 180 days by owner: what each does when, and who carries more than they can."""

from collections.abc import Iterator

from documents.pdf.charts.swim_lanes import SwimLanes
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import TextBlock
from documents.pdf.engine.pages import PageEntry, height_of
from documents.pdf.engine.parts import table
from documents.pdf.engine.styles import SMALL
from documents.pdf.playbook.finding import finding, graphic, how_to_read
from language.translation import _
from report.model.report import Report
from report.model.roadmap import RoadmapView
from report.text.plan.roadmap import measure, review_words, span
from report.text.playbook.plan.lanes import fewer, horizon, lanes, months, review_marks
from report.text.playbook.plan.roadmap import (
    beside_chart,
    lanes_in_words,
    lanes_key,
    load_finding,
    load_lead,
    not_drawn_sentence,
)

SETTINGS = ((24.0, 44.0), (20.0, 34.0), (16.0, 26.0), (14.0, 20.0), (9.0, 17.0), (5.0, 14.0))
"""White space in a lane and height of its loads, from the most generous setting to the tightest."""
FEW = 5
"""Up to so many items have room for a table of their measures."""


def roadmap_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """The page; nothing while nothing is planned."""
    view = report.roadmap
    if view is None or not view.items:
        return
    head = finding(_("The first 180 days"), load_finding(report), load_lead(report))
    key = how_to_read(lanes_key(report))
    foot = [PageEntry(TextBlock(text, SMALL, lines=3), gap=UNIT / 2) for text in beside_chart(report)]
    foot += _measures(view) if len(view.items) <= FEW else []
    spare = PageEntry(TextBlock(not_drawn_sentence(1), SMALL, lines=1), gap=UNIT / 2)
    room = sheet.available - height_of([head, key, *foot, spare]) - key.gap - 2 * UNIT
    chart, hidden = _chart(report, view, room)
    yield head
    yield graphic(chart)
    yield key
    if hidden:
        yield PageEntry(TextBlock(not_drawn_sentence(hidden), SMALL, lines=1), gap=UNIT / 2)
    yield from foot


def _measures(view: RoadmapView) -> Iterator[PageEntry]:
    """Where few items leave the room: when each is, how it is measured and when it is reviewed."""
    head = (_("What"), _("When"), _("Measure"), _("Review"))
    rows = [[one.title, span(one), measure(one), review_words(one)] for one in view.items]
    yield from table(head, rows, (58, 34, 52, 24), lines=4)


def _chart(report: Report, view: RoadmapView, room: float) -> tuple[SwimLanes, int]:
    """All bars as generous as they fit, or as many as fit, with the number of those that do not."""
    every, axis = lanes(report), (months(view), review_marks(report))
    words, bars = lanes_in_words(report, every), len(view.items)
    for setting in SETTINGS:
        chart = SwimLanes(every, axis, horizon(view), words, setting)
        if chart.height(CONTENT) <= room:
            return chart, 0
    for most in range(bars - 1, 0, -1):
        chart = SwimLanes(fewer(every, most), axis, horizon(view), words, SETTINGS[-1])
        if chart.height(CONTENT) <= room:
            return chart, bars - most
    return chart, bars - 1
