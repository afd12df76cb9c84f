"""Results: the cover, then everything behind it."""

import streamlit as st

from language.translation import _
from report.model.report import Report
from services.core.identity import Owned
from services.reports import results
from ui import access, session, theme
from ui.kit import text
from ui.screens.plan.moves import next_moves
from ui.screens.progress.benchmark import beside_published
from ui.screens.progress.reassess import again
from ui.screens.results.alignment import where_leaders_differ
from ui.screens.results.alone import errands, expectations
from ui.screens.results.cover import cover, level_openers, withheld
from ui.screens.results.profile import section_profile, section_tabs
from ui.screens.results.strategy_gap import exposures, strategy_gap


def main() -> None:
    owned = access.need_assessment()
    report = results.report(session.here(), owned, session.today())
    theme.style("results")
    if not report.disclosure.team:
        withheld(report)
    elif report.basis.answered == 0:
        nothing_yet(owned)
    else:
        result(report, owned)
        onward(session.question_screen(owned), has_level=report.result.level is not None or owned.workshop)
        again(owned)


def nothing_yet(owned: Owned) -> None:
    if owned.workshop:
        lead = _(
            "The result appears for everyone when the room is closed. One person’s answers alone are not "
            "shown."
        )
        text.title(_("There is no result yet"), lead=lead)
        return text.link(*session.room_screen(owned))
    lead = _("It appears with the first answer.")
    text.title(_("Nothing answered yet"), lead=lead)
    return text.link(session.question_screen(owned), _("Answer the questions"))


def result(report: Report, owned: Owned) -> None:
    cover(report)
    level_openers(report)
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
    text.heading(_("Next steps"))
    with st.container(key="pl_onward", horizontal=True, gap="medium"):
        if not has_level:
            text.link(questions, _("Answer the open questions"))
        for screen, words in (
            ("plan", _("See the plan")),
            ("playbook", _("Download the playbook")),
            ("decisions", _("Add initiatives, decisions and outcomes")),
            ("progress", _("See progress")),
            ("method", _("See how every number is calculated")),
        ):
            text.link(screen, words)


main()
