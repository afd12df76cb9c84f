"""What the use cases may be worth together and each for itself: ranges, matrix, what to do next."""

from collections.abc import Sequence

import streamlit as st

from language.translation import _
from report.model.value import UseCaseView, ValueView, VerdictView, verdict_on
from report.text.value.figures import (
    QUADRANTS,
    assumption_words,
    loss_words,
    money_words,
    not_computed,
    portfolio_words,
    without_words,
)
from report.text.value.verdicts import VERDICTS
from ui.charts import base
from ui.charts.base import as_table
from ui.charts.value import Bubble, RangeRow, matrix_chart, range_chart
from ui.kit import text
from ui.kit.html import HtmlFragment, block, heading, paragraph, paragraphs, points, show


def findings(view: ValueView) -> None:
    """The sum in words, the ranges with their zero line, and what has no figures yet."""
    text.lead(portfolio_words(view))
    found = view.portfolio
    if found is not None:
        show(
            paragraphs(without_words(view)),
            paragraph(loss_words(found.loss), kind="muted"),
            heading(_("Value of each use case"), 2),
        )
        chart = range_chart(_ranges(view), view.currency, portfolio_words(view))
        with st.container(key="pl_ranges"):
            base.draw(chart, "value_ranges")
            text.muted(
                _("Dot: expected value. Bar: 10 % chance below, 10 % above; thin where it loses money.")
            )
            show(as_table(chart))
    show(
        *(
            paragraph(f"{line.use_case.name}: {not_computed(line.value)}")
            for line in view.lines
            if line.value.state != "ready"
        ),
        paragraph(assumption_words(view), kind="muted"),
    )


def _ranges(view: ValueView) -> tuple[RangeRow, ...]:
    rows = [row for line in view.lines if (row := range_row(line))]
    total = view.portfolio
    if total is not None and total.loss is not None and len(rows) > 1:
        npv = total.npv
        rows.append(
            RangeRow(_("All use cases together"), npv.p10, total.mean, npv.p90, total.loss.share, total=True)
        )
    return tuple(rows)


def range_row(line: UseCaseView) -> RangeRow | None:
    """One use case as a row of the range chart; None without figures."""
    npv, loss, mean = line.value.npv, line.value.loss, line.value.mean
    if npv is None or loss is None or mean is None:
        return None
    return RangeRow(line.use_case.name, npv.p10, mean, npv.p90, loss.share, total=False)


def what_next(view: ValueView, verdicts: Sequence[VerdictView]) -> None:
    """Worth against effort, and the verdict on each use case, under the same number."""
    text.heading(_("What to do next"), "next")
    with st.container(key="pl_matrix"):
        listed, drawn = st.columns([6, 6], gap="large")
        with listed:
            show(points((_next(view, line, verdicts) for line in view.lines), under="pl-nexts"))
        if view.matrix is not None:
            cuts = view.matrix.cuts
            chart = matrix_chart(_bubbles(view), (cuts.value, cuts.effort), view.currency)
            with drawn:
                words = _("Up: expected value, {money}")
                text.muted(words.format(money=money_words(view.currency)))
                base.draw(chart, "value_matrix")
                text.muted(_("Larger circle: larger benefit per year. Lines: the middle of your use cases."))
                show(as_table(chart))


def _bubbles(view: ValueView) -> tuple[Bubble, ...]:
    placed = view.matrix.points if view.matrix else ()
    return tuple(
        Bubble(p.place + 1, p.name, p.effort, p.value, _benefit(view.lines[p.place]), p.quadrant)
        for p in placed
    )


def _benefit(line: UseCaseView) -> float:
    return line.use_case.annual_benefit.likely if line.use_case.annual_benefit else 0.0


def said(found: VerdictView) -> HtmlFragment:
    """The verdict, its reasons, and what is flagged beside it."""
    return HtmlFragment(
        paragraph(f"{VERDICTS[found.verdict]}. {found.sentence}")
        + "".join(paragraph(words, kind="muted") for words in found.flagged)
    )


def _next(view: ValueView, line: UseCaseView, verdicts: Sequence[VerdictView]) -> HtmlFragment:
    placed = view.matrix.points if view.matrix else ()
    quadrant = next((QUADRANTS[p.quadrant] for p in placed if view.lines[p.place] is line), "")
    return block(
        paragraph(line.use_case.name, kind="strong"),
        said(verdict_on(verdicts, line.use_case.name)),
        paragraph(quadrant, kind="muted") if quadrant else paragraph(_("No figures yet"), kind="muted"),
        under="pl-nextly",
    )
