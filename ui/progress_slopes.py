"""Then and now as slopes: one small picture for each section, all on one scale, each with its plausible range."""

import math

import streamlit as st

from assessment.words import _
from playbook import progress_words, wording
from playbook.narrative import sentence
from playbook.progress import ProgressView, Slope
from ui import charts
from ui.charts_slope import End, SlopeRow, slope_chart
from ui.markup import fold, heading, paragraph, show, table

ABREAST = 3
LEAST = 40
"""The scale reaches over at least so many points, so that no small change looks like a large one."""


def slopes(view: ProgressView) -> None:
    """The pictures, how to read them, and the same as a table."""
    scale = domain(view.slopes)
    head, rows = progress_words.slopes_table(view)
    with st.container(key="pl_slopes"):
        for start in range(0, len(view.slopes), ABREAST):
            columns = st.columns(ABREAST, gap="large")
            for place, found in zip(columns, view.slopes[start : start + ABREAST], strict=False):
                with place:
                    _panel(view, found, scale, f"slope_{view.slopes.index(found)}")
    caption = _("Index from {low} to {high} in every picture.").format(low=scale[0], high=scale[1])
    show(
        paragraph(f"{caption} {_how_to_read(view)}", kind="muted"),
        fold(_("The same as a table"), table(head, rows, numeric=range(1, 7))),
    )


def _how_to_read(view: ProgressView) -> str:
    if any(found.earlier or found.later for found in view.slopes):
        return _(
            "The pale bar is the plausible range: what the same leaders could have come out at. A dashed line "
            "stays within it and is not progress."
        )
    return _(
        "One person alone has no plausible range: a change and a change of mind look the same, so nothing counts "
        "as progress until others answer too."
    )


def domain(found: tuple[Slope, ...]) -> tuple[int, int]:
    """From where to where the common scale reaches: whole tens around everything shown, within 0..100."""
    values = [
        v for s in found for v in (s.before, s.after, *(s.earlier or ()), *(s.later or ())) if v is not None
    ]
    if not values:
        return 0, 100
    low, high = math.floor(min(values) / 10) * 10, math.ceil(max(values) / 10) * 10
    while high - low < LEAST:
        low, high = max(0, low - 10), min(100, high + 10)
    return low, high


def _panel(view: ProgressView, found: Slope, scale: tuple[int, int], key: str) -> None:
    counts = found.movement in ("better", "worse")
    then = End(found.before, found.earlier, wording.day(view.then))
    now = End(found.after, found.later, wording.day(view.now))
    show(heading(found.title, 3))
    charts.draw(slope_chart(SlopeRow(then, now, counts), scale, progress_words.slope_alt(found)), key)
    note = progress_words.note(found)
    show(
        paragraph(_levels(found), kind="strong" if counts else ""),
        paragraph(sentence(note), kind="muted"),
        under="pl-slope",
    )


def _levels(found: Slope) -> str:
    if found.level_before is None or found.level_after is None:
        return _("No level at one of the two times")
    if found.level_before == found.level_after:
        return _("Level {level} both times").format(level=found.level_after)
    return _("Level {before} then, level {after} now").format(
        before=found.level_before, after=found.level_after
    )
