"""The charter of the group that steers AI: drafted from the grid, edited, and drafted again when asked."""

from datetime import date

from assessment.plan_records import Charter
from assessment.privacy import Disclosure
from playbook.rules import ForumView
from scoring import score
from services.disclosing import shareable
from services.identity import Owned
from services.installation import Installation
from services.meanwhile import check_unchanged
from services.plan_lines import Row, changing, record_of
from services.results import in_force
from services.rules import forum_view
from storage import register


def forum_now(inst: Installation, owned: Owned, today: date) -> ForumView:
    """The charter as kept, or as the grid and the result in force draft it."""
    with inst.database.reading() as unit:
        assessment, _day = in_force(inst, unit, owned, today)
    shown = Disclosure.of(assessment)
    kept = shareable(inst.instrument, assessment, shown)
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
        before = register.find_charter(unit, owned.assessment_id)
        known = before if before is not None and before != Charter() else drafted
        check_unchanged(known.plain(), seen, changes, inst.instrument.function_titles)
        charter = record_of(Charter, known.plain() | dict(changes))
        register.save_charter(unit, owned.assessment_id, charter)
    return charter


def draft_charter(inst: Installation, owned: Owned, today: date) -> Charter:
    """Puts what the grid says today in place of the charter, whatever was written there."""
    return save_charter(inst, owned, forum_now(inst, owned, today).drafted.plain())


def save_charter(inst: Installation, owned: Owned, values: Row) -> Charter:
    """Replaces the charter of the group that steers AI."""
    charter = record_of(Charter, values)
    with changing(inst, owned) as unit:
        register.save_charter(unit, owned.assessment_id, charter)
    return charter
