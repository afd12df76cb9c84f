"""Counters of rate limits in the database, as a storage of the library `limits`.

One statement counts; nothing is read before. A counter whose window has ended begins again, and the first count of
a window deletes the rows of windows that have ended.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache

from limits.storage import Storage
from sqlalchemy import Insert, bindparam, case, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from assessment.errors import StorageUnavailable
from storage.db.columns import PlainText
from storage.db.database import Database, Kind, WritingUnit, table_of
from storage.tables.rate_counts import RateCountRow

COUNTS = table_of(RateCountRow)


class DatabaseCounts(Storage):
    """Fixed windows: a window begins with the first count. `clock` gives seconds since 1970."""

    STORAGE_SCHEME = None

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._database, self._clock = database, clock

    @property
    def base_exceptions(self) -> type[Exception]:
        return StorageUnavailable

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Counts in one transaction of its own; returns what is counted in this window now."""
        now = self._clock()
        ended, until = _text(now), _text(now + expiry)
        values = {"v_key": key, "v_amount": amount, "v_now": ended, "v_until": until}
        with self._database.writing() as unit:
            counted = int(unit.change(_counting(unit.kind), values).scalar_one())
            if counted == amount:
                _delete_ended(unit, ended)
        return counted

    def get(self, key: str) -> int:
        return self._row(key)[0]

    def get_expiry(self, key: str) -> float:
        return self._row(key)[1]

    def check(self) -> bool:
        try:
            self.get("")
        except StorageUnavailable:
            return False
        return True

    def reset(self) -> int:
        with self._database.writing() as unit:
            return int(unit.change(delete(COUNTS)).rowcount)

    def clear(self, key: str) -> None:
        with self._database.writing() as unit:
            unit.change(delete(COUNTS).where(COUNTS.c.key == key))

    def _row(self, key: str) -> tuple[int, float]:
        """What is counted in the window that is open, and when it ends; 0 and now without one."""
        now = self._clock()
        with self._database.reading() as unit:
            found = unit.rows(RateCountRow, key=key)
        if not found or found[0]["until"] <= _text(now):
            return 0, now
        return found[0]["counted"], datetime.fromisoformat(found[0]["until"]).timestamp()


@lru_cache(maxsize=2)
def _counting(kind: Kind) -> Insert:
    key, until, now = (bindparam(name, type_=PlainText()) for name in ("v_key", "v_until", "v_now"))
    statement = (sqlite.insert if kind == "sqlite" else postgresql.insert)(COUNTS)
    new = statement.values(key=key, counted=bindparam("v_amount"), until=until)
    ended = COUNTS.c.until <= now
    return new.on_conflict_do_update(
        index_elements=["key"],
        set_={
            "counted": case((ended, new.excluded.counted), else_=COUNTS.c.counted + new.excluded.counted),
            "until": case((ended, new.excluded.until), else_=COUNTS.c.until),
        },
    ).returning(COUNTS.c.counted)


def _delete_ended(unit: WritingUnit, now: str) -> None:
    """Rows that another process is counting in are left to it, so that two cannot wait for each other."""
    ended = select(COUNTS.c.key).where(COUNTS.c.until <= now).with_for_update(skip_locked=True)
    unit.change(delete(COUNTS).where(COUNTS.c.key.in_(ended)))


def _text(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")
