"""Units of work: `with db.reading() as unit`, `with db.writing() as unit`.

SQLite: write-ahead log, durable commits (synchronous = FULL), one writer at a time per process, concurrent
readers. PostgreSQL: readers see a snapshot (repeatable read).
"""

import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import Connection, Engine, Select, Table, bindparam, insert, select
from sqlalchemy import text as sql
from sqlalchemy.engine import CursorResult
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session

from assessment.errors import StorageUnavailable
from storage.db.columns import TableRow
from storage.db.failures import translate_errors, unavailable

Kind = Literal["sqlite", "postgresql"]
BUSY_SECONDS = 5
MIGRATION_SECONDS = 6
LOG_MILLISECONDS = 200
LOG_RETRY_SECONDS = 1.0
LOG_RETRY_MILLISECONDS = 20
MIGRATION_LOCK = 0x504C554D42  # "PLUMB": the advisory lock of a schema change, the same in every process


def table_of(row: type[TableRow]) -> Table:
    """The table behind a row class."""
    return TableRow.metadata.tables[str(row.__tablename__)]


@lru_cache(maxsize=128)
def _all_where(row: type[TableRow], names: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    """A cached SELECT of whole rows with equality conditions on `names`; values are bound at execution."""
    table = table_of(row)
    given = (table.c[name] == bindparam(f"v_{name}", type_=table.c[name].type) for name in names)
    return select(table).where(*given)


class Unit(Session):
    """An open read-only transaction with a consistent snapshot."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, autoflush=False, expire_on_commit=False)
        self.kind: Kind = "sqlite" if engine.dialect.name == "sqlite" else "postgresql"

    def look_up(
        self, statement: Select[*tuple[Any, ...]], values: Mapping[str, Any] | None = None
    ) -> list[dict[str, Any]]:
        """The rows of a statement as mappings of column to value."""
        return [row._asdict() for row in super().execute(statement, values)]

    def rows(self, row: type[TableRow], **where: str) -> list[dict[str, Any]]:
        """The rows of one table whose columns equal the given values, unordered."""
        return self.look_up(
            _all_where(row, tuple(where)), {f"v_{name}": value for name, value in where.items()}
        )


class WritingUnit(Unit):
    """An open write transaction.

    Do not nest: on SQLite the inner one would wait for the outer one.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self.erased = False
        """Set where people's data was deleted: then no trace may stay in SQLite's log either."""

    def change(
        self, statement: UpdateBase, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        return self.exec(statement, params=values)

    def add_rows(self, row: type[TableRow], rows: Sequence[Mapping[str, Any]]) -> None:
        """Inserts rows that must be new (RefusedInput otherwise)."""
        if rows:
            self.change(insert(table_of(row)), rows)


class Database:
    """One database of an installation. Make it with `storage.db.engines.open_database`."""

    def __init__(self, writer: Engine, reader: Engine) -> None:
        self._writer = writer
        self._reader = reader
        self.kind: Kind = "sqlite" if writer.dialect.name == "sqlite" else "postgresql"
        self._one_writer = threading.Lock()
        self._log_holds_erased = False
        self._closed = threading.Event()
        self._emptying: threading.Thread | None = None

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """Opens a read transaction. Raises StorageUnavailable."""
        with translate_errors(), Unit(self._reader) as unit:
            yield unit

    @contextmanager
    def writing(self) -> Iterator[WritingUnit]:
        """Opens a write transaction: durable when the block has ended, rolled back if it raises.

        Raises StorageUnavailable; NotFound when a parent row has been deleted; RefusedInput for a value that the
        database does not accept.
        """
        with translate_errors(), self._write_lock():
            with WritingUnit(self._writer) as unit, unit.begin():
                yield unit
            if unit.erased or self._log_holds_erased:
                self._empty_log()

    @contextmanager
    def altering(self) -> Iterator[Connection]:
        """A transaction that changes the schema; one at a time over all processes.

        SQLite changes a table by replacing it. Foreign keys are off during the transaction, or replacing the
        table of assessments would delete their answers; they are checked before the commit.
        """
        with translate_errors(), self._write_lock(), self._writer.connect() as connection:
            if self.kind == "sqlite":
                with _sqlite_altering(connection):
                    yield connection
            else:
                with connection.begin():
                    connection.execute(sql(f"SET LOCAL lock_timeout = '{MIGRATION_SECONDS}s'"))
                    connection.execute(sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
                    yield connection

    def empty_log(self, seconds: float = 0.0) -> bool:
        """Empties SQLite's log of what was erased, by this process or another; waits up to `seconds` for readers.

        False while somebody still reads an earlier moment: a thread of this process then goes on trying.
        """
        with suppress(StorageUnavailable), self._write_lock():
            self._empty_log()
        until = time.monotonic() + seconds
        while self._log_holds_erased and time.monotonic() < until:
            time.sleep(LOG_MILLISECONDS / 1000)
        return not self._log_holds_erased

    def close(self) -> None:
        """Closes all pooled connections; the database may be used again afterwards."""
        self._closed.set()
        if self._emptying is not None:
            self._emptying.join()
        self._writer.dispose()
        self._reader.dispose()

    @contextmanager
    def _write_lock(self) -> Iterator[None]:
        with ExitStack() as stack:
            if self.kind == "sqlite":
                if not self._one_writer.acquire(timeout=BUSY_SECONDS):
                    raise unavailable("busy")
                stack.callback(self._one_writer.release)
            yield

    def _empty_log(self) -> None:
        """Truncates the log; while a reader prevents it, a thread tries again. Call it with the write lock."""
        if self.kind == "postgresql":
            return
        self._log_holds_erased = not self._truncate_log()
        if self._log_holds_erased and not (self._emptying and self._emptying.is_alive()):
            self._closed.clear()
            self._emptying = threading.Thread(target=self._keep_emptying, name="emptying", daemon=True)
            self._emptying.start()

    def _keep_emptying(self) -> None:
        while self._log_holds_erased and not self._closed.wait(LOG_RETRY_SECONDS):
            with suppress(StorageUnavailable), translate_errors(), self._write_lock():
                if self._log_holds_erased:
                    self._log_holds_erased = not self._truncate_log(LOG_RETRY_MILLISECONDS)

    def _truncate_log(self, patience: int = LOG_MILLISECONDS) -> bool:
        """Truncates the write-ahead log, which still holds pages of deleted data.

        False while a reader uses an earlier snapshot after `patience` milliseconds. The change itself is committed, so failures here are not
        reported.
        """
        connection = self._writer.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout = {patience}")
            (busy, *_sizes) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        except sqlite3.Error:
            connection.invalidate()
            return False
        else:
            return not busy
        finally:
            connection.close()


@contextmanager
def _sqlite_altering(connection: Connection) -> Iterator[None]:
    raw = connection.connection.cursor()
    raw.execute(f"PRAGMA busy_timeout = {MIGRATION_SECONDS * 1000}")
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            yield
            if connection.execute(sql("PRAGMA foreign_key_check")).first() is not None:
                raise unavailable("corrupt")
    finally:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
        raw.close()
