"""The use cases of a plan with their value, read without scoring the answers."""

from collections.abc import Sequence

from assessment.answers.plan_records import PlanRecords
from assessment.answers.records import UseCase
from report.build.value import SEED, value_view_of
from report.model.value import ValueView
from scoring.value.pilots import Pilots, pilot_register
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.roadmap import plan_of
from storage.repositories.respondents import list_respondents


def value_of(inst: Installation, owned: Owned) -> tuple[PlanRecords, ValueView | None, Pilots | None]:
    """The plan as it stands now, with its value and its pilots as the report has them.

    Nothing of the answers is read or scored, so an edit is answered in a fraction of the time a report takes.
    """
    plan = plan_of(inst, owned)
    view = value_view_of(plan.use_cases, plan.assumptions, SEED, inst.governance.portfolio)
    return plan, view, pilot_register(plan.initiatives) if plan.initiatives else None


def owners_unknown(inst: Installation, owned: Owned, use_cases: Sequence[UseCase]) -> tuple[str, ...]:
    """Owners of use cases that are no role known here: somebody may have left."""
    with inst.database.reading() as unit:
        people = list_respondents(unit, owned.assessment_id)
    known = {*inst.asked(owned).function_titles, *(person.function for person in people)}
    return tuple(dict.fromkeys(use.owner for use in use_cases if use.owner and use.owner not in known))
