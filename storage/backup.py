"""Backup to and restore from one portable file, while the server runs."""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Table, delete, insert, select
from sqlalchemy import text as sql

from assessment.errors import NotFound, RefusedFile, RefusedInput
from language.translation import _
from storage.comparison.cohorts import counts_from
from storage.comparison.tallies import recount_tally
from storage.db.database import Database, Unit, WritingUnit
from storage.db.failures import unavailable
from storage.db.schema import check_schema, head, known_revisions
from storage.portable import Archive, open_archive, write_archive
from storage.repositories.assessments import organisation_from
from storage.repositories.plan_parts import agreed_from, line_from
from storage.repositories.records import respondent_from, response_from
from storage.repositories.rooms import room_from
from storage.tables.assessments import TABLES

BATCH = 500


def backup(db: Database, path: Path, key_print: str = "") -> None:
    """Writes a consistent snapshot of the whole database to `path`, replacing an older file.

    `key_print` is a fingerprint of the installation's key, which `key_of` reads again.

    Atomic: the file appears only when it is complete and has been verified by reading it back. It holds all
    answers and is readable by its owner only. Raises StorageUnavailable, or RefusedInput when nothing can be
    written at that place.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".backup-", dir=path.parent)
    except OSError:
        raise _unwritable() from None
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            _write(db, file, key_print)
        with open_archive(unfinished, TABLES) as archive:
            _check_all(archive)
        unfinished.replace(path)
    except OSError:
        raise _unwritable() from None
    finally:
        unfinished.unlink(missing_ok=True)


def key_of(path: Path) -> str:
    """The fingerprint of the key a backup was made with; "" in those of earlier versions. RefusedFile."""
    with open_archive(path, TABLES) as archive:
        return archive.key_print


def restore(db: Database, path: Path) -> dict[str, int]:
    """Replaces everything in the database by the backup at `path`; returns rows by table.

    The backup is verified completely first; then everything is replaced in one transaction, while the server
    may run. Raises RefusedFile (nothing was changed) for a file that is no backup, damaged, truncated or newer,
    and StorageUnavailable.
    """
    with db.reading() as unit:
        check_schema(unit)
    with open_archive(path, TABLES) as archive:
        _check_all(archive)
        try:
            with db.writing() as unit:
                return _replace_all(unit, archive)
        except RefusedFile:
            raise
        except (RefusedInput, NotFound):
            raise RefusedFile(
                _("This backup contradicts itself. Nothing was changed; use another one.")
            ) from None


def _write(db: Database, file: IO[bytes], key_print: str) -> None:
    with db.reading() as unit:
        check_schema(unit)
        _check_integrity(unit)
        tables = ((table, _stored(unit, table)) for table in TABLES)
        write_archive(file, head(), tables, key_print)
    file.flush()
    os.fsync(file.fileno())


def _check_integrity(unit: Unit) -> None:
    if unit.kind == "sqlite":
        found = unit.connection().execute(sql("PRAGMA integrity_check")).scalars().all()
        if found != ["ok"]:
            raise unavailable("corrupt")


def _stored(unit: Unit, table: Table) -> Iterator[dict[str, Any]]:
    """The rows sorted by primary key, so that the file does not reveal the order of arrival."""
    ordered = select(table).order_by(*table.primary_key.columns)
    for row in unit.connection().execute(ordered, execution_options={"yield_per": BATCH}):
        yield row._asdict()


def _check_all(archive: Archive) -> None:
    archive.check(head(), known_revisions())
    for table in TABLES:
        for _row in archive.rows(table, check_row):
            pass


def _replace_all(unit: WritingUnit, archive: Archive) -> dict[str, int]:
    if unit.kind == "postgresql":
        names = ", ".join(table.name for table in TABLES)
        unit.connection().execute(sql(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))
    for table in reversed(TABLES):
        unit.change(delete(table))
    unit.erased = True
    filled = {table.name: _fill(unit, table, archive.rows(table, check_row)) for table in TABLES}
    recount_tally(unit)  # what a file says of the number of its results need not be true
    return filled


def _fill(unit: WritingUnit, table: Table, rows: Iterable[dict[str, Any]]) -> int:
    waiting, count = iter(rows), 0
    while batch := list(islice(waiting, BATCH)):
        unit.change(insert(table), batch)
        count += len(batch)
    return count


def check_row(table: str, row: Mapping[str, Any]) -> None:
    """Raises ValueError unless the row can be parsed to its record."""
    match table:
        case "organisation":
            organisation_from(row)
        case "respondent":
            respondent_from(row, {})
        case "response":
            response_from(row)
        case "agreed":
            agreed_from(row)
        case "register":
            line_from(row["kind"], row["body"])
        case "room":
            room_from(row, [])
        case "cohort":
            counts_from(row["counts"])
        case "assessment_session":
            _check_object(row["settings"])
        case "submission":
            _check_object(row["assessment"])


def _check_object(text: str) -> None:
    if not isinstance(json.loads(text), dict):
        raise ValueError("an object was stored here")  # noqa: TRY004 - one kind of error for all rows


def _unwritable() -> RefusedInput:
    return RefusedInput(
        _("The backup could not be written there, and no partial file is left. Choose another place.")
    )
