"""Fresh migrated databases for torture, outside pytest's fixtures."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from tests.databases import administer, at_database, migrate_and_close, running_postgres

_numbers = count(1)


@contextmanager
def sqlite_address() -> Iterator[str]:
    """The address of a fresh, migrated SQLite database in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="torture-") as folder:
        url = f"sqlite:///{Path(folder) / 'torture.db'}"
        migrate_and_close(url)
        yield url


@contextmanager
def postgres_address(server: str | None = None) -> Iterator[str]:
    """The address of a fresh, migrated database on `server`, or on a PostgreSQL of its own."""
    if server is None:
        with running_postgres() as started, postgres_address(started) as url:
            yield url
        return
    name = f"torture_{next(_numbers)}"
    administer(server, f"CREATE DATABASE {name}")
    url = at_database(server, name)
    migrate_and_close(url)
    yield url
    administer(server, f"DROP DATABASE {name} WITH (FORCE)")
