"""Alignment chapter: what AI should bring and what gets in the way, by side, beside published figures."""

from collections.abc import Iterator

from documents.pdf.charts.ranks import RankSlope
from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import keep_together, subhead, table
from documents.pdf.engine.styles import QUIET, SMALL_STRONG
from language.translation import _
from report.model.alignment import Alignment
from report.model.ranks import RanksSeen
from report.text.alignment.ranks import (
    CONTEXT,
    HEADINGS,
    RankRow,
    figure_line,
    rank_rows,
    ranks_basis,
    ranks_finding,
    widest_sentence,
)


def rank_entries(found: Alignment) -> Iterator[PageEntry]:
    """Both, each only where somebody ranked; withheld ones with the one sentence."""
    for seen in (found.outcomes, found.barriers):
        if seen is not None:
            yield from _ranks(seen, compared=found.sides)


def _ranks(seen: RanksSeen, *, compared: bool) -> Iterator[PageEntry]:
    """`compared`: may the sides be shown at all? If not, the chapter has said so already."""
    finding = f"{ranks_finding(seen)}."
    if not seen.overall:
        yield subhead(HEADINGS[seen.kind], finding, gap=3 * UNIT)
        return
    more = f" {widest_sentence(seen)}" if compared else ""
    yield subhead(HEADINGS[seen.kind], f"{finding}{more}", gap=3 * UNIT)
    rows = rank_rows(seen)
    if seen.sides:
        yield PageEntry(RankSlope(rows), gap=UNIT)
    yield from keep_together(table(*_table(seen, rows), 2, air=2.5))
    yield PageEntry(TextBlock(ranks_basis(seen), QUIET, lines=4), gap=UNIT / 2)
    if seen.figures:
        yield PageEntry(TextBlock(_(CONTEXT), QUIET, lines=2), gap=UNIT / 2, together=True)
    for figure in seen.figures:
        yield PageEntry(TextBlock(figure_line(figure), QUIET, lines=6), gap=UNIT / 2)


def _table(
    seen: RanksSeen, rows: tuple[RankRow, ...]
) -> tuple[list[str], list[list[str | Drawable]], list[float]]:
    """Average places as a table, all of them or by side as well."""
    if not seen.sides:
        return ["", _("Average place")], [[row.title, row.everybody] for row in rows], [100, 68]
    heads = ["", _("Business"), _("Technology"), _("All"), _("Difference")]
    return (
        heads,
        [
            [
                TextBlock(row.title, SMALL_STRONG, lines=2) if row.widest else row.title,
                row.business,
                row.technology,
                row.everybody,
                row.apart,
            ]
            for row in rows
        ],
        [62, 24, 26, 16, 40],
    )
