"""One running app for all tests of a worker, and clients that behave like a browser."""

from collections.abc import Iterator

import httpx
import pytest

from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from tests.databases import (  # noqa: F401 - fixtures are known by being imported
    database,
    database_url,
    postgres_server,
    postgres_template,
    postgres_url,
    sqlite_database,
    sqlite_template,
    sqlite_url,
)
from tests.server import Server, running_app


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_app(tmp_path_factory.mktemp("app")) as running:
        yield running


@pytest.fixture
def visitor(server: Server) -> Iterator[httpx.Client]:
    """A browser with a cookie jar of its own, nothing in it yet."""
    with httpx.Client(base_url=server.url, timeout=60) as client:
        yield client


@pytest.fixture(scope="session")
def installation(server: Server) -> Iterator[Installation]:
    """The same database as the running app's, opened beside it."""
    opened = open_installation(Settings(var=server.folder / "var"))
    yield opened
    opened.database.close()
