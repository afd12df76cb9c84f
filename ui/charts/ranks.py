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
LEFT, RIGHT = 0.4, 0.6
"""Where the two sides are, as parts of the width."""
BESIDE = 14
WIDE, ROOMY = 560, 900
"""From these widths in pixels on words are one and two sizes larger."""
CIRCLE, DIAMOND = 170, 150
ONE_LINE = 14
"""Characters that fit beside a mark on a phone."""
THIN, HEAVY = 400, 600
"""Weights of words; a line is drawn as heavy as its words."""


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
    orders = ["; ".join(row.title for row in sorted(rows, key=at)) for at in (_left, _right)]
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

    across = alt.Scale(domain=[0, 1], nice=False, zero=False)
    down = alt.Scale(domain=[len(rows) - 0.5, -0.5 - HEAD / ROW], nice=False, zero=False)
    at = {"x": alt.X("at:Q", axis=None, scale=across), "y": alt.Y("line:Q", axis=None, scale=down)}
    ends = [end for row in rows for end in _ends(row)]
    layers = [*_slopes(ends, at), *_sides(ends, at), _heads(at)]
    return layered_spec(layers, ROW * len(rows) + HEAD)


def _slopes(ends: Sequence[dict[str, Any]], at: dict[str, Any]) -> list[Any]:
    """The lines, the heavy ones above the others."""
    import altair as alt

    drawn = [(weight, [end for end in ends if end["weight"] == weight]) for weight in (THIN, HEAVY)]
    return [
        alt.Chart(rows_of(some))
        .mark_line(color=INK, strokeWidth=3.5 if weight == HEAVY else 1.2, opacity=1 if weight == HEAVY else 0.45)
        .encode(**at, detail="name:N")
        for weight, some in drawn
        if some
    ]  # fmt: skip


def _sides(ends: Sequence[dict[str, Any]], at: dict[str, Any]) -> list[Any]:
    """Circles and diamonds, each with its name and place on the outer side."""
    import altair as alt

    layers: list[Any] = []
    for side, colour, shape, area, turn, aside in (
        ("left", BUSINESS, "circle", CIRCLE, "right", -BESIDE),
        ("right", TECHNOLOGY, "diamond", DIAMOND, "left", BESIDE),
    ):
        base = alt.Chart(rows_of([end for end in ends if end["side"] == side])).encode(**at)
        layers += [
            base.mark_point(shape=shape, size=area, fill=colour, stroke=colour, opacity=1),
            base.mark_text(
                align=alt.expr(f"'{turn}'"), dx=aside, fontSize=_size(), fontWeight=alt.expr("datum.weight"),
                text=alt.expr(f"width > {WIDE} ? [datum.words] : datum.lines"), lineHeight=SMALL + 2,
                dy=alt.expr(f"width > {WIDE} ? 0 : datum.lift"), limit=alt.expr(f"width * {LEFT} - {BESIDE + 2}"),
            ),
        ]  # fmt: skip
    return layers


def _heads(at: dict[str, Any]) -> Any:
    """The names of the sides above their marks."""
    import altair as alt

    heads = [
        {"at": LEFT, "line": -1, "words": _("Business"), "turn": "right"},
        {"at": RIGHT, "line": -1, "words": _("Technology"), "turn": "left"},
    ]
    texts = alt.Chart(rows_of(heads)).encode(**at)
    return texts.mark_text(
        align=alt.expr("datum.turn"), fontSize=_size(), fontWeight=600, text=alt.expr("datum.words")
    )


def _size() -> Any:
    import altair as alt

    return alt.expr(f"width > {ROOMY} ? {LARGE} : width > {WIDE} ? {LABEL} : {SMALL}")


def _ends(row: SlopeOfRanks) -> Sequence[dict[str, Any]]:
    weight = HEAVY if row.widest else THIN
    return [
        {"name": row.title, "side": side, "at": at, "line": line, "words": words, "weight": weight, "lines": lines,
         "lift": -SMALL / 2 * (len(lines) - 1)}
        for side, at, line, words in (
            ("left", LEFT, row.left, row.left_words),
            ("right", RIGHT, row.right, row.right_words),
        )
        for lines in (_broken(words),)
    ]  # fmt: skip


def _broken(words: str) -> list[str]:
    """The words on two lines of much the same length, for a phone; short ones stay on one."""
    if len(words) <= ONE_LINE:
        return [words]
    spaces = [at for at, letter in enumerate(words) if letter == " "]
    middle = min(spaces, key=lambda at: abs(2 * at - len(words)), default=len(words))
    return [line for line in (words[:middle].strip(), words[middle:].strip()) if line]


def _left(row: SlopeOfRanks) -> int:
    return row.left


def _right(row: SlopeOfRanks) -> int:
    return row.right
