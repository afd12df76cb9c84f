"""Writes that wait together are stored together, and each fares on its own."""

import subprocess
import sys
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from assessment.answers.records import Response
from assessment.errors import Frozen, NotFound, RefusedInput, StorageUnavailable
from storage.db.database import Database, WritingUnit
from storage.db.engines import open_database
from storage.db.group_commit import MOST_TOGETHER, Committer, Write
from storage.repositories import rooms, votes
from storage.repositories.answers import Round
from tests.paths import ROOT
from tests.storage.rooms import CODES, a_room, moved

PATIENCE = 30
LEAVES_AT_ONCE = """
import sys
from services.core.installation import Installation
from storage.db.group_commit import Committer
from storage.db.engines import open_database
from storage.repositories.votes import put_vote
from assessment.answers.records import Response
from threading import Lock

url, assessment_id, people = sys.argv[1], sys.argv[2], sys.argv[3:]
writing, lock = Committer(open_database(url)), Lock()

def say(person):
    def said(future):
        future.result()
        with lock:
            print(person, flush=True)
    return said

for number, person in enumerate(people):
    stored = writing.submit(lambda unit, p=person: put_vote(unit, assessment_id, p, 1, "ABC-1", Response(level=3), key=True))
    stored.add_done_callback(say(person))
"""


def a_vote(assessment_id: str, person: str, code: str = "ABC-1", level: int = 3, *, vote: Round = 1) -> Write:
    def write(unit: WritingUnit) -> None:
        votes.put_vote(unit, assessment_id, person, vote, code, Response(level=level), key=True)

    return write


def levels(db: Database, assessment_id: str, code: str = "ABC-1") -> dict[str, int | None]:
    with db.reading() as unit:
        casts = votes.cast_on(unit, assessment_id, code)
    assert len(casts) == len({cast.respondent_id for cast in casts})
    return {cast.respondent_id: cast.response.level for cast in casts}


def stored_together(db: Database, writes: list[Write]) -> list[BaseException | None]:
    """What became of each of these writes, all of which waited while somebody else was writing."""
    committer = Committer(db)
    with db.writing():
        waiting = [committer.submit(write) for write in writes]
    return [stored.exception(PATIENCE) for stored in waiting]


def breaks(_unit: WritingUnit) -> None:
    raise ZeroDivisionError


def test_what_waited_together_becomes_visible_at_once(sqlite_database: Database) -> None:
    assessment_id, people = a_room(sqlite_database, people=5)
    moved(sqlite_database, assessment_id, "start")
    seen = []

    def looks_from_outside(_unit: WritingUnit) -> None:
        seen.append(levels(sqlite_database, assessment_id))

    writes = [a_vote(assessment_id, person) for person in people]
    # The first to come is stored alone or with the others, depending on when its thread wakes up.
    outcomes = stored_together(sqlite_database, [looks_from_outside, *writes, looks_from_outside])
    assert outcomes == [None] * 7
    assert seen == [{}, {}]
    assert levels(sqlite_database, assessment_id) == dict.fromkeys(people, 3)


def test_one_that_fails_takes_no_other_with_it(database: Database) -> None:
    assessment_id, people = a_room(database, people=4)
    moved(database, assessment_id, "start")

    def breaks_a_rule_of_the_database(unit: WritingUnit) -> None:
        rooms.set_join_code(unit, assessment_id, "K7QM3P", None)
        values = {"assessment_id": assessment_id, "code": "ABC-1", "position": 0, "state": "planned"}
        unit.add_rows(rooms.AgendaEntryRow, [values | {"seconds": 1, "seen": 0}])

    outcomes = stored_together(
        database,
        [
            a_vote(assessment_id, people[0], level=1),
            a_vote(assessment_id, people[1], vote=2),
            a_vote(assessment_id, people[1], level=2),
            a_vote(assessment_id, "nobody"),
            breaks_a_rule_of_the_database,
            a_vote(assessment_id, people[2], "ABC-2"),
            breaks,
            a_vote(assessment_id, people[3], level=4),
        ],
    )
    kinds = [None if outcome is None else type(outcome) for outcome in outcomes]
    assert kinds == [None, Frozen, None, NotFound, RefusedInput, Frozen, ZeroDivisionError, None]
    assert levels(database, assessment_id) == {people[0]: 1, people[1]: 2, people[3]: 4}
    assert levels(database, assessment_id, "ABC-2") == {}
    with database.reading() as unit:
        assert rooms.get_room(unit, assessment_id).join_code is None


