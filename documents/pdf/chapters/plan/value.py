"""The value chapter: ranges, value–effort matrix with next steps, claims."""

from collections.abc import Iterator

from documents.pdf.chapters.plan.value_claims import claim_entries, system_entries
from documents.pdf.charts.value import MatrixDot, MatrixPlot, RangeRows, ValueRange, scale_of
from documents.pdf.engine.geometry import CONTENT, MM, UNIT
from documents.pdf.engine.layout import Columns, Drawable, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import IN_PRINT, and_more, chapter, paragraph, subhead
from documents.pdf.engine.styles import QUIET, SMALL, SMALL_STRONG
from language.translation import _
from report.model.report import Report
from report.model.value import UseCaseView, ValueView, verdict_on
from report.text.value.figures import (
    CORNERS,
    amount,
    assumption_words,
    chance,
    money_words,
    not_computed,
    portfolio_words,
    rough,
    without_words,
)
from report.text.value.verdicts import VERDICTS
from scoring.value.results import Quantiles

SIDE = 70 * MM
GUTTER = 8 * MM
ROWS_A_PAGE = 18
TALL = 560.0
"""Maximum height in points of the text beside the matrix; taller text goes below it."""


def value_entries(report: Report) -> Iterator[PageEntry]:
    """One chapter, where there is a use case."""
    view = report.value
    if view is None:
        return
    yield chapter(_("Value of AI use cases"), portfolio_words(view))
    yield from _ranges(view)
    yield from _matrix(report, view)
    yield from claim_entries(report, view)
    yield from system_entries(view)


def _ranges(view: ValueView) -> Iterator[PageEntry]:
    rows: list[ValueRange] = []
    for line in view.lines[:IN_PRINT]:
        npv, loss, mean = line.value.npv, line.value.loss, line.value.mean
        if npv is not None and loss is not None and mean is not None:
            words = _row_words(view, npv, mean, loss.share)
            rows.append(ValueRange(line.use_case.name, npv.p10, mean, npv.p90, words))
    total = view.portfolio
    if total is not None and total.loss is not None:
        if len(rows) > 1:
            words = _row_words(view, total.npv, total.mean, total.loss.share)
            rows.append(
                ValueRange(_("All together"), total.npv.p10, total.mean, total.npv.p90, words, total=True)
            )
        yield paragraph(without_words(view))
        caption = _(
            "Net present value, {money}. Bar: one chance in ten below it, one above. Dot: expected value, which adds up over use cases. Vertical line: zero. At the right: expected value, range and chance of a loss."
        ).format(money=money_words(view.currency))
        yield PageEntry(TextBlock(caption, QUIET, lines=3), gap=2 * UNIT, together=True)
        for first in range(0, len(rows), ROWS_A_PAGE):
            part = rows[first : first + ROWS_A_PAGE]
            yield PageEntry(RangeRows(part, scale_of(rows)), gap=UNIT)
    lacking = [
        f"{line.use_case.name}: {not_computed(line.value)}"
        for line in view.lines[:IN_PRINT]
        if line.value.state != "ready"
    ]
    yield PageEntry(
        Stack(
            *(TextBlock(text, SMALL, lines=3) for text in lacking),
            TextBlock(assumption_words(view), QUIET, lines=4),
            gap=UNIT / 2,
        ),
        gap=UNIT,
    )
    yield from and_more(len(view.lines))


def _row_words(view: ValueView, npv: Quantiles, expected: float, loss: float) -> str:
    return _("{expected}; {low} to {high}; loss {chance}").format(
        expected=rough(expected, view.currency), low=rough(npv.p10), high=rough(npv.p90), chance=chance(loss)
    )


def _matrix(report: Report, view: ValueView) -> Iterator[PageEntry]:
    nexts: list[Drawable] = [
        Stack(
            TextBlock(f"{number} {line.use_case.name}", SMALL_STRONG, lines=2),
            *_verdict(report, line),
            TextBlock(_takes(view, line), QUIET, lines=1),
        )
        for number, line in enumerate(view.lines[:IN_PRINT], 1)
    ]
    lead = _(
        "Worth is the expected value. The larger the circle, the larger the benefit per year. The lines mark the middle of these use cases."
    )
    yield subhead(_("What to do next"), lead if view.matrix else "")
    wide = CONTENT - SIDE - GUTTER
    if view.matrix is None or Stack(*nexts, gap=UNIT).height(wide) > TALL:
        if view.matrix is not None:
            yield PageEntry(_plot(view), gap=2 * UNIT)
        yield from (PageEntry(piece, gap=UNIT) for piece in nexts)
        yield from and_more(len(view.lines))
        return
    yield PageEntry(
        Columns([(0, SIDE, _plot(view)), (SIDE + GUTTER, wide, Stack(*nexts, gap=UNIT))]), gap=2 * UNIT
    )


def _verdict(report: Report, line: UseCaseView) -> tuple[Drawable, Drawable]:
    found = verdict_on(report.verdicts, line.use_case.name)
    return TextBlock(VERDICTS[found.verdict], SMALL, lines=1), TextBlock(found.words, SMALL, lines=14)


def _takes(view: ValueView, line: UseCaseView) -> str:
    value = line.value
    if value.effort is None or value.mean is None:
        return ""
    return _("Investment {effort}, worth {worth}").format(
        effort=amount(value.effort, view.currency), worth=rough(value.mean, view.currency)
    )


def _plot(view: ValueView) -> Drawable:
    points = [p for p in view.matrix.points if p.place < IN_PRINT] if view.matrix else []
    cuts = (view.matrix.cuts.value, view.matrix.cuts.effort) if view.matrix else (0.0, 0.0)
    benefits = {point.place: _benefit(view.lines[point.place]) for point in points}
    most = max([*benefits.values(), 1.0])
    spots = [
        MatrixDot(point.place + 1, point.effort, point.value, max(0.0, benefits[point.place]) / most)
        for point in points
    ]
    first, plan, fill, leave = CORNERS.values()
    return MatrixPlot(spots, cuts, SIDE, (first, plan, fill, leave), (_("Worth"), _("Investment")))


def _benefit(line: UseCaseView) -> float:
    return line.use_case.annual_benefit.likely if line.use_case.annual_benefit else 0.0
