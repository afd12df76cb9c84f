"""Progress: what became of the commitments, what moved since, where one stands among others, assessing again."""

from collections.abc import Sequence

from language.dates import long_date
from language.translation import _
from services.core.identity import Owned
from services.reports import history
from services.reports.comparison import comparable_rounds, find_current_round
from services.reports.history import RoundReport
from ui import access, resume_code, session, theme
from ui.kit import text
from ui.screens.progress.benchmark import among_others, my_organisations
from ui.screens.progress.commitment_review import review_commitments
from ui.screens.progress.compare import compare, not_answered, not_yet
from ui.screens.progress.reassess import again


def main() -> None:
    code = resume_code.fresh_code()
    if code:
        resume_code.show_code(code)
        return
    owned = access.need_assessment()
    told = history.history(session.here(), owned, session.today())
    theme.style("results")
    theme.style("progress")
    title(owned, told)
    now = find_current_round(told, owned.assessment_id)
    report = now.report if now else None
    review_commitments(owned, report)
    earlier = comparable_rounds(told, owned.assessment_id)
    if now and earlier:
        compare(earlier, now)
    elif now:
        not_yet(told)
    else:
        not_answered(owned)
    among_others(owned, report.result.index if report else None)
    my_organisations(owned)
    again(owned)


def title(owned: Owned, told: Sequence[RoundReport]) -> None:
    """Whose progress this is, and how long it has been watched."""
    since = _("since {day}").format(day=long_date(told[0].as_of)) if len(told) > 1 else ""
    text.title(
        _("Progress"),
        above=" · ".join(part for part in (owned.organisation, since) if part),
        lead=_("Commitments first, then what has changed."),
    )


main()
