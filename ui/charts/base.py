"""What all charts share: plain rows in, a Vega-Lite dict out, drawn alike in light and dark.

Ink is `currentColor`, the colour of the text around the chart; the levels are one hue that stands
at least 3:1 on both grounds, in five strengths. So a chart does not know the theme, is built once
per change of the data, and is right at once when the theme changes. Every layer carries its own
rows: top-level data would make Streamlit convert them with pandas on every rerun.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from language.translation import _
from ui.kit.html import HtmlFragment, fold, table

INK = "currentColor"
HUE = "#2F86A6"
STRENGTHS = (0.30, 0.45, 0.60, 0.78, 1.0)
"""How strongly the hue is drawn for levels 1 to 5."""
FAINT = 0.10
LARGE, LABEL, SMALL = 18, 15, 13
ROOMY = 1040
"""From this width in pixels on (a projected screen) labels are drawn one size larger."""

Spec = dict[str, Any]
Rows = Sequence[dict[str, Any]]


@dataclass(frozen=True)
class Chart:
    """A chart with its words: what it shows in one sentence, and its numbers as a table."""

    spec: Spec
    alt: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def draw(chart: Chart, key: str) -> None:
    """Draws the chart with its accessible name; the table is the caller's (it opens below)."""
    st.vega_lite_chart(chart.spec, theme=None, alt=chart.alt, key=key, width="stretch")


def layered_spec(layers: Sequence[Any], height: int) -> Spec:
    """Layers of Altair charts as one Vega-Lite dict in our looks, `height` in pixels."""
    import altair as alt

    with alt.data_transformers.enable(consolidate_datasets=False):
        return styled_spec(alt.layer(*layers).to_dict(), height)


def styled_spec(spec: Spec, height: int) -> Spec:
    """A Vega-Lite dict in our looks; for charts that change with every edit and are written as dicts themselves."""
    return spec | {
        "height": height,
        "config": {
            "background": "transparent",
            "font": "Noto Sans, sans-serif",
            "view": {"stroke": None},
            "text": {"color": INK, "fontSize": LABEL},
            "axis": {
                "domain": False,
                "ticks": False,
                "grid": False,
                "labelColor": INK,
                "titleColor": INK,
                "labelFontSize": SMALL,
                "titleFontSize": SMALL,
                "titleFontWeight": 400,
            },
        },
        "padding": {"left": 2, "right": 2, "top": 4, "bottom": 4},
    }


def rows_of(rows: Rows) -> Any:
    """Rows as inline data for one layer."""
    import altair as alt

    return alt.Data(values=list(rows))  # type: ignore[no-untyped-call]


def as_table(chart: Chart) -> HtmlFragment:
    """A chart's numbers as a table, folded away."""
    return fold(_("The same as a table"), table(chart.header, chart.rows))
