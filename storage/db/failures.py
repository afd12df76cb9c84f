"""Translates known database errors to errors of `assessment.errors`, with a sentence without paths or secrets.

Unknown errors are bugs and are passed on unchanged.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import psycopg
from sqlalchemy.exc import OperationalError, ProgrammingError, SQLAlchemyError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from assessment.errors import NotFound, PlumblineError, RefusedInput, StorageUnavailable
from language.translation import _, lazy, lazy_table

Reason = Literal[
    "address", "busy", "corrupt", "foreign", "full", "half_migrated", "incomplete", "log", "lost", "missing",
    "newer", "read_only", "unmarked", "unreachable", "unready",
]  # fmt: skip

SQLITE_PRIMARY: dict[int, Reason] = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_PERM: "read_only",
    sqlite3.SQLITE_CANTOPEN: "missing",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_IOERR: "unreachable",
}
POSTGRES_STATES: dict[str, Reason] = {
    "25006": "read_only",
    "42501": "read_only",
    "3D000": "missing",
    "42P01": "unready",
    "42703": "unready",
    "55P03": "busy",
    "57014": "busy",
    "40P01": "busy",
    "40001": "busy",
    "53100": "full",
    "53300": "busy",
}
POSTGRES_CLASSES: dict[str, Reason] = {
    "08": "unreachable",
    "28": "unreachable",
    "57": "unreachable",
    "58": "unreachable",
    "XX": "corrupt",
}


SENTENCES = lazy_table(
    {
        "address": lazy("The database address cannot be read. Nothing was opened; correct the setting."),
        "busy": lazy("The database is busy. Nothing was changed; try again in a moment."),
        "corrupt": lazy(
            "The database is damaged or is not a database. Nothing was overwritten; "
            "keep the file, and restore the latest backup into a new database."
        ),
        "foreign": lazy(
            "This database contains data that is not Plumbline’s. Nothing was changed; give Plumbline a "
            "database of its own."
        ),
        "full": lazy("The database disk is full. This change was not stored; free some space and try again."),
        "half_migrated": lazy(
            "The database matches neither the earlier version nor this one. Nothing was changed; keep it, "
            "and restore the backup from before the update into a new database."
        ),
        "incomplete": lazy(
            "Some tables of the database are missing. Nothing was changed; keep it, and restore the latest "
            "backup into a new database."
        ),
        "log": lazy(
            "The database’s log is damaged and may contain the latest changes. Nothing was changed; keep "
            "both files, and restore the latest backup into a new database."
        ),
        "lost": lazy(
            "The database is missing or empty, though one was in use. Nothing was overwritten and no new one was "
            "created. Check its disk and the setting, or restore the latest backup. For a new, empty "
            "database, start once with PLUMBLINE_INIT=if-empty."
        ),
        "missing": lazy(
            "The database is missing, or Plumbline has no permission to open it. Nothing was overwritten; "
            "put it back or correct the setting."
        ),
        "newer": lazy(
            "A newer version of Plumbline wrote this database. Nothing was changed; update this "
            "installation, then start it again."
        ),
        "read_only": lazy(
            "The database is read-only. This change was not stored and nothing else was lost; allow "
            "Plumbline to write to it."
        ),
        "unmarked": lazy(
            "The database is empty, and no record here shows whether it ever had data. No new one was "
            "created: check the database address, or start once with PLUMBLINE_INIT=if-empty."
        ),
        "unreachable": lazy(
            "The database does not answer. This change was not stored; earlier work is safe. Try again "
            "when it is back."
        ),
        "unready": lazy(
            "The database is not ready for this version of Plumbline. Nothing was changed; restart "
            "Plumbline to prepare it."
        ),
    }
)
"""What the person at the screen reads."""


def unavailable(reason: Reason) -> StorageUnavailable:
    """The failure with its sentence."""
    return StorageUnavailable(SENTENCES[reason])


@contextmanager
def translate_errors(*, migrating: bool = False) -> Iterator[None]:
    """Translates known database errors raised in the block to those of `assessment.errors`.

    The original is not chained, because it may hold the answer that could not be stored. While `migrating`,
    statements that do not fit the tables are those of a database between two versions.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, psycopg.Error) as error:
        if migrating and isinstance(error, OperationalError | ProgrammingError) and _misfit(error.orig):
            raise unavailable("half_migrated") from error
        known = _known(error)
        if known is None:
            raise
        raise known from None


def _misfit(cause: BaseException | None) -> bool:
    """Does a statement name a table or column that is not there, or make one that is?"""
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_ERROR
    state = cause.sqlstate or "" if isinstance(cause, psycopg.Error) else ""
    return (state.startswith("42") and state not in POSTGRES_STATES) or state in ("42P01", "42703")


def _known(error: BaseException) -> PlumblineError | None:
    cause = error.orig if isinstance(error, StatementError) else error
    if isinstance(cause, PlumblineError):
        return cause
    if isinstance(cause, PoolTimeoutError):
        return unavailable("busy")
    if isinstance(cause, sqlite3.Error):
        return _known_to_sqlite(cause)
    if isinstance(cause, psycopg.Error):
        return _known_to_postgres(cause)
    return None


def _known_to_sqlite(error: sqlite3.Error) -> PlumblineError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_CONSTRAINT:
        return _gone() if code == sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY else refused()
    if primary == sqlite3.SQLITE_ERROR and str(error).startswith(("no such table", "no such column")):
        return unavailable("unready")
    reason = "full" if code == sqlite3.SQLITE_IOERR_SHMSIZE else SQLITE_PRIMARY.get(primary)
    return unavailable(reason) if reason else None


def _known_to_postgres(error: psycopg.Error) -> PlumblineError | None:
    state = error.sqlstate
    if state is None:
        # Without a state the server was never reached, but for one message of the driver itself.
        if "does not exist" in str(error):
            return unavailable("missing")
        return unavailable("unreachable") if isinstance(error, psycopg.OperationalError) else None
    if state == "23503":
        return _gone()
    if state.startswith("23"):
        return refused()
    reason = POSTGRES_STATES.get(state) or POSTGRES_CLASSES.get(state[:2])
    return unavailable(reason) if reason else None


def _gone() -> NotFound:
    return NotFound(_("The entry this belongs to has been deleted. Nothing was stored."))


def refused() -> RefusedInput:
    """What the database, or the records, cannot take."""
    return RefusedInput(_("This cannot be stored here. Nothing was changed."))
