"""How native charts look: colours, labels, axes, legend; no more ink than is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_PATTERN
from pptx.oxml import parse_xml
from pptx.util import Pt

from documents.pdf.engine.styles import HAIRLINE, MUTED, PAPER

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SPACES = f'xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
SMALL = Pt(12)
TICKS = "#,##0"


@dataclass(frozen=True)
class ChartSeries:
    """A series with its colour; `hatched` has stripes in it beside, so that it is told apart without colour.

    Without a colour it is not seen: it holds where the bars above it begin.
    """

    name: str
    values: Sequence[float | None]
    colour: str = ""
    hatched: bool = False
    marker: Any = XL_MARKER_STYLE.CIRCLE


@dataclass(frozen=True)
class ChartAxis:
    """The axis of the values: from where to where, in which steps, and how its numbers are written (format of Excel)."""

    low: float | None = None
    high: float | None = None
    step: float | None = None
    numbers: str = "#,##0"
    """Of the values; the ticks are whole numbers."""
    shown: bool = True
    names: float = 12
    """Size of the names of the categories, in points."""


def rgb(colour: str) -> Any:
    """A colour such as “#0F5C7A” for python-pptx."""
    return RGBColor.from_string(colour[1:])


def colour_series(drawn: Any, series: ChartSeries) -> None:
    if not series.colour:
        drawn.format.fill.background()
        drawn.format.line.fill.background()
    elif series.hatched:
        drawn.format.fill.patterned()
        drawn.format.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        drawn.format.fill.fore_color.rgb = rgb(series.colour)
        drawn.format.fill.back_color.rgb = rgb(PAPER)
        drawn.format.line.color.rgb = rgb(series.colour)
    else:
        paint(drawn.format, series.colour)
    drawn.invert_if_negative = False


def paint(form: Any, colour: str) -> None:
    if colour:
        form.fill.solid()
        form.fill.fore_color.rgb = rgb(colour)
        form.line.fill.background()
    else:
        form.fill.solid()
        form.fill.fore_color.rgb = rgb(PAPER)
        form.line.color.rgb = rgb(MUTED)
        form.line.width = Pt(1.25)


def label_values(drawn: Any, numbers: str, position: Any) -> None:
    labels = drawn.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = numbers, False
    labels.position = position
    labels.font.size = SMALL


def draw_axes(chart: Any, axis: ChartAxis) -> None:
    values, names = chart.value_axis, chart.category_axis
    if axis.low is not None:
        values.minimum_scale = axis.low
    if axis.high is not None:
        values.maximum_scale = axis.high
    if axis.step is not None:
        values.major_unit = axis.step
    values.has_major_gridlines = axis.shown
    if axis.shown:
        values.major_gridlines.format.line.color.rgb = rgb(HAIRLINE)
        values.major_gridlines.format.line.width = Pt(0.75)
    values.visible = axis.shown
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = TICKS, False
    values.tick_labels.font.size, names.tick_labels.font.size = SMALL, Pt(axis.names)
    values.tick_labels.font.color.rgb = rgb(MUTED)
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.rgb = rgb(MUTED)
    names.has_major_gridlines = False
    names.major_tick_mark = values.major_tick_mark = XL_TICK_MARK.NONE
    upright = names._element.find("{*}txPr").find("{*}bodyPr")  # noqa: SLF001 - python-pptx turns no labels
    upright.set("rot", "0")
    upright.set("vert", "horz")


def add_legend(chart: Any, named: Sequence[str], hidden: int = 0) -> None:
    """A legend above the chart, where more than one thing is to be told apart; not of the first, `hidden` series."""
    if len(named) < 2:
        return
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.legend.font.size = SMALL
    for number in reversed(range(hidden)):
        entry = f'<c:legendEntry {SPACES}><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
        chart.legend._element.find("{*}legendPos").addnext(parse_xml(entry))  # noqa: SLF001


def leave_room(chart: Any, names: float, *, legend: bool) -> None:
    """Where the bars are in the chart, so that names have room on the left whatever their length."""
    top = 0.12 if legend else 0.02
    layout = (
        f'<c:layout {SPACES}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{names}"/><c:y val="{top}"/><c:w val="{0.97 - names:.3f}"/><c:h val="{0.88 - top:.3f}"/>'
        "</c:manualLayout></c:layout>"
    )
    area = chart._chartSpace.find("{*}chart").find("{*}plotArea")  # noqa: SLF001
    old = area.find("{*}layout")
    if old is not None:
        area.remove(old)
    area.insert(0, parse_xml(layout))
