"""Diagnosis of the database for the command `doctor`. Read-only."""

from dataclasses import dataclass

from sqlalchemy import text as sql

from storage.db.database import Database, Kind, Unit
from storage.db.failures import unavailable
from storage.db.schema import find_revision, head, known_revisions

SQLITE_DAMAGE = ("PRAGMA integrity_check", "PRAGMA foreign_key_check")


@dataclass(frozen=True)
class Condition:
    """The state of a database."""

    kind: Kind
    server: str
    """Version of the database program."""
    revision: str | None
    head: str
    newer: bool
    """Was it written by a version of Plumbline that this one does not know?"""
    whole: bool | None
    """Did the integrity check pass? None where there is no such check (PostgreSQL)."""

    @property
    def pending(self) -> bool:
        """Does the schema need a migration?"""
        return self.revision != self.head and not self.newer


def check_pages(db: Database) -> None:
    """Reads every page of a SQLite database once, its indexes unchecked. Raises StorageUnavailable if one is damaged.

    PostgreSQL looks after its own pages.
    """
    with db.reading() as unit:
        if unit.kind == "sqlite":
            found = unit.connection().execute(sql("PRAGMA quick_check(1)")).scalars().all()
            if found != ["ok"]:
                raise unavailable("corrupt")


def condition(db: Database) -> Condition:
    """Diagnoses the database; reads all of it once (SQLite). Raises StorageUnavailable."""
    with db.reading() as unit:
        revision = find_revision(unit)
        return Condition(
            kind=unit.kind,
            server=_server(unit),
            revision=revision,
            head=head(),
            newer=revision is not None and revision not in known_revisions(),
            whole=_whole(unit),
        )


def _server(unit: Unit) -> str:
    question = "SELECT sqlite_version()" if unit.kind == "sqlite" else "SHOW server_version"
    return str(unit.connection().execute(sql(question)).scalar_one())


def _whole(unit: Unit) -> bool | None:
    if unit.kind != "sqlite":
        return None
    integrity, strays = (unit.connection().execute(sql(check)).scalars().all() for check in SQLITE_DAMAGE)
    return integrity == ["ok"] and not strays
