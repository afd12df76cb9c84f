"""Common parts of charts: functions from plain rows to Vega-Lite dicts that work in light and dark themes.

Text and lines use `currentColor`; levels are one hue with a contrast of at least 3:1 on both backgrounds, in five
opacities. So charts do not depend on the theme and are cached per data. Every layer carries its own
rows: top-level data would make Streamlit convert them with pandas on every rerun.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec

import streamlit as st

from language.translation import _, language_in_use
from ui.kit.html import HtmlFragment, fold, table

INK = "currentColor"
HUE = "#2F86A6"
STRENGTHS = (0.30, 0.45, 0.60, 0.78, 1.0)
"""How strongly the hue is drawn for levels 1 to 5."""
FAINT = 0.10
LARGE, LABEL, SMALL = 18, 15, 13
MOST = 512
"""Charts kept of each kind."""
ROOMY = 1040
"""From this width in pixels on (a projected screen) labels are drawn one size larger."""

P = ParamSpec("P")
Spec = dict[str, Any]
Rows = Sequence[dict[str, Any]]


def cached(build: Callable[P, Spec]) -> Callable[P, Spec]:
    """Caches a chart's Vega-Lite by its arguments and the language in use."""

    def keep(language: str, given: tuple[Any, ...], named: dict[str, Any]) -> Spec:  # noqa: ARG001 - a key
        return build(*given, **named)

    keep.__module__, keep.__qualname__ = build.__module__, build.__qualname__  # the name of its cache
    kept = st.cache_data(max_entries=MOST, show_spinner=False)(keep)

    @wraps(build)
    def find(*given: P.args, **named: P.kwargs) -> Spec:
        found: Spec = kept(language_in_use(), given, named)
        return found

    return find


@dataclass(frozen=True)
class Chart:
    """A chart with its text alternative in one sentence, and its numbers as a table."""

    spec: Spec
    alt: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def draw(chart: Chart, key: str) -> None:
    """Draws the chart with its accessible name; the table is the caller's (it opens below)."""
    st.vega_lite_chart(chart.spec, theme=None, alt=chart.alt, key=key, width="stretch")


def layered_spec(layers: Sequence[Any], height: int) -> Spec:
    """Layers of Altair charts as one styled Vega-Lite dict, `height` in pixels."""
    import altair as alt

    with alt.data_transformers.enable(consolidate_datasets=False):
        return styled_spec(alt.layer(*layers).to_dict(), height)


def styled_spec(spec: Spec, height: int) -> Spec:
    """Adds the common style to a Vega-Lite dict; for charts written as dicts because they change with every edit."""
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
    """A chart's numbers as a collapsed table."""
    return fold(_("Show as a table"), table(chart.header, chart.rows))
