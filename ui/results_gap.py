"""Activity against capability, exposures and contradictions."""

import streamlit as st

from assessment.words import _
from playbook.report import Report
from ui import charts, made, parts
from ui.charts_plane import plane_chart
from ui.markup import block, fold, labelled, listing, paragraph, show
from ui.results_profile import as_table


def strategy_gap(report: Report) -> None:
    """Where the company stands between trying and being able to scale."""
    parts.heading(_("Activity and the capability to scale it"), "activity")
    gap = report.result.strategy_gap
    if gap.activity is None or gap.capability is None or gap.name is None:
        parts.prose(report.headline.gap)
        return
    chart = plane_chart(gap.activity, gap.capability, gap.name, report.headline.gap)
    words, plane = st.columns([5, 7], gap="large")
    with words:
        parts.lead(report.headline.gap)
        show(
            paragraph(
                _(
                    "Activity counts what is being tried: functions, tools, money, training. Capability counts "
                    "what lets a trial grow, and is limited by its weakest part."
                )
            ),
            labelled(report.activity),
            as_table(chart),
            fold(_("How this gap was made"), *made.gap_made(report)),
        )
    with plane:
        charts.draw(chart, "plane")


def exposures(report: Report) -> None:
    """What is missing today where it matters most, and answers that do not fit together."""
    if report.exposures:
        parts.heading(_("Exposure today"), "exposure")
        parts.muted(_("Key practices that decide the level and stand below level 3, the lowest first."))
        show(listing(report.exposures))
    if report.contradictions:
        parts.heading(_("Answers that do not fit together"))
        parts.muted(_("One rests on the other. Either may be right; look at both before you decide."))
        show(block(listing(c.sentence for c in report.contradictions), under="pl-contradictions"))
