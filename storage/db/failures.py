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
        "address": lazy(
            "The address of the database cannot be read. Nothing was opened; correct the setting."
        ),
        "busy": lazy("The database is busy with something else. Nothing was changed; try again in a moment."),
        "corrupt": lazy(
            "The database is damaged or is not a database. Nothing was overwritten; "
            "keep the file, and restore the latest backup into a new database."
        ),
        "foreign": lazy(
            "This database holds something other than Plumbline’s data. Nothing was changed; "
            "give Plumbline a database of its own."
        ),
        "full": lazy(
            "The disk of the database is full. This change was not stored; make room and try again."
        ),
        "half_migrated": lazy(
            "The database is neither as the earlier version left it nor as this one needs it. Nothing was changed; "
            "keep it, and restore the backup from before the update into a new database."
        ),
        "incomplete": lazy(
            "Part of the database is missing: not all of its tables are there. Nothing was changed; "
            "keep it, and restore the latest backup into a new database."
        ),
        "log": lazy(
            "The log beside the database is damaged; what was stored last may be in it. Nothing was changed; "
            "keep both files, and restore the latest backup into a new database."
        ),
        "lost": lazy(
            "The database is not where it should be: there was one, and now it is missing or empty. Nothing was "
            "overwritten and no new one was begun. Check that its disk is there and the setting right, or restore "
            "the latest backup. If you want a new, empty database, start once with PLUMBLINE_INIT=if-empty."
        ),
        "missing": lazy(
            "The database is not where it should be, or may not be opened. Nothing was overwritten; "
            "put it back or correct the setting."
        ),
        "newer": lazy(
            "This database was written by another, newer version of Plumbline. Nothing was changed; "
            "update this installation, then start it again."
        ),
        "read_only": lazy(
            "The database may be read but not written. This change was not stored and nothing else was lost; "
            "allow Plumbline to write to it."
        ),
        "unmarked": lazy(
            "The database is empty, and no file here says whether there was one before. No new one was begun: "
            "check the address of the database, or start once with PLUMBLINE_INIT=if-empty."
        ),
        "unreachable": lazy(
            "The database does not answer. This change was not stored; what was saved before is safe. "
            "Try again when it is back."
        ),
        "unready": lazy(
            "The database is not prepared for this version of Plumbline. Nothing was changed; "
            "start Plumbline again, which prepares it."
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
    return NotFound(_("What this belongs to is no longer there. Nothing was stored."))


def refused() -> RefusedInput:
    """What the database, or the records, cannot take."""
    return RefusedInput(_("This is not something that can be stored here. Nothing was changed."))
