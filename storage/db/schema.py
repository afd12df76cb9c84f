"""Schema version: migrates a database to the current revision, or refuses it unchanged.

The configuration of Alembic is built here; there is no alembic.ini. A new revision is drafted by
`python -m storage.migrations "what changes"`.
"""

import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from storage.db.database import Database, Unit
from storage.db.failures import unavailable

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"
# Alembic keeps the running migration in a module of its own, so one thread at a time.
_one_migration = threading.Lock()


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration, with the open connection its `env.py` works on."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def head() -> str:
    """The revision this version of Plumbline works with."""
    revision = ScriptDirectory.from_config(configuration()).get_current_head()
    if revision is None:
        raise LookupError("storage/migrations/versions holds no revision")
    return revision


def known_revisions() -> frozenset[str]:
    """Every revision this version of Plumbline knows."""
    scripts = ScriptDirectory.from_config(configuration())
    return frozenset(script.revision for script in scripts.walk_revisions())


def migrate(db: Database) -> None:
    """Brings an empty or older database to `head()`, in one transaction, one process at a time.

    Raises StorageUnavailable, having changed nothing, for a database of a newer version and for
    one that holds something else.
    """
    with _one_migration, db.altering() as connection:
        found = MigrationContext.configure(connection).get_current_heads()
        if set(found) - known_revisions():
            raise unavailable("newer")
        if not found and set(inspect(connection).get_table_names()) - {"alembic_version"}:
            raise unavailable("foreign")
        command.upgrade(configuration(connection), "head")


def find_revision(unit: Unit) -> str | None:
    """The revision of the database, None before the first `migrate`."""
    return MigrationContext.configure(unit.connection()).get_current_revision()


def check_schema(unit: Unit) -> None:
    """Raises StorageUnavailable unless the database is exactly at `head()`."""
    found = find_revision(unit)
    if found != head():
        raise unavailable("unready" if found is None or found in known_revisions() else "newer")
