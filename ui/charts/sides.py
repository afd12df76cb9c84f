"""Business and technology by practice: dumbbells on levels 1 to 5, or deviations.

A row is one line with its name on the left if there is room, and two lines on a phone. Business is a blue circle,
technology an amber diamond; both have a contrast of at least 3:1 on both backgrounds.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from language.translation import _
from report.text.alignment.findings import distance_text, value_text
from ui.charts.base import (
    FAINT,
    HUE,
    INK,
    LABEL,
    LARGE,
    ROOMY,
    SMALL,
    Chart,
    Spec,
    cached,
    layered_spec,
    rows_of,
)
from ui.charts.levels import LEVEL_EDGES
from ui.charts.tracks import across_at, down_at, small_text

BUSINESS, TECHNOLOGY = "#3D7CC9", "#B8660F"
ROW, HEAD, FOOT = 46, 64, 8
WIDE = 760  # pixels from which names stand beside their tracks; above them on narrower screens
NAMES, REMARK = 0.37, 190  # share of the width for the names; pixels for the remark at the right end
LIFT = 7  # vertical offset between name and track where they share a row
CIRCLE, DIAMOND = 240, 190  # a diamond on a circle of the same value leaves the circle to be seen
DISTANCES = (0.0, 2.0)  # at most two levels from the median


class SidesRow(NamedTuple):
    """One practice: each side's average 1..5, the difference in words and in short, a level or more apart?

    `distance` is the typical distance 0..2 levels, `within` how many lie within one level, in words.
    """

    title: str
    business: float
    technology: float
    words: str
    short: str
    large: bool
    distance: float
    within: str


class DistanceRow(NamedTuple):
    """One practice: the typical distance 0..2 levels, with how many lie within one level in words."""

    title: str
    distance: float
    words: str
    remark: str


def sides_chart(rows: tuple[SidesRow, ...], names: tuple[str, ...], finding: str) -> Chart:
    """Dumbbells in the order given; `names` are those of the five levels."""
    table = tuple(
        (r.title, value_text(r.business), value_text(r.technology), r.words, distance_text(r.distance), r.within)
        for r in rows
    )  # fmt: skip
    large = [_("{title}, {words}").format(title=r.title, words=r.words) for r in rows if r.large]
    apart = " " + _("A level or more apart: {list}.").format(list="; ".join(large)) if large else ""
    header = (_("Practice"), _("Business, 1 to 5"), _("Technology, 1 to 5"), _("Difference"),
              _("Distance, in levels"), _("Within one level"))  # fmt: skip
    return Chart(sides_spec(rows, names), f"{finding}.{apart}", header, table)


def distance_chart(rows: tuple[DistanceRow, ...], finding: str) -> Chart:
    """Deviations, where the sides may not be shown separately."""
    table = tuple((r.title, distance_text(r.distance), r.words, r.remark) for r in rows)
    far = [_("{title}, {distance}").format(title=row[0], distance=row[1]) for row in table[:3]]
    alt = _("{finding}. Distances in levels: {list}.").format(finding=finding, list="; ".join(far))
    header = (_("Practice"), _("Distance, in levels"), _("Within one level"), _("In words"))
    columns = 4 if any(r.remark for r in rows) else 3
    return Chart(distance_spec(rows), alt, header[:columns], tuple(row[:columns] for row in table))


@cached
def sides_spec(rows: tuple[SidesRow, ...], names: tuple[str, ...]) -> Spec:
    """Vega-Lite for `sides_chart`."""
    heads = [(float(k), f"{k}", name) for k, name in enumerate(names, 1)]
    layers = _ground(rows, range(1, 6), LEVEL_EDGES[0], LEVEL_EDGES[-1])
    layers += _heads(heads)
    layers += _words([(row.title, row.words, row.short, row.large) for row in rows])
    layers += [_bars(rows), *_sides(rows)]
    return layered_spec(layers, _height(rows))


@cached
def distance_spec(rows: tuple[DistanceRow, ...]) -> Spec:
    """Vega-Lite for `distance_chart`."""
    low, high = DISTANCES
    heads = [(0.0, "0", _("same answer")), (1.0, "1", _("level")), (2.0, "2", _("levels"))]
    layers = _ground(rows, [at for at, _number, _name in heads], low - 0.15, high + 0.25)
    layers += _heads(heads)
    layers += _words([(row.title, row.words, "", False) for row in rows])
    layers += _far(rows)
    return layered_spec(layers, _height(rows))


def _height(rows: Sequence[Any]) -> int:
    return ROW * len(rows) + HEAD + FOOT


def _ground(rows: Sequence[Any], ticks: Sequence[float], left: float, right: float) -> list[Any]:
    """Scales for the whole chart, a faint track for every row and a tick at every number."""
    import altair as alt

    wide = f"width > {WIDE}"
    start = {"expr": f"{wide} ? width * {NAMES} : 0"}
    end = {"expr": f"{wide} ? width - {REMARK} : width"}
    across = alt.Scale(domain=[left, right], range=[start, end], nice=False, zero=False)
    rise = HEAD / ROW
    down = alt.Scale(domain=[len(rows) + FOOT / ROW, -rise], nice=False, zero=False)
    tracks = [{"low": left, "high": right, "row": n + 0.5} for n in range(len(rows))]
    marks = [{"at": at, "top": n + 0.36, "foot": n + 0.64} for n in range(len(rows)) for at in ticks]
    return [
        alt.Chart(rows_of(tracks))
        .mark_rule(color=INK, opacity=FAINT * 2, yOffset=_lowered())
        .encode(x=alt.X("low:Q", scale=across, axis=None), x2="high:Q",
                y=alt.Y("row:Q", scale=down, axis=None)),
        alt.Chart(rows_of(marks))
        .mark_rule(color=INK, opacity=0.25, yOffset=_lowered(), y2Offset=_lowered())
        .encode(x=across_at("at"), y=down_at("top"), y2="foot:Q"),
    ]  # fmt: skip


def _heads(heads: Sequence[tuple[float, str, str]]) -> list[Any]:
    """Numbers above the first row, with their names where they have room."""
    import altair as alt

    rows = [{"at": at, "row": 0, "number": number, "name": name} for at, number, name in heads]
    texts = alt.Chart(rows_of(rows)).encode(x=across_at("at"), y=down_at("row"))
    roomy = f"width > {ROOMY}"
    return [
        texts.mark_text(fontSize=small_text(), opacity=0.8, baseline="bottom", dy=-44 + 18, text=alt.expr("datum.number")),
        texts.mark_text(
            fontSize=small_text(), opacity=alt.expr(f"{roomy} ? 0.8 : 0"), baseline="bottom", dy=-44,
            text=alt.expr("datum.name"),
        ),
    ]  # fmt: skip


def _words(rows: Sequence[tuple[str, str, str, bool]]) -> list[Any]:
    """The name of each row on the left, its remark on the right; short ones on a phone."""
    import altair as alt

    wide = f"width > {WIDE}"
    size = alt.expr(f"width > {ROOMY} ? {LARGE - 1} : {wide} ? {LABEL} : {SMALL}")
    data = [
        {"row": n + 0.5, "left": left, "right": right, "short": short, "weight": 600 if large else 400}
        for n, (left, right, short, large) in enumerate(rows)
    ]
    texts = alt.Chart(rows_of(data)).encode(y=down_at("row"))
    raised, weight = alt.expr(f"{wide} ? 0 : -{LIFT + 5}"), alt.expr("datum.weight")
    return [
        texts.mark_text(
            align="left", x=0, dy=raised, fontSize=size, fontWeight=weight, text=alt.expr("datum.left"),
            limit=alt.expr(f"{wide} ? width * {NAMES} - 16 : width - 40"),
        ),
        texts.mark_text(
            align="right", x={"expr": "width"}, dy=raised, fontSize=size, fontWeight=weight,
            text=alt.expr(f"{wide} ? datum.right : datum.short"),
        ),
    ]  # fmt: skip


def _bars(rows: Sequence[SidesRow]) -> Any:
    """The line that joins the two sides of a row."""
    import altair as alt

    data = [{"row": n + 0.5, "low": r.business, "high": r.technology} for n, r in enumerate(rows)]
    lines = alt.Chart(rows_of(data)).mark_rule(color=INK, opacity=0.55, strokeWidth=3, yOffset=_lowered())
    return lines.encode(x=across_at("low"), x2="high:Q", y=down_at("row"))


def _sides(rows: Sequence[SidesRow]) -> list[Any]:
    """Circle and diamond with their numbers on the outer sides; the first row names the sides as well."""
    import altair as alt

    layers = []
    for camp, name, colour, shape, size in (
        ("business", _("business"), BUSINESS, "circle", CIRCLE),
        ("technology", _("technology"), TECHNOLOGY, "diamond", DIAMOND),
    ):
        data = []
        for n, row in enumerate(rows):
            mine, other = _both(row, camp)
            left = mine < other or (mine == other and camp == "business")
            data.append(
                {"at": mine, "row": n + 0.5, "number": value_text(mine), "name": "" if n else name,
                 "turn": "right" if left else "left", "aside": -12 if left else 12}
            )  # fmt: skip
        base = alt.Chart(rows_of(data)).encode(x=across_at("at"), y=down_at("row"))
        layers += [
            base.mark_point(
                shape=shape, size=size, fill=colour, stroke=colour, opacity=1, yOffset=_lowered()
            ),
            base.mark_text(
                fontSize=small_text(), align=alt.expr("datum.turn"), dx=alt.expr("datum.aside"), dy=_lowered(),
                text=alt.expr("datum.number"),
            ),
            base.mark_text(
                fontSize=small_text(), fontWeight=600, align=alt.expr("datum.turn"),
                dx=alt.expr("-datum.aside * 0.6"), dy=alt.expr(f"width > {WIDE} ? -18 : -{LIFT + 22}"),
                text=alt.expr("datum.name"),
            ),
        ]  # fmt: skip
    return layers


def _both(row: SidesRow, camp: str) -> tuple[float, float]:
    pair = row.business, row.technology
    return pair if camp == "business" else pair[::-1]


def _far(rows: Sequence[DistanceRow]) -> list[Any]:
    """A bar from the middle answer to the typical distance, with its number."""
    import altair as alt

    data = [
        {"row": n + 0.5, "zero": 0.0, "at": r.distance, "number": distance_text(r.distance)}
        for n, r in enumerate(rows)
    ]
    base = alt.Chart(rows_of(data)).encode(y=down_at("row"))
    return [
        base.mark_rule(color=HUE, strokeWidth=5, yOffset=_lowered()).encode(x=across_at("zero"), x2="at:Q"),
        base.mark_point(
            shape="circle", size=CIRCLE, fill=INK, stroke=INK, opacity=1, yOffset=_lowered()
        ).encode(x=across_at("at")),
        base.mark_text(
            fontSize=small_text(), align="left", dx=13, dy=_lowered(), text=alt.expr("datum.number")
        ).encode(x=across_at("at")),
    ]  # fmt: skip


def _lowered() -> Any:
    """Offset of a track below the middle of its row; zero if names are beside the tracks."""
    import altair as alt

    return alt.expr(f"width > {WIDE} ? 0 : {LIFT}")
