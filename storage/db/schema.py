"""Schema version: migrates a database to the current revision, or refuses it unchanged.

The configuration of Alembic is built here; there is no alembic.ini. A new revision is drafted by
`python -m storage.migrations "what changes"`.
"""

import threading
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect
from sqlalchemy import text as sql

from storage.db.database import Database, Unit
from storage.db.failures import translate_errors, unavailable
from storage.tables.assessments import TABLES

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"
VERSION_TABLE = "alembic_version"
OURS = frozenset({"assessment_session", "device_binding", "resume_code"})
"""Tables of every revision, which no other program is likely to have together."""
Standing = Literal["nothing", "plumbline", "foreign", "incomplete", "newer"]
# Alembic keeps the running migration in a module of its own, so one thread at a time.
_one_migration = threading.RLock()


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


def standing(revisions: Iterable[str], tables: Iterable[str]) -> Standing:
    """What a database is, told from its revisions and the names of its tables."""
    found, own = set(revisions), set(tables) - {VERSION_TABLE}
    if not found and not own:
        return "nothing"
    if own and not own & OURS:
        return "foreign"
    if found - known_revisions():
        return "newer"
    if found and all(own >= tables_at(revision) for revision in found):
        return "plumbline"
    return "incomplete" if found or own >= OURS else "foreign"


@lru_cache(maxsize=8)
def tables_at(revision: str) -> frozenset[str]:
    """The tables a database of this revision has; those of an older one are made in memory to be counted."""
    if revision == head():
        return frozenset(table.name for table in TABLES)
    engine = create_engine("sqlite://")
    with _one_migration, engine.begin() as connection:
        command.upgrade(configuration(connection), revision)
        names = inspect(connection).get_table_names()
    engine.dispose()
    return frozenset(names) - {VERSION_TABLE}


def migrate(db: Database) -> None:
    """Brings an empty or older database to `head()`, in one transaction, one process at a time.

    Raises StorageUnavailable, having changed nothing, for a database of a newer version, for one that holds
    something else, lacks a table, is between two versions or may not be written.
    """
    with _one_migration, db.altering() as connection:
        found = standing(
            MigrationContext.configure(connection).get_current_heads(), inspect(connection).get_table_names()
        )
        if found in ("foreign", "incomplete", "newer"):
            raise unavailable(found)
        with translate_errors(migrating=True):
            command.upgrade(configuration(connection), "head")
            # Changes nothing, but is refused where nothing may be written; an answer would be refused later.
            connection.execute(sql(f"UPDATE {VERSION_TABLE} SET version_num = version_num WHERE 1 = 0"))


def find_revision(unit: Unit) -> str | None:
    """The revision of the database, None before the first `migrate`."""
    return MigrationContext.configure(unit.connection()).get_current_revision()


def check_schema(unit: Unit) -> None:
    """Raises StorageUnavailable unless the database is exactly at `head()`."""
    found = find_revision(unit)
    if found != head():
        raise unavailable("unready" if found is None or found in known_revisions() else "newer")
