"""A slope of ranks: each outcome or barrier from its place on the business side to its place on the technology side.

The first place is on top. Business is a blue circle, technology an amber diamond, as in the chart of both sides; the
line of the widest difference is heavy, the others are thin.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from language.translation import _
from ui.charts.base import INK, LABEL, LARGE, SMALL, Chart, Spec, cached, layered_spec, rows_of
from ui.charts.sides import BUSINESS, TECHNOLOGY

ROW, HEAD = 38, 34
LEFT, RIGHT = 0.36, 0.64
"""Where the two sides are, as parts of the width."""
BESIDE = 14
WIDE, ROOMY = 560, 900
"""From these widths in pixels on words are one and two sizes larger."""
CIRCLE, DIAMOND = 170, 150


class SlopeOfRanks(NamedTuple):
    """One line: its name, its line and place on each side, its averages in words, and the same for all."""

    title: str
    left: int
    right: int
    left_words: str
    right_words: str
    business: str
    technology: str
    everybody: str
    apart: str
    widest: bool


def ranks_chart(rows: tuple[SlopeOfRanks, ...], finding: str) -> Chart:
    """The slope, with its numbers as a table and both orders in words."""
    orders = [
        "; ".join(row.title for row in sorted(rows, key=at)) for at in (_left, _right)
    ]
    alt = _("{finding}. Order of business: {business}. Order of technology: {technology}.").format(
        finding=finding, business=orders[0], technology=orders[1]
    )
    header = ("", _("Business, average place"), _("Technology, average place"), _("All"), _("Difference"))
    table = tuple((row.title, row.business, row.technology, row.everybody, row.apart) for row in rows)
    return Chart(ranks_spec(rows), alt, header, table)


@cached
def ranks_spec(rows: tuple[SlopeOfRanks, ...]) -> Spec:
    """Vega-Lite for `ranks_chart`."""
    import altair as alt

    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, zero=False))
    y = alt.Y("line:Q", axis=None, scale=alt.Scale(domain=[len(rows) - 0.5, -0.5 - HEAD / ROW], nice=False, zero=False))
    size = alt.expr(f"width > {ROOMY} ? {LARGE} : width > {WIDE} ? {LABEL} : {SMALL}")
    layers: list[Any] = []
    for widest in (False, True):
        ends = [end for row in rows if row.widest == widest for end in _ends(row)]
        if ends:
            layers.append(
                alt.Chart(rows_of(ends))
                .mark_line(color=INK, strokeWidth=3.5 if widest else 1.2, opacity=1.0 if widest else 0.45)
                .encode(x=x, y=y, detail="name:N")
            )
    for side, colour, shape, area in (
        ("left", BUSINESS, "circle", CIRCLE),
        ("right", TECHNOLOGY, "diamond", DIAMOND),
    ):
        ends = [end for row in rows for end in _ends(row) if end["side"] == side]
        turn, aside = ("right", -BESIDE) if side == "left" else ("left", BESIDE)
        base = alt.Chart(rows_of(ends)).encode(x=x, y=y)
        layers.append(base.mark_point(shape=shape, size=area, fill=colour, stroke=colour, opacity=1))
        layers += [
            base.transform_filter(f"datum.weight == {weight}").mark_text(
                align=turn, dx=aside, fontSize=size, fontWeight=weight, text=alt.expr("datum.words"),
                limit=alt.expr(f"width * {LEFT} - {BESIDE + 4}"),
            )
            for weight in (400, 600)
        ]  # fmt: skip
    heads = [
        {"at": LEFT, "line": -1, "words": _("Business"), "turn": "right"},
        {"at": RIGHT, "line": -1, "words": _("Technology"), "turn": "left"},
    ]
    head = alt.Chart(rows_of(heads)).encode(x=x, y=y)
    layers.append(head.mark_text(align=alt.expr("datum.turn"), fontSize=size, fontWeight=600, text=alt.expr("datum.words")))
    return layered_spec(layers, ROW * len(rows) + HEAD)


def _ends(row: SlopeOfRanks) -> Sequence[dict[str, Any]]:
    weight = 600 if row.widest else 400
    return (
        {"name": row.title, "side": "left", "at": LEFT, "line": row.left, "words": row.left_words, "weight": weight},
        {"name": row.title, "side": "right", "at": RIGHT, "line": row.right, "words": row.right_words, "weight": weight},
    )  # fmt: skip


def _left(row: SlopeOfRanks) -> int:
    return row.left


def _right(row: SlopeOfRanks) -> int:
    return row.right
