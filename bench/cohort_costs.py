"""Cost of the benchmark of organisations at 1,000, 10,000 and 100,000 stored results, on both databases."""

import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import text, update

from bench import postgres
from scoring.comparison.benchmark import benchmark_position, without_own
from storage.comparison import cohorts
from storage.comparison.cohorts import ScopeScore
from storage.comparison.tallies import lock_tally, recount_tally
from storage.db.database import Database, table_of
from storage.db.engines import open_database
from storage.db.schema import migrate
from storage.db.urls import sqlite_url
from storage.tables.assessments import AssessmentSessionRow, DeviceBindingRow, OrganisationRow
from storage.tables.cohorts import EVERYTHING, ResultRow

SIZES = (1_000, 10_000, 100_000)
SCOPES = (EVERYTHING, "strategy", "value", "ownership", "governance", "operations")
ASKED = "bench 2026.1 1"
TODAY = date(2026, 11, 22)
BATCH = 5_000
BUDGET = 1_000.0
SEED = 7
REPEATS = 5
RESULTS = table_of(ResultRow)


def comparing() -> Iterator[tuple[str, str, float]]:
    """(database, what, median ms) for each size."""
    with _databases() as found:
        for name, database in found:
            stored = 0
            for size in SIZES:
                _fill(database, stored, size)
                _publish(database)
                stored = size
                for what, ms in _costs(database):
                    yield name, f"{what}, {size:,} results", ms


def _costs(database: Database) -> Iterator[tuple[str, float]]:
    """A result is stored; five more have joined and new counts are published; one looks at a place."""
    times: dict[str, list[float]] = {
        "a result is stored": [],
        "five more join": [],
        "one look at a place": [],
    }
    for repeat in range(REPEATS):
        for number in range(5):
            with database.writing() as unit:
                where = RESULTS.c.assessment_id == f"a{number:06}"
                unit.change(update(RESULTS).where(where).values(counted=None))
            times["a result is stored"].append(_timed(partial(_store, database, number, repeat)))
        times["five more join"].append(_timed(lambda: _publish(database)))
        times["one look at a place"].append(_timed(lambda: _look(database)))
    yield from ((what, statistics.median(found)) for what, found in times.items())


def _store(database: Database, number: int, repeat: int) -> None:
    with database.writing() as unit:
        reached = {scope: ScopeScore(3, 40 + number + repeat) for scope in SCOPES}
        cohorts.save_results(unit, f"a{number:06}", ASKED, TODAY, reached)


def _publish(database: Database) -> None:
    with database.writing() as unit:
        lock_tally(unit)
        for scope, cohort in cohorts.count_results(unit, ASKED).items():
            cohorts.publish(unit, ASKED, scope, cohort)


def _look(database: Database) -> None:
    with database.reading() as unit:
        mine = cohorts.results_of(unit, "a000007", ASKED)
        published = cohorts.load_cohorts(unit, ASKED)
    for scope, found in mine.items():
        benchmark_position(
            float(found.counted or 0), without_own(published[scope], float(found.counted or 0))
        )


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _fill(database: Database, start: int, end: int) -> None:
    """Organisations with one submitted result in every scope, which the published counts hold."""
    chance = random.Random(SEED + start)  # noqa: S311 - made-up results
    for begin in range(start, end, BATCH):
        numbers = range(begin, min(begin + BATCH, end))
        with database.writing() as unit:
            unit.add_rows(OrganisationRow, [{"id": f"o{n:06}", "name": f"Organisation {n}"} for n in numbers])
            unit.add_rows(AssessmentSessionRow, [_session(n) for n in numbers])
            unit.add_rows(ResultRow, [_result(n, scope, chance) for n in numbers for scope in SCOPES])
            unit.add_rows(DeviceBindingRow, [_binding(n) for n in numbers])
            if numbers[-1] == end - 1:
                recount_tally(unit)
    if database.kind == "postgresql":
        with database.altering() as connection:
            connection.execute(text("ANALYZE"))


def _session(n: int) -> dict[str, Any]:
    return {
        "id": f"a{n:06}",
        "organisation_id": f"o{n:06}",
        "mode": "solo",
        "privacy": "by_camp",
        "instrument": "bench",
        "edition": "2026.1",
        "created_on": TODAY,
        "status": "submitted",
        "settings": "{}",
    }


def _binding(n: int) -> dict[str, Any]:
    """One in seven organisations belongs to a browser that owns several hundred."""
    token = n - n % 3_000 if n % 7 == 0 else n
    return {
        "token_hash": f"browser-{token}",
        "assessment_id": f"a{n:06}",
        "role": "owner",
        "respondent_id": None,
        "current": token == n,
    }


def _result(n: int, scope: str, chance: random.Random) -> dict[str, Any]:
    points = min(100, max(0, round(chance.gauss(40, 18))))
    return {
        "organisation_id": f"o{n:06}",
        "asked": ASKED,
        "scope": scope,
        "assessment_id": f"a{n:06}",
        "submitted_on": TODAY,
        "level": min(5, 1 + points // 22),
        "points": points,
        "counted": points,
    }


@contextmanager
def _databases() -> Iterator[list[tuple[str, Database]]]:
    folder = Path(tempfile.mkdtemp(prefix="pl-bench-"))
    with postgres.running() as url:
        opened = [
            ("SQLite", open_database(sqlite_url(folder / "bench.db"))),
            ("PostgreSQL", open_database(url)),
        ]
        for _name, database in opened:
            migrate(database)
        yield opened
        for _name, database in opened:
            database.close()
    shutil.rmtree(folder, ignore_errors=True)
