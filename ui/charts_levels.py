"""Level charts: the section profile and the practices of one section, as bullets on a ruled track.

In both, the filled part of a track is the level and the mark is the value behind it. A mark
beyond the filled part says that single practices hold the section, not its average.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import streamlit as st

from assessment.words import _
from scoring.rules import HALF_STEP, index_of
from ui.charts import FAINT, HUE, INK, LABEL, SMALL, STRENGTHS, THRESHOLD, Chart, Spec, finished, rows_of

ROW, HEAD = 62, 26
TITLE_AT, TRACK_AT, TRACK_HALF, TICK_HALF = 0.30, 0.72, 0.085, 0.16
WIDE = 560
"""Below this width in pixels names shrink to numbers and labels to their short form."""


class SectionRow(NamedTuple):
    """One section: level 1..5 or None, index 0..100 or None, the index that can be shown or None."""

    title: str
    level: int | None
    index: float | None
    shown: float | None


class PracticeRow(NamedTuple):
    """One practice: value 1..5 or None (with the reason in `absent`), and the level it needs next."""

    title: str
    value: float | None
    level: int | None
    key: bool
    needed: int | None
    absent: str


def section_chart(rows: tuple[SectionRow, ...], names: tuple[str, ...], finding: str) -> Chart:
    """The profile of the sections: level as filled track, index as mark, thresholds named."""
    table = tuple((r.title, _level_text(r.level, names), _number(r.index), _number(r.shown)) for r in rows)
    alt = _("{finding} {list}.").format(
        finding=finding, list="; ".join(f"{title}: {level}, {index}" for title, level, index, _shown in table)
    )
    header = (_("Section"), _("Level"), _("Index, 0 to 100"), _("Index that can be shown"))
    return Chart(section_spec(rows, names), alt, header, table)


def practice_chart(
    rows: tuple[PracticeRow, ...], names: tuple[str, ...], target: int | None, title: str
) -> Chart:
    """The practices of one section on levels 1 to 5, with the line each must pass for the next level."""
    table = tuple(
        (r.title, _("key") if r.key else "", r.absent or _level_text(r.level, names),
         "" if r.value is None else f"{r.value:.2f}", str(r.needed or ""))
        for r in rows
    )  # fmt: skip
    short = [r.title for r in rows if r.level is not None and r.needed and r.level < r.needed]
    alt = _("{title}: {list}.").format(
        title=title, list="; ".join(f"{name}, {level}" for name, _key, level, _value, _need in table)
    )
    if target and short:
        alt += " " + _("Short of what level {target} needs: {short}.").format(
            target=target, short="; ".join(short)
        )
    header = (_("Practice"), _("Key practice"), _("Level"), _("Value, 1 to 5"), _("Level needed next"))
    return Chart(practice_spec(rows, names, target), alt, header, table)


@st.cache_data(max_entries=256, show_spinner=False)
def section_spec(rows: tuple[SectionRow, ...], names: tuple[str, ...]) -> Spec:
    """Vega-Lite for `section_chart`."""
    edges = [0.0, *(index_of(k - HALF_STEP) for k in range(2, 6)), 100.0]
    marks, labels = [], []
    for position, row in enumerate(rows):
        right = _level_text(row.level, names)
        labels.append({"row": position + TITLE_AT, "left": row.title, "right": right, "short": right})
        if row.index is not None:
            marks.append({"row": position + TRACK_AT, "value": row.index, "shape": "circle", "open": False})
        if row.shown is not None and row.index is not None and row.shown < row.index - 0.5:
            marks.append({"row": position + TRACK_AT, "value": row.shown, "shape": "circle", "open": True})
    tracks = [track for i, row in enumerate(rows) for track in _track(i, edges, row.level or 0)]
    ticks = [{"at": edge, "text": f"{edge:g}"} for edge in edges[1:-1]]
    layers = _ruled((0.0, 100.0), len(rows), edges, tracks, labels, names)
    layers += [_marks(marks), _feet(ticks, len(rows))]
    return finished(layers, ROW * len(rows) + HEAD * 2)


@st.cache_data(max_entries=1024, show_spinner=False)
def practice_spec(rows: tuple[PracticeRow, ...], names: tuple[str, ...], target: int | None) -> Spec:
    """Vega-Lite for `practice_chart`."""
    edges = [k + HALF_STEP for k in range(6)]
    marks, labels, needs = [], [], []
    for position, row in enumerate(rows):
        left = _("{title} · key").format(title=row.title) if row.key else row.title
        right, short = _need_text(row)
        labels.append({"row": position + TITLE_AT, "left": left, "right": right, "short": short})
        if row.value is not None:
            shape = "square" if row.key else "circle"
            marks.append({"row": position + TRACK_AT, "value": row.value, "shape": shape, "open": False})
        if row.needed is not None and row.needed > 1 and row.value is not None:
            needs.append({"low": position + TRACK_AT - 0.2, "high": position + TRACK_AT + 0.2,
                          "at": row.needed - HALF_STEP})  # fmt: skip
    tracks = [track for i, row in enumerate(rows) for track in _track(i, edges, row.level or 0)]
    layers = _ruled((edges[0], edges[-1]), len(rows), edges, tracks, labels, names)
    layers += [_needed(needs), _marks(marks)]
    if target and needs:
        named = _("the bar: needed for level {target}").format(target=target)
        layers.append(_feet([{"at": needs[0]["at"], "text": named}], len(rows)))
    return finished(layers, ROW * len(rows) + HEAD * (2 if target and needs else 1))


def _level_text(level: int | None, names: Sequence[str]) -> str:
    if level is None:
        return _("not enough answers")
    return _("Level {level}, {name}").format(level=level, name=names[level - 1])


def _need_text(row: PracticeRow) -> tuple[str, str]:
    """The label at the right end of a row, and its short form for a phone."""
    if row.absent or row.level is None:
        return row.absent, row.absent
    level = _("level {level}").format(level=row.level)
    if row.needed is None or row.level >= row.needed:
        return level, level
    needs = _("needs {needed}").format(needed=row.needed)
    return f"{level}, {needs}", needs


def _number(value: float | None) -> str:
    return _("none yet") if value is None else f"{value:.0f}"


def _track(position: int, edges: Sequence[float], level: int) -> list[dict[str, float]]:
    return [
        {"low": edges[k - 1], "high": edges[k], "top": position + TRACK_AT - TRACK_HALF,
         "foot": position + TRACK_AT + TRACK_HALF, "strength": STRENGTHS[k - 1] if k <= level else 0.0}
        for k in range(1, 6)
    ]  # fmt: skip


def _x(field: str, domain: tuple[float, float] | None = None) -> Any:
    import altair

    scale = altair.Scale(domain=list(domain), nice=False, zero=False) if domain else altair.Undefined
    return altair.X(f"{field}:Q", scale=scale, axis=None)


def _y(field: str, count: int | None = None) -> Any:
    import altair

    domain = altair.Undefined if count is None else altair.Scale(domain=[count, 0], nice=False, zero=False)
    return altair.Y(f"{field}:Q", scale=domain, axis=None)


def _ruled(
    domain: tuple[float, float],
    count: int,
    edges: Sequence[float],
    tracks: list[dict[str, float]],
    labels: list[dict[str, Any]],
    names: Sequence[str],
) -> list[Any]:
    """Tracks, thresholds, level names above and row labels: the paper both charts are drawn on."""
    import altair

    heads = [
        {"at": (edges[k] + edges[k + 1]) / 2, "name": f"{k + 1} {names[k]}", "number": str(k + 1)}
        for k in range(5)
    ]
    bars = altair.Chart(rows_of(tracks)).encode(
        x=_x("low", domain), x2="high:Q", y=_y("top", count), y2="foot:Q"
    )
    wide = f"width > {WIDE}"
    size = altair.expr(f"{wide} ? {LABEL} : {SMALL}")
    ticks = [
        {"at": edge, "low": row + TRACK_AT - TICK_HALF, "high": row + TRACK_AT + TICK_HALF}
        for edge in edges[1:-1]
        for row in range(count)
    ]
    texts = altair.Chart(rows_of(labels)).encode(y=_y("row"))
    return [
        bars.mark_rect(color=INK, opacity=FAINT, xOffset=1, x2Offset=-1),
        bars.mark_rect(color=HUE, xOffset=1, x2Offset=-1).encode(
            opacity=altair.Opacity("strength:Q", scale=None, legend=None)
        ),
        altair.Chart(rows_of(ticks))
        .mark_rule(color=INK, opacity=THRESHOLD)
        .encode(x=_x("at"), y=_y("low"), y2="high:Q"),
        altair.Chart(rows_of(heads))
        .mark_text(
            fontSize=SMALL, opacity=0.8, baseline="bottom", y=-4,
            text=altair.expr(f"{wide} ? datum.name : datum.number"),
        )
        .encode(x=_x("at")),
        texts.mark_text(
            align="left", x=0, fontSize=size, fontWeight=600,
            limit=altair.expr(f"width - ({wide} ? 170 : 56)"),
        ).encode(text="left:N"),
        texts.mark_text(
            align="right", x={"expr": "width"}, fontSize=size,
            text=altair.expr(f"{wide} ? datum.right : datum.short"),
        ),
    ]  # fmt: skip


def _marks(marks: list[dict[str, Any]]) -> Any:
    """The values: a square for a key practice, else a circle; open when only what can be shown."""
    import altair

    return (
        altair.Chart(rows_of(marks))
        .mark_point(size=190, opacity=1, strokeWidth=2, stroke=INK)
        .encode(
            x=_x("value"),
            y=_y("row"),
            shape=altair.Shape("shape:N", scale=None, legend=None),
            fillOpacity=altair.condition("datum.open", altair.value(0), altair.value(1)),
            fill=altair.value(INK),
        )
    )


def _needed(needs: list[dict[str, Any]]) -> Any:
    import altair

    return (
        altair.Chart(rows_of(needs))
        .mark_rule(color=INK, strokeWidth=3)
        .encode(x=_x("at"), y=_y("low"), y2="high:Q")
    )


def _feet(ticks: list[dict[str, Any]], count: int) -> Any:
    """Texts below the last track."""
    import altair

    return (
        altair.Chart(rows_of([{**tick, "row": count} for tick in ticks]))
        .mark_text(fontSize=SMALL, opacity=0.8, baseline="top", dy=6)
        .encode(x=_x("at"), y=_y("row"), text="text:N")
    )
