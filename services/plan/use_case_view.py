"""The use cases of a plan with their value."""

from collections.abc import Sequence
from datetime import date

from assessment.answers.plan_records import PlanRecords
from assessment.answers.records import UseCase
from report.model.report import Report
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.roadmap import plan_of
from services.reports.results import report
from storage.repositories.respondents import list_respondents


def value_of(inst: Installation, owned: Owned, today: date) -> tuple[PlanRecords, Report]:
    """The plan as it stands now, and the report with its value, pilots and verdicts.

    What rests on the answers alone is cached with the report, so an edit of the plan is answered fast.
    """
    return plan_of(inst, owned), report(inst, owned, today)


def owners_unknown(inst: Installation, owned: Owned, use_cases: Sequence[UseCase]) -> tuple[str, ...]:
    """Owners of use cases that are no role known here: somebody may have left."""
    with inst.database.reading() as unit:
        people = list_respondents(unit, owned.assessment_id)
    known = {*inst.asked(owned).function_titles, *(person.function for person in people)}
    return tuple(dict.fromkeys(use.owner for use in use_cases if use.owner and use.owner not in known))
