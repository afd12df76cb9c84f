"""Tracks of the level charts: five segments with thresholds, labels and marks.

A row takes one unit of height, with its labels above its track. Positions along the track are in
the unit of the chart (index 0..100, or level 1..5); `edges` are the six borders of the five levels.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from language.translation import _
from ui.charts.base import FAINT, HUE, INK, LABEL, LARGE, ROOMY, SMALL, STRENGTHS, rows_of

ROW, MARGIN = 62, 26
TITLE_AT, TRACK_AT = 0.30, 0.72
TRACK_HALF, TICK_HALF, NEED_HALF = 0.085, 0.16, 0.21
BORDER = 0.45
WIDE = 560
"""Below this width in pixels names shrink to numbers and labels to their short form."""


class TrackLabels(NamedTuple):
    """Labels above one track: left, right, and the right one's short form for a phone."""

    left: str
    right: str
    short: str


class Mark(NamedTuple):
    """A value on the track of a row; open when it is only what can be shown."""

    row: int
    value: float
    shape: str
    open: bool


def level_text(level: int | None, names: Sequence[str]) -> str:
    """“Level 2, Experimenting”."""
    if level is None:
        return _("not enough answers")
    return _("Level {level}, {name}").format(level=level, name=names[level - 1])


def tracks(levels: Sequence[int | None], edges: Sequence[float]) -> list[Any]:
    """One track per row, filled up to its level, with a tick at every threshold."""
    import altair as alt

    count = len(levels)
    segments = [
        {"low": edges[k - 1], "high": edges[k], "top": row + TRACK_AT - TRACK_HALF,
         "foot": row + TRACK_AT + TRACK_HALF, "strength": STRENGTHS[k - 1] if k <= (level or 0) else 0.0}
        for row, level in enumerate(levels)
        for k in range(1, 6)
    ]  # fmt: skip
    ticks = [
        {"at": edge, "low": row + TRACK_AT - TICK_HALF, "high": row + TRACK_AT + TICK_HALF}
        for edge in edges[1:-1]
        for row in range(count)
    ]
    across = alt.Scale(domain=[edges[0], edges[-1]], nice=False, zero=False)
    down = alt.Scale(domain=[count, 0], nice=False, zero=False)
    bars = alt.Chart(rows_of(segments)).encode(
        x=alt.X("low:Q", scale=across, axis=None), x2="high:Q",
        y=alt.Y("top:Q", scale=down, axis=None), y2="foot:Q",
    )  # fmt: skip
    strength = alt.Opacity("strength:Q", scale=None, legend=None)
    return [
        bars.mark_rect(color=INK, opacity=FAINT, xOffset=1, x2Offset=-1),
        bars.mark_rect(color=HUE, xOffset=1, x2Offset=-1).encode(opacity=strength),
        alt.Chart(rows_of(ticks))
        .mark_rule(color=INK, opacity=BORDER)
        .encode(x=across_at("at"), y=down_at("low"), y2="high:Q"),
    ]


def labels(words: Sequence[TrackLabels], names: Sequence[str], edges: Sequence[float]) -> list[Any]:
    """The names of the levels above the first track and the words above each track."""
    import altair as alt

    wide = f"width > {WIDE}"
    size = alt.expr(f"width > {ROOMY} ? {LARGE} : {wide} ? {LABEL} : {SMALL}")
    heads = [
        {"at": (edges[k] + edges[k + 1]) / 2, "name": f"{k + 1} {names[k]}", "number": str(k + 1)}
        for k in range(5)
    ]
    rows = [{"row": row + TITLE_AT, **line._asdict()} for row, line in enumerate(words)]
    texts = alt.Chart(rows_of(rows)).encode(y=down_at("row"))
    return [
        alt.Chart(rows_of(heads))
        .mark_text(
            fontSize=small_text(), opacity=0.8, baseline="bottom", y=-4,
            text=alt.expr(f"{wide} ? datum.name : datum.number"),
        )
        .encode(x=across_at("at")),
        texts.mark_text(
            align="left", x=0, fontSize=size, fontWeight=600, text=alt.expr("datum.left"),
            limit=alt.expr(f"width - ({wide} ? 170 : 56)"),
        ),
        texts.mark_text(
            align="right", x={"expr": "width"}, fontSize=size,
            text=alt.expr(f"{wide} ? datum.right : datum.short"),
        ),
    ]  # fmt: skip


def marks(values: Sequence[Mark]) -> Any:
    """The values as shapes on their tracks."""
    import altair as alt

    rows = [{**mark._asdict(), "row": mark.row + TRACK_AT} for mark in values]
    return (
        alt.Chart(rows_of(rows))
        .mark_point(size=190, opacity=1, strokeWidth=2, stroke=INK)
        .encode(
            x=across_at("value"),
            y=down_at("row"),
            shape=alt.Shape("shape:N", scale=None, legend=None),
            fillOpacity=alt.condition("datum.open", alt.value(0), alt.value(1)),
            fill=alt.value(INK),
        )
    )


def needs(values: Sequence[tuple[int, float]]) -> Any:
    """Bars that a value has to pass, as (row, position)."""
    import altair as alt

    rows = [
        {"at": at, "low": row + TRACK_AT - NEED_HALF, "high": row + TRACK_AT + NEED_HALF}
        for row, at in values
    ]
    bars = alt.Chart(rows_of(rows)).mark_rule(color=INK, strokeWidth=3)
    return bars.encode(x=across_at("at"), y=down_at("low"), y2="high:Q")


def feet(words: Sequence[tuple[float, str]], count: int) -> Any:
    """Words below the last track, as (position, text)."""
    import altair as alt

    rows = [{"at": at, "text": text, "row": count} for at, text in words]
    texts = alt.Chart(rows_of(rows)).mark_text(fontSize=small_text(), opacity=0.8, baseline="top", dy=6)
    return texts.encode(x=across_at("at"), y=down_at("row"), text="text:N")


def across_at(field: str) -> Any:
    import altair as alt

    return alt.X(f"{field}:Q", axis=None)


def down_at(field: str) -> Any:
    import altair as alt

    return alt.Y(f"{field}:Q", axis=None)


def small_text() -> Any:
    """The size of quiet words: one size larger on a projected screen."""
    import altair as alt

    return alt.expr(f"width > {ROOMY} ? {LABEL} : {SMALL}")
