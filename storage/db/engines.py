"""Creates engines from database URLs, and sets all connection options."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from storage.db.database import BUSY_SECONDS, Database
from storage.db.failures import unavailable
from storage.db.urls import file_uri

PRAGMAS = ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON")
READERS = 10
MORE_READERS = 30
NAMES_OF_POSTGRES = ("postgres", "postgresql", "postgresql+psycopg")


def open_database(url: str, *, must_exist: bool = False) -> Database:
    """Opens the database at `sqlite:///…` or `postgresql://…`.

    Creates a missing SQLite file (mode 0600) and its folder (0700), unless it `must_exist`; connects only with the
    first unit of work. Raises StorageUnavailable.
    """
    address = _address(url)
    if address.drivername in NAMES_OF_POSTGRES:
        return _open_postgres(address.set(drivername="postgresql+psycopg"))
    path = Path(str(address.database)).absolute()
    if must_exist and not path.is_file():
        raise unavailable("missing")
    return _open_sqlite(path)


def database_file(url: str) -> Path | None:
    """The path of a SQLite database, existing or not; None for PostgreSQL. Raises StorageUnavailable."""
    address = _address(url)
    return None if address.drivername in NAMES_OF_POSTGRES else Path(str(address.database)).absolute()


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise unavailable("address") from None
    if address.drivername in ("sqlite", "sqlite+pysqlite"):
        if not address.database or address.database == ":memory:" or address.query:
            raise unavailable("address")
        return address
    if address.drivername in NAMES_OF_POSTGRES:
        return address
    raise unavailable("address")


def _open_sqlite(path: Path) -> Database:
    try:
        _make_folder(path.parent)
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, 0o600))
    except OSError:
        raise unavailable("missing") from None
    writer = _sqlite_engine(path, "BEGIN IMMEDIATE", size=1, overflow=0)
    reader = _sqlite_engine(path, "BEGIN", size=READERS, overflow=MORE_READERS)
    event.listen(reader, "connect", _only_read)
    return Database(writer, reader)


def _make_folder(folder: Path) -> None:
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)


def _sqlite_engine(path: Path, begin: str, *, size: int, overflow: int) -> Engine:
    def connect() -> sqlite3.Connection:
        # mode=rw: a database file deleted under a running server is not silently created again.
        connection = sqlite3.connect(
            file_uri(path, "mode=rw"),
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _prepare(connection)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=overflow,
        pool_timeout=BUSY_SECONDS,
        hide_parameters=True,
    )

    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", begin_transaction)
    _drop_stale_connections(engine, path)
    return engine


def _drop_stale_connections(engine: Engine, path: Path) -> None:
    """Invalidates pooled connections whose file was deleted or replaced; they would write to the old inode."""

    def remember(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["file"] = _file_at(path)

    def compare(_connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
        if record.info.get("file") != _file_at(path):
            raise DisconnectionError("the file of the database is another one now")

    event.listen(engine, "connect", remember)
    event.listen(engine, "checkout", compare)


def _file_at(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _prepare(connection: sqlite3.Connection) -> None:
    _use_log(connection)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _use_log(connection: sqlite3.Connection) -> None:
    """Turns the write-ahead log on, with retries, because SQLite's busy timeout does not apply to this."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _only_read(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA query_only = ON")


def _open_postgres(address: URL) -> Database:
    writer = create_engine(
        address,
        pool_size=READERS,
        max_overflow=MORE_READERS,
        pool_timeout=BUSY_SECONDS,
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": BUSY_SECONDS, "application_name": "plumbline"},
    )
    event.listen(writer, "connect", _set_lock_timeout)
    reader = writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Database(writer, reader)


def _set_lock_timeout(connection: psycopg.Connection, _record: object) -> None:
    connection.autocommit = True
    connection.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
    connection.autocommit = False
