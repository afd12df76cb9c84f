"""Overview of the organisations that one browser owns: level and due commitments of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assessment.answers.plan_records import plan_records_of
from assessment.entry import calendar_date
from services.core.identity import Owned, list_owned
from services.core.installation import Installation
from services.reports.benchmark import cohort_key
from storage.comparison import cohorts
from storage.db.database import Unit
from storage.repositories import assessments, plan_parts
from storage.repositories.assessments import AssessmentSession
from storage.tables.cohorts import EVERYTHING


@dataclass(frozen=True)
class OrganisationSummary:
    """One organisation: its newest assessment in this browser, and the level submitted last.

    `as_of` is None before anything was submitted; `due` is the number of commitments past their due date.
    """

    name: str
    assessment_id: str
    every: tuple[str, ...]
    level: int | None
    as_of: date | None
    due: int

    def same_as(self, assessment_id: str) -> bool:
        """Is this one of the organisation's assessments?"""
        return assessment_id in self.every


def organisations(inst: Installation, token: str, today: date) -> tuple[OrganisationSummary, ...]:
    """Every organisation this browser owns an assessment of, by name; examples are left out."""
    mine = [found for found in list_owned(inst, token) if not found.example]
    with inst.database.reading() as unit:
        found = [_summary(inst, unit, sessions, today) for sessions in _grouped(unit, mine)]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.assessment_id)))


def _grouped(unit: Unit, mine: Iterable[Owned]) -> list[list[AssessmentSession]]:
    """The assessments this browser owns, those of one organisation together, oldest first."""
    ids = {one.assessment_id for one in mine}
    groups = []
    while ids:
        same = assessments.list_of_same_organisation(unit, min(ids))
        groups.append([session for session in same if session.id in ids])
        ids -= {session.id for session in same}
    return groups


def _summary(
    inst: Installation, unit: Unit, sessions: list[AssessmentSession], today: date
) -> OrganisationSummary:
    newest = sessions[-1]
    result = cohorts.results_of(unit, newest.id, cohort_key(inst, newest.edition)).get(EVERYTHING)
    lines = [
        line
        for session in sessions
        for line in plan_records_of(plan_parts.load_register(unit, session.id)).promises
    ]
    due = [calendar_date(line.due) for line in lines if line.status in ("open", "late") and line.due]
    return OrganisationSummary(
        name=newest.organisation.name,
        assessment_id=newest.id,
        every=tuple(session.id for session in sessions),
        level=result.level if result else None,
        as_of=result.submitted_on if result else None,
        due=sum(day is not None and day < today for day in due),
    )
