"""A real installation on a fresh SQLite database, and a browser in front of it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assessment.answers.records import Organisation
from services.assessments import answering
from services.assessments.answering import Started
from services.core import identity
from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from tests.databases import (  # noqa: F401 - fixtures are known by being imported
    database,
    database_url,
    postgres_database,
    postgres_server,
    postgres_template,
    postgres_url,
    sqlite_database,
    sqlite_template,
    sqlite_url,
)

TODAY = date(2026, 11, 22)


@pytest.fixture
def inst(tmp_path: Path) -> Iterator[Installation]:
    opened = open_installation(Settings(var=tmp_path / "var"))
    yield opened
    opened.database.close()


@pytest.fixture
def token() -> str:
    return identity.new_token()


@pytest.fixture
def started(inst: Installation, token: str) -> Started:
    kestrel = Organisation(name="Kestrel Foods", employees="201-500")
    return answering.start(inst, token, kestrel, "CEO", "business", TODAY)
