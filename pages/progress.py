"""Progress: what became of the promises, what moved since, where one stands among others, assessing again."""

from collections.abc import Sequence

from assessment.words import _
from playbook import wording
from services import progress
from services.identity import Owned
from services.progress import Stand
from services.progress_view import comparable, now_of
from ui import parts, progress_look, starting, state
from ui.progress_again import again
from ui.progress_check import promise_check
from ui.progress_compare import compare, not_answered, not_yet
from ui.progress_others import among_others, my_organisations
from ui.results_look import look


def main() -> None:
    code = starting.fresh_code()
    if code:
        starting.show_code(code)
        return
    owned = state.need_assessment()
    told = progress.history(state.here(), owned, state.today())
    look()
    progress_look.look()
    title(owned, told)
    now = now_of(told, owned.assessment_id)
    report = now.report if now else None
    promise_check(owned, report)
    earlier = comparable(told, owned.assessment_id)
    if now and earlier:
        compare(earlier, now)
    elif now:
        not_yet(told)
    else:
        not_answered(owned)
    among_others(owned, report.result.index if report else None)
    my_organisations(owned)
    again(owned)


def title(owned: Owned, told: Sequence[Stand]) -> None:
    """Whose progress this is, and how long it has been watched."""
    since = _("since {day}").format(day=wording.day(told[0].as_of)) if len(told) > 1 else ""
    parts.title(
        _("Progress"),
        above=" · ".join(part for part in (owned.organisation, since) if part),
        lead=_("Promises first; then what has moved beyond its plausible range, and what has not."),
    )


main()
