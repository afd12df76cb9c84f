"""What use cases may be worth: ranges on one scale of money with its zero, and value against effort."""

from typing import Any, Literal, NamedTuple

import streamlit as st

from assessment.words import _
from playbook.value_words import QUADRANTS, amount, chance, money_words, rough
from scoring.matrix import Quadrant
from ui.charts import FAINT, HUE, INK, LABEL, LARGE, ROOMY, SMALL, Chart, Spec, finished, rows_of
from ui.charts_track import small_text

ROW, FOOT = 58, 34
WIDE = 560
"""Below this width in pixels a row says its middle value only."""
TITLE_AT, RANGE_AT, HALF, TICK_HALF = 0.26, 0.68, 0.10, 0.24
MARGIN = 0.06
HEIGHT = 420
LARGEST_BUBBLE, SMALLEST_BUBBLE = 2_600, 500
EDGE = 0.22


class RangeRow(NamedTuple):
    """One use case, or all together: its net present value in money, and the chance of a loss 0..1."""

    title: str
    low: float
    middle: float
    high: float
    loss: float
    total: bool


class Bubble(NamedTuple):
    """One use case in the matrix: `number` in the list beside it, `size` the likely benefit a year."""

    number: int
    name: str
    effort: float
    value: float
    size: float
    quadrant: Quadrant


def range_chart(rows: tuple[RangeRow, ...], currency: str, finding: str) -> Chart:
    """From one chance in ten of less to one in ten of more, with the middle marked, one row each."""
    header = (
        _("Use case"),
        _("One chance in ten of less than"),
        _("As likely above as below"),
        _("One chance in ten of more than"),
        _("Chance of a loss"),
    )
    table = tuple(
        (r.title, *(rough(money, currency) for money in (r.low, r.middle, r.high)), chance(r.loss))
        for r in rows
    )
    alt = _("{finding} {list}.").format(
        finding=finding,
        list="; ".join(
            _("{title}: {low} to {high}, middle {middle}").format(
                title=r[0], low=r[1], high=r[3], middle=r[2]
            )
            for r in table
        ),
    )
    return Chart(range_spec(rows, currency), alt, header, table)


def matrix_chart(bubbles: tuple[Bubble, ...], cuts: tuple[float, float], currency: str) -> Chart:
    """Value against effort; `cuts` are (value, effort) from which on is much."""
    header = (_("Use case"), _("Worth, middle"), _("Takes, most likely"), _("Benefit a year"), _("Place"))
    table = tuple(
        (f"{b.number} {b.name}", rough(b.value, currency), amount(b.effort, currency),
         amount(b.size, currency), QUADRANTS[b.quadrant])
        for b in bubbles
    )  # fmt: skip
    alt = _("Worth against what it takes, {money}. {list}.").format(
        money=money_words(currency), list="; ".join(f"{row[0]}: {row[4]}" for row in table)
    )
    return Chart(matrix_spec(bubbles, cuts), alt, header, table)


@st.cache_data(max_entries=256, show_spinner=False)
def range_spec(rows: tuple[RangeRow, ...], currency: str) -> Spec:
    """Vega-Lite for `range_chart`."""
    import altair as alt

    edges = _edges([0.0, *(row.low for row in rows), *(row.high for row in rows)])
    count = len(rows)
    across = alt.X(
        "low:Q",
        scale=alt.Scale(domain=edges, nice=False, zero=False),
        title=_("Net present value, {money}").format(money=money_words(currency)),
        axis=alt.Axis(tickCount=4, format=",.0f", labelExpr="replace(datum.label, '-', '−')"),
    )
    down = alt.Y("top:Q", scale=alt.Scale(domain=[count, 0], nice=False), axis=None)
    spans = [span for position, row in enumerate(rows) for span in _spans(position, row)]
    bars = alt.Chart(rows_of(spans)).encode(x=across, x2="high:Q", y=down, y2="foot:Q")
    middles = [{"low": row.middle, "top": n + RANGE_AT, "total": row.total} for n, row in enumerate(rows)]
    zeros = [
        {"low": 0.0, "top": n + RANGE_AT - TICK_HALF, "foot": n + RANGE_AT + TICK_HALF} for n in range(count)
    ]
    zero = alt.Chart(rows_of(zeros))
    return finished(
        [
            bars.mark_rect(color=HUE).encode(opacity=alt.Opacity("strength:Q", scale=None, legend=None)),
            zero.mark_rule(color=INK, strokeWidth=1.5, opacity=0.7).encode(
                x=alt.X("low:Q"), y=alt.Y("top:Q", axis=None), y2="foot:Q"
            ),
            alt.Chart(rows_of(middles))
            .mark_point(shape="circle", size=200, fill=INK, stroke=INK, opacity=1, fillOpacity=1)
            .encode(x=alt.X("low:Q"), y=alt.Y("top:Q", axis=None)),
            *_row_words(rows, currency),
        ],
        ROW * count + FOOT,
    )


