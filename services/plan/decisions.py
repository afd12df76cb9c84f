"""What is filled in after the result: pilot register, decision map, outcomes and barriers in order."""

from collections.abc import Sequence

from assessment.answers.interchange import SPECIAL_ROLES
from assessment.answers.ranked import Ranked, choices_of
from assessment.answers.records import Initiative
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from language.translation import _
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import GridEdit
from services.plan.edit import edit
from services.plan.parts import INITIATIVES
from storage.repositories import answers, plan_parts


def initiatives_of(inst: Installation, owned: Owned) -> list[Initiative]:
    """The pilot register in its order."""
    with inst.database.reading() as unit:
        return plan_parts.load(unit, owned.assessment_id, plan_parts.INITIATIVES)


def edit_initiatives(inst: Installation, owned: Owned, grid: GridEdit) -> int:
    """Stores what was changed in the register as a grid; how many lines there are then.

    Lines that hold nothing are left out. RefusedInput names the first line and field that cannot be kept.
    """
    with edit(inst, owned, INITIATIVES) as initiatives:
        return initiatives.merge(grid)


def save_decision(inst: Installation, owned: Owned, decision: str, role: str) -> None:
    """Stores who, in this person's eyes, takes one decision: a function code, nobody, several or dont_know."""
    check_decision(inst.asked(owned), decision, role)
    with inst.database.writing() as unit:
        answers.save_decision(unit, owned.assessment_id, owned.respondent_id, decision, role)


def save_ranking(inst: Installation, owned: Owned, kind: Ranked, order: Sequence[str]) -> None:
    """Stores the outcomes or the barriers in this person's order, the first placed first."""
    check_ranking(inst.asked(owned), kind, order)
    with inst.database.writing() as unit:
        answers.save_ranking(unit, owned.assessment_id, owned.respondent_id, kind, order)


def check_decision(instrument: Instrument, decision: str, role: str) -> None:
    """Raises RefusedInput unless both are offered."""
    known = {choice.code for choice in instrument.decisions}
    if decision not in known or role not in {*instrument.function_titles, *SPECIAL_ROLES}:
        raise RefusedInput(_("This choice is not offered. Nothing was stored; please choose again."))


def check_ranking(instrument: Instrument, kind: Ranked, order: Sequence[str]) -> None:
    """Raises RefusedInput unless this edition asks for all of them, none twice."""
    known = choices_of(instrument, kind)
    if not known:
        raise RefusedInput(_("This edition does not ask for this order. Nothing was stored."))
    if len(set(order)) != len(order) or not set(order) <= set(known):
        raise RefusedInput(_("This order could not be read. Nothing was stored; please try again."))
