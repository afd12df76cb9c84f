"""One slope: an index then and now, each with its plausible range; the line is dashed where it is not a change."""

from typing import NamedTuple

from language.numbers import integer
from ui.charts.base import HUE, INK, LABEL, LARGE, SMALL, Chart, Rows, Spec, cached, layered_spec, rows_of

THEN, NOW = 0.2, 0.8
HIGH = 170
FOOT = 0.2
"""How much room the days take below the scale, as a part of it."""
SPAN_WIDTH, SPAN_STRENGTH = 16, 0.45
BESIDE = 16
WIDE = 380
"""From this width in pixels on (a projected screen) words are drawn one size larger."""
FAINT_AXIS = 0.2


class End(NamedTuple):
    """One end of the slope: index 0..100 with its plausible range, None where not known, and the day in words."""

    value: float | None
    span: tuple[float, float] | None
    day: str


class SlopeRow(NamedTuple):
    """A slope from one end to the other; `counts` if it is a change."""

    then: End
    now: End
    counts: bool


def slope_chart(row: SlopeRow, scale: tuple[int, int], alt: str) -> Chart:
    """The chart; its numbers are in the table of all slopes."""
    return Chart(slope_spec(row, scale), alt, (), ())


@cached
def slope_spec(row: SlopeRow, scale: tuple[int, int]) -> Spec:
    """Vega-Lite for `slope_chart`; `scale` is from where to where the index reaches."""
    import altair as alt

    low, high = scale
    foot = low - (high - low) * FOOT
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(domain=[foot, high], nice=False, zero=False))
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False, zero=False))
    ends, spans, feet = _rows(row, low)
    axes = [{"at": at, "value": low, "to": high} for at in (THEN, NOW)]
    large = alt.expr(f"width > {WIDE} ? {LARGE} : {LABEL}")
    small = alt.expr(f"width > {WIDE} ? {LABEL} : {SMALL}")
    thick, dashes = (3.0, [1, 0]) if row.counts else (1.5, [5, 5])
    texts = alt.Chart(rows_of(ends)).encode(x=x, y=y, text="text:N")
    layers = [
        alt.Chart(rows_of(axes)).mark_rule(color=INK, opacity=FAINT_AXIS).encode(x=x, y=y, y2="to:Q"),
        alt.Chart(rows_of(spans))
        .mark_rule(color=HUE, opacity=SPAN_STRENGTH, strokeWidth=SPAN_WIDTH)
        .encode(x=x, y=y, y2="to:Q"),
        alt.Chart(rows_of(ends)).mark_line(color=INK, strokeWidth=thick, strokeDash=dashes).encode(x=x, y=y),
        alt.Chart(rows_of(ends)).mark_point(size=80, filled=True, opacity=1, color=INK).encode(x=x, y=y),
        texts.transform_filter("datum.side < 0").mark_text(
            align="right", dx=-BESIDE, fontSize=large, fontWeight=600, color=INK
        ),
        texts.transform_filter("datum.side > 0").mark_text(
            align="left", dx=BESIDE, fontSize=large, fontWeight=600, color=INK
        ),
        alt.Chart(rows_of(feet))
        .mark_text(fontSize=small, opacity=0.8, baseline="top", dy=8)
        .encode(x=x, y=y, text="text:N"),
    ]
    return layered_spec(layers, HIGH)


def _rows(row: SlopeRow, low: int) -> tuple[Rows, Rows, Rows]:
    """The values, the plausible ranges and the days of both ends."""
    ends = [
        {"at": at, "value": end.value, "day": end.day, "text": integer(end.value), "side": side}
        for at, end, side in ((THEN, row.then, -1), (NOW, row.now, 1))
        if end.value is not None
    ]
    spans = [
        {"at": at, "value": end.span[0], "to": end.span[1]}
        for at, end in ((THEN, row.then), (NOW, row.now))
        if end.span is not None
    ]
    feet = [{"at": at, "value": low, "text": end.day} for at, end in ((THEN, row.then), (NOW, row.now))]
    return ends, spans, feet
