"""How many organisations have which points as of now: kept with every result that comes, changes or goes.

So nobody has to count all results, however many there are. Whoever changes one holds the tally first: what
is tallied, what is published of it and what is marked as published then belong to the same moment.
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
    """Nobody else changes or publishes results until this unit ends. (On SQLite nobody else writes at all.)

    Assessments are held before it, never after it: so no two units wait for each other.
    """
    if unit.kind == "postgresql":
        unit.connection().execute(sql(f"LOCK TABLE {TALLIES.name} IN SHARE ROW EXCLUSIVE MODE"))


def read_tally(unit: Unit, asked: str) -> dict[str, dict[float, int]]:
    """From scope to points to the number of organisations: at most 101 rows a scope."""
    found: dict[str, dict[float, int]] = {}
    for row in unit.look_up(select(TALLIES).where(TALLIES.c.asked == asked)):
        found.setdefault(row["scope"], {})[float(row["points"])] = row["organisations"]
    return found


def update_tally(
    unit: WritingUnit, *, gone: Iterable[Mapping[str, Any]] = (), come: Iterable[Mapping[str, Any]] = ()
) -> None:
    """Follows rows of `result` that go and come; those without points count for nothing.

    The unit has held the tally since before it read or changed them.
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
    """Counts all results, as after a restore; time grows with their number."""
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