def test_the_last_of_one_persons_taps_counts(sqlite_database: Database) -> None:
    assessment_id, (person,) = a_room(sqlite_database)
    moved(sqlite_database, assessment_id, "start")
    taps = [a_vote(assessment_id, person, level=1 + n % 5) for n in range(2 * MOST_TOGETHER + 3)]
    assert set(stored_together(sqlite_database, taps)) == {None}
    assert levels(sqlite_database, assessment_id) == {person: 1 + (2 * MOST_TOGETHER + 2) % 5}


def test_while_the_database_is_away_everybody_is_told_and_afterwards_it_goes_on(
    sqlite_database: Database, sqlite_url: str
) -> None:
    assessment_id, people = a_room(sqlite_database, people=3)
    moved(sqlite_database, assessment_id, "start")
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    sqlite_database.close()
    away = file.rename(file.with_suffix(".away"))
    committer = Committer(sqlite_database)
    waiting = [committer.submit(a_vote(assessment_id, person)) for person in people]
    errors = [stored.exception(PATIENCE) for stored in waiting]
    assert [type(error) for error in errors] == [StorageUnavailable] * 3
    assert len({id(error) for error in errors}) == 3
    away.rename(file)
    committer.submit(a_vote(assessment_id, people[0])).result(PATIENCE)
    assert levels(sqlite_database, assessment_id) == {people[0]: 3}


def test_who_no_longer_waits_is_not_written(sqlite_database: Database) -> None:
    assessment_id, (one, other) = a_room(sqlite_database, people=2)
    moved(sqlite_database, assessment_id, "start")
    committer = Committer(sqlite_database)
    with sqlite_database.writing():
        begun = committer.submit(lambda _unit: None)
        while not begun.running():
            pass
        kept, given_up = (committer.submit(a_vote(assessment_id, person)) for person in (one, other))
        assert given_up.cancel()
    kept.result(PATIENCE)
    with pytest.raises(CancelledError):
        given_up.result(PATIENCE)
    assert levels(sqlite_database, assessment_id) == {one: 3}


def test_a_process_that_ends_stores_what_it_took_and_leaves_no_thread_behind(
    database: Database, database_url: str
) -> None:
    assessment_id, people = a_room(database, people=40)
    moved(database, assessment_id, "start")
    done = subprocess.run(
        [sys.executable, "-c", LEAVES_AT_ONCE, database_url, assessment_id, *people],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    assert done.stderr == ""
    assert sorted(done.stdout.split()) == sorted(levels(database, assessment_id)) == sorted(people)


def test_two_processes_that_both_gather_lose_nothing(database: Database, database_url: str) -> None:
    assessment_id, people = a_room(database, "ten", people=20)
    moved(database, assessment_id, "start")
    elsewhere = open_database(database_url)
    committers = [Committer(database), Committer(elsewhere)]
    waiting = [
        committers[(n + place) % 2].submit(a_vote(assessment_id, person, code, 1 + n % 5))
        for place, code in enumerate(CODES)
        for n, person in enumerate(people)
    ]
    assert [stored.exception(PATIENCE) for stored in waiting] == [None] * 60
    elsewhere.close()
    for code in CODES:
        assert levels(database, assessment_id, code) == {p: 1 + n % 5 for n, p in enumerate(people)}
