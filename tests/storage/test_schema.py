"""The schema: models and migrations agree, and what is not ours is left alone."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import inspect, text

from assessment.errors import StorageUnavailable
from assessment.records import Response
from storage.answers import save_response
from storage.database import Database
from storage.engines import open_database
from storage.schema import check_schema, configuration, find_revision, head, migrate
from storage.tables import TABLES
from storage.whole import load_assessment
from tests.storage.examples import a_person, an_assessment

MIGRATE = "import sys; from tests.databases import migrate_and_close; migrate_and_close(sys.argv[1])"


def one_answer(db: Database) -> str:
    with db.writing() as unit:
        assessment_id = an_assessment(unit)
        person = a_person(unit, assessment_id)
        save_response(unit, assessment_id, person, 1, "ABC-1", Response(level=3))
    return assessment_id


def test_models_and_migrations_agree(database: Database) -> None:
    with database.altering() as connection:
        command.check(configuration(connection))


def test_models_and_migrations_agree_on_what_each_check_says(sqlite_database: Database) -> None:
    with sqlite_database.altering() as connection:
        for table in TABLES:
            found = inspect(connection).get_check_constraints(table.name)
            stored = {str(check["name"]): check["sqltext"] for check in found}
            wanted = {str(c.name): str(c.sqltext) for c in table.constraints if hasattr(c, "sqltext")}
            assert stored == wanted


def test_both_databases_hold_the_same_checks(postgres_database: Database) -> None:
    with postgres_database.altering() as connection:
        for table in TABLES:
            found = inspect(connection).get_check_constraints(table.name)
            wanted = {str(c.name) for c in table.constraints if hasattr(c, "sqltext")}
            assert {check["name"] for check in found} == wanted


def test_migrating_again_changes_nothing(database: Database) -> None:
    assessment_id = one_answer(database)
    migrate(database)
    with database.reading() as unit:
        assert find_revision(unit) == head()
        check_schema(unit)
        assert load_assessment(unit, assessment_id).respondents[0].responses["ABC-1"].level == 3


def test_a_newer_database_is_refused_and_left_as_it_is(database: Database) -> None:
    assessment_id = one_answer(database)
    with database.altering() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageUnavailable, match="newer version"):
        migrate(database)
    with database.reading() as unit:
        with pytest.raises(StorageUnavailable, match="newer version"):
            check_schema(unit)
        assert find_revision(unit) == "9999"
        assert load_assessment(unit, assessment_id).respondents[0].responses["ABC-1"].level == 3


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE invoice (number INTEGER)")
    other.close()
    db = open_database(f"sqlite:///{path}")
    with pytest.raises(StorageUnavailable, match="other than Plumbline"):
        migrate(db)
    with db.altering() as connection:
        assert inspect(connection).get_table_names() == ["invoice"]
    db.close()


def test_a_database_of_another_program_on_postgres_is_refused(empty_postgres_url: str) -> None:
    with psycopg.connect(empty_postgres_url, autocommit=True) as other:
        other.execute("CREATE TABLE invoice (number INTEGER)")
    db = open_database(empty_postgres_url)
    with pytest.raises(StorageUnavailable, match="other than Plumbline"):
        migrate(db)
    db.close()


def test_a_database_that_was_never_prepared_says_so(tmp_path: Path, empty_postgres_url: str) -> None:
    for url in (f"sqlite:///{tmp_path / 'new.db'}", empty_postgres_url):
        db = open_database(url)
        with pytest.raises(StorageUnavailable, match="not prepared"), db.reading() as unit:
            load_assessment(unit, "none")
        with pytest.raises(StorageUnavailable, match="not prepared"), db.reading() as unit:
            check_schema(unit)
        db.close()


def test_two_processes_may_prepare_the_same_database_at_once(tmp_path: Path, empty_postgres_url: str) -> None:
    for url in (f"sqlite:///{tmp_path / 'var' / 'new.db'}", empty_postgres_url):
        both = [
            subprocess.Popen([sys.executable, "-W", "error", "-c", MIGRATE, url], stderr=subprocess.PIPE)
            for _ in range(2)
        ]
        assert [(p.communicate()[1], p.returncode) for p in both] == [(b"", 0), (b"", 0)]
        db = open_database(url)
        with db.reading() as unit:
            check_schema(unit)
        db.close()


def test_a_second_process_waits_until_the_first_has_prepared_the_database(
    tmp_path: Path, empty_postgres_url: str
) -> None:
    for url in (f"sqlite:///{tmp_path / 'new.db'}", empty_postgres_url):
        first, second = open_database(url), open_database(url)
        with ThreadPoolExecutor(1) as elsewhere:
            with first.altering():
                waiting = elsewhere.submit(migrate, second)
                assert wait([waiting], timeout=0.5).not_done == {waiting}
            waiting.result()
        with second.reading() as unit:
            check_schema(unit)
        first.close()
        second.close()


def test_a_migration_that_replaces_a_table_deletes_nothing_that_refers_to_it(database: Database) -> None:
    assessment_id = one_answer(database)
    with database.altering() as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("assessment_session", recreate="auto") as batch:
            batch.alter_column("settings", nullable=True)
    with database.writing() as unit:
        assert load_assessment(unit, assessment_id).respondents[0].responses["ABC-1"].level == 3


def test_a_migration_that_fails_halfway_leaves_no_trace(database: Database) -> None:
    def fail_halfway() -> None:
        with database.altering() as connection:
            connection.execute(text("CREATE TABLE half (done INTEGER)"))
            connection.execute(text("DELETE FROM alembic_version"))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail_halfway()
    with database.altering() as connection:
        assert "half" not in inspect(connection).get_table_names()
    with database.reading() as unit:
        check_schema(unit)
