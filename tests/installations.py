"""Installations for tests: fresh ones in this process, and the one behind the running app of a worker.

A fresh one copies a migrated database and shares the texts that are read once a process; `open_installation`
itself is the matter of tests/web/test_start_and_stop.py and tests/cli.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.answers.records import Organisation
from assessment.instrument.folders import edition_folders
from language.translation import set_default_language
from services.assessments import answering
from services.assessments.answering import Started
from services.core import identity
from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from services.core.texts import Texts
from storage.db.engines import open_database
from tests import texts
from tests.server import Server, running_app
from tests.workshops import TODAY


def fresh_installation(settings: Settings, template: Path | None = None) -> Installation:
    """What `open_installation` gives over an empty folder; `template` unless the database is there and migrated."""
    settings.var.mkdir(mode=0o700, parents=True)
    if template:
        shutil.copyfile(template, settings.var / "plumbline.db")
    set_default_language(settings.language)
    database = open_database(settings.url)
    asked, *others = (texts.instrument_at(folder) for folder in edition_folders(settings.instrument))
    beside = {one.edition: one for one in others}
    shipped = {asked.language: Texts(asked, texts.governance(), texts.standards(), beside)}
    return Installation(settings, shipped, database, settings.key())


@pytest.fixture
def inst(tmp_path: Path, sqlite_template: Path) -> Iterator[Installation]:
    """The shipped instrument on a fresh SQLite database."""
    opened = fresh_installation(Settings(var=tmp_path / "var"), sqlite_template)
    yield opened
    opened.database.close()


@pytest.fixture
def token() -> str:
    """What a browser is known by."""
    return identity.new_token()


@pytest.fixture
def started(inst: Installation, token: str) -> Started:
    """An assessment begun in that browser."""
    kestrel = Organisation(name="Kestrel Foods", employees="201-500")
    return answering.start(inst, token, kestrel, "CEO", "business", TODAY)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The running app, one for all tests of a worker; each brings an organisation of its own."""
    with running_app(tmp_path_factory.mktemp("app")) as running:
        yield running


@pytest.fixture(scope="session")
def installation(server: Server) -> Iterator[Installation]:
    """The same database as the running app's, opened beside it."""
    opened = open_installation(Settings(var=server.folder / "var"))
    yield opened
    opened.database.close()
