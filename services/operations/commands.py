"""Database commands of the operator; safe while the server runs.

None of them migrates an older database, because a running server may not know the newer schema; only the start
of the server does. A database is begun where a command has something to store and none was lost.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from assessment.answers.interchange import canonical
from assessment.errors import PlumblineError
from services.assessments.files import store
from services.core.database_marker import find_database, open_or_begin
from services.core.identity import store_resume_code
from services.core.installation import Installation
from services.core.retention import last_day
from services.core.settings import Settings
from services.core.texts import check_language, load_all_texts, offered_languages
from services.operations.single_file import load_texts_in_use
from services.reports.benchmark import score_backlog
from storage.db.database import BUSY_SECONDS, Database
from storage.db.engines import open_database
from storage.db.failures import unavailable
from storage.db.schema import check_schema
from storage.repositories import assessments, erasure
from storage.repositories.browsers import devices
from storage.repositories.erasure import Purged
from storage.repositories.records import load_assessment


class AssessmentLine(NamedTuple):
    """An assessment as `list` prints it."""

    id: str
    begun: str
    last_day: str
    mode: str
    status: str
    organisation: str


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
    assessment = load_texts_in_use(settings).read(raw)
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


def list_all(settings: Settings) -> list[AssessmentLine]:
    """All assessments, oldest first: what the operator needs to tell them apart, and no answer."""
    with open_existing(settings) as database, database.reading() as unit:
        found = assessments.list_assessments(unit)
    return [
        AssessmentLine(
            one.id,
            str(one.created_on),
            str(one.keep_until or "-"),
            one.mode,
            one.status,
            one.organisation.name,
        )
        for one in found
    ]


def new_owner_code(settings: Settings, assessment_id: str) -> str:
    """A new resume code for the owner, in place of the earlier one. Raises NotFound."""
    with open_existing(settings) as database:
        inst = _installation(settings, database)
        with database.writing() as unit:
            assessments.get_assessment(unit, assessment_id)
            return store_resume_code(inst, unit, assessment_id, devices.owner_of(unit, assessment_id) or "")


def organisation_of(settings: Settings, assessment_id: str) -> str:
    """Whose assessment it is. NotFound."""
    with open_existing(settings) as database, database.reading() as unit:
        return assessments.get_assessment(unit, assessment_id).organisation.name


def erase(settings: Settings, assessment_id: str) -> dict[str, int]:
    """Permanent deletion of an assessment; returns counts by kind of record. Raises NotFound."""
    with open_existing(settings) as database:
        with database.writing() as unit:
            gone = erasure.erase(unit, assessment_id)
        database.empty_log(BUSY_SECONDS)
        _count_earlier(settings, database)
    return gone


def purge(settings: Settings, today: date) -> Purged:
    """Permanent deletion of every assessment past its retention date (`keep_until`)."""
    with open_existing(settings) as database:
        with database.writing() as unit:
            purged = erasure.purge(unit, today)
        if purged.assessments:
            database.empty_log(BUSY_SECONDS)
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
