"""Deletion deletes, and says what it deleted."""

import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from assessment.errors import NotFound
from storage.db.database import Database, Unit
from storage.db.engines import open_database
from storage.repositories.assessments import list_assessments, set_keep_until
from storage.repositories.erasure import Purged, erase, purge
from storage.repositories.records import load_assessment
from storage.repositories.respondents import remove_respondent
from tests.storage.examples import TODAY, an_assessment
from tests.storage.filled import TELLTALE, a_full_one, rows

READER = """
import sqlite3, sys
reader = sqlite3.connect(sys.argv[1], isolation_level=None)
reader.execute("BEGIN")
print(reader.execute("SELECT count(*) FROM assessment_session").fetchone()[0], flush=True)
sys.stdin.read()
"""


def of_people(unit: Unit) -> dict[str, int]:
    """The same without counts, which belong to nobody: those published stay."""
    return {
        kind: number for kind, number in rows(unit).items() if kind not in ("cohort", "tally", "rate_count")
    }


def test_erasing_leaves_no_row_in_any_table_and_counts_what_went(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = a_full_one(unit)
    with database.reading() as unit:
        before = of_people(unit)
    assert all(before.values())
    with database.writing() as unit:
        assert erase(unit, assessment_id) == before
    with database.reading() as unit:
        assert {kind for kind, number in rows(unit).items() if number} == {"cohort"}
    with pytest.raises(NotFound), database.writing() as unit:
        erase(unit, assessment_id)


def test_erasing_one_leaves_the_others_whole(database: Database) -> None:
    with database.writing() as unit:
        goes, stays = a_full_one(unit), a_full_one(unit)
        whole = load_assessment(unit, stays)
        counts = erase(unit, goes)
        assert {kind: n - counts[kind] for kind, n in of_people(unit).items()} == dict.fromkeys(counts, 0)
        assert load_assessment(unit, stays) == whole


def test_the_organisation_goes_with_its_last_assessment(database: Database) -> None:
    with database.writing() as unit:
        first = an_assessment(unit)
        second = an_assessment(unit, earlier=first)
        assert "organisation" not in erase(unit, first)
        assert erase(unit, second) == {"assessment_session": 1, "organisation": 1}
        assert not any(of_people(unit).values())


def test_purging_deletes_what_was_to_be_kept_until_yesterday(database: Database) -> None:
    days: dict[str, date | None] = {"over": TODAY - timedelta(1), "last day": TODAY, "for good": None}
    with database.writing() as unit:
        ids = {name: an_assessment(unit) for name in days}
        for name, day in days.items():
            set_keep_until(unit, ids[name], day)
        counts = {"assessment_session": 1, "organisation": 1}
        assert purge(unit, TODAY) == Purged((ids["over"],), counts)
        assert {a.id for a in list_assessments(unit)} == {ids["last day"], ids["for good"]}
        assert purge(unit, TODAY) == Purged((), {})


def on_disk(url: str) -> bytes:
    path = Path(url.removeprefix("sqlite:///"))
    return b"".join(place.read_bytes() for place in path.parent.glob(f"{path.name}*"))


def test_what_was_erased_is_not_found_in_the_files_either(sqlite_database: Database, sqlite_url: str) -> None:
    with sqlite_database.writing() as unit:
        assessment_id = a_full_one(unit)
        a_full_one(unit)
    assert TELLTALE.encode() in on_disk(sqlite_url)
    with sqlite_database.writing() as unit:
        for person in load_assessment(unit, assessment_id).respondents:
            remove_respondent(unit, assessment_id, person.id)
    with sqlite_database.writing() as unit:
        for session in list_assessments(unit):
            erase(unit, session.id)
    assert TELLTALE.encode() not in on_disk(sqlite_url)
    assert b"Northgate" not in on_disk(sqlite_url)


def gone_within(url: str, seconds: float) -> bool:
    """Does what was erased leave the files by itself within this time?"""
    until = time.monotonic() + seconds
    while TELLTALE.encode() in on_disk(url) and time.monotonic() < until:
        time.sleep(0.1)
    return TELLTALE.encode() not in on_disk(url)


def test_what_was_erased_while_somebody_read_is_gone_when_the_reader_is_without_another_change(
    sqlite_database: Database, sqlite_url: str
) -> None:
    with sqlite_database.writing() as unit:
        assessment_id = a_full_one(unit)
    with sqlite_database.reading() as reader:
        before = load_assessment(reader, assessment_id)
        with sqlite_database.writing() as unit:
            erase(unit, assessment_id)
        assert load_assessment(reader, assessment_id) == before
        assert not gone_within(sqlite_url, 2.5)
        assert load_assessment(reader, assessment_id) == before
    assert gone_within(sqlite_url, 30)


def test_what_was_erased_while_another_process_read_is_gone_when_that_one_ends(
    sqlite_database: Database, sqlite_url: str
) -> None:
    with sqlite_database.writing() as unit:
        assessment_id = a_full_one(unit)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, sqlite_url.removeprefix("sqlite:///")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert reader.stdout is not None
    assert reader.stdout.readline() == "1\n"
    with sqlite_database.writing() as unit:
        erase(unit, assessment_id)
    assert not sqlite_database.empty_log(1.5)
    reader.communicate("")
    assert sqlite_database.empty_log(30)
    assert TELLTALE.encode() not in on_disk(sqlite_url)


def test_what_another_process_erased_and_left_in_the_log_is_emptied(
    sqlite_database: Database, sqlite_url: str
) -> None:
    with sqlite_database.writing() as unit:
        assessment_id = a_full_one(unit)
    other = open_database(sqlite_url)
    with sqlite_database.reading() as reader:
        load_assessment(reader, assessment_id)
        with other.writing() as unit:
            erase(unit, assessment_id)
        other.close()
    assert TELLTALE.encode() in on_disk(sqlite_url)
    assert sqlite_database.empty_log()
    assert TELLTALE.encode() not in on_disk(sqlite_url)
