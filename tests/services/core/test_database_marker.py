"""A lost database is told apart from a new installation, and none is begun in its place unless told to."""

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.errors import StorageUnavailable
from services.core.database_marker import MARKER, find_database, is_marked, open_or_begin
from services.core.settings import Settings
from storage.repositories.assessments import list_assessments
from tests.databases import migrate_and_close
from tests.paths import ROOT
from tests.storage.examples import an_assessment

KEY = "a key from the environment, long enough"
KILLED = """
import os, signal, sys
from pathlib import Path
from services.core.database_marker import open_or_begin
from services.core.settings import Settings
from tests.storage.examples import an_assessment
database = open_or_begin(Settings(var=Path(sys.argv[1])))
with database.writing() as unit:
    an_assessment(unit)
os.kill(os.getpid(), signal.SIGKILL)
"""
LOSSES: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda file: file.write_bytes(b""),
    "without its folder": lambda file: shutil.rmtree(file.parent),
}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An installation with a key, and its database in a folder of its own."""
    return Settings(var=tmp_path / "var", database_url=f"sqlite:///{tmp_path / 'disk' / 'plumbline.db'}")


def begin(settings: Settings) -> None:
    """The first start: an assessment is stored, then the server ends."""
    database = open_or_begin(settings)
    settings.key()
    with database.writing() as unit:
        an_assessment(unit)
    database.close()


def kept(settings: Settings) -> int:
    """How many assessments are there after another start."""
    database = open_or_begin(settings)
    try:
        with database.reading() as unit:
            return len(list_assessments(unit))
    finally:
        database.close()


def test_a_new_installation_begins_and_is_marked(settings: Settings) -> None:
    assert not find_database(settings)
    begin(settings)
    assert is_marked(settings)
    assert kept(settings) == 1


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("trace", ["marker", "key"])
def test_no_database_is_begun_in_place_of_one_that_is_lost(
    settings: Settings, tmp_path: Path, loss: str, trace: str
) -> None:
    begin(settings)
    (settings.var / ("secret" if trace == "marker" else MARKER)).unlink()
    file = tmp_path / "disk" / "plumbline.db"
    LOSSES[loss](file)
    for _again in range(2):
        with pytest.raises(StorageUnavailable, match="missing or empty, though one was in use"):
            open_or_begin(settings)
    assert not file.exists() or not file.read_bytes()


def test_one_is_begun_in_its_place_when_the_operator_says_so(settings: Settings, tmp_path: Path) -> None:
    begin(settings)
    (tmp_path / "disk" / "plumbline.db").unlink()
    told = settings.model_copy(update={"init": "if-empty"})
    assert kept(told) == 0
    begin(told)
    assert kept(told) == 1, "and never over what is there"


def test_a_log_without_its_database_is_not_taken_for_nothing(settings: Settings, tmp_path: Path) -> None:
    begin(settings)
    file = tmp_path / "disk" / "plumbline.db"
    log = file.with_name("plumbline.db-wal")
    log.write_bytes(b"\x37\x7f\x06\x82" * 100)
    for content in (None, b""):
        file.unlink() if content is None else file.write_bytes(content)
        with pytest.raises(StorageUnavailable, match="one was in use"):
            open_or_begin(settings.model_copy(update={"init": "if-empty"}))
        assert log.stat().st_size == 400


def test_an_installation_from_before_there_were_markers_is_marked(settings: Settings) -> None:
    begin(settings)
    (settings.var / MARKER).unlink()
    assert kept(settings) == 1
    assert is_marked(settings)


def test_what_a_killed_server_left_in_the_log_is_found(tmp_path: Path) -> None:
    settings = Settings(var=tmp_path / "var")
    done = subprocess.run([sys.executable, "-c", KILLED, str(settings.var)], cwd=ROOT, check=False)
    assert done.returncode == -9
    assert (settings.var / "plumbline.db-wal").stat().st_size > 0
    assert find_database(settings)
    assert kept(settings) == 1


@pytest.mark.parametrize("journal", ["DELETE", "WAL"])
def test_a_file_of_another_program_is_looked_at_without_a_trace(tmp_path: Path, journal: str) -> None:
    settings = Settings(var=tmp_path / "var", database_url=f"sqlite:///{tmp_path}/theirs/customers.db")
    file = tmp_path / "theirs" / "customers.db"
    file.parent.mkdir()
    with sqlite3.connect(file) as other:
        other.execute(f"PRAGMA journal_mode = {journal}")
        other.execute("CREATE TABLE customer (id INTEGER)")
    other.close()
    before = file.read_bytes()
    with pytest.raises(StorageUnavailable, match="data that is not Plumbline’s"):
        open_or_begin(settings)
    assert [(place.name, place.read_bytes()) for place in file.parent.iterdir()] == [("customers.db", before)]
    assert not settings.var.exists()


def test_nothing_is_begun_where_nothing_is_kept_until_told(tmp_path: Path, empty_postgres_url: str) -> None:
    settings = Settings(var=tmp_path / "var", database_url=empty_postgres_url, secret=KEY)
    with pytest.raises(StorageUnavailable, match="PLUMBLINE_INIT=if-empty"):
        open_or_begin(settings)
    assert not settings.var.exists()
    begin(settings.model_copy(update={"init": "if-empty"}))
    shutil.rmtree(settings.var)
    assert kept(settings) == 1, "a database that is there needs no marker"
    assert kept(settings.model_copy(update={"init": "if-empty"})) == 1


def test_an_emptied_database_on_postgres_is_lost(tmp_path: Path, empty_postgres_url: str) -> None:
    first = Settings(var=tmp_path / "var", database_url=f"sqlite:///{tmp_path / 'var' / 'first.db'}")
    begin(first)
    second = first.model_copy(update={"database_url": empty_postgres_url})
    with pytest.raises(StorageUnavailable, match="missing or empty, though one was in use"):
        open_or_begin(second)
    migrate_and_close(empty_postgres_url)
    assert kept(second) == 0


def test_a_marker_that_cannot_be_written_stops_nobody(tmp_path: Path, postgres_url: str) -> None:
    (tmp_path / "var").write_text("a file where the folder should be")
    assert kept(Settings(var=tmp_path / "var", database_url=postgres_url, secret=KEY)) == 0
