"""The engine: what is in effect on every connection, and how its failures are told."""

import os
import re
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from assessment.errors import StorageUnavailable
from storage.db.database import Database
from storage.db.engines import open_database
from storage.db.schema import migrate
from storage.repositories.assessments import find_assessment, list_assessments
from tests.storage.examples import an_assessment

NOBODY = 65534
SECRET = "hunter2"


def pragma(unit: object, name: str) -> object:
    return unit.connection().execute(text(f"PRAGMA {name}")).scalar()  # type: ignore[attr-defined]


class Interrupted(Exception):
    """Something went wrong in the middle of a unit."""


@contextmanager
def raises_unavailable(reason: str) -> Iterator[None]:
    """The block fails with the sentence of `reason`, which gives away no path, secret or SQL."""
    with pytest.raises(StorageUnavailable, match=reason) as caught:
        yield
    sentence = str(caught.value)
    assert not re.search(rf"/|\\|{SECRET}|sqlite|psycopg|SELECT|INSERT|Traceback|\n", sentence)
    assert caught.value.__context__ is None or caught.value.__suppress_context__


def test_sqlite_writes_to_the_disk_checks_references_and_overwrites_what_is_deleted(
    sqlite_database: Database,
) -> None:
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "secure_delete": 1,
    }
    with sqlite_database.writing() as unit:
        assert {name: pragma(unit, name) for name in wanted} | {"query_only": pragma(unit, "query_only")} == {
            **wanted,
            "query_only": 0,
        }
    with sqlite_database.reading() as unit:
        assert {name: pragma(unit, name) for name in wanted} == wanted
        assert pragma(unit, "query_only") == 1


def test_pragmas_are_in_effect_again_after_a_migration(sqlite_database: Database) -> None:
    with sqlite_database.altering() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 0
    with sqlite_database.writing() as unit:
        assert pragma(unit, "foreign_keys") == 1
        assert pragma(unit, "busy_timeout") == 5000


def test_a_writing_unit_takes_the_write_lock_before_it_reads(
    sqlite_database: Database, sqlite_url: str
) -> None:
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), timeout=0)
    with sqlite_database.writing() as unit:
        list_assessments(unit)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_missing_folder_and_file_are_made_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "var" / "data" / "plumbline.db"
    before = os.umask(0)
    try:
        db = open_database(f"sqlite:///{path}")
        migrate(db)
        modes = [
            stat.S_IMODE(place.stat().st_mode)
            for place in (path.parent.parent, path.parent, path, path.with_name("plumbline.db-wal"))
        ]
    finally:
        os.umask(before)
        db.close()
    assert modes == [0o700, 0o700, 0o600, 0o600]


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "mysql://a:hunter2@b/c",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///a.db?mode=memory",
    ],
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with raises_unavailable("address"):
        open_database(url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgres_is_understood(scheme: str, postgres_url: str) -> None:
    db = open_database(postgres_url.replace("postgresql", scheme, 1))
    with db.reading() as unit:
        assert list_assessments(unit) == []
    db.close()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file stands here")
    with raises_unavailable("The database is missing"):
        open_database(f"sqlite:///{tmp_path}/var/plumbline.db")


def test_a_database_that_vanished_is_not_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "plumbline.db"
    db = open_database(f"sqlite:///{path}")
    path.unlink()
    with raises_unavailable("The database is missing"), db.reading() as unit:
        list_assessments(unit)
    assert not path.exists()
    db.close()


def test_a_file_deleted_while_in_use_takes_no_more_answers(tmp_path: Path) -> None:
    path, away = tmp_path / "plumbline.db", tmp_path / "away.db"
    db = open_database(f"sqlite:///{path}")
    migrate(db)
    path.rename(away)
    with raises_unavailable("The database is missing"), db.writing() as unit:
        an_assessment(unit)
    with raises_unavailable("The database is missing"), db.reading() as unit:
        list_assessments(unit)
    away.rename(path)
    with db.writing() as unit:
        an_assessment(unit)
    with db.reading() as unit:
        assert len(list_assessments(unit)) == 1
    db.close()


@pytest.mark.parametrize(
    "content", [b"This is a shopping list. " * 200, b"SQLite format 3\x00" + b"\xff" * 4096]
)
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plumbline.db"
    path.write_bytes(content)
    db = open_database(f"sqlite:///{path}")
    with raises_unavailable("damaged or is not a database"):
        migrate(db)
    with raises_unavailable("damaged or is not a database"), db.reading() as unit:
        list_assessments(unit)
    assert path.read_bytes() == content
    db.close()


def test_a_damaged_page_is_told(sqlite_url: str) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xaa" * (len(content) - 4096)
    path.write_bytes(content)
    db = open_database(sqlite_url)
    with raises_unavailable("damaged or is not a database"), db.reading() as unit:
        list_assessments(unit)
    assert path.read_bytes() == content
    db.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="takes another user's rights, which only root can")
