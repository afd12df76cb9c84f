"""Results: the cover, then everything behind it."""

import streamlit as st

from assessment.words import _
from playbook.report import Report
from services import results
from services.identity import Owned
from ui import parts, state
from ui.progress_again import again
from ui.progress_others import beside_published
from ui.results_alignment import where_leaders_differ
from ui.results_alone import errands, expectations
from ui.results_cover import cover, level_openers, withheld
from ui.results_gap import exposures, strategy_gap
from ui.results_look import look
from ui.results_moves import next_moves
from ui.results_profile import section_profile, section_tabs


def main() -> None:
    owned = state.need_assessment()
    report = results.report(state.here(), owned, state.today())
    look()
    if not report.disclosure.team:
        withheld(report)
    elif report.basis.answered == 0:
        nothing_yet(owned)
    else:
        result(report, owned)
        onward(state.question_screen(owned), has_level=report.result.level is not None or owned.workshop)
        again(owned)


def nothing_yet(owned: Owned) -> None:
    if owned.workshop:
        lead = _(
            "The result of a workshop is made when its room is closed, for everybody at once. "
            "What one person alone has answered is not shown."
        )
        parts.title(_("There is no result yet"), lead=lead)
        return parts.link("console", _("To the console"))
    lead = _("The result appears with the first answers and grows with every further one.")
    parts.title(_("Nothing has been answered yet"), lead=lead)
    return parts.link(state.question_screen(owned), _("To the questions"))


def result(report: Report, owned: Owned) -> None:
    cover(report)
    level_openers(report)
    if report.result.single_view:
        errands(report)
    section_profile(report)
    section_tabs(report)
    beside_published(owned, report.result.index)
    strategy_gap(report)
    where_leaders_differ(report)
    exposures(report)
    next_moves(report)
    if report.result.single_view:
        expectations(report)


def onward(questions: str, *, has_level: bool) -> None:
    """Where one goes from here."""
    parts.heading(_("From here"))
    with st.container(key="pl_onward", horizontal=True, gap="medium"):
        if not has_level:
            parts.link(questions, _("Answer what is open"))
        for screen, words in (
            ("plan", _("What to close first, and the cheapest way up")),
            ("playbook", _("Download the playbook")),
            ("decisions", _("Pilots, decisions and outcomes")),
            ("progress", _("What became of it")),
            ("method", _("How every number is made")),
        ):
            parts.link(screen, words)


main()
