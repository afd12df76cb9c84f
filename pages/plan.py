"""Plan: what to close first, the cheapest way up, and what would change if one answer were another."""

from language.translation import _
from report.model.report import Report
from services.reports import results
from ui import access, plan_links, session
from ui.kit import text
from ui.screens.plan.gaps import gaps
from ui.screens.plan.path import path_and_what_if
from ui.screens.results.alone import errands
from ui.screens.results.cover import withheld


def main() -> None:
    owned = access.need_assessment()
    report = results.report(session.here(), owned, session.today())
    plan_links.show()
    if not report.disclosure.team:
        withheld(report)
    elif report.basis.answered == 0:
        nothing_yet(session.question_screen(owned))
    else:
        text.title(_("What to settle first, and the path to the next level"), lead=level(report))
        errands(report)
        gaps(report)
        path_and_what_if(owned)


def nothing_yet(questions: str) -> None:
    text.title(
        _("Answer a question to start the plan"),
        lead=_("It shows what to settle first and the path to the next level."),
    )
    text.link(questions, _("Answer the questions"))


def level(report: Report) -> str:
    """Where the way begins."""
    if report.result.level is None:
        return report.headline.level
    return f"{report.headline.level} {report.headline.holding}"


main()
