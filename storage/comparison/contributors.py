"""Number of compared organisations per contributor, for the dominance rule.

There are no accounts, so a contributor is a set of browsers: those that own an assessment together, such as the
devices of one adviser. Somebody who opens every assessment in a fresh browser is not recognised.
"""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Select, Subquery, func, select
from sqlalchemy import text as sql

from storage.db.columns import OWNED_BESIDES
from storage.db.database import Unit, table_of
from storage.tables.assessments import DeviceBindingRow
from storage.tables.cohorts import EVERYTHING, ResultRow

RESULTS, BINDINGS = table_of(ResultRow), table_of(DeviceBindingRow)
LOOKED_AT = 50
"""Contributors that are examined, largest first; for the others the number of assessments is used."""
MOST_BROWSERS = 200
"""A contributor with more browsers is not examined: the number of assessments is used."""

Browsers = tuple[str, ...]


def largest_contributor(unit: Unit, asked: str) -> int:
    """Number of organisations with a result of the largest contributor; 1 if nobody owns several.

    Contributors are examined by descending number of assessments until the rest cannot own more organisations.
    Linear in the number of assessments owned by them.
    """
    most = 1
    for position, (browsers, owned) in enumerate(_contributors(unit)):
        if owned <= most:
            break
        if position == LOOKED_AT:
            return owned
        known = len(browsers) <= MOST_BROWSERS
        most = max(most, _organisations(unit, asked, browsers) if known else owned)
    return most


def _contributors(unit: Unit) -> list[tuple[Browsers, int]]:
    """Browsers that belong together, with the number of assessments they own at most, the largest first.

    Without those that own a single assessment: they bring no two organisations together.
    """
    several = _several()
    alone = select(several.c.token_hash, several.c.owned).order_by(several.c.owned.desc())
    owned = {row["token_hash"]: row["owned"] for row in unit.look_up(alone.limit(LOOKED_AT + 1))}
    pairs = [] if not owned else unit.look_up(_together(several))
    owned |= {row["token_hash"]: row["owned"] for row in pairs}
    groups = _groups(owned, [(row["first"], row["token_hash"]) for row in pairs])
    found = [(browsers, sum(owned[browser] for browser in browsers)) for browsers in groups]
    return sorted(found, key=lambda group: -group[1])


def _several() -> Subquery:
    """Browsers that own more than their current assessment, and how many at most."""
    number = (func.count() + 1).label("owned")
    besides = select(BINDINGS.c.token_hash, number).where(sql(OWNED_BESIDES))
    return besides.group_by(BINDINGS.c.token_hash).subquery("several")


def _together(several: Subquery) -> Select[*tuple[Any, ...]]:
    """Pairs of each such browser with the first one that owns the same assessment."""
    owners = select(BINDINGS.c.assessment_id, BINDINGS.c.token_hash, several.c.owned)
    joined = owners.join(several, several.c.token_hash == BINDINGS.c.token_hash)
    held = joined.where(sql("role = 'owner'")).subquery("held")
    first = func.min(held.c.token_hash).over(partition_by=held.c.assessment_id).label("first")
    number = func.count().over(partition_by=held.c.assessment_id).label("browsers")
    beside = select(first, number, held.c.token_hash, held.c.owned).subquery("beside")
    return select(beside.c.first, beside.c.token_hash, beside.c.owned).distinct().where(beside.c.browsers > 1)


def _groups(browsers: Collection[str], pairs: Collection[tuple[str, str]]) -> list[Browsers]:
    """Connected components of the browsers under `pairs`.

    >>> _groups(["a", "b", "c", "d"], [("a", "b"), ("b", "d")])
    [('a', 'b', 'd'), ('c',)]
    """
    beside: Mapping[str, set[str]] = {browser: {browser} for browser in browsers}
    for one, other in pairs:
        beside[one].add(other)
        beside[other].add(one)
    found: list[Browsers] = []
    seen: set[str] = set()
    for browser in browsers:
        if browser not in seen:
            group, waiting = {browser}, [browser]
            while waiting:
                new = beside[waiting.pop()] - group
                group |= new
                waiting += new
            seen |= group
            found.append(tuple(sorted(group)))
    return found


def _organisations(unit: Unit, asked: str, browsers: Browsers) -> int:
    """Of how many organisations the newest result belongs to an assessment that these browsers own."""
    mine = BINDINGS.c.token_hash.in_(browsers) & (BINDINGS.c.role == "owner")
    results = (RESULTS.c.asked == asked) & (RESULTS.c.scope == EVERYTHING) & RESULTS.c.points.is_not(None)
    owned = RESULTS.c.assessment_id.in_(select(BINDINGS.c.assessment_id).where(mine))
    counted = select(func.count().label("n")).select_from(RESULTS).where(results, owned)
    return int(unit.look_up(counted)[0]["n"])
