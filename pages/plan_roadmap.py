"""Roadmap: the first 180 days as bars, as a grid and one at a time, with its checks, promises and reviews."""

from assessment.words import _
from playbook.report import Report
from playbook.roadmap import RoadmapView
from playbook.roadmap_words import headline
from services import results, roadmap
from services.identity import Owned
from services.roadmap_items import LAST_LEVEL
from ui import contents, fragments, parts, plan_nav, roadmap_look, state
from ui.results_cover import withheld
from ui.roadmap_chart import chart
from ui.roadmap_frame import carrying, first_day, later, rules, said, still_open, use_cases
from ui.roadmap_front import adding, in_front
from ui.roadmap_grid import grid
from ui.roadmap_promise import promises


def main() -> None:
    owned = state.need_assessment()
    report = results.report(state.here(), owned, state.today())
    plan_nav.show()
    roadmap_look.look()
    if not report.disclosure.team:
        withheld(report)
        return
    plan(owned)


@fragments.alone
def plan(owned: Owned) -> None:
    """All of it, so that every edit is answered everywhere at once."""
    report = results.report(state.here(), owned, state.today())
    view = report.roadmap
    if view is None:
        return
    if not (view.items or view.later or view.dropped):
        nothing_yet(owned, report)
    else:
        planned(owned, view)
    adding(owned, view, roadmap.offers(report.instrument, report.result, view))
    use_cases(owned, view)
    if view.items:
        carrying(owned, view)
        promises(view)
    rules(view)


def planned(owned: Owned, view: RoadmapView) -> None:
    parts.title(_("The first 180 days"), lead=headline(view))
    contents.of_roadmap(view)
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
        words = _("The roadmap begins with the cheapest path, and that needs a level.")
        parts.title(_("Nothing is planned yet"), lead=f"{words} {report.headline.level}")
        parts.link(state.question_screen(owned), _("To the questions"))
        return
    words = _("The level aimed at is reached. Aim higher, or put in what you want to do.")
    if report.result.level == LAST_LEVEL:
        words = _("Level 5 is reached, and nothing is above it. Put in what you want to do to keep it.")
    parts.title(_("Nothing is planned yet"), lead=words)
    parts.link("plan", _("To the level aimed at"))


main()
