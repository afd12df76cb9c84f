"""`import`, `export`, `backup`, `restore`, `purge`, `erase`: into, out of and away from the database."""

import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from assessment.answers.records import Organisation
from assessment.errors import NotFound
from services.assessments import answering, example
from services.core import identity
from services.core.installation import open_installation
from services.core.settings import Settings
from storage.db.database import Database
from storage.db.engines import open_database
from storage.repositories.assessments import list_assessments, set_keep_until
from tests.cli.commands import Run, field
from tests.paths import EXAMPLE

NOBODY = 65534
DAMAGE: dict[str, Callable[[Path], object]] = {
    "no database": lambda file: file.write_bytes(b"This is a letter, not a database. " * 40),
    "damaged": lambda file: file.write_bytes(file.read_bytes()[:4096] + b"\x55" * 60_000),
    "newer": lambda file: change(file, "UPDATE alembic_version SET version_num = '9999'"),
    "foreign": lambda file: change(file, "DROP TABLE alembic_version"),
}


@contextmanager
def database(var: Path) -> Iterator[Database]:
    db = open_database(f"sqlite:///{var / 'plumbline.db'}")
    yield db
    db.close()


@contextmanager
def as_nobody() -> Iterator[None]:
    """For root, to whom everything is allowed, the rights of nobody in particular."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def assessments(var: Path) -> list[str]:
    with database(var) as db, db.reading() as unit:
        return [found.id for found in list_assessments(unit)]


def change(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def test_the_resume_code_printed_once_opens_the_import_as_its_owner(run: Run, var: Path) -> None:
    done = run("import", EXAMPLE)
    assert done.code == 0
    assert "/resume" in done.out
    inst = open_installation(Settings(var=var))
    owned = identity.resume(inst, identity.new_token(), field(done, "Resume code"), "198.51.100.7")
    inst.database.close()
    assert owned.assessment_id == field(done, "ID")
    assert owned.organisation == "Northgate Tools Ltd"


def test_export_import_export_is_the_same_to_the_byte(run: Run, imported: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    assert run("export", imported, "-o", one).code == 0
    again = field(run("import", one), "ID")
    assert run("export", again, "-o", other).code == 0
    assert again != imported
    assert one.read_bytes() == other.read_bytes()
    assert stat.S_IMODE(one.stat().st_mode) == 0o600


def test_an_unknown_id_is_refused_and_nothing_is_written(run: Run, imported: str, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    for done in (run("export", "nosuch", "-o", out), run("erase", "nosuch", "--yes")):
        assert (done.code, done.err) == (1, "This assessment does not exist.\n")
    assert not out.exists()


def test_a_backup_brings_everything_back_after_an_erasure(
    run: Run, var: Path, imported: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.zip"
    assert run("backup", copy).code == 0
    assert run("erase", imported, "--yes").code == 0
    assert assessments(var) == []
    assert run("restore", copy).code == 0
    assert assessments(var) == [imported]


def test_a_backup_is_restored_where_there_was_no_database(
    run: Run, var: Path, imported: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, fresh = tmp_path / "copy.zip", tmp_path / "fresh"
    run("backup", copy)
    monkeypatch.setenv("PLUMBLINE_VAR", str(fresh))
    assert run("restore", copy).code == 0
    assert assessments(fresh) == assessments(var) == [imported]


def test_the_operator_lists_assessments_and_gives_their_owners_new_codes(run: Run, var: Path) -> None:
    assert run("list").code == 1, "there is no database yet"
    done = run("import", EXAMPLE)
    imported, first = field(done, "ID"), field(done, "Resume code")
    (line,) = run("list", "--json").json
    assert (line["id"], line["organisation"], line["status"]) == (imported, "Northgate Tools Ltd", "open")
    assert run("list").out.split()[0] == imported
    given = run("resume-code", imported)
    assert (given.code, "only once" in given.out) == (0, True)
    inst = open_installation(Settings(var=var))
    code = field(given, "Resume code")
    assert identity.resume(inst, identity.new_token(), code, "198.51.100.7").assessment_id == imported
    with pytest.raises(NotFound):
        identity.resume(inst, identity.new_token(), first, "198.51.100.7")
    inst.database.close()
    assert run("resume-code", "nosuch").err == "This assessment does not exist.\n"


def test_a_new_code_leads_somebody_alone_back_to_the_own_answers(run: Run, var: Path) -> None:
    inst = open_installation(Settings(var=var))
    heron = Organisation(name="Heron Mills")
    begun = answering.start(inst, identity.new_token(), heron, "CEO", "business", date(2026, 11, 22)).owned
    copy = example.open_example(inst, identity.new_token(), date(2026, 11, 22))
    for owned in (begun, copy):
        code = field(run("resume-code", owned.assessment_id), "Resume code")
        back = identity.resume(inst, identity.new_token(), code, "198.51.100.8")
        assert back.respondent_id == owned.respondent_id != ""
    inst.database.close()


def test_restore_says_beforehand_when_the_key_does_not_fit(
    run: Run, var: Path, imported: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, fresh = tmp_path / "copy.zip", tmp_path / "fresh"
    run("backup", copy)
    assert "key" not in run("restore", copy, "--yes").err
    monkeypatch.setenv("PLUMBLINE_SECRET", "another key, as long as it needs to be")
    refused, done = run("restore", copy), run("restore", copy, "--yes")
    assert (refused.code, done.code) == (1, 0)
    for said in (refused.err, done.err):
        assert said.startswith("This backup was made with another key")
    monkeypatch.delenv("PLUMBLINE_SECRET")
    monkeypatch.setenv("PLUMBLINE_VAR", str(fresh))
    done = run("restore", copy)
    assert (done.code, assessments(fresh)) == (0, [imported])
    assert "made with another key" in done.err
    assert not (fresh / "secret").exists(), "the key it was made with can be put there"


def test_a_lost_database_is_said_by_every_command_and_brought_back_by_restore(
    run: Run, var: Path, imported: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.zip"
    run("backup", copy)
    for file in var.glob("plumbline.db*"):
        file.unlink()
    for arguments in (("import", EXAMPLE), ("backup", tmp_path / "b.zip"), ("purge",), ("doctor",)):
        done = run(*arguments)
        assert done.code == 1
        assert "missing or empty, though one was in use" in done.err + done.out
    assert not (var / "plumbline.db").exists()
    assert run("restore", copy).code == 0
    assert assessments(var) == [imported]


def test_restore_goes_over_assessments_only_when_told(
    run: Run, var: Path, imported: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.zip"
    run("backup", copy)
    later = field(run("import", EXAMPLE), "ID")
    done = run("restore", copy)
    assert done.code == 1
    assert "--yes" in done.err
    assert set(assessments(var)) == {imported, later}
    assert run("restore", copy, "--yes").code == 0
    assert assessments(var) == [imported]


def test_what_is_no_backup_is_refused_and_nothing_changes(
    run: Run, var: Path, imported: str, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.zip"
    run("backup", copy)
    copy.write_bytes(copy.read_bytes()[:-300])
    for file in (copy, EXAMPLE, tmp_path / "nothing.zip"):
        done = run("restore", file, "--yes")
        assert done.code == 1
        assert "Nothing was changed" in done.err
    assert assessments(var) == [imported]


def test_no_command_writes_over_the_installations_own_files(run: Run, var: Path, imported: str) -> None:
    for name in ("plumbline.db", "plumbline.db-wal", "secret", "installation.json"):
        for done in (run("backup", var / name), run("export", imported, "-o", var / name)):
            assert done.code == 1
            assert "Plumbline itself uses" in done.err
    assert assessments(var) == [imported]


def test_a_backup_replaces_an_older_backup_and_no_other_file(run: Run, imported: str, tmp_path: Path) -> None:
    copy, letter = tmp_path / "copy.zip", tmp_path / "letter.txt"
    letter.write_text("Dear all")
    assert [run("backup", copy).code, run("backup", copy).code, run("backup", letter).code] == [0, 0, 1]
    assert letter.read_text() == "Dear all"


def test_purge_deletes_what_is_due_and_nothing_else(run: Run, var: Path, imported: str) -> None:
    kept = field(run("import", EXAMPLE), "ID")
    assert "Nothing was due" in run("purge").out
    with database(var) as db, db.writing() as unit:
        set_keep_until(unit, imported, date(2020, 1, 1))
    assert "assessment_session 1" in run("purge").out
    assert assessments(var) == [kept]


def test_erase_without_a_terminal_deletes_what_was_named(spawn: Run, var: Path, imported: str) -> None:
    assert spawn("erase", imported).code == 0
    assert assessments(var) == []


def test_operations_work_beside_an_open_installation(run: Run, var: Path, tmp_path: Path) -> None:
    inst = open_installation(Settings(var=var))
    found = field(run("import", EXAMPLE), "ID")
    with inst.database.reading() as unit:
        assert [s.id for s in list_assessments(unit)] == [found]
        assert run("backup", tmp_path / "copy.zip").code == 0
        assert run("erase", found, "--yes").code == 0
    inst.database.close()


@pytest.mark.parametrize("command", ["export", "erase", "purge", "backup"])
def test_a_missing_database_is_not_made_by_looking_for_it(
    run: Run, var: Path, tmp_path: Path, command: str
) -> None:
    arguments = {
        "export": ("export", "x", "-o", tmp_path / "o.json"),
        "erase": ("erase", "x", "--yes"),
        "purge": ("purge",),
        "backup": ("backup", tmp_path / "b.zip"),
    }
    done = run(*arguments[command])
    assert done.code == 1
    assert "Nothing was overwritten" in done.err
    assert not var.exists()


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_database_that_cannot_be_used_is_left_as_it_is(
    run: Run, var: Path, imported: str, tmp_path: Path, damage: str
) -> None:
    copy, file = tmp_path / "copy.zip", var / "plumbline.db"
    run("backup", copy)
    with database(var) as db, db.writing():
        pass
    change(file, "SELECT 1")
    DAMAGE[damage](file)
    before = file.read_bytes()
    for arguments in (
        ("export", imported, "-o", tmp_path / "o.json"),
        ("import", EXAMPLE),
        ("erase", imported, "--yes"),
        ("purge",),
        ("backup", tmp_path / "b.zip"),
        ("restore", copy, "--yes"),
        ("doctor",),
    ):
        done = run(*arguments)
        assert done.code == 1, arguments
        assert "Traceback" not in done.err
        assert str(var) not in done.err
        assert len(done.err) <= 500
    assert file.read_bytes() == before
    assert not (tmp_path / "b.zip").exists()


def test_a_database_somebody_else_writes_to_is_said_to_be_busy(run: Run, var: Path, imported: str) -> None:
    other = sqlite3.connect(var / "plumbline.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    done = run("erase", imported, "--yes")
    other.execute("ROLLBACK")
    other.close()
    assert done.code == 1
    assert "busy" in done.err
    assert assessments(var) == [imported]


def test_a_database_that_may_only_be_read_is_said_to_be(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as name:
        # A folder of pytest’s may only be entered by its owner.
        place = Path(name)
        monkeypatch.setenv("PLUMBLINE_VAR", name)
        imported = field(run("import", EXAMPLE), "ID")
        assert run("erase", "nosuch", "--yes").code == 1
        (place / "plumbline.db").chmod(0o444)
        place.chmod(0o555)
        with as_nobody():
            done = run("erase", imported, "--yes")
        place.chmod(0o755)
        (place / "plumbline.db").chmod(0o644)
        assert assessments(place) == [imported]
    assert done.code == 1
    assert "read-only" in done.err
