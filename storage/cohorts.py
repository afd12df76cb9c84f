"""Results side by side: one of each organisation, counted by the database.

Rows are written when an assessment is submitted and go when it is erased. What is published is kept apart
(`renewed` in `scoring.benchmark` says when it changes), so that no erasing and no new result shows in it.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Insert, bindparam, exists, func, select, update
from sqlalchemy import text as sql
from sqlalchemy.dialects import postgresql, sqlite

from scoring.benchmark import Cohort
from storage.cohort_tables import EVERYTHING, UNCOUNTED, CohortRow, ResultRow
from storage.columns import Row
from storage.database import Kind, Unit, WritingUnit, table_of
from storage.tables import AssessmentSessionRow, DeviceBindingRow, SubmissionRow

RESULTS, COHORTS = table_of(ResultRow), table_of(CohortRow)
SESSIONS, SUBMISSIONS = table_of(AssessmentSessionRow), table_of(SubmissionRow)
BINDINGS = table_of(DeviceBindingRow)
EXAMPLE = '%"example": true%'
"""How the settings of an example read. Quotes inside a text are escaped, so no text of anybody's reads so."""

LOOKED_AT = 50
"""How many of the browsers that own most assessments are looked at; beyond, their number of assessments counts."""


@dataclass(frozen=True)
class Reached:
    """What an assessment amounts to in one scope: level 1..5 and index in whole points, None without one."""

    level: int | None
    points: int | None


@dataclass(frozen=True)
class Result:
    """The newest result of an organisation in one scope; `counted` is what the published counts hold of it."""

    assessment_id: str
    submitted_on: date
    level: int | None
    points: int | None
    counted: int | None


def save_results(
    unit: WritingUnit, assessment_id: str, asked: str, submitted_on: date, reached: Mapping[str, Reached]
) -> None:
    """Puts these in place of the organisation's earlier ones; what was counted of it stays counted."""
    found = unit.rows(AssessmentSessionRow, id=assessment_id)
    mine = {
        "organisation_id": found[0]["organisation_id"],
        "asked": asked,
        "assessment_id": assessment_id,
        "submitted_on": submitted_on,
        "counted": None,
    }
    rows = [mine | {"scope": s, "level": r.level, "points": r.points} for s, r in reached.items()]
    kept = ("assessment_id", "submitted_on", "level", "points")
    unit.change(_put(unit.kind, ResultRow, kept), rows)


def results_of(unit: Unit, assessment_id: str, asked: str) -> dict[str, Result]:
    """The newest results of the organisation assessed, by scope; empty before a submission."""
    organisation = select(SESSIONS.c.organisation_id).where(SESSIONS.c.id == assessment_id).scalar_subquery()
    these = (RESULTS.c.organisation_id == organisation) & (RESULTS.c.asked == asked)
    names = ("assessment_id", "submitted_on", "level", "points", "counted")
    return {
        row["scope"]: Result(**{name: row[name] for name in names})
        for row in unit.look_up(select(RESULTS).where(these))
    }


def waiting(unit: Unit, asked: str) -> int:
    """How many organisations have a result that the published counts do not hold yet."""
    these = select(func.count().label("n")).where(
        RESULTS.c.asked == asked,
        RESULTS.c.scope == EVERYTHING,
        RESULTS.c.counted.is_(None),
        sql(UNCOUNTED),
    )
    return int(unit.look_up(these)[0]["n"])


def count_results(unit: Unit, asked: str) -> dict[str, Cohort]:
    """How many organisations have which points, by scope, as of now.

    One index answers it; time grows with the number of results.
    """
    values = (RESULTS.c.scope, RESULTS.c.points)
    counted = select(*values, func.count().label("n")).where(
        RESULTS.c.asked == asked, RESULTS.c.points.is_not(None)
    )
    counts: dict[str, dict[float, int]] = defaultdict(dict)
    for row in unit.look_up(counted.group_by(*values)):
        counts[row["scope"]][float(row["points"])] = row["n"]
    largest = _largest(unit, asked) if counts else 1
    return {scope: Cohort(found, largest) for scope, found in counts.items()}


