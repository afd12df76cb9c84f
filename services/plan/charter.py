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
from services.plan.edit import ONE, edit
from services.plan.parts import CHARTER
from services.plan.rows import Row
from services.reports.results import answers_in_force
from storage.db.database import Unit


def forum_now(inst: Installation, owned: Owned, today: date) -> ForumView:
    """The charter as kept, or as the grid and the result in force draft it."""
    with inst.database.reading() as unit:
        return _forum(inst, unit, owned, today)


def change_charter(
    inst: Installation, owned: Owned, today: date, changes: Row, seen: Row | None = None
) -> Charter:
    """Changes some fields of the charter; the first change keeps the draft with it."""
    with edit(inst, owned, CHARTER) as charter:
        if not any((charter.find(ONE) or {}).values()):
            charter.lines = [_forum(inst, charter.unit, owned, today).drafted.plain()]
        return charter.update(ONE, changes, seen)


def draft_charter(inst: Installation, owned: Owned, today: date) -> Charter:
    """Puts what the grid says today in place of the charter, whatever was written there."""
    with edit(inst, owned, CHARTER) as charter:
        return charter.put(ONE, _forum(inst, charter.unit, owned, today).drafted.plain())


def _forum(inst: Installation, unit: Unit, owned: Owned, today: date) -> ForumView:
    assessment, _day = answers_in_force(inst, unit, owned, today)
    shown = Disclosure.of(assessment)
    kept = disclosed_answers(inst.asked(owned), assessment, shown)
    level = score(inst.asked(owned), kept.respondents, kept.agreed).level if shown.team else None
    return forum_view(inst.asked(owned), assessment, level, kept.agreed, inst.governance)
