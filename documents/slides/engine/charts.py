"""Native charts that can be edited: columns, bars, and dots on a span. Every chart says its finding in words."""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.util import Inches

from documents.pdf.engine.styles import BODY, INK, LEVEL_COLOURS, width_of
from documents.pdf.engine.text import plain
from documents.slides.engine.chart_data import DatedChartData
from documents.slides.engine.chart_style import (
    CHART,
    SMALL,
    SPACES,
    ChartAxis,
    ChartSeries,
    add_legend,
    colour_series,
    draw_axes,
    label_values,
    leave_room,
    paint,
    rgb,
)
from documents.slides.engine.deck import SlidePage
from documents.slides.engine.fitting import POINTS, shortened
from language.numbers import integer
from language.translation import _

SPAN = LEVEL_COLOURS[1]
AXES = tuple(f"{{{CHART}}}{name}" for name in ("axId", "crossAx"))


def columns(
    page: SlidePage, idx: int, alternative: str, categories: Sequence[str], series: ChartSeries,
    axis: ChartAxis, colours: Sequence[str] = (),
) -> None:  # fmt: skip
    """Upright columns of one series with their values above; `colours` for each of them, an empty one is hollow."""
    data = DatedChartData(page.day, [plain(name) for name in categories])
    data.add_series(series.name, series.values, axis.numbers)
    chart = _chart(page, idx, alternative, XL_CHART_TYPE.COLUMN_CLUSTERED, data)
    plot = chart.plots[0]
    plot.gap_width = 35
    colour_series(plot.series[0], series)
    for number, colour in enumerate(colours):
        paint(plot.series[0].points[number].format, colour)
    label_values(plot.series[0], axis.numbers, XL_LABEL_POSITION.OUTSIDE_END)
    draw_axes(chart, axis)


def bars(
    page: SlidePage, idx: int, alternative: str, categories: Sequence[str], series: Sequence[ChartSeries],
    axis: ChartAxis, *, stacked: bool = False, names: float = 0.4,
) -> None:  # fmt: skip
    """Lying bars, the first category on top; `names` is the part of the width for their names.

    A category has a value in one series only, printed behind its bar; `stacked`: one series begins where the one before ends.
    """
    data = DatedChartData(page.day, [plain(name) for name in categories])
    for one in series:
        data.add_series(one.name, one.values, axis.numbers)
    chart = _chart(
        page, idx, alternative, XL_CHART_TYPE.BAR_STACKED if stacked else XL_CHART_TYPE.BAR_CLUSTERED, data
    )
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    for one, drawn in zip(series, plot.series, strict=True):
        colour_series(drawn, one)
        if not stacked:
            label_values(drawn, axis.numbers, XL_LABEL_POSITION.OUTSIDE_END)
    draw_axes(chart, axis)
    chart.category_axis.reverse_order = True
    chart.value_axis.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    if not stacked:
        add_legend(chart, [one.name for one in series])
    leave_room(chart, names, legend=not stacked and len(series) > 1)


def dots(
    page: SlidePage, idx: int, alternative: str, categories: Sequence[str], series: Sequence[ChartSeries],
    spans: Sequence[tuple[float, float]], axis: ChartAxis, *, thick: float = 3, between_series: bool = False,
) -> None:  # fmt: skip
    """A mark for every value of a category, and a line over its span; higher is more."""
    ends = [end for _start, end in spans]
    data = DatedChartData(page.day, [plain(name) for name in categories], ends, between_series=between_series)
    data.add_series(_("From"), [start for start, _end in spans], axis.numbers)
    for one in series:
        data.add_series(one.name, one.values, axis.numbers)
    chart = _chart(page, idx, alternative, XL_CHART_TYPE.LINE_MARKERS, data)
    base, *marks = chart.plots[0].series
    base.format.line.fill.background()
    base.marker.style = XL_MARKER_STYLE.NONE
    base._element.find("{*}cat").addprevious(parse_xml(_span_xml(data, spans, thick)))  # noqa: SLF001 - none in python-pptx
    for position, (one, drawn) in enumerate(zip(series, marks, strict=True)):
        drawn.format.line.fill.background()
        drawn.smooth = False
        drawn.marker.style, drawn.marker.size = one.marker, 11
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = rgb(one.colour)
        drawn.marker.format.line.fill.background()
        side = XL_LABEL_POSITION.RIGHT if position == 0 else XL_LABEL_POSITION.LEFT
        label_values(drawn, axis.numbers, side)
    draw_axes(chart, axis)
    add_legend(chart, [one.name for one in series], hidden=1)


def round_axis(values: Sequence[float], numbers: str = "#,##0") -> ChartAxis:
    """An axis over all values, and zero, in steps of 1, 2 or 5 and zeros, about six of them.

    >>> round_axis([-568_000.0, 210_000.0])
    ChartAxis(low=-600000.0, high=400000.0, step=200000.0, numbers='#,##0', shown=True, names=12)
    """
    low, high = min(0.0, *values), max(0.0, *values)
    rough = (high - low) / 6 or 1.0
    power = 10.0 ** floor(log10(rough))
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
    return ChartAxis(floor(low / step) * step, ceil(high / step) * step, step, numbers)


def chart_name(text: str, inches: float, *, size: float = 12, lines: int = 1) -> str:
    """A name as long as a chart has room for; the notes have all of it."""
    return shortened(plain(text), lines, size, POINTS * inches)


def room_for(value: float, inches: float) -> float:
    """To where an axis must reach, so that a bar of this length has its number behind it in so many inches."""
    number = width_of(integer(value), BODY) * float(SMALL.pt) / BODY.size / POINTS
    return value / max(0.3, 1 - (number + 0.2) / inches)


def _chart(page: SlidePage, idx: int, alternative: str, kind: Any, data: DatedChartData) -> Any:
    place = page.place(idx)
    box = (Inches(place.x), Inches(place.y), Inches(place.width), Inches(place.height))
    shape = page.slide.shapes.add_chart(kind, *box, data)
    page.frame(idx, place.name, alternative, shape)
    chart = shape.chart
    for axis in chart._chartSpace.iter(*AXES):  # noqa: SLF001 - numbers of python-pptx are below zero, which no axis may have
        axis.set("val", axis.get("val").removeprefix("-"))
    chart.has_title, chart.has_legend = False, False
    chart.font.size, chart.font.color.rgb = SMALL, rgb(INK)
    return chart


def _span_xml(data: DatedChartData, spans: Sequence[tuple[float, float]], thick: float) -> str:
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{end - start!r}</c:v></c:pt>' for number, (start, end) in enumerate(spans)
    )
    return (
        f'<c:errBars {SPACES}><c:errDir val="y"/><c:errBarType val="plus"/><c:errValType val="cust"/><c:noEndCap val="1"/>'
        f"<c:plus><c:numRef><c:f>{data.span_ref}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(spans)}"/>{points}</c:numCache></c:numRef></c:plus>'
        f'<c:spPr><a:ln w="{round(12_700 * thick)}" cap="flat"><a:solidFill><a:srgbClr val="{SPAN[1:]}"/></a:solidFill></a:ln>'
        "</c:spPr></c:errBars>"
    )
