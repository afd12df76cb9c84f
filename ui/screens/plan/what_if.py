"""What if one answer were different: level, path and gaps before and after, at once."""

import streamlit as st

from assessment.instrument.model import Instrument
from language.translation import _
from report.model.report import Report
from report.text.plan import what_if
from services.core.identity import Owned
from services.reports import results
from ui import session
from ui.kit import text
from ui.kit.html import paragraph, show, table

PRACTICE, LEVEL = "suppose_practice", "suppose_level"
LEVELS = {level: str(level) for level in range(1, 6)}


def suppose(owned: Owned, report: Report) -> None:
    """Choose a practice and a level; nothing of it is stored."""
    instrument = report.instrument
    text.heading(_("What if one answer were different?"))
    text.muted(_("A trial only: nothing is saved."))
    codes = [code for code, found in report.result.practices.items() if found.state != "not_applicable"]
    if not codes:
        return
    first = _first(report, codes)
    with st.container(horizontal=True, gap="large", key="pl_suppose", vertical_alignment="bottom"):
        code = st.selectbox(
            _("Practice"),
            codes,
            index=codes.index(first),
            format_func=lambda code: text.label(_name(instrument, code)),
            key=PRACTICE,
        )
        level = st.segmented_control(
            _("New level"),
            list(LEVELS),
            format_func=LEVELS.__getitem__,
            default=min((report.result.practices[first].level or 1) + 1, 5),
            required=True,
            key=LEVEL,
        )
    found = results.what_if_report(session.here(), owned, session.today(), code or first, level or 1)
    situation = instrument.practices[found.code].situation(found.level)
    show(paragraph(situation, kind="muted"), paragraph(what_if.finding(report, found), kind="lead"))
    heads = ("", _("Today"), _("With this change"))
    show(table(heads, what_if.rows(report, found)), under="pl-before-after")


def _first(report: Report, codes: list[str]) -> str:
    """The practice that is tried first: one that holds the level, else the first gap."""
    wanted = [*report.result.held_by, *(found.practice.code for found in report.gaps)]
    return next((code for code in wanted if code in codes), codes[0])


def _name(instrument: Instrument, code: str) -> str:
    return f"{instrument.practices[code].title} ({instrument.pillar_of[code].title})"
