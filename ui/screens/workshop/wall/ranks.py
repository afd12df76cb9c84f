"""What leaders want most and what gets in the way, on the wall: a slope of ranks, with its finding in words.

Drawn for the eye from the rows that Results has; the same numbers are in a table for those who do not see it.
"""

from collections.abc import Sequence
from math import hypot

from assessment.instrument.model import Camp
from language.translation import _
from report.model.ranks import RanksSeen
from report.text.alignment.ranks import (
    RankRow,
    figure_in_short,
    rank_rows,
    ranks_finding,
    widest_sentence,
)
from ui.kit.html import HtmlFragment, block, element
from ui.screens.workshop.wall.marks import mark

STEEP = 0.4
"""Height of a row in parts of the width between the two sides (wall.css): steep lines are as heavy as level ones."""
LONG_FINDING, LONG_SENTENCE = 88, 116
"""Characters of two lines beside each other on the wall."""
THIN, HEAVY = 0.8, 2.6
"""Half of how thick a line is drawn, in pixels of a sheet of 1920 × 1080."""


def ranks(found: Sequence[RanksSeen], *, context: bool = False) -> list[HtmlFragment]:
    """What came out of both orders; nothing where nobody ranked. `context`: a published figure beside each."""
    if not found:
        return []
    size = "pl-w-ranked pl-w-tight" if any(map(is_long, found)) else "pl-w-ranked"
    return [block(*(_kind(seen, context=context) for seen in found), under=size, tag="section")]


def is_long(seen: RanksSeen) -> bool:
    """Do its sentences take more than two lines each, as with ties?"""
    return len(ranks_finding(seen)) > LONG_FINDING or len(widest_sentence(seen)) > LONG_SENTENCE


def _kind(seen: RanksSeen, *, context: bool) -> HtmlFragment:
    finding = f"{ranks_finding(seen)}."
    pieces = [element("h2", finding, under="pl-w-h2")]
    if seen.overall:
        rows = rank_rows(seen)
        pieces += [_slope(rows), _table(finding, rows)] if seen.sides else [_order(rows)]
        said = widest_sentence(seen), figure_in_short(seen) if context else ""
        pieces += [element("p", words, under="pl-w-aside") for words in said if words]
    return element("div", *pieces)


def _slope(rows: Sequence[RankRow]) -> HtmlFragment:
    """Each name with its place on both sides and a line between; the line of the widest difference is heavy."""
    heads = [_head("business", _("Business"), "left"), _head("technology", _("Technology"), "right")]
    lines = block(*(_line(row, len(rows)) for row in rows), under="pl-w-lines")
    labels = [label for row in rows for label in _labels(row)]
    return element(
        "div", *heads, lines, *labels, under="pl-w-slope", style=f"--rows:{len(rows)}", aria_hidden="true"
    )


def _head(camp: Camp, name: str, side: str) -> HtmlFragment:
    return element("p", name, mark(camp), under=f"pl-w-slope-{side} pl-w-slope-head", style="--line:1")


def _labels(row: RankRow) -> tuple[HtmlFragment, HtmlFragment]:
    sides: tuple[tuple[Camp, str, int, str], ...] = (
        ("business", "left", row.left, row.left_place),
        ("technology", "right", row.right, row.right_place),
    )
    heavy = " pl-w-widest" if row.widest else ""
    left, right = (
        element("p", element("span", row.title), element("b", place), mark(camp),
                under=f"pl-w-slope-{side}{heavy}", style=f"--line:{line + 2}")
        for camp, side, line, place in sides
    )  # fmt: skip
    return left, right


def _line(row: RankRow, of: int) -> HtmlFragment:
    """A line as an area from the middle of one row to that of another: the browser lets no other drawing through."""
    half = (HEAVY if row.widest else THIN) * hypot(1, STEEP * (row.right - row.left))
    left, right = ((line + 0.5) / of for line in (row.left, row.right))
    style = f"--a:{left:.2%};--b:{right:.2%};--t:{half:.2f}"
    return element("i", under="pl-w-line pl-w-widest" if row.widest else "pl-w-line", style=style)


def _order(rows: Sequence[RankRow]) -> HtmlFragment:
    """The order of all, where the sides are not compared."""
    lines = (element("li", element("b", row.place), element("span", row.title)) for row in rows)
    return element("ul", *lines, under="pl-w-order")


def _table(finding: str, rows: Sequence[RankRow]) -> HtmlFragment:
    """The slope for those who listen."""
    head = ("", _("Business, average place"), _("Technology, average place"), _("Difference"))
    lines = [(row.title, row.business, row.technology, row.apart) for row in rows]
    return element(
        "table",
        element("caption", finding),
        element("thead", element("tr", *(element("th", name, scope="col") for name in head))),
        element("tbody", *(_row(line) for line in lines)),
        under="pl-w-unseen",
    )


def _row(cells: Sequence[str]) -> HtmlFragment:
    first, *rest = cells
    return element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))
