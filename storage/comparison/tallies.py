"""Running tally of organisations by points, updated with every result, so that results need not be counted.

A transaction that changes a result locks the tally first, so that the tally, the published cohort and the marks on results
stay consistent.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import Insert, bindparam, delete, func, insert, select, update
from sqlalchemy import text as sql
from sqlalchemy.dialects import postgresql, sqlite

from storage.db.database import Kind, Unit, WritingUnit, table_of
from storage.tables.cohorts import ResultRow, TallyRow

RESULTS, TALLIES = table_of(ResultRow), table_of(TallyRow)
KEY = ("asked", "scope", "points")


def lock_tally(unit: WritingUnit) -> None:
    """Locks the tally until this unit ends: nobody else changes or publishes results. (SQLite has one writer anyway.)

    Lock order: assessments first, then the tally; otherwise deadlock.
    """
    if unit.kind == "postgresql":
        unit.connection().execute(sql(f"LOCK TABLE {TALLIES.name} IN SHARE ROW EXCLUSIVE MODE"))


def read_tally(unit: Unit, asked: str) -> dict[str, dict[float, int]]:
    """Scope → points → number of organisations; at most 101 rows a scope."""
    found: dict[str, dict[float, int]] = {}
    for row in unit.look_up(select(TALLIES).where(TALLIES.c.asked == asked)):
        found.setdefault(row["scope"], {})[float(row["points"])] = row["organisations"]
    return found


def update_tally(
    unit: WritingUnit, *, gone: Iterable[Mapping[str, Any]] = (), come: Iterable[Mapping[str, Any]] = ()
) -> None:
    """Updates the tally for removed and added rows of `result`; rows without points are ignored.

    The unit must have locked the tally before it read or changed these rows.
    """
    moved = Counter(_keys(come))
    moved.subtract(Counter(_keys(gone)))
    more = [_values(key, number) for key, number in moved.items() if number > 0]
    fewer = [_values(key, -number) for key, number in moved.items() if number < 0]
    if more:
        unit.change(_adding(unit.kind), more)
    if fewer:
        here = (TALLIES.c[name] == bindparam(f"v_{name}", type_=TALLIES.c[name].type) for name in KEY)
        left = TALLIES.c.organisations - bindparam("v_organisations")
        unit.change(update(TALLIES).where(*here).values(organisations=left), fewer)
        unit.change(delete(TALLIES).where(TALLIES.c.organisations == 0))


def recount_tally(unit: WritingUnit) -> None:
    """Rebuilds the tally from all results, for example after a restore; linear in their number."""
    lock_tally(unit)
    unit.change(delete(TALLIES))
    key = [RESULTS.c[name] for name in KEY]
    counted = select(*key, func.count()).where(RESULTS.c.points.is_not(None)).group_by(*key)
    unit.change(insert(TALLIES).from_select([*KEY, "organisations"], counted))


def _keys(rows: Iterable[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in KEY) for row in rows if row["points"] is not None]


def _values(key: tuple[Any, ...], number: int) -> dict[str, Any]:
    return {f"v_{name}": value for name, value in zip(KEY, key, strict=True)} | {"v_organisations": number}


@lru_cache(maxsize=2)
def _adding(kind: Kind) -> Insert:
    insert_into = (sqlite.insert if kind == "sqlite" else postgresql.insert)(TALLIES)
    values = {column.name: bindparam(f"v_{column.name}", type_=column.type) for column in TALLIES.columns}
    named = insert_into.values(values)
    return named.on_conflict_do_update(
        index_elements=list(KEY),
        set_={"organisations": TALLIES.c.organisations + insert_into.excluded.organisations},
    )
