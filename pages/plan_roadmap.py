"""Roadmap: the first 180 days as bars, as a grid and one at a time, with its checks, commitments and reviews."""

from language.translation import _
from report.build import roadmap
from report.build.roadmap_items import LAST_LEVEL
from report.model.report import Report
from report.model.roadmap import RoadmapView
from report.text.plan.roadmap import headline
from services.core.identity import Owned
from services.reports import results
from ui import access, plan_links, session, theme
from ui.kit import fragments, page_index, text
from ui.screens.results.cover import withheld
from ui.screens.roadmap.chart import chart
from ui.screens.roadmap.commitment import commitments_made
from ui.screens.roadmap.grid import grid
from ui.screens.roadmap.item import adding, in_front
from ui.screens.roadmap.settings import carrying, first_day, later, rules, said, still_open, use_cases


def main() -> None:
    owned = access.need_assessment()
    report = results.report(session.here(), owned, session.today())
    plan_links.show()
    theme.style("roadmap")
    if not report.disclosure.team:
        withheld(report)
        return
    plan(owned)


@fragments.alone
def plan(owned: Owned) -> None:
    """All of it, so that every edit is answered everywhere at once."""
    report = results.report(session.here(), owned, session.today())
    view = report.roadmap
    if view is None:
        return
    if not (view.items or view.later or view.dropped):
        nothing_yet(owned, report)
    else:
        planned(owned, view)
    adding(owned, view, roadmap.addable_moves(report.instrument, report.result, view))
    use_cases(owned, view)
    if view.items:
        carrying(owned, view)
    commitments_made(owned, report, view)
    rules(view)


def planned(owned: Owned, view: RoadmapView) -> None:
    text.title(_("The first 180 days"), lead=headline(view))
    page_index.of_roadmap(view)
    said(view)
    first_day(owned, view)
    chart(view)
    still_open(view)
    later(view)
    grid(owned, view)
    in_front(owned, view)


def nothing_yet(owned: Owned, report: Report) -> None:
    """No path and nothing put in: what is missing, and where it comes from."""
    if report.result.level is None:
        words = _("The roadmap starts from the path to the next level, which needs a level first.")
        text.title(_("Nothing is planned yet"), lead=f"{words} {report.headline.level}")
        text.link(session.question_screen(owned), _("Answer the questions"))
        return
    words = _("The target level is reached. Aim higher, or add moves of your own.")
    if report.result.level == LAST_LEVEL:
        words = _("Level 5 is the highest level. Add moves to keep it.")
    text.title(_("Nothing is planned yet"), lead=words)
    text.link("plan", _("Change the target level"))


main()
