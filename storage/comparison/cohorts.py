"""Results of the benchmark, one per organisation, and the published cohorts.

Results are written at submission and deleted with the assessment; `storage.comparison.tallies` counts them.
Published cohorts are stored separately (`cohort_to_publish` in `scoring.comparison.benchmark` says when they
change), so that no single deletion and no single new result shows in them.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Insert, bindparam, exists, func, select, update
from sqlalchemy import text as sql
from sqlalchemy.dialects import postgresql, sqlite

from scoring.comparison.benchmark import Cohort
from storage.comparison.contributors import largest_contributor
from storage.comparison.tallies import lock_tally, read_tally, update_tally
from storage.db.columns import TableRow
from storage.db.database import Kind, Unit, WritingUnit, table_of
from storage.tables.assessments import AssessmentSessionRow, SubmissionRow
from storage.tables.cohorts import EVERYTHING, UNCOUNTED, CohortRow, ResultRow

RESULTS, COHORTS = table_of(ResultRow), table_of(CohortRow)
SESSIONS, SUBMISSIONS = table_of(AssessmentSessionRow), table_of(SubmissionRow)
EXAMPLE = '%"example": true%'
"""LIKE pattern for the settings of an example. Quotes in texts are escaped, so no user text can match."""


@dataclass(frozen=True)
class ScopeScore:
    """Level 1..5 and index in whole points of an assessment in one scope; None where there is none."""

    level: int | None
    points: int | None


@dataclass(frozen=True)
class StoredResult:
    """The newest result of an organisation in one scope; `counted` is its value in the published cohort."""

    assessment_id: str
    submitted_on: date
    level: int | None
    points: int | None
    counted: int | None


def save_results(
    unit: WritingUnit, assessment_id: str, asked: str, submitted_on: date, reached: Mapping[str, ScopeScore]
) -> None:
    """Replaces all earlier results of the organisation; its published value (`counted`) stays.

    Locks the tally until the unit ends.
    """
    lock_tally(unit)
    organisation_id = unit.rows(AssessmentSessionRow, id=assessment_id)[0]["organisation_id"]
    before = unit.rows(ResultRow, organisation_id=organisation_id, asked=asked)
    mine = {
        "organisation_id": organisation_id,
        "asked": asked,
        "assessment_id": assessment_id,
        "submitted_on": submitted_on,
        "counted": None,
    }
    now = dict.fromkeys((row["scope"] for row in before), ScopeScore(None, None)) | dict(reached)
    rows = [mine | {"scope": s, "level": r.level, "points": r.points} for s, r in now.items()]
    kept = ("assessment_id", "submitted_on", "level", "points")
    unit.change(_put(unit.kind, ResultRow, kept), rows)
    update_tally(unit, gone=before, come=rows)


def withdraw_results(unit: WritingUnit, assessment_id: str) -> None:
    """Removes the results of an assessment from the tally before it is deleted. Locks the tally."""
    lock_tally(unit)
    update_tally(unit, gone=unit.rows(ResultRow, assessment_id=assessment_id))


def results_of(unit: Unit, assessment_id: str, asked: str) -> dict[str, StoredResult]:
    """The newest results of the organisation assessed, by scope; empty before a submission."""
    organisation = select(SESSIONS.c.organisation_id).where(SESSIONS.c.id == assessment_id).scalar_subquery()
    these = (RESULTS.c.organisation_id == organisation) & (RESULTS.c.asked == asked)
    names = ("assessment_id", "submitted_on", "level", "points", "counted")
    return {
        row["scope"]: StoredResult(**{name: row[name] for name in names})
        for row in unit.look_up(select(RESULTS).where(these))
    }


def count_unpublished(unit: Unit, asked: str) -> int:
    """Number of organisations with a result that is not in the published cohort yet."""
    these = select(func.count().label("n")).where(
        RESULTS.c.asked == asked,
        RESULTS.c.scope == EVERYTHING,
        RESULTS.c.counted.is_(None),
        sql(UNCOUNTED),
    )
    return int(unit.look_up(these)[0]["n"])


def count_results(unit: Unit, asked: str) -> dict[str, Cohort]:
    """The current counts of organisations by points, by scope."""
    found = read_tally(unit, asked)
    largest = largest_contributor(unit, asked) if found else 1
    return {scope: Cohort(counts, largest) for scope, counts in found.items()}


def load_cohorts(unit: Unit, asked: str) -> dict[str, Cohort]:
    """The published cohorts by scope."""
    rows = unit.look_up(select(COHORTS).where(COHORTS.c.asked == asked))
    return {row["scope"]: Cohort(counts_from(row["counts"]), row["largest"]) for row in rows}


def publish(unit: WritingUnit, asked: str, scope: str, cohort: Cohort) -> None:
    """Publishes a cohort and marks its results. It must come from `count_results` in a unit that has locked the tally."""
    body = json.dumps({f"{points:.0f}": n for points, n in sorted(cohort.counts.items())})
    row = {"asked": asked, "scope": scope, "counts": body, "largest": cohort.largest}
    unit.change(_put(unit.kind, CohortRow, ("counts", "largest")), [row])
    these = (RESULTS.c.asked == asked) & (RESULTS.c.scope == scope) & sql(UNCOUNTED)
    unit.change(update(RESULTS).where(these).values(counted=RESULTS.c.points))


def list_unscored(
    unit: Unit, asked: str, edition: str, at_most: int, organisation_id: str | None = None
) -> list[str]:
    """The newest submissions, by id, of organisations that have no result yet; examples left out.

    Of one organisation, if it is named.
    """
    scored = exists().where(
        RESULTS.c.organisation_id == SESSIONS.c.organisation_id,
        RESULTS.c.asked == asked,
        RESULTS.c.scope == EVERYTHING,
    )
    mine = SUBMISSIONS.c.edition == edition
    if organisation_id is not None:
        mine &= SESSIONS.c.organisation_id == organisation_id
    joined = SUBMISSIONS.join(SESSIONS, SUBMISSIONS.c.assessment_id == SESSIONS.c.id)
    without = (
        select(SESSIONS.c.organisation_id)
        .select_from(joined)
        .where(mine, ~scored, SESSIONS.c.settings.not_like(EXAMPLE))
        .distinct()
        .limit(at_most)
    )
    newest: dict[str, tuple[Any, ...]] = {}
    names = (SESSIONS.c.organisation_id, SESSIONS.c.created_on, SUBMISSIONS.c.id, SUBMISSIONS.c.number)
    of_these = select(*names, SUBMISSIONS.c.submitted_on).select_from(joined)
    for row in unit.look_up(of_these.where(mine, SESSIONS.c.organisation_id.in_(without))):
        place = (row["submitted_on"], row["created_on"], row["number"], row["id"])
        newest[row["organisation_id"]] = max(newest.get(row["organisation_id"], place), place)
    return [str(place[-1]) for place in newest.values()]


def counts_from(body: str) -> dict[float, int]:
    """Parses stored counts of a published cohort. Raises ValueError."""
    return {float(points): int(n) for points, n in json.loads(body).items()}


def _put(kind: Kind, row: type[TableRow], kept: Collection[str]) -> Insert:
    """An upsert that replaces the columns `kept`."""
    table = table_of(row)
    insert = (sqlite.insert if kind == "sqlite" else postgresql.insert)(table)
    named = insert.values({column.name: bindparam(column.name) for column in table.columns})
    return named.on_conflict_do_update(
        index_elements=[column.name for column in table.primary_key],
        set_={name: insert.excluded[name] for name in kept},
    )
