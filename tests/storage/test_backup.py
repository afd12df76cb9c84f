"""Backup and restore: what comes back is what was there, or nothing changes."""

import json
import threading
import zipfile
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest
from hypothesis import given, settings

from assessment.answers.records import Assessment
from assessment.errors import RefusedFile, RefusedInput, StorageUnavailable
from storage.backup import backup, restore
from storage.db.database import Database
from storage.db.engines import open_database
from storage.db.schema import migrate
from storage.repositories.assessments import list_assessments
from storage.repositories.records import add_assessment, load_assessment
from storage.tables.assessments import TABLES
from tests.storage.archives import Members, changed, with_line
from tests.storage.drawn import LAW, assessments
from tests.storage.examples import TODAY, an_assessment
from tests.storage.filled import a_full_one, rows


def content(db: Database) -> dict[str, list[dict[str, object]]]:
    """Every row of every table."""
    with db.reading() as unit:
        found = {table.name: unit.look_up(table.select()) for table in TABLES}
    return {name: sorted(rows, key=str) for name, rows in found.items()}


def assert_refused(db: Database, path: Path, match: str) -> None:
    """The file is refused with one sentence, and the database is as it was."""
    before = content(db)
    with pytest.raises(RefusedFile, match=match) as caught:
        restore(db, path)
    assert len(str(caught.value)) <= 500
    assert str(path.parent) not in str(caught.value)
    assert content(db) == before


@pytest.fixture
def saved(database: Database, tmp_path: Path) -> Path:
    """A backup of a database with a row in every table; one more assessment came later."""
    with database.writing() as unit:
        a_full_one(unit)
    path = tmp_path / "saved.zip"
    backup(database, path)
    with database.writing() as unit:
        an_assessment(unit)
    return path


def with_manifest(path: Path, **values: object) -> Path:
    def change(members: Members) -> None:
        members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | values).encode()

    return changed(path, change, honest=False)


def start_of(info: zipfile.ZipInfo, whole: bytes) -> int:
    """Where a member's data starts: its header names the lengths of what stands between."""
    lengths = whole[info.header_offset + 26 : info.header_offset + 30]
    return info.header_offset + 30 + sum(int.from_bytes(lengths[i : i + 2], "little") for i in (0, 2))


def test_what_is_restored_is_what_was_saved(database: Database, tmp_path: Path) -> None:
    with database.writing() as unit:
        a_full_one(unit)
        before = rows(unit)
    wanted = content(database)
    backup(database, tmp_path / "saved.zip")
    with database.writing() as unit:
        a_full_one(unit)
    assert restore(database, tmp_path / "saved.zip") == before
    assert content(database) == wanted


def test_a_backup_of_one_database_restores_into_the_other(
    sqlite_database: Database, postgres_database: Database, tmp_path: Path
) -> None:
    with sqlite_database.writing() as unit:
        a_full_one(unit)
    wanted = content(sqlite_database)
    backup(sqlite_database, tmp_path / "one.zip")
    restore(postgres_database, tmp_path / "one.zip")
    assert content(postgres_database) == wanted
    backup(postgres_database, tmp_path / "two.zip")
    restore(sqlite_database, tmp_path / "two.zip")
    assert content(sqlite_database) == wanted


@settings(LAW, max_examples=25)
@given(assessment=assessments)
def test_every_assessment_survives_a_backup(
    database: Database, tmp_path: Path, assessment: Assessment
) -> None:
    with database.writing() as unit:
        assessment_id = add_assessment(unit, assessment, today=TODAY)
        before = load_assessment(unit, assessment_id)
    backup(database, tmp_path / "saved.zip")
    restore(database, tmp_path / "saved.zip")
    with database.reading() as unit:
        assert load_assessment(unit, assessment_id) == before


def test_a_backup_is_for_its_owner_only_and_leaves_nothing_beside_it(
    database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "saved.zip").write_text("an older one")
    backup(database, folder / "saved.zip")
    assert [path.name for path in folder.iterdir()] == ["saved.zip"]
    assert (folder / "saved.zip").stat().st_mode & 0o777 == 0o600


def test_the_same_content_makes_the_same_file(database: Database, tmp_path: Path) -> None:
    with database.writing() as unit:
        a_full_one(unit)
    for name in ("one.zip", "two.zip"):
        backup(database, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_place_that_cannot_be_written_is_told_and_an_older_backup_stays(
    database: Database, tmp_path: Path
) -> None:
    with pytest.raises(RefusedInput, match="could not be written"):
        backup(database, tmp_path / "nowhere" / "saved.zip")
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(RefusedInput, match="could not be written"):
        backup(database, tmp_path / "folder.zip")
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".backup")]


