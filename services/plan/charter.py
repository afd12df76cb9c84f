"""The charter of the group that steers AI and the forums beside it: drafted, edited, and drafted again when asked."""

from datetime import date

from assessment.errors import RefusedInput
from assessment.plan.records import Charter, Forum
from assessment.privacy import Disclosure
from language.translation import _
from report.build.disclosure import disclosed_answers
from report.build.governance import forum_view
from report.model.governance import ForumView
from report.text.governance.forums import drafted_forum
from scoring import score
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.edit import ONE, edit
from services.plan.parts import CHARTER, FORUMS
from services.plan.rows import Row
from services.reports.results import answers_in_force
from storage.db.database import Unit

BESIDE = "forums"
"""The field of the charter that holds the forums beside it: no draft replaces them."""


def forum_now(inst: Installation, owned: Owned, today: date) -> ForumView:
    """The charter as kept, or as the grid and the result in force draft it; with the forums beside it."""
    with inst.database.reading() as unit:
        return _forum(inst, unit, owned, today)


def change_charter(
    inst: Installation, owned: Owned, today: date, changes: Row, seen: Row | None = None
) -> Charter:
    """Changes some fields of the charter; the first change keeps the draft with it."""
    with edit(inst, owned, CHARTER) as charter:
        before = charter.find(ONE) or {}
        if not any(value for name, value in before.items() if name != BESIDE):
            charter.lines = [_forum(inst, charter.unit, owned, today).drafted.plain() | before]
        return charter.update(ONE, changes, seen)


def draft_charter(inst: Installation, owned: Owned, today: date) -> Charter:
    """Puts what the grid says today in place of the charter, whatever was written there. Other forums stay."""
    with edit(inst, owned, CHARTER) as charter:
        beside = {name: value for name, value in (charter.find(ONE) or {}).items() if name == BESIDE}
        return charter.put(ONE, _forum(inst, charter.unit, owned, today).drafted.plain() | beside)


def choose_forum(inst: Installation, owned: Owned, kind: str) -> Forum:
    """Adds a forum of an offered kind as the installation drafts it; one that is there already stays as it is."""
    offered = next((found for found in inst.governance.forums.kinds if found.code == kind), None)
    if offered is None:
        raise RefusedInput(_("This kind of forum is not offered. Nothing was stored; please choose again."))
    with edit(inst, owned, FORUMS) as forums:
        before = forums.find(kind)
        return forums.put(kind, drafted_forum(offered).plain()) if before is None else Forum(**before)


def change_forum(inst: Installation, owned: Owned, kind: str, changes: Row, seen: Row | None = None) -> Forum:
    """Changes some fields of one forum beside the charter. NotFound."""
    with edit(inst, owned, FORUMS) as forums:
        return forums.update(kind, {**changes, "kind": kind}, seen)


def remove_forum(inst: Installation, owned: Owned, kind: str, seen: Row | None = None) -> None:
    """Takes out one forum beside the charter, unless it is no longer as it was `seen`."""
    with edit(inst, owned, FORUMS) as forums:
        forums.remove(kind, seen)


def _forum(inst: Installation, unit: Unit, owned: Owned, today: date) -> ForumView:
    assessment, _day = answers_in_force(inst, unit, owned, today)
    shown = Disclosure.of(assessment)
    kept = disclosed_answers(inst.asked(owned), assessment, shown)
    level = score(inst.asked(owned), kept.respondents, kept.agreed).level if shown.team else None
    return forum_view(inst.asked(owned), assessment, level, kept.agreed, inst.governance)
