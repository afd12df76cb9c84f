"""The charter of the group that steers AI: drafted from the grid, edited, and drafted again when asked."""

from datetime import date

from assessment.plan.records import Charter
from assessment.privacy import Disclosure
from report.build.disclosure import disclosed_answers
from report.build.governance import forum_view
from report.model.governance import ForumView
from scoring import score
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import check_unchanged
from services.plan.rows import Row, changing, record_of
from services.reports.results import answers_in_force
from storage.repositories import plan_parts


def forum_now(inst: Installation, owned: Owned, today: date) -> ForumView:
    """The charter as kept, or as the grid and the result in force draft it."""
    with inst.database.reading() as unit:
        assessment, _day = answers_in_force(inst, unit, owned, today)
    shown = Disclosure.of(assessment)
    kept = disclosed_answers(inst.instrument, assessment, shown)
    level = score(inst.instrument, kept.respondents, kept.agreed).level if shown.team else None
    return forum_view(inst.instrument, assessment, level, kept.agreed, inst.governance)


def change_charter(
    inst: Installation, owned: Owned, today: date, changes: Row, seen: Row | None = None
) -> Charter:
    """Changes some fields of the charter; the first change keeps the draft with it.

    Raises Overtaken when a field no longer holds what was `seen` in it.
    """
    drafted = forum_now(inst, owned, today).drafted
    with changing(inst, owned) as unit:
        before = plan_parts.find_charter(unit, owned.assessment_id)
        known = before if before is not None and before != Charter() else drafted
        check_unchanged(known.plain(), seen, changes, inst.instrument.function_titles)
        charter = record_of(Charter, known.plain() | dict(changes))
        plan_parts.save_charter(unit, owned.assessment_id, charter)
    return charter


def draft_charter(inst: Installation, owned: Owned, today: date) -> Charter:
    """Puts what the grid says today in place of the charter, whatever was written there."""
    return save_charter(inst, owned, forum_now(inst, owned, today).drafted.plain())


def save_charter(inst: Installation, owned: Owned, values: Row) -> Charter:
    """Replaces the charter of the group that steers AI."""
    charter = record_of(Charter, values)
    with changing(inst, owned) as unit:
        plan_parts.save_charter(unit, owned.assessment_id, charter)
    return charter
