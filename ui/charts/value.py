"""Value charts: ranges of money on a common scale with zero, and value against effort.

They change with every edit, so they are written as Vega-Lite dicts; validation by Altair would take longer than the
rest of an edit. The tests validate them instead.
"""

from typing import Any, NamedTuple

from language.translation import _
from report.text.value.figures import CORNERS, QUADRANTS, amount, chance, money_words, rough
from scoring.value.matrix import Quadrant
from ui.charts.base import FAINT, HUE, INK, LABEL, LARGE, ROOMY, SMALL, Chart, Rows, Spec, cached, styled_spec

ROW, FOOT = 58, 34
WIDE = 560
"""Below this width in pixels a row shows its median only."""
TITLE_AT, RANGE_AT, HALF, TICK_HALF = 0.26, 0.68, 0.10, 0.24
MARGIN, FLUSH = 0.06, 40
"""Labels of amounts within this many pixels of an end of the scale are aligned inwards."""
HEIGHT = 420
LARGEST_BUBBLE, SMALLEST_BUBBLE = 2_600, 500
EDGE = 0.22
MUTED = 0.85
"""Still 3:1 on both grounds; what tells gain from loss is how thick the bar is."""


class RangeRow(NamedTuple):
    """One use case, or all together: its net present value in money, and the chance of a loss 0..1."""

    title: str
    low: float
    expected: float
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
    """From one chance in ten of less to one in ten of more, with the expected value marked, one row each."""
    header = (
        _("Use case"),
        _("10 % chance below"),
        _("Middle estimate"),
        _("10 % chance above"),
        _("Chance of a loss"),
    )
    table = tuple(
        (r.title, *(rough(money, currency) for money in (r.low, r.expected, r.high)), chance(r.loss))
        for r in rows
    )
    alt = _("{finding} {list}.").format(
        finding=finding,
        list="; ".join(
            _("{title}: {low} to {high}, expected {expected}").format(
                title=r[0], low=r[1], high=r[3], expected=r[2]
            )
            for r in table
        ),
    )
    return Chart(range_spec(rows, currency), alt, header, table)


def matrix_chart(bubbles: tuple[Bubble, ...], cuts: tuple[float, float], currency: str) -> Chart:
    """Value against effort; `cuts` are (value, effort) from which on is much."""
    header = (
        _("Use case"),
        _("Expected value"),
        _("Investment, most likely"),
        _("Benefit per year"),
        _("Position"),
    )
    table = tuple(
        (f"{b.number} {b.name}", rough(b.value, currency), amount(b.effort, currency),
         amount(b.size, currency), QUADRANTS[b.quadrant])
        for b in bubbles
    )  # fmt: skip
    alt = _("Value against investment, {money}. {list}.").format(
        money=money_words(currency), list="; ".join(f"{row[0]}: {row[4]}" for row in table)
    )
    return Chart(matrix_spec(bubbles, cuts, currency), alt, header, table)


@cached
def range_spec(rows: tuple[RangeRow, ...], currency: str) -> Spec:
    """Vega-Lite for `range_chart`."""
    edges = _edges([0.0, *(row.low for row in rows), *(row.high for row in rows)])
    count = len(rows)
    across = _money_axis("low", edges)
    across["axis"]["labelFlush"] = FLUSH
    across["title"] = _("Net present value, {money}").format(money=money_words(currency))
    down = _field("top", scale={"domain": [count, 0], "nice": False}, axis=None)
    spans = [span for position, row in enumerate(rows) for span in _spans(position, row)]
    zeros = [
        {"low": 0.0, "top": n + RANGE_AT - TICK_HALF, "foot": n + RANGE_AT + TICK_HALF} for n in range(count)
    ]
    middles = [{"low": row.expected, "top": n + RANGE_AT} for n, row in enumerate(rows)]
    plain = {"x": _field("low"), "y": _field("top", axis=None)}
    strength = {"field": "strength", "type": "quantitative", "scale": None, "legend": None}
    return styled_spec(
        {
            "layer": [
                _layer(spans, {"type": "rect", "color": HUE}, x=across, x2={"field": "high"}, y=down,
                       y2={"field": "foot"}, opacity=strength),
                _layer(zeros, {"type": "rule", "color": INK, "strokeWidth": 1.5, "opacity": 0.7},
                       **plain, y2={"field": "foot"}),
                _layer(middles, _dot(200, fill=INK, stroke=INK, fillOpacity=1), **plain),
                *_row_words(rows, currency),
            ]
        },
        ROW * count + FOOT,
    )  # fmt: skip


def _spans(position: int, row: RangeRow) -> list[dict[str, Any]]:
    """The range of one row, its part below zero drawn thinner."""
    place = position + RANGE_AT
    found = []
    if row.low < 0:
        found.append((row.low, min(0.0, row.high), HALF / 2.5, MUTED))
    if row.high > 0:
        found.append((max(0.0, row.low), row.high, HALF, 1.0 if row.total else MUTED))
    return [
        {"low": low, "high": high, "top": place - half, "foot": place + half, "strength": strength}
        for low, high, half, strength in found
    ]