@pytest.mark.parametrize(
    ("file_mode", "folder_mode", "reason"),
    [
        (0o444, 0o755, "read-only"),
        (0o644, 0o755, "read-only"),
        (0o444, 0o777, "read-only"),
        (0o000, 0o755, "no permission to open it"),
        (0o644, 0o700, "no permission to open it"),
    ],
)
def test_a_file_that_may_not_be_written_is_told_and_stays_as_it_is(
    sqlite_template: Path, file_mode: int, folder_mode: int, reason: str
) -> None:
    folder = Path(tempfile.mkdtemp(prefix="pl-ro-"))
    path = folder / "plumbline.db"
    shutil.copyfile(sqlite_template, path)
    db = open_database(f"sqlite:///{path}")
    path.chmod(file_mode)
    folder.chmod(folder_mode)
    os.seteuid(NOBODY)
    try:
        with raises_unavailable(reason), db.writing() as unit:
            an_assessment(unit)
    finally:
        os.seteuid(0)
        db.close()
    assert path.read_bytes() == sqlite_template.read_bytes()
    shutil.rmtree(folder)


def test_a_database_kept_busy_by_another_program_is_told_and_can_still_be_read(
    sqlite_database: Database, sqlite_url: str
) -> None:
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with raises_unavailable("busy"), sqlite_database.writing() as unit:
        an_assessment(unit)
    with sqlite_database.reading() as unit:
        assert list_assessments(unit) == []
    other.execute("ROLLBACK")
    other.close()
    with sqlite_database.writing() as unit:
        an_assessment(unit)


def test_a_table_kept_busy_on_postgres_is_told(postgres_database: Database, postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as other:
        other.execute("LOCK TABLE organisation IN EXCLUSIVE MODE")
        with raises_unavailable("busy"), postgres_database.writing() as unit:
            an_assessment(unit)


def test_a_postgres_that_may_only_be_read_is_told(postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as owner:
        name = owner.info.dbname
        owner.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    db = open_database(postgres_url)
    with raises_unavailable("read-only"), db.writing() as unit:
        an_assessment(unit)
    db.close()


def test_a_postgres_database_that_does_not_exist_is_told(postgres_server: str) -> None:
    db = open_database(postgres_server.replace("/postgres?", "/nowhere?"))
    with raises_unavailable("The database is missing"), db.reading() as unit:
        list_assessments(unit)
    db.close()


def test_a_postgres_that_does_not_answer_is_told() -> None:
    db = open_database(f"postgresql://me:{SECRET}@127.0.0.1:1/plumbline")
    with raises_unavailable("does not answer"):
        migrate(db)
    with raises_unavailable("does not answer"), db.reading() as unit:
        list_assessments(unit)
    db.close()


def test_a_postgres_that_was_restarted_is_used_again_without_a_word(
    postgres_database: Database, postgres_url: str
) -> None:
    with postgres_database.writing() as unit:
        an_assessment(unit)
    with psycopg.connect(postgres_url, autocommit=True) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    with postgres_database.reading() as unit:
        assert len(list_assessments(unit)) == 1


def test_a_reading_unit_sees_one_moment(database: Database) -> None:
    with database.reading() as reader:
        assert list_assessments(reader) == []
        with database.writing() as unit:
            an_assessment(unit)
        assert list_assessments(reader) == []
    with database.reading() as reader:
        assert len(list_assessments(reader)) == 1


def test_a_reading_unit_cannot_write(database: Database) -> None:
    with raises_unavailable("read-only"), database.reading() as reader:
        reader.connection().execute(text("DELETE FROM organisation"))


def test_a_unit_that_fails_leaves_nothing(database: Database) -> None:
    def fail_halfway() -> None:
        with database.writing() as unit:
            assert find_assessment(unit, an_assessment(unit)) is not None
            raise Interrupted

    with pytest.raises(Interrupted):
        fail_halfway()
    with database.reading() as reader:
        assert list_assessments(reader) == []
