"""Health checks of the installation (`manage.py doctor`). Read-only.

A *problem* needs action, a *note* is information. A problem never stops the remaining checks.
"""

import platform
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from assessment.errors import InstrumentFaults, StorageUnavailable
from assessment.instrument.bank import load_edition
from language.numbers import decimal
from language.translation import _
from services.core.addresses import is_loopback
from services.core.settings import Settings
from services.operations import weaknesses
from storage.db.condition import Condition, condition
from storage.db.engines import database_file, open_database

State = Literal["fine", "note", "problem"]
LIBRARIES = (
    *("streamlit", "starlette", "pydantic", "sqlmodel", "sqlalchemy", "alembic", "psycopg"),
    *("numpy", "pandas", "altair", "reportlab", "typer"),
)
RACE_MENDED_IN = (3, 51, 3)
LITTLE_ROOM = 1_000_000_000
NO_ROOM = 100_000_000


@dataclass(frozen=True)
class HealthFinding:
    """The outcome of one check: its name, its state and a sentence."""

    name: str
    state: State
    text: str


@dataclass(frozen=True)
class HealthReport:
    """All findings, and the versions of Python and libraries."""

    versions: dict[str, str]
    findings: tuple[HealthFinding, ...]

    @property
    def fine(self) -> bool:
        return all(finding.state != "problem" for finding in self.findings)


def examine(settings: Settings) -> HealthReport:
    """Checks versions, instrument, database, disk space and security settings."""
    found = [
        *_sqlite(),
        *_instrument(settings),
        *_database(settings),
        *_disk(settings),
        *_address(settings),
        *(HealthFinding("security", "problem", sentence) for sentence in weaknesses.problems(settings)),
        *(HealthFinding("security", "note", sentence) for sentence in weaknesses.notes(settings)),
    ]
    if not any(finding.name == "security" for finding in found):
        found.append(HealthFinding("security", "fine", _("No setting weakens security.")))
    versions = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    return HealthReport(versions | {name: version(name) for name in LIBRARIES}, tuple(found))


def _sqlite() -> Iterator[HealthFinding]:
    if sqlite3.sqlite_version_info < RACE_MENDED_IN:
        yield HealthFinding(
            "sqlite",
            "note",
            _(
                "SQLite {version} has a rare race in its write-ahead log, mended in 3.51.3: several processes writing "
                "at the same moment can damage the database. Run one server process, keep backups, and update SQLite "
                "when the system offers it; or use PostgreSQL."
            ).format(version=sqlite3.sqlite_version),
        )


def _instrument(settings: Settings) -> Iterator[HealthFinding]:
    try:
        languages = load_edition(settings.instrument)
    except InstrumentFaults as error:
        text = _("{count} faults; see them with: python manage.py instrument check").format(
            count=len(error.faults)
        )
        yield HealthFinding("instrument", "problem", text)
        return
    if settings.language not in languages:
        text = _("The instrument has no folder for the language “{language}”.").format(
            language=settings.language
        )
        yield HealthFinding("instrument", "problem", text)
        return
    asked = languages[settings.language]
    text = _("“{code}”, edition {edition}, in {languages}.")
    found = text.format(code=asked.code, edition=asked.edition, languages=", ".join(languages))
    yield HealthFinding("instrument", "fine", found)


def _database(settings: Settings) -> Iterator[HealthFinding]:
    if _never_started(settings):
        yield HealthFinding(
            "database",
            "note",
            _("There is none yet: this installation has not been started. `make run` makes it."),
        )
        return
    try:
        database = open_database(settings.url, must_exist=True)
        try:
            yield from _found(condition(database))
        finally:
            database.close()
    except StorageUnavailable as error:
        yield HealthFinding("database", "problem", str(error))


def _never_started(settings: Settings) -> bool:
    """Is this a fresh installation: default database address, no database file, no key?"""
    file = database_file(settings.url) if not settings.database_url else None
    return file is not None and not file.exists() and not settings.key_file.exists()


def _found(found: Condition) -> Iterator[HealthFinding]:
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[found.kind]
    where = _("{kind} {server}, reachable.").format(kind=kind, server=found.server)
    yield HealthFinding("database", "fine", where)
    figures = {"revision": found.revision or _("none"), "head": found.head}
    if found.newer:
        text = _("Revision {revision} was written by a newer version of Plumbline. Update this installation.")
        yield HealthFinding("migrations", "problem", text.format(**figures))
    elif found.pending:
        text = _(
            "Revision {revision}, but this version works with {head}. Make a backup, then start Plumbline."
        )
        yield HealthFinding("migrations", "problem", text.format(**figures))
    else:
        yield HealthFinding("migrations", "fine", _("Revision {revision}, none pending.").format(**figures))
    if found.whole is False:
        text = _("The database is damaged. Keep the file, and restore the latest backup into a new database.")
        yield HealthFinding("integrity", "problem", text)
    elif found.whole:
        yield HealthFinding("integrity", "fine", _("SQLite’s own check finds the database whole."))
    else:
        yield HealthFinding("integrity", "note", _("Not checked: PostgreSQL looks after its own pages."))


def _disk(settings: Settings) -> Iterator[HealthFinding]:
    place = settings.var.absolute()
    there = next(folder for folder in (place, *place.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    file = database_file(settings.url) if _is_address(settings) else None
    text = _("{free} free for this installation’s own files.").format(free=_size(free))
    if file is not None and file.is_file():
        text += " " + _("The database takes {size}.").format(size=_size(_taken(file)))
    state: State = "problem" if free < NO_ROOM else "note" if free < LITTLE_ROOM else "fine"
    yield HealthFinding("disk", state, text)


def _address(settings: Settings) -> Iterator[HealthFinding]:
    """The address join codes carry."""
    base = settings.base_url
    if not base:
        text = _("Join codes carry the address at which the page is opened; PLUMBLINE_BASE_URL is not set.")
        yield HealthFinding("address", "fine", text)
    elif (urlsplit(base).hostname or "") not in [host.strip("[]").lower() for host in settings.hosts]:
        text = _("Join codes lead to {address}, but PLUMBLINE_HOSTS does not name it. Add the name there.")
        yield HealthFinding("address", "problem", text.format(address=base))
    elif is_loopback(base):
        text = _("Join codes lead to {address}, which no phone reaches.")
        yield HealthFinding("address", "note", text.format(address=base))
    else:
        yield HealthFinding("address", "fine", _("Join codes lead to {address}.").format(address=base))


def _is_address(settings: Settings) -> bool:
    try:
        database_file(settings.url)
    except StorageUnavailable:
        return False
    return True


def _taken(file: Path) -> int:
    log = file.with_name(f"{file.name}-wal")
    return sum(part.stat().st_size for part in (file, log) if part.is_file())


def _size(number: int) -> str:
    return f"{decimal(number / 1e9, 1)} GB" if number >= 1e9 else f"{decimal(number / 1e6, 1)} MB"
