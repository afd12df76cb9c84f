"""The portable backup: a zip with one file of JSON Lines per table and a manifest.

The format is the same for SQLite and PostgreSQL, so that a backup of one can be restored into the other. The
manifest names format version, schema revision, fingerprint of the key (optional), and rows and SHA-256 of each table. All content is
treated as untrusted, and nothing is unpacked to disk.
"""

import base64
import binascii
import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Any

from sqlalchemy import Boolean, Column, Date, Integer, LargeBinary, Table

from assessment.errors import RefusedFile
from language.translation import _

FORMAT = "plumbline-backup"
VERSION = 1
MANIFEST = "manifest.json"
MOST_BYTES = 4 * 1024**3
MOST_MANIFEST_BYTES = 100_000
MOST_LINE_BYTES = 32 * 1024**2
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
EARLY_DAY = (1980, 1, 1, 0, 0, 0)  # so that the same content makes the same file

Check = Callable[[str, Mapping[str, Any]], object]


class Archive:
    """A backup opened for reading; its manifest is checked, its tables are while they are read."""

    def __init__(self, file: zipfile.ZipFile, tables: Iterable[Table]) -> None:
        self._zip = file
        wanted = {f"{table.name}.jsonl" for table in tables} | {MANIFEST}
        names = [info.filename for info in file.infolist()]
        if len(names) != len(set(names)) or MANIFEST not in names:
            raise _damaged()
        if any(info.flag_bits & ENCRYPTED or info.compress_type not in METHODS for info in file.infolist()):
            raise _damaged()
        if sum(info.file_size for info in file.infolist()) > MOST_BYTES:
            raise RefusedFile(
                _("This file unpacks to more than 4 GB, more than any backup. Nothing was changed.")
            )
        if file.getinfo(MANIFEST).file_size > MOST_MANIFEST_BYTES:
            raise _damaged()
        manifest = _object(file.read(MANIFEST))
        if manifest.get("format") != FORMAT or not isinstance(manifest.get("version"), int):
            raise RefusedFile(_("This is not a Plumbline backup. Nothing was changed."))
        if manifest["version"] > VERSION:
            raise _newer()
        self.revision = str(manifest.get("revision"))
        """The schema revision the rows were written under."""
        self.key_print = str(manifest.get("key_print", ""))
        """Fingerprint of the key its hashes were made with; "" where it does not say."""
        if not isinstance(manifest.get("tables"), dict):
            raise _damaged()
        self._tables: dict[str, Any] = manifest["tables"]
        self._complete = (
            set(names) == wanted and {f"{name}.jsonl" for name in self._tables} | {MANIFEST} == wanted
        )

    def check(self, revision: str, known: Iterable[str]) -> None:
        """RefusedFile unless this backup holds exactly the tables of schema `revision`."""
        if self.revision != revision:
            if self.revision in known:
                raise RefusedFile(
                    _(
                        "This backup is from an older version of Plumbline. Nothing was changed; restore it with that version, then update."
                    )
                )
            raise _newer()
        if not self._complete:
            raise _damaged()

    def rows(self, table: Table, check: Check) -> Iterator[dict[str, Any]]:
        """Yields the rows of one table, each checked by `check`; verifies number and hash at the end."""
        expected = self._tables[table.name]
        digest, count = hashlib.sha256(), 0
        with self._zip.open(f"{table.name}.jsonl") as lines:
            while line := lines.readline(MOST_LINE_BYTES):
                digest.update(line)
                count += 1
                row = _row(table, _object(line))
                _checked(check, table, row)
                yield row
        if expected != {"rows": count, "sha256": digest.hexdigest()}:
            raise _damaged()


@contextmanager
def open_archive(path: Path, tables: Iterable[Table]) -> Iterator[Archive]:
    """Opens a backup. Raises RefusedFile if it is no backup, truncated, too large when unpacked, or newer."""
    try:
        with zipfile.ZipFile(path) as file:
            yield Archive(file, tables)
    except OSError:
        raise RefusedFile(
            _("The backup cannot be read: it does not exist, or you have no permission. Nothing was changed.")
        ) from None
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise _damaged() from None


def write_archive(
    file: IO[bytes],
    revision: str,
    tables: Iterable[tuple[Table, Iterable[Mapping[str, Any]]]],
    key_print: str = "",
) -> None:
    """Writes the tables with their rows, then the manifest."""
    manifest: dict[str, dict[str, Any]] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for table, rows in tables:
            digest, count = hashlib.sha256(), 0
            with archive.open(_member(f"{table.name}.jsonl"), "w", force_zip64=True) as lines:
                for row in rows:
                    line = _json({name: _plain(value) for name, value in row.items()})
                    digest.update(line)
                    count += 1
                    lines.write(line)
            manifest[table.name] = {"rows": count, "sha256": digest.hexdigest()}
        head = {"format": FORMAT, "version": VERSION, "revision": revision, "tables": manifest}
        if key_print:
            head["key_print"] = key_print
        archive.writestr(_member(MANIFEST), _json(head))


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, EARLY_DAY)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    return value


def _object(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise _damaged() from None
    if not isinstance(value, dict):
        raise _damaged()
    return value


def _row(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    if set(values) != {column.name for column in table.columns}:
        raise _damaged()
    try:
        return {column.name: _value(column, values[column.name]) for column in table.columns}
    except (ValueError, TypeError, binascii.Error):
        raise _damaged() from None


def _value(column: Column[Any], value: Any) -> Any:
    if value is None:
        if not column.nullable:
            raise ValueError(column.name)
        return None
    if isinstance(column.type, Boolean | Integer):
        wanted = bool if isinstance(column.type, Boolean) else int
        if type(value) is not wanted or abs(value) >= 2**31:
            raise ValueError(column.name)
        return value
    if not isinstance(value, str):
        raise TypeError(column.name)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(value, validate=True)
    return value


def _checked(check: Check, table: Table, row: Mapping[str, Any]) -> None:
    try:
        check(table.name, row)
    except ValueError:
        raise _damaged() from None


def _damaged() -> RefusedFile:
    return RefusedFile(_("This backup is damaged or incomplete. Nothing was changed; use another one."))


def _newer() -> RefusedFile:
    return RefusedFile(
        _(
            "This backup is from a newer version of Plumbline. Nothing was changed; update Plumbline, then restore it."
        )
    )
