"""Repository of submissions: frozen assessments with their edition and scoring version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from assessment.answers.interchange import canonical
from assessment.answers.records import Assessment
from assessment.errors import NotFound
from language.translation import _
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.ids import new_id
from storage.repositories.assessments import mark_submitted
from storage.tables.assessments import SubmissionRow

SUBMISSIONS = table_of(SubmissionRow)


@dataclass(frozen=True)
class Submission:
    """One frozen assessment. `number` counts from 1 within its assessment; `assessment` is canonical JSON."""

    id: str
    assessment_id: str
    number: int
    submitted_on: date
    edition: str
    scoring_version: str
    assessment: str


def add_submission(
    unit: WritingUnit, assessment_id: str, assessment: Assessment, *, scoring_version: str, today: date
) -> Submission:
    """Freezes `assessment` and marks the assessment submitted. NotFound, Frozen when closed."""
    mark_submitted(unit, assessment_id)
    last = select(func.max(SUBMISSIONS.c.number).label("last"))
    number = unit.look_up(last.where(SUBMISSIONS.c.assessment_id == assessment_id))[0]["last"] or 0
    frozen = SubmissionRow(
        id=new_id(),
        assessment_id=assessment_id,
        number=number + 1,
        submitted_on=today,
        edition=assessment.edition,
        scoring_version=scoring_version,
        assessment=canonical(assessment),
    )
    unit.add_rows(SubmissionRow, [frozen.model_dump()])
    return Submission(**frozen.model_dump())


def list_submissions(unit: Unit, assessment_id: str) -> list[Submission]:
    """All submissions of an assessment, first to last."""
    found = [_submission(row) for row in unit.rows(SubmissionRow, assessment_id=assessment_id)]
    return sorted(found, key=lambda submission: submission.number)


def get_submission(unit: Unit, submission_id: str) -> Submission:
    """One submission by its id; NotFound otherwise."""
    found = unit.rows(SubmissionRow, id=submission_id)
    if not found:
        raise NotFound(_("This submission does not exist."))
    return _submission(found[0])


def find_latest_submission(unit: Unit, assessment_id: str) -> Submission | None:
    """The last submission of an assessment, or None."""
    found = list_submissions(unit, assessment_id)
    return found[-1] if found else None


def latest_day(unit: Unit, assessment_id: str) -> date | None:
    """The day of the last submission, without its answers; None before the first."""
    day = select(func.max(SUBMISSIONS.c.submitted_on).label("day"))
    found: date | None = unit.look_up(day.where(SUBMISSIONS.c.assessment_id == assessment_id))[0]["day"]
    return found


def _submission(row: Mapping[str, Any]) -> Submission:
    return Submission(**row)