def load_cohorts(unit: Unit, asked: str) -> dict[str, Cohort]:
    """The published counts by scope."""
    rows = unit.look_up(select(COHORTS).where(COHORTS.c.asked == asked))
    return {row["scope"]: Cohort(counts_from(row["counts"]), row["largest"]) for row in rows}


def hold_cohorts(unit: WritingUnit) -> None:
    """Nobody else publishes until this unit ends. (On SQLite nobody else writes at all.)"""
    if unit.kind == "postgresql":
        unit.connection().execute(sql(f"LOCK TABLE {COHORTS.name} IN SHARE ROW EXCLUSIVE MODE"))


def publish(unit: WritingUnit, asked: str, scope: str, cohort: Cohort) -> None:
    """Publishes these counts, which `count_results` gave in this unit, and marks whom they hold."""
    body = json.dumps({f"{points:.0f}": n for points, n in sorted(cohort.counts.items())})
    row = {"asked": asked, "scope": scope, "counts": body, "largest": cohort.largest}
    unit.change(_put(unit.kind, CohortRow, ("counts", "largest")), [row])
    these = (RESULTS.c.asked == asked) & (RESULTS.c.scope == scope) & sql(UNCOUNTED)
    unit.change(update(RESULTS).where(these).values(counted=RESULTS.c.points))


def list_unscored(unit: Unit, asked: str, edition: str, at_most: int) -> list[str]:
    """The newest submissions, by id, of organisations that have no result yet; examples left out."""
    scored = exists().where(
        RESULTS.c.organisation_id == SESSIONS.c.organisation_id,
        RESULTS.c.asked == asked,
        RESULTS.c.scope == EVERYTHING,
    )
    mine = SUBMISSIONS.c.edition == edition
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
    """Published counts as they are stored. Raises ValueError."""
    return {float(points): int(n) for points, n in json.loads(body).items()}


def _largest(unit: Unit, asked: str) -> int:
    """How many of the organisations belong to the browser that owns most of them; 1 if nobody owns several.

    Those that own most assessments are looked at first, until the next ones cannot own more organisations.
    """
    number = func.count().label("n")
    owners = select(BINDINGS.c.token_hash, number).where(BINDINGS.c.role == "owner")
    several = owners.group_by(BINDINGS.c.token_hash).having(func.count() > 1).order_by(number.desc())
    most = 1
    for position, owner in enumerate(unit.look_up(several.limit(LOOKED_AT + 1))):
        if owner["n"] <= most:
            break
        most = owner["n"] if position == LOOKED_AT else max(most, _owned(unit, asked, owner["token_hash"]))
    return most


def _owned(unit: Unit, asked: str, token_hash: str) -> int:
    mine = (BINDINGS.c.token_hash == token_hash) & (BINDINGS.c.role == "owner")
    results = (RESULTS.c.asked == asked) & (RESULTS.c.scope == EVERYTHING) & RESULTS.c.points.is_not(None)
    joined = BINDINGS.join(RESULTS, BINDINGS.c.assessment_id == RESULTS.c.assessment_id)
    counted = select(func.count().label("n")).select_from(joined).where(mine, results)
    return int(unit.look_up(counted)[0]["n"])


def _put(kind: Kind, row: type[Row], kept: Collection[str]) -> Insert:
    """An insert that puts the columns `kept` in place of what is there."""
    table = table_of(row)
    insert = (sqlite.insert if kind == "sqlite" else postgresql.insert)(table)
    named = insert.values({column.name: bindparam(column.name) for column in table.columns})
    return named.on_conflict_do_update(
        index_elements=[column.name for column in table.primary_key],
        set_={name: insert.excluded[name] for name in kept},
    )