def test_a_damaged_database_makes_no_backup_and_the_older_one_stays(sqlite_url: str, tmp_path: Path) -> None:
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    damaged = bytearray(path.read_bytes())
    damaged[-4096:] = b"\xaa" * 4096
    path.write_bytes(damaged)
    (tmp_path / "saved.zip").write_text("an older one")
    db = open_database(sqlite_url)
    with pytest.raises(StorageUnavailable, match="damaged"):
        backup(db, tmp_path / "saved.zip")
    assert (tmp_path / "saved.zip").read_text() == "an older one"
    db.close()


def test_a_backup_taken_while_others_write_is_of_one_moment(database: Database, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            with database.writing() as unit:
                a_full_one(unit)

    with database.writing() as unit:
        a_full_one(unit)
    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            backup(database, tmp_path / f"{number}.zip")
    finally:
        stop.set()
        writer.join()
    for number in range(5):
        counts = restore(database, tmp_path / f"{number}.zip")
        assert counts["response"] == 2 * counts["assessment_session"] == 2 * counts["submission"] > 0


def test_a_restore_waits_for_no_reader_and_shows_no_half(saved: Path, database: Database) -> None:
    with database.reading() as unit:
        assert len(list_assessments(unit)) == 2
        restore(database, saved)
        assert len(list_assessments(unit)) == 2
    with database.reading() as unit:
        assert len(list_assessments(unit)) == 1


def test_a_restore_waits_for_a_change_that_is_being_stored_and_replaces_it(
    saved: Path, database: Database
) -> None:
    with ThreadPoolExecutor(1) as elsewhere:
        with database.writing() as unit:
            late = an_assessment(unit)
            waiting = elsewhere.submit(restore, database, saved)
            assert wait([waiting], timeout=0.5).not_done == {waiting}
        assert waiting.result()["assessment_session"] == 1
    with database.reading() as reader:
        assert late not in {session.id for session in list_assessments(reader)}


def test_a_database_that_was_never_prepared_is_not_restored_into(tmp_path: Path, saved: Path) -> None:
    db = open_database(f"sqlite:///{tmp_path / 'new.db'}")
    with pytest.raises(StorageUnavailable, match="not ready"):
        restore(db, saved)
    with pytest.raises(StorageUnavailable, match="not ready"):
        backup(db, tmp_path / "other.zip")
    migrate(db)
    assert restore(db, saved)["respondent"] == 1
    db.close()


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04", b"A shopping list", b'{"format": "plumbline-backup"}']
)
def test_a_file_that_is_no_backup_is_refused(saved: Path, database: Database, content: bytes) -> None:
    saved.write_bytes(content)
    assert_refused(database, saved, "damaged or incomplete")


def test_a_missing_file_is_refused(database: Database, tmp_path: Path) -> None:
    assert_refused(database, tmp_path / "none.zip", "cannot be read")
    assert_refused(database, tmp_path, "cannot be read")


def test_a_backup_cut_short_anywhere_is_refused(saved: Path, database: Database) -> None:
    whole = saved.read_bytes()
    for share in (0.1, 0.5, 0.9, 0.99):
        saved.write_bytes(whole[: int(len(whole) * share)])
        assert_refused(database, saved, "damaged or incomplete")