def _spans(position: int, row: RangeRow) -> list[dict[str, Any]]:
    """The range of one row, its part below zero drawn thinner and fainter."""
    place = position + RANGE_AT
    found = []
    if row.low < 0:
        end = min(0.0, row.high)
        found.append((row.low, end, HALF / 2, 0.45))
    if row.high > 0:
        found.append((max(0.0, row.low), row.high, HALF, 1.0 if row.total else 0.75))
    return [
        {"low": low, "high": high, "top": place - half, "foot": place + half, "strength": strength}
        for low, high, half, strength in found
    ]


def _row_words(rows: tuple[RangeRow, ...], currency: str) -> list[Any]:
    import altair as alt

    wide = f"width > {WIDE}"
    size = alt.expr(f"width > {ROOMY} ? {LARGE} : {wide} ? {LABEL} : {SMALL}")
    words = [
        {
            "top": n + TITLE_AT,
            "left": row.title,
            "right": _("{middle}; {low} to {high}").format(
                middle=rough(row.middle, currency), low=rough(row.low), high=rough(row.high)
            ),
            "short": rough(row.middle, currency),
            "total": row.total,
        }
        for n, row in enumerate(rows)
    ]
    base = alt.Chart(rows_of(words)).encode(y=alt.Y("top:Q", axis=None))
    weight = alt.expr("datum.total ? 700 : 600")
    return [
        base.mark_text(align="left", x=0, fontSize=size, fontWeight=weight, text=alt.expr("datum.left"),
                       limit=alt.expr(f"width - ({wide} ? 300 : 110)")),
        base.mark_text(align="right", x={"expr": "width"}, fontSize=size,
                       text=alt.expr(f"{wide} ? datum.right : datum.short")),
    ]  # fmt: skip


@st.cache_data(max_entries=256, show_spinner=False)
def matrix_spec(bubbles: tuple[Bubble, ...], cuts: tuple[float, float]) -> Spec:
    """Vega-Lite for `matrix_chart`."""
    import altair as alt

    across, down = [b.effort for b in bubbles], [b.value for b in bubbles]
    x_edges, y_edges = _edges([0.0, *across, cuts[1]], EDGE), _edges([0.0, *down, cuts[0]], EDGE)
    axis = alt.Axis(tickCount=4, format=",.0f", labelExpr="replace(datum.label, '-', '−')")
    x = alt.X("x:Q", scale=alt.Scale(domain=x_edges, nice=False, zero=False), axis=axis, title=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=y_edges, nice=False, zero=False), axis=axis, title=None)
    most = max((b.size for b in bubbles), default=0.0)
    data = [
        {"x": b.effort, "y": b.value, "number": str(b.number), "size": _area(b.size, most)} for b in bubbles
    ]
    points = alt.Chart(rows_of(data)).encode(x=x, y=y)
    lines = [
        alt.Chart(rows_of([{"x": cuts[1]}])).mark_rule(color=INK, opacity=0.35).encode(x=alt.X("x:Q")),
        alt.Chart(rows_of([{"y": cuts[0]}])).mark_rule(color=INK, opacity=0.35).encode(y=alt.Y("y:Q")),
    ]
    circles = points.mark_point(
        shape="circle", fill=HUE, fillOpacity=FAINT * 3, stroke=HUE, strokeWidth=2, opacity=1
    ).encode(size=alt.Size("size:Q", scale=None, legend=None))
    numbers = points.mark_text(fontSize=LABEL, fontWeight=600).encode(text="number:N")
    return finished([circles, *lines, numbers, *_corners()], HEIGHT)


def _area(size: float, most: float) -> float:
    share = max(size, 0.0) / most if most > 0 else 0.0
    return SMALLEST_BUBBLE + (LARGEST_BUBBLE - SMALLEST_BUBBLE) * share


def _corners() -> list[Any]:
    """The names of the quadrants in the corners of the plot, their second half left to the list beside it."""
    import altair as alt

    places: dict[Quadrant, tuple[Literal["left", "right"], Literal["top", "bottom"]]] = {
        "first": ("left", "top"),
        "plan": ("right", "top"),
        "fill": ("left", "bottom"),
        "leave": ("right", "bottom"),
    }
    found = []
    for quadrant, (side, end) in places.items():
        name = QUADRANTS[quadrant].partition(":")[0]
        found.append(
            alt.Chart(rows_of([{"name": name}])).mark_text(
                text=name, align=side, baseline=end, fontSize=small_text(), opacity=0.85,
                x=6 if side == "left" else alt.expr("width - 6"),
                y=6 if end == "top" else alt.expr("height - 6"),
            )
        )  # fmt: skip
    return found


def _edges(values: list[float], margin: float = MARGIN) -> list[float]:
    low, high = min(values), max(values)
    air = margin * ((high - low) or 1.0)
    return [low - air, high + air]
