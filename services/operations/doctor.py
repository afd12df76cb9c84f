"""Health checks of the installation (`manage.py doctor`). Read-only.

A *problem* needs action, a *note* is information. A problem never stops the remaining checks.
"""

import platform
import shutil
import sqlite3
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from assessment.errors import InstrumentFaults, StorageUnavailable
from assessment.instrument.folders import check_editions
from language.lists import listed
from language.numbers import decimal
from language.translation import _, ngettext
from services.core.database_marker import find_database, is_marked
from services.core.settings import Settings
from services.operations import reachability, weaknesses
from services.operations.health import HealthFinding, HealthReport, State
from storage.db.condition import Condition, condition
from storage.db.engines import database_file, open_database

LIBRARIES = (
    *("streamlit", "starlette", "pydantic", "sqlmodel", "sqlalchemy", "alembic", "psycopg"),
    *("numpy", "pandas", "altair", "reportlab", "typer"),
)
RACE_MENDED_IN = (3, 51, 3)
LITTLE_ROOM = 1_000_000_000
NO_ROOM = 100_000_000


def unreadable(reason: str) -> HealthReport:
    """The report where a setting cannot be used, so that nothing else can be looked at."""
    return HealthReport(
        {"python": platform.python_version()}, (HealthFinding("settings", "problem", reason),)
    )


def examine(settings: Settings) -> HealthReport:
    """Checks versions, instrument, database, disk space and security settings."""
    found = [
        *_sqlite(),
        *_instrument(settings),
        *_database(settings),
        *_disk(settings),
        *_retention(settings),
        *reachability.check(settings),
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
                "SQLite {version} has a rare fault in its write-ahead log, fixed in 3.51.3: several "
                "processes writing at once can damage the database. Run one server process, keep backups "
                "and update SQLite when you can; or use PostgreSQL."
            ).format(version=sqlite3.sqlite_version),
        )


def _instrument(settings: Settings) -> Iterator[HealthFinding]:
    try:
        editions = check_editions(settings.instrument)
    except InstrumentFaults as error:
        text = _("{count} faults; see them with: python manage.py instrument check").format(
            count=len(error.faults)
        )
        yield HealthFinding("instrument", "problem", text)
        return
    newest = next(iter(editions))
    languages = editions[newest]
    if settings.language not in languages:
        text = _("The instrument is not available in the language “{language}”.").format(
            language=settings.language
        )
        yield HealthFinding("instrument", "problem", text)
        return
    asked = languages[settings.language]
    text = _("“{code}”, edition {edition}, in {languages}.")
    found = text.format(code=asked.code, edition=asked.edition, languages=", ".join(languages))
    if earlier := [edition for edition in editions if edition != newest]:
        others = ngettext(
            "Edition {editions} is installed too, for the assessments that answer it.",
            "Editions {editions} are installed too, for the assessments that answer them.",
            len(earlier),
        )
        found += " " + others.format(editions=listed(earlier))
    yield HealthFinding("instrument", "fine", found)


def _database(settings: Settings) -> Iterator[HealthFinding]:
    try:
        if not find_database(settings):
            text = _("There is none yet: start this installation with `make run` to create it.")
            yield HealthFinding("database", "note", text)
            return
        database = open_database(settings.url, must_exist=True)
        try:
            yield from _found(condition(database))
        finally:
            database.close()
    except StorageUnavailable as error:
        yield HealthFinding("database", "problem", str(error))
        return
    if settings.init:
        text = _(
            "PLUMBLINE_INIT=if-empty is set, so a lost database would be replaced without warning. Remove "
            "it where PLUMBLINE_VAR survives a restart."
        )
        yield HealthFinding("database", "note", text)
    if not is_marked(settings):
        text = _(
            "PLUMBLINE_VAR has no record that a database was created; the next start writes one if it can. "
            "Without it, a lost database can look like a new installation."
        )
        yield HealthFinding("database", "note", text)


def _found(found: Condition) -> Iterator[HealthFinding]:
    kind = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[found.kind]
    where = _("{kind} {server}, reachable.").format(kind=kind, server=found.server)
    yield HealthFinding("database", "fine", where)
    figures = {"revision": found.revision or _("none"), "head": found.head}
    if found.newer:
        text = _("A newer version of Plumbline wrote revision {revision}. Update this installation.")
        yield HealthFinding("migrations", "problem", text.format(**figures))
    elif found.pending:
        text = _("Revision {revision}, but this version needs {head}. Make a backup, then start Plumbline.")
        yield HealthFinding("migrations", "problem", text.format(**figures))
    else:
        yield HealthFinding("migrations", "fine", _("Revision {revision}, none pending.").format(**figures))
    if found.whole is False:
        text = _("The database is damaged. Keep the file, and restore the latest backup into a new database.")
        yield HealthFinding("integrity", "problem", text)
    elif found.whole:
        yield HealthFinding("integrity", "fine", _("SQLite’s own check finds no damage."))
    else:
        yield HealthFinding("integrity", "note", _("Not checked: PostgreSQL checks its own pages."))


def _retention(settings: Settings) -> Iterator[HealthFinding]:
    text = ngettext(
        "Assessments are deleted {months} month after they start, unless their owners set another day.",
        "Assessments are deleted {months} months after they start, unless their owners set another day.",
        settings.keep_months,
    )
    yield HealthFinding("retention", "fine", text.format(months=settings.keep_months))


def _disk(settings: Settings) -> Iterator[HealthFinding]:
    place = settings.var.absolute()
    there = next(folder for folder in (place, *place.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    file = database_file(settings.url) if _is_address(settings) else None
    text = _("{free} free for this installation’s files in {folder}.").format(free=_size(free), folder=place)
    if file is not None and file.is_file():
        text += " " + _("The database takes {size}.").format(size=_size(_taken(file)))
    state: State = "problem" if free < NO_ROOM else "note" if free < LITTLE_ROOM else "fine"
    yield HealthFinding("disk", state, text)


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
