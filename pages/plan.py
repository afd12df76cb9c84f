"""Plan: what to close first, the cheapest way up, and what would change if one answer were another."""

from assessment.words import _
from playbook.report import Report
from services import results
from ui import parts, plan_nav, state
from ui.plan_gaps import gaps
from ui.plan_path import path_and_what_if
from ui.results_cover import withheld


def main() -> None:
    owned = state.need_assessment()
    report = results.report(state.here(), owned, state.today())
    plan_nav.show()
    if not report.disclosure.team:
        withheld(report)
    elif report.basis.answered == 0:
        nothing_yet(state.question_screen(owned))
    else:
        parts.title(_("What to close first, and the cheapest way up"), lead=level(report))
        gaps(report)
        path_and_what_if(owned)


def nothing_yet(questions: str) -> None:
    parts.title(
        _("The plan begins with the answers"),
        lead=_(
            "From the first answers on, this screen says what to settle first and what the cheapest way to the next level is."
        ),
    )
    parts.link(questions, _("To the questions"))


def level(report: Report) -> str:
    """Where the way begins."""
    if report.result.level is None:
        return report.headline.level
    return f"{report.headline.level} {report.headline.holding}"


main()
