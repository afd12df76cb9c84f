"""Then and now as slopes: one small picture for each section, all on one scale, each with its plausible range."""

import streamlit as st

from language.dates import long_date
from language.translation import _
from report.model.progress import ProgressView, Slope, scale_of
from report.text import progress
from report.text.narrative import sentence
from ui.charts import base
from ui.charts.slope import End, SlopeRow, slope_chart
from ui.kit.html import fold, heading, paragraph, show, table

ABREAST = 3


def slopes(view: ProgressView) -> None:
    """The pictures, how to read them, and the same as a table."""
    scale = scale_of(view.slopes)
    head, rows = progress.slopes_table(view)
    with st.container(key="pl_slopes"):
        for start in range(0, len(view.slopes), ABREAST):
            columns = st.columns(ABREAST, gap="large")
            for place, found in zip(columns, view.slopes[start : start + ABREAST], strict=False):
                with place:
                    _panel(view, found, scale, f"slope_{view.slopes.index(found)}")
    caption = _("Index from {low} to {high} in every picture.").format(low=scale[0], high=scale[1])
    show(
        paragraph(f"{caption} {progress.how_to_read(view)}", kind="muted"),
        fold(_("Show as a table"), table(head, rows, numeric=range(1, 7))),
    )


def _panel(view: ProgressView, found: Slope, scale: tuple[int, int], key: str) -> None:
    counts = found.movement in ("better", "worse")
    then = End(found.before, found.earlier, long_date(view.then))
    now = End(found.after, found.later, long_date(view.now))
    show(heading(found.title, 3))
    base.draw(slope_chart(SlopeRow(then, now, counts), scale, progress.slope_alt(found)), key)
    note = progress.note(found)
    show(
        paragraph(progress.levels_words(found), kind="strong" if counts else ""),
        paragraph(sentence(note), kind="muted"),
        under="pl-slope",
    )
