"""What is filled in after the result: pilot register, decision map, outcome ranking."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from assessment.answers.interchange import SPECIAL_ROLES
from assessment.answers.records import Initiative
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from language.translation import _, lazy, lazy_table
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import GridEdit, merged
from services.plan.rows import changing
from storage.repositories import answers, plan_parts

FIELDS = lazy_table(
    {
        "name": lazy("a name of 1 to 120 characters"),
        "owner": lazy("an owner of at most 60 characters"),
        "expected_result": lazy("an expected result of at most 1,000 characters"),
        "metric": lazy("a metric of at most 1,000 characters"),
        "stage": lazy("one of the stages idea, pilot, live, scaled, stopped"),
        "monthly_cost": lazy("a monthly cost of zero or more"),
        "result": lazy("a result of at most 1,000 characters"),
        "known_to": lazy(
            "both how many leaders know of it and how many were asked, the first not larger than the second"
        ),
        "leaders_asked": lazy("a number of leaders asked from 1 to 500"),
    }
)


def initiatives_of(inst: Installation, owned: Owned) -> list[Initiative]:
    """The pilot register in its order."""
    with inst.database.reading() as unit:
        return plan_parts.load_initiatives(unit, owned.assessment_id)


def edit_initiatives(inst: Installation, owned: Owned, edit: GridEdit) -> list[Initiative]:
    """Stores what was changed in the register, and nothing that somebody else has changed meanwhile.

    Lines that hold nothing are left out. Raises RefusedInput naming the first line and field that cannot be
    kept, and Overtaken when both have changed the same field of a line.
    """
    _initiatives([line.row for line in edit.lines])
    with changing(inst, owned) as unit:
        before = plan_parts.load_initiatives(unit, owned.assessment_id)
        lines = _initiatives(merged([line.model_dump() for line in before], edit))
        plan_parts.replace_initiatives(unit, owned.assessment_id, lines)
    return lines


def save_decision(inst: Installation, owned: Owned, decision: str, role: str) -> None:
    """Stores who, in this person's eyes, takes one decision: a function code, nobody, several or dont_know."""
    check_decision(inst.instrument, decision, role)
    with inst.database.writing() as unit:
        answers.save_decision(unit, owned.assessment_id, owned.respondent_id, decision, role)


def save_ranking(inst: Installation, owned: Owned, outcomes: Sequence[str]) -> None:
    """Stores the outcomes in this person's order, the most wanted first."""
    check_ranking(inst.instrument, outcomes)
    with inst.database.writing() as unit:
        answers.save_ranking(unit, owned.assessment_id, owned.respondent_id, outcomes)


def check_decision(instrument: Instrument, decision: str, role: str) -> None:
    """Raises RefusedInput unless both are offered."""
    known = {choice.code for choice in instrument.decisions}
    if decision not in known or role not in {*instrument.function_titles, *SPECIAL_ROLES}:
        raise RefusedInput(_("This choice is not offered. Nothing was stored; please choose again."))


def check_ranking(instrument: Instrument, outcomes: Sequence[str]) -> None:
    """Raises RefusedInput unless all are outcomes, none twice."""
    known = {choice.code for choice in instrument.outcomes}
    if len(set(outcomes)) != len(outcomes) or not set(outcomes) <= known:
        raise RefusedInput(_("This order could not be read. Nothing was stored; please try again."))


def _initiatives(rows: Sequence[Mapping[str, Any]]) -> list[Initiative]:
    kept = [{k: v for k, v in row.items() if v not in (None, "")} for row in rows]
    return [_initiative(number, row) for number, row in enumerate(kept, 1) if set(row) - {"stage"}]


def _initiative(number: int, row: Mapping[str, Any]) -> Initiative:
    try:
        return Initiative.model_validate(row)
    except ValidationError as error:
        # Only the two counts of leaders are checked against one another; such a fault has no place of its own.
        field = str((*error.errors(include_url=False)[0]["loc"], "known_to")[0])
        raise RefusedInput(
            _("Line {number} needs {what}. Nothing was stored yet, and nothing you typed is lost.").format(
                number=number, what=FIELDS.get(field, field)
            )
        ) from None