def _row_words(rows: tuple[RangeRow, ...], currency: str) -> list[Spec]:
    wide = f"width > {WIDE}"
    size = {"expr": f"width > {ROOMY} ? {LARGE} : {wide} ? {LABEL} : {SMALL}"}
    words = [
        {
            "top": n + TITLE_AT,
            "left": row.title,
            "right": _("{expected}; {low} to {high}").format(
                expected=rough(row.expected, currency), low=rough(row.low), high=rough(row.high)
            ),
            "short": rough(row.expected, currency),
            "total": row.total,
        }
        for n, row in enumerate(rows)
    ]
    y = _field("top", axis=None)
    left = {
        "type": "text", "align": "left", "x": 0, "fontSize": size, "text": {"expr": "datum.left"},
        "fontWeight": {"expr": "datum.total ? 700 : 600"}, "limit": {"expr": f"width - ({wide} ? 300 : 110)"},
    }  # fmt: skip
    right = {
        "type": "text", "align": "right", "x": {"expr": "width"}, "fontSize": size,
        "text": {"expr": f"{wide} ? datum.right : datum.short"},
    }  # fmt: skip
    return [_layer(words, left, y=y), _layer(words, right, y=y)]


@cached
def matrix_spec(bubbles: tuple[Bubble, ...], cuts: tuple[float, float], currency: str) -> Spec:
    """Vega-Lite for `matrix_chart`."""
    efforts, worths = (
        [0.0, *(b.effort for b in bubbles), cuts[1]],
        [0.0, *(b.value for b in bubbles), cuts[0]],
    )
    x, y = _money_axis("x", _edges(efforts, EDGE)), _money_axis("y", _edges(worths, EDGE))
    x |= {"title": _("Right: one-off investment, {money}").format(money=money_words(currency))}
    y |= {"title": None}
    most = max((b.size for b in bubbles), default=0.0)
    data = [
        {"x": b.effort, "y": b.value, "number": str(b.number), "size": _area(b.size, most)} for b in bubbles
    ]
    size = {"field": "size", "type": "quantitative", "scale": None, "legend": None}
    line = {"type": "rule", "color": INK, "opacity": 0.35}
    circle = _dot(SMALLEST_BUBBLE, fill=HUE, fillOpacity=FAINT * 3, stroke=HUE, strokeWidth=2)
    number = {"type": "text", "fontSize": LABEL, "fontWeight": 600, "text": {"expr": "datum.number"}}
    layers = [
        _layer(data, circle, x=x, y=y, size=size),
        _layer([{"x": cuts[1]}], line, x=_field("x")),
        _layer([{"y": cuts[0]}], line, y=_field("y")),
        _layer(data, number, x=_field("x"), y=_field("y")),
    ]
    return styled_spec({"layer": [*layers, *_corners()]}, HEIGHT)


def _area(size: float, most: float) -> float:
    share = max(size, 0.0) / most if most > 0 else 0.0
    return SMALLEST_BUBBLE + (LARGEST_BUBBLE - SMALLEST_BUBBLE) * share


def _corners() -> list[Spec]:
    """The names of the quadrants in the corners of the plot, their second half left to the list beside it."""
    places: dict[Quadrant, tuple[str, str]] = {
        "first": ("left", "top"),
        "plan": ("right", "top"),
        "fill": ("left", "bottom"),
        "leave": ("right", "bottom"),
    }
    size = {"expr": f"width > {ROOMY} ? {LABEL} : {SMALL}"}
    return [
        _layer(
            [{}],
            {
                "type": "text", "text": CORNERS[quadrant], "align": side, "baseline": end,
                "fontSize": size, "opacity": 0.85, "x": 6 if side == "left" else {"expr": "width - 6"},
                "y": 6 if end == "top" else {"expr": "height - 6"},
            },
        )
        for quadrant, (side, end) in places.items()
    ]  # fmt: skip


def _edges(values: list[float], margin: float = MARGIN) -> list[float]:
    low, high = min(values), max(values)
    air = margin * ((high - low) or 1.0)
    return [low - air, high + air]


def _money_axis(field: str, edges: list[float]) -> Spec:
    axis = {
        "tickCount": 4,
        "format": ",.0f",
        "labelExpr": "replace(datum.label, '-', '−')",
        "labelOverlap": "greedy",
    }
    return _field(field, scale={"domain": edges, "nice": False, "zero": False}, axis=axis)


def _field(name: str, **more: Any) -> Spec:
    return {"field": name, "type": "quantitative", **more}


def _dot(size: int, **more: Any) -> Spec:
    return {"type": "point", "shape": "circle", "size": size, "opacity": 1, **more}


def _layer(rows: Rows, mark: Spec, **encoding: Any) -> Spec:
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}