def test_a_byte_turned_anywhere_in_the_rows_is_refused(saved: Path, database: Database) -> None:
    whole = saved.read_bytes()
    with zipfile.ZipFile(saved) as file:
        infos = [info for info in file.infolist() if info.file_size > 100]
    places = [start_of(info, whole) + info.compress_size // 2 for info in infos]
    for place in places:
        turned = bytearray(whole)
        turned[place] ^= 0xFF
        saved.write_bytes(turned)
        assert_refused(database, saved, "damaged or incomplete")


def test_another_kind_of_archive_and_a_newer_one_are_refused(saved: Path, database: Database) -> None:
    assert_refused(database, with_manifest(saved, format="other"), "not a Plumbline backup")
    assert_refused(database, with_manifest(saved, version="1"), "not a Plumbline backup")
    assert_refused(database, with_manifest(saved, version=2), "newer version")
    assert_refused(database, with_manifest(saved, revision="9999"), "newer version")
    assert_refused(database, with_manifest(saved, tables={}), "damaged or incomplete")
    assert_refused(database, with_manifest(saved, tables=7), "damaged or incomplete")
    assert_refused(database, with_manifest(saved, tables=[1]), "damaged or incomplete")


@pytest.mark.parametrize("lost", ["manifest.json", "response.jsonl", "organisation.jsonl"])
def test_a_backup_without_one_of_its_parts_is_refused(saved: Path, database: Database, lost: str) -> None:
    def change(members: Members) -> None:
        del members[lost]

    assert_refused(database, changed(saved, change, honest=False), "damaged or incomplete")


def test_a_part_too_many_is_refused(saved: Path, database: Database) -> None:
    def change(members: Members) -> None:
        members["../../etc/passwd"] = b"root"

    assert_refused(database, changed(saved, change), "damaged or incomplete")


def test_rows_that_do_not_match_their_sums_are_refused(saved: Path, database: Database) -> None:
    def change(members: Members) -> None:
        members["response.jsonl"] = members["response.jsonl"].splitlines(keepends=True)[0]

    assert_refused(database, changed(saved, change, honest=False), "damaged or incomplete")


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("response", {"level": "3"}),
        ("response", {"level": True}),
        ("response", {"level": None}),
        ("response", {"level": 10**30}),
        ("response", {"note": "x" * 1001}),
        ("response", {"unknown": 1}),
        ("response", {"code": None}),
        ("response", {"code": 7}),
        ("assessment_session", {"created_on": "2026-02-30"}),
        ("assessment_session", {"settings": "[]"}),
        ("assessment_session", {"settings": "{"}),
        ("organisation", {"name": ""}),
        ("respondent", {"camp": "marketing"}),
        ("agreed", {"level": 6}),
        ("register", {"body": '{"name": 1}'}),
        ("register", {"kind": "parked"}),
        ("room", {"phase": "pause"}),
        ("room", {"phase": "reveal", "code": None}),
        ("register", {"kind": "other"}),
        ("logo", {"image": "not base64"}),
        ("submission", {"assessment": "null"}),
        ("device_binding", {"current": 1}),
    ],
)
def test_a_row_that_is_no_record_is_refused_even_with_right_sums(
    saved: Path, database: Database, table: str, values: dict[str, object]
) -> None:
    assert_refused(database, with_line(saved, table, **values), "damaged or incomplete|contradicts itself")


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("response", {"respondent_id": "nobody"}),
        ("response", {"round": 3}),
        ("response", {"note": "a\x00b"}),
        ("response", {"code": "half \ud83d"}),
        ("prediction", {"level": 6}),
    ],
)
def test_rows_that_the_database_refuses_undo_the_whole_restore(
    saved: Path, database: Database, table: str, values: dict[str, object]
) -> None:
    assert_refused(database, with_line(saved, table, **values), "contradicts itself|damaged or incomplete")


def test_a_line_that_is_no_object_and_one_nested_without_end_are_refused(
    saved: Path, database: Database
) -> None:
    for line in (b"[1]\n", b"{\n", b"\xff\n", b"[" * 100_000 + b"\n"):

        def change(members: Members, line: bytes = line) -> None:
            members["prediction.jsonl"] = line

        assert_refused(database, changed(saved, change), "damaged or incomplete")


def test_a_file_that_unpacks_without_end_is_refused_before_it_is_unpacked(
    saved: Path, database: Database
) -> None:
    # The sizes stand in the zip's directory: 4 GB are claimed for each part, in a small file.
    claimed = (0xFFFF_FF00).to_bytes(4, "little")
    whole = bytearray(saved.read_bytes())
    place = whole.find(b"PK\x01\x02")
    while place != -1:
        whole[place + 24 : place + 28] = claimed
        place = whole.find(b"PK\x01\x02", place + 4)
    saved.write_bytes(whole)
    assert_refused(database, saved, "unpacks to more than 4 GB")


def test_a_manifest_of_a_megabyte_and_an_encrypted_part_are_refused(saved: Path, database: Database) -> None:
    assert_refused(database, with_manifest(saved, revision=" " * 1_000_000), "damaged or incomplete")
    whole = bytearray(saved.read_bytes())
    whole[whole.find(b"PK\x01\x02") + 8] |= 1
    saved.write_bytes(whole)
    assert_refused(database, saved, "damaged or incomplete")
