"""Looks at the place of a database before anything is opened there.

Nothing is created, changed or left behind: a SQLite file is read as immutable, so that not even its log is touched.
Only where changes wait in a log of SQLite, and the file alone does not say what it is, is it opened read-only.
"""

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

from alembic.migration import MigrationContext
from sqlalchemy import inspect

from storage.db.database import BUSY_SECONDS
from storage.db.engines import database_file, open_database
from storage.db.failures import translate_errors, unavailable
from storage.db.schema import VERSION_TABLE, Standing, standing
from storage.db.urls import file_uri

LOG_HEADER = 32
LOG_MAGIC = 0x377F0682
LOG_VERSION = 3007000


def has_database(url: str) -> bool:
    """Is a database of Plumbline there, of this version or an older one?

    False where one may be begun: no file, an empty one, no table. Raises StorageUnavailable for everything else,
    and where the log of a SQLite database is there without it, or damaged.
    """
    path = database_file(url)
    with translate_errors():
        found = _in_server(url) if path is None else _in_file(path)
    if found in ("foreign", "incomplete", "newer"):
        raise unavailable(found)
    return found == "plumbline"


def _in_server(url: str) -> Standing:
    database = open_database(url)
    try:
        with database.reading() as unit:
            connection = unit.connection()
            revisions = MigrationContext.configure(connection).get_current_heads()
            return standing(revisions, inspect(connection).get_table_names())
    finally:
        database.close()


def _in_file(path: Path) -> Standing:
    log = path.with_name(f"{path.name}-wal")
    logged = _size(log) > 0
    if not _size(path):
        if logged:  # SQLite would delete the log, which may hold all there is
            raise unavailable("lost")
        return "nothing"
    if logged and _log_damaged(log):
        raise unavailable("log")
    try:
        found: Standing | None = _seen(path, "mode=ro&immutable=1")
    except sqlite3.Error:
        if not logged:
            raise
        found = None
    if logged and found not in ("plumbline", "foreign"):
        found = _seen(path, "mode=ro")
    return found or "nothing"


def _seen(path: Path, how: str) -> Standing:
    with closing(sqlite3.connect(file_uri(path, how), uri=True, timeout=BUSY_SECONDS)) as connection:
        names = [
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        wanted = f"SELECT version_num FROM {VERSION_TABLE}"
        revisions = [found for (found,) in connection.execute(wanted)] if VERSION_TABLE in names else []
    return standing(revisions, [name for name in names if not name.startswith("sqlite_")])


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0
    except OSError:
        raise unavailable("missing") from None


def _log_damaged(log: Path) -> bool:
    """Does the log begin with something other than SQLite's header (https://sqlite.org/fileformat2.html)?

    SQLite takes such a log for an empty one and overwrites it. One that a power cut left unwritten, all zeros or
    shorter than its header, never held anything.
    """
    try:
        with log.open("rb") as stream:
            head = stream.read(LOG_HEADER)
    except OSError:
        raise unavailable("missing") from None
    if not any(head):
        return False
    if len(head) < LOG_HEADER:
        return head[:3] != LOG_MAGIC.to_bytes(4, "big")[:3]
    magic, version, *_others, first, second = struct.unpack(">8I", head)
    if magic & ~1 != LOG_MAGIC or version != LOG_VERSION:
        return True
    return (first, second) != _checksum(struct.unpack((">" if magic & 1 else "<") + "6I", head[:24]))


def _checksum(words: tuple[int, ...]) -> tuple[int, int]:
    one = other = 0
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = (one + even + other) & 0xFFFFFFFF
        other = (other + odd + one) & 0xFFFFFFFF
    return one, other
