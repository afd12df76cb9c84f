"""Database commands of the operator; safe while the server runs.

None of them migrates an older database, because a running server may not know the newer schema; only the start
of the server does. A database is begun where a command has something to store and none was lost.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import is_zipfile

from assessment.answers.interchange import canonical, parse_assessment
from assessment.errors import PlumblineError, RefusedInput
from language.translation import _, ngettext
from services.assessments.files import store
from services.core.database_marker import find_database, open_or_begin
from services.core.identity import store_resume_code
from services.core.installation import Installation
from services.core.retention import last_day
from services.core.settings import Settings
from services.core.texts import check_language, load_all_texts, offered_languages
from services.operations.output_files import safe_target
from services.operations.single_file import load_instrument_in_use
from services.reports.benchmark import score_backlog
from storage import backup
from storage.db.database import Database
from storage.db.engines import open_database
from storage.db.failures import unavailable
from storage.db.schema import check_schema
from storage.repositories import assessments, erasure
from storage.repositories.erasure import Purged
from storage.repositories.records import load_assessment


@dataclass(frozen=True)
class Imported:
    """What an import made: the assessment, and the owner's resume code, which is shown once."""

    assessment_id: str
    organisation: str
    resume_code: str


def import_assessment(settings: Settings, raw: bytes, today: date) -> Imported:
    """Stores an interchange file as a new assessment in one transaction.

    The file is read before the database is opened. Raises RefusedFile, StorageUnavailable.
    """
    assessment = parse_assessment(raw, load_instrument_in_use(settings))
    check_language(assessment.language, offered_languages(settings))
    people = assessment.respondents
    with open_or_create(settings) as database:
        inst = _installation(settings, database)
        with database.writing() as unit:
            assessment_id = store(unit, assessment, today, keep_until=last_day(settings, today))
            person = people[0].id if len(people) == 1 else ""
            code = store_resume_code(inst, unit, assessment_id, person)
    return Imported(assessment_id, assessment.organisation.name, code)


def export_assessment(settings: Settings, assessment_id: str) -> bytes:
    """The canonical interchange file, single answers and all: for the operator only. NotFound."""
    with open_existing(settings) as database, database.reading() as unit:
        return canonical(load_assessment(unit, assessment_id)).encode()


def back_up(settings: Settings, path: Path) -> None:
    """Writes a backup of everything; an older backup there is replaced, any other file is not."""
    target = safe_target(path, settings)
    if target.exists() and not is_zipfile(target):
        raise RefusedInput(
            _("{path} is there already and is not a backup. Nothing was written.").format(path=path)
        )
    with open_existing(settings) as database:
        backup.backup(database, target)


def restore(settings: Settings, path: Path, *, replace: bool) -> dict[str, int]:
    """Replaces the whole database by a backup; existing assessments only if `replace` is set.

    Returns rows by table. Raises RefusedFile, RefusedInput, StorageUnavailable; nothing changed then.
    """
    with open_or_create(settings, replacing=True) as database:
        with database.reading() as unit:
            existing = len(assessments.list_assessments(unit))
        if existing and not replace:
            raise RefusedInput(
                ngettext(
                    "This database already holds {count} assessment, which the backup would replace. "
                    "Nothing was changed; make a backup first, then add --yes.",
                    "This database already holds {count} assessments, which the backup would replace. "
                    "Nothing was changed; make a backup first, then add --yes.",
                    existing,
                ).format(count=existing)
            )
        return backup.restore(database, path)


def organisation_of(settings: Settings, assessment_id: str) -> str:
    """Whose assessment it is. NotFound."""
    with open_existing(settings) as database, database.reading() as unit:
        return assessments.get_assessment(unit, assessment_id).organisation.name


def erase(settings: Settings, assessment_id: str) -> dict[str, int]:
    """Permanent deletion of an assessment; returns counts by kind of record. Raises NotFound."""
    with open_existing(settings) as database:
        with database.writing() as unit:
            gone = erasure.erase(unit, assessment_id)
        _count_earlier(settings, database)
    return gone


def purge(settings: Settings, today: date) -> Purged:
    """Permanent deletion of every assessment past its retention date (`keep_until`)."""
    with open_existing(settings) as database:
        with database.writing() as unit:
            purged = erasure.purge(unit, today)
        if purged.assessments:
            _count_earlier(settings, database)
    return purged


@contextmanager
def open_existing(settings: Settings) -> Iterator[Database]:
    """Opens an existing database at the current schema. Never creates or migrates one. Raises StorageUnavailable."""
    if not find_database(settings):
        raise unavailable("missing")
    with _closing(open_database(settings.url, must_exist=True)) as database:
        with database.reading() as unit:
            check_schema(unit)
        yield database


@contextmanager
def open_or_create(settings: Settings, *, replacing: bool = False) -> Iterator[Database]:
    """Opens the database; begins one at the current schema where there is none, in place of a lost one only when
    `replacing` it from a backup. Raises StorageUnavailable.
    """
    if find_database(settings, replacing=replacing):
        with open_existing(settings) as database:
            yield database
    else:
        with _closing(open_or_begin(settings, replacing=replacing)) as database:
            yield database


def _count_earlier(settings: Settings, database: Database) -> None:
    """Scores earlier submissions for the benchmark; a failure is made good at the next start of the server."""
    with suppress(PlumblineError, OSError):
        score_backlog(_installation(settings, database))


def _installation(settings: Settings, database: Database) -> Installation:
    return Installation(settings, load_all_texts(settings), database, settings.key())


@contextmanager
def _closing(database: Database) -> Iterator[Database]:
    try:
        yield database
    finally:
        database.close()
