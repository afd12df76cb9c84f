"""Activity against capability, exposures and contradictions."""

import streamlit as st

from language.translation import _
from report.model.report import Report
from ui.charts import base
from ui.charts.base import as_table
from ui.charts.plane import plane_chart
from ui.explain import levels
from ui.kit import text
from ui.kit.html import block, fold, labelled, listing, paragraph, show


def strategy_gap(report: Report) -> None:
    """Where the company stands between trying and being able to scale."""
    text.heading(_("Activity and capability"), "activity")
    gap = report.result.strategy_gap
    if gap.activity is None or gap.capability is None or gap.name is None:
        text.prose(report.headline.gap)
        return
    chart = plane_chart(gap.activity, gap.capability, gap.name, report.headline.gap)
    words, plane = st.columns([5, 7], gap="large")
    with words:
        text.lead(report.headline.gap)
        show(
            paragraph(
                _(
                    "Activity is what you try: functions, tools, money, training. Capability is what lets a "
                    "trial grow."
                )
            ),
            labelled(report.activity),
            as_table(chart),
            fold(_("How this gap is calculated"), *levels.explain_strategy_gap(report)),
        )
    with plane:
        base.draw(chart, "plane")


def exposures(report: Report) -> None:
    """What is missing today where it matters most, and answers that do not fit together."""
    if report.exposures:
        text.heading(_("Exposure today"), "exposure")
        text.muted(_("Key practices below level 3 that decide the level, lowest first."))
        show(listing(report.exposures))
    if report.contradictions:
        text.heading(_("Answers that contradict each other"))
        text.muted(_("Check both before you decide."))
        show(block(listing(c.sentence for c in report.contradictions), under="pl-contradictions"))
