"""The page on value: the range of each use case, and how the expected values add up to the sum."""

from collections.abc import Iterator

from documents.pdf.charts.waterfall import Step, ValueSteps
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import TextBlock, labelled
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.styles import BODY
from documents.pdf.playbook.finding import finding, graphic, how_to_read, room_beside
from language.translation import _
from report.model.report import Report
from report.model.value import ValueView
from report.text.playbook.value import (
    ValueStep,
    adds_up,
    step_words,
    steps_in_words,
    value_steps,
    value_title,
    what_follows,
)
from report.text.value.figures import money_words, portfolio_words, rough

ALONE = 7
"""So many use cases have a row of their own on either side of the sum, where they fit."""
PITCHES = (60.0, 50.0, 40.0, 30.0)
"""Height of a row: the most generous that fits."""


def value_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """One page, where a use case has figures."""
    view = report.value
    if view is None or view.portfolio is None:
        return
    head = finding(_("Value"), value_title(view), portfolio_words(view))
    rest = [how_to_read(adds_up(view)), *_follows(report, view)]
    yield head
    yield graphic(_chart(view, room_beside([head, *rest], sheet)))
    yield from rest


def _chart(view: ValueView, room: float) -> ValueSteps:
    """As many rows as fit, then as far apart as fits."""
    charts = (_steps(view, most, pitch) for most in range(ALONE, -1, -1) for pitch in PITCHES)
    fits = next((chart for chart in charts if chart.height(CONTENT) <= room), None)
    return fits or _steps(view, 0, PITCHES[-1])


def _steps(view: ValueView, most: int, pitch: float) -> ValueSteps:
    steps = value_steps(view, most)
    heads = (
        _("Range: one chance in ten below, one above. Stroke: middle. Dot: expected value"),
        _("Expected values, added up"),
        _("Expected, {money}").format(money=money_words(view.currency)),
    )
    return ValueSteps([_step(view, step) for step in steps], heads, steps_in_words(view, steps), pitch)


def _step(view: ValueView, step: ValueStep) -> Step:
    npv = step.npv
    return Step(
        step.title,
        step_words(step),
        rough(step.expected),
        step.expected,
        (npv.p10, npv.p50, npv.p90) if npv else None,
        total=step.total,
        marked=step.title in view.losing,
    )


def _follows(report: Report, view: ValueView) -> Iterator[PageEntry]:
    for name, text in what_follows(report, view):
        yield PageEntry(labelled(name, TextBlock(text, BODY, lines=24)), gap=UNIT)
