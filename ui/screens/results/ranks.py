"""What AI should bring and what gets in the way, by side: a slope of ranks, beside published figures."""

from language.translation import _
from report.model.alignment import Alignment
from report.model.ranks import RanksSeen
from report.text.alignment.ranks import (
    CONTEXT,
    HEADINGS,
    rank_rows,
    ranks_basis,
    ranks_finding,
    widest_sentence,
)
from ui.charts import base
from ui.charts.base import as_table
from ui.charts.ranks import SlopeOfRanks, ranks_chart
from ui.kit import text
from ui.kit.html import paragraph, show, table
from ui.screens.results.figures import figure_fold


def what_is_wanted(found: Alignment) -> None:
    """Both, each only where somebody ranked."""
    for seen in (found.outcomes, found.barriers):
        if seen is not None:
            _ranks(seen)


def _ranks(seen: RanksSeen) -> None:
    text.heading(HEADINGS[seen.kind], f"ranks-{seen.kind}")
    finding = ranks_finding(seen)
    text.lead(f"{finding}.")
    if not seen.overall:
        return
    text.muted(f"{widest_sentence(seen)} {ranks_basis(seen)}")
    rows = rank_rows(seen)
    if seen.sides:
        chart = ranks_chart(tuple(SlopeOfRanks(
            row.title, row.left, row.right, f"{row.title}  {row.left_place}", f"{row.right_place}  {row.title}",
            row.business, row.technology, row.everybody, row.apart, row.widest) for row in rows), finding)  # fmt: skip
        base.draw(chart, f"ranks-{seen.kind}")
        show(as_table(chart), under="pl-agreement")
    else:
        show(
            table(("", _("Average place")), [(row.title, row.everybody) for row in rows]),
            under="pl-agreement",
        )
    if seen.figures:
        show(
            paragraph(_(CONTEXT), kind="muted"),
            *(figure_fold(figure) for figure in seen.figures),
            under="pl-agreement",
        )
