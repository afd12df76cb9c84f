"""Permanent deletion; returns counts."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, exists, func, select

from storage.comparison.cohorts import withdraw_results
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.upsert import lock_assessment
from storage.tables.assessments import TABLES, AssessmentSessionRow, OrganisationRow

SESSIONS = table_of(AssessmentSessionRow)
ORGANISATIONS = table_of(OrganisationRow)


@dataclass(frozen=True)
class Purged:
    """The assessments deleted by retention date, and deleted rows by kind."""

    assessments: tuple[str, ...]
    counts: dict[str, int]


def erase(unit: WritingUnit, assessment_id: str) -> dict[str, int]:
    """Permanent deletion of an assessment with all its data, closed or not. Raises NotFound.

    Returns deleted rows by kind ("respondent", "response", "submission", …), kinds without any left out. The
    organisation is deleted with its last assessment.
    """
    lock_assessment(unit, assessment_id, even_closed=True, whole=True)
    withdraw_results(unit, assessment_id)
    organisation_id = unit.rows(AssessmentSessionRow, id=assessment_id)[0]["organisation_id"]
    counts = {"assessment_session": 1}
    for table in TABLES:
        if "assessment_id" in table.c:
            count = select(func.count().label("rows")).where(table.c.assessment_id == assessment_id)
            counts[table.name] = unit.look_up(count)[0]["rows"]
    # Locked first, so that of two deletions of one organisation the second sees the first.
    locked = select(ORGANISATIONS.c.id).where(ORGANISATIONS.c.id == organisation_id)
    unit.look_up(locked.with_for_update())
    unit.change(delete(SESSIONS).where(SESSIONS.c.id == assessment_id))
    others = exists().where(SESSIONS.c.organisation_id == organisation_id)
    last = delete(ORGANISATIONS).where(ORGANISATIONS.c.id == organisation_id, ~others)
    counts["organisation"] = unit.change(last).rowcount
    unit.erased = True
    return {kind: rows for kind, rows in counts.items() if rows}


def count_due(unit: Unit, today: date) -> int:
    """How many assessments have a retention date before `today`."""
    over = select(func.count().label("due")).where(SESSIONS.c.keep_until < today)
    return int(unit.look_up(over)[0]["due"])


def purge(unit: WritingUnit, today: date, at_most: int | None = None) -> Purged:
    """Permanent deletion of assessments with a retention date before `today`: all, or `at_most` so many.

    With a limit, those that another process is deleting at the same moment are left to it.
    """
    over = select(SESSIONS.c.id).where(SESSIONS.c.keep_until < today).order_by(SESSIONS.c.id).limit(at_most)
    # All are locked before anything is deleted: `erase` locks the tally, and assessments are locked before it.
    locked = over.with_for_update(skip_locked=at_most is not None)
    ids = tuple(row["id"] for row in unit.look_up(locked))
    counts: Counter[str] = Counter()
    for assessment_id in ids:
        counts.update(erase(unit, assessment_id))
    return Purged(ids, dict(counts))
