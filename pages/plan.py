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
        text.title(_("What to close first, and the cheapest way up"), lead=level(report))
        errands(report)
        gaps(report)
        path_and_what_if(owned)


def nothing_yet(questions: str) -> None:
    text.title(
        _("The plan begins with the answers"),
        lead=_(
            "From the first answers on, this screen says what to settle first and what the cheapest way to the next level is."
        ),
    )
    text.link(questions, _("To the questions"))


def level(report: Report) -> str:
    """Where the way begins."""
    if report.result.level is None:
        return report.headline.level
    return f"{report.headline.level} {report.headline.holding}"


main()
