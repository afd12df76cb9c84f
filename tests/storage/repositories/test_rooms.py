"""The room and its votes: counted or refused, never in between, on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from assessment.answers.records import Response
from assessment.errors import Frozen, NotFound, RefusedInput, StorageUnavailable
from assessment.workshop.meeting import Way
from assessment.workshop.phases import PHASES
from assessment.workshop.room import AgendaEntry, Room, act, new_room
from storage.db.database import Database
from storage.db.engines import open_database
from storage.repositories import doors, rooms, votes
from storage.repositories.assessments import close_assessment
from storage.repositories.browsers.devices import unbind_respondent
from storage.repositories.records import load_respondent
from tests.storage.examples import an_assessment
from tests.storage.rooms import CODES, a_room, moved

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def vote(
    db: Database, assessment_id: str, person: str, vote: int, code: str, level: int, *, key: bool = True
) -> None:
    with db.writing() as unit:
        votes.put_vote(unit, assessment_id, person, vote, code, Response(level=level), key=key)  # type: ignore[arg-type]


def test_a_room_comes_back_as_it_was_put(database: Database) -> None:
    assessment_id, _people = a_room(database)
    agenda = (AgendaEntry("ABC-1", "done", 369, 2), AgendaEntry("DEF-1", "later"))
    room = Room("ten", 90, ("alpha", "beta"), "reveal", "DEF-1", 2, agenda)
    elsewhere = NOW.astimezone(timezone(timedelta(hours=13)))
    with database.writing() as unit:
        rooms.update_room(unit, assessment_id, room)
        rooms.set_started(unit, assessment_id, elsewhere)
        rooms.set_timer(unit, assessment_id, 210, NOW + timedelta(seconds=210))
        rooms.set_join_code(unit, assessment_id, "K7QM3P", NOW + timedelta(hours=12))
    with database.reading() as unit:
        found = rooms.get_room(unit, assessment_id)
        door = rooms.find_by_join_code(unit, "K7QM3P")
    assert door == rooms.JoinableRoom(assessment_id, "K7QM3P", found.code_until)
    assert found.room == room
    assert (found.started, found.timer_seconds) == (NOW, 210)
    assert (found.timer_end, found.code_until) == (NOW + timedelta(seconds=210), NOW + timedelta(hours=12))


def test_another_phase_is_stored_without_a_migration(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment_id, _people = a_room(database)
    room = replace(new_room("ten", 60, CODES, 315), phase="pause")  # type: ignore[arg-type]
    with pytest.raises(RefusedInput), database.writing() as unit:
        rooms.update_room(unit, assessment_id, room)
    monkeypatch.setitem(PHASES, "pause", replace(PHASES["overview"], name="pause"))  # type: ignore[arg-type,misc]
    with database.writing() as unit:
        rooms.update_room(unit, assessment_id, room)
        assert rooms.get_room(unit, assessment_id).room == room
    monkeypatch.undo()
    with pytest.raises(StorageUnavailable, match="newer version"), database.reading() as unit:
        rooms.get_room(unit, assessment_id)


def test_an_assessment_has_one_room_and_two_rooms_have_two_codes(database: Database) -> None:
    first, _ = a_room(database)
    second, _ = a_room(database)
    with pytest.raises(RefusedInput), database.writing() as unit:
        rooms.add_room(unit, first, new_room("ten", 60, CODES, 315))
    with database.writing() as unit:
        rooms.set_join_code(unit, first, "K7QM3P", NOW)
        rooms.set_join_code(unit, first, None, None)
        rooms.set_join_code(unit, second, "K7QM3P", NOW)
    with pytest.raises(RefusedInput), database.writing() as unit:
        rooms.set_join_code(unit, first, "K7QM3P", NOW)


def test_codes_have_characters_that_nobody_mistakes_for_others(database: Database) -> None:
    with database.reading() as unit:
        codes = {doors.new_join_code(unit) for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {doors.CODE_LENGTH}
    assert not set("".join(codes)) & set("0O1IL2Z5S8BUV")


def test_no_room_is_not_found_and_has_version_nought(database: Database) -> None:
    with database.writing() as unit:
        assessment_id = an_assessment(unit)
        assert rooms.find_room(unit, assessment_id) is None
        assert rooms.room_version(unit, assessment_id) == 0
        assert rooms.find_by_join_code(unit, "K7QM3P") is None
    with pytest.raises(NotFound), database.writing() as unit:
        rooms.lock_room(unit, assessment_id)


def test_the_version_grows_with_every_answer_and_every_move(database: Database) -> None:
    assessment_id, (one, other) = a_room(database, people=2)
    versions = []

    def look() -> None:
        with database.reading() as unit:
            versions.append(rooms.room_version(unit, assessment_id))

    look()
    moved(database, assessment_id, "start")
    look()
    for person in (one, other):
        vote(database, assessment_id, person, 1, "ABC-1", 3)
        look()
    for action in ("reveal", "vote_again"):
        moved(database, assessment_id, action)
        look()
    vote(database, assessment_id, one, 2, "ABC-1", 3)
    look()
    moved(database, assessment_id, "reveal")
    look()
    with database.writing() as unit:
        rooms.bump_version(unit, assessment_id)
    look()
    assert versions == sorted(set(versions))


@pytest.mark.parametrize(
    ("way", "actions", "open_votes"),
    [
        ("pillar", (), set()),
        ("pillar", ("start",), {(1, "ABC-1")}),
        ("pillar", ("start", "reveal"), set()),
        ("pillar", ("start", "reveal", "vote_again"), {(2, "ABC-1")}),
        ("pillar", ("start", "reveal", "vote_again", "reveal"), set()),
        ("pillar", ("start", "reveal", "agree", "next"), {(1, "ABC-2")}),
        ("pillar", ("start", "close"), set()),
        ("ten", (), set()),
        ("ten", ("start",), {(1, code) for code in CODES}),
        ("ten", ("start", "overview"), set()),
        ("prepared", (), {(1, code) for code in CODES}),
        ("prepared", ("start",), set()),
    ],
)
def test_what_the_database_takes_is_what_the_room_says_is_open(
    database: Database, way: Way, actions: tuple[str, ...], open_votes: set[tuple[int, str]]
) -> None:
    assessment_id, (person,) = a_room(database, way)
    with database.writing() as unit:
        room = rooms.get_room(unit, assessment_id).room
    if actions:
        room = moved(database, assessment_id, *actions)
    assert {(room.round, code) for code in room.open_codes} == open_votes
    for number in (1, 2):
        for code in CODES:
            if (number, code) in open_votes:
                vote(database, assessment_id, person, number, code, 4)
            else:
                with pytest.raises(Frozen, match="not counted"):
                    vote(database, assessment_id, person, number, code, 4)
    with database.reading() as unit:
        kept = load_respondent(unit, assessment_id, person)
    assert {(1, c) for c in kept.responses} | {(2, c) for c in kept.second_vote} == open_votes


def test_only_key_practices_are_in_the_set_of_ten(database: Database) -> None:
    assessment_id, (person,) = a_room(database, "ten")
    moved(database, assessment_id, "start")
    with pytest.raises(Frozen):
        vote(database, assessment_id, person, 1, "ABC-3", 4, key=False)


def test_a_prediction_is_taken_while_the_first_vote_is_open(database: Database) -> None:
    assessment_id, (person,) = a_room(database)
    moved(database, assessment_id, "start")
    for level in (2, 4):
        with database.writing() as unit:
            votes.put_prediction(unit, assessment_id, person, "ABC-1", level, key=True)
    moved(database, assessment_id, "reveal")
    with pytest.raises(Frozen), database.writing() as unit:
        votes.put_prediction(unit, assessment_id, person, "ABC-1", 5, key=True)
    with database.reading() as unit:
        assert load_respondent(unit, assessment_id, person).predictions == {"ABC-1": 4}


def test_a_closed_assessment_and_a_person_who_left_are_told_apart(database: Database) -> None:
    assessment_id, (one, other) = a_room(database, people=2)
    moved(database, assessment_id, "start")
    with database.writing() as unit:
        unbind_respondent(unit, assessment_id, other)
        assert votes.present(unit, assessment_id) == {one: "business"}
    with pytest.raises(NotFound, match="no longer in this room"):
        vote(database, assessment_id, other, 1, "ABC-1", 3)
    with database.writing() as unit:
        close_assessment(unit, assessment_id)
    with pytest.raises(Frozen, match="assessment is closed"):
        vote(database, assessment_id, one, 1, "ABC-1", 3)
    with pytest.raises(Frozen), database.writing() as unit:
        rooms.lock_room(unit, assessment_id)


def test_who_does_not_vote_again_keeps_the_first_vote(database: Database) -> None:
    assessment_id, (one, two, three) = a_room(database, people=3)
    moved(database, assessment_id, "start")
    for person, level in ((one, 1), (two, 5)):
        vote(database, assessment_id, person, 1, "ABC-1", level)
    moved(database, assessment_id, "reveal", "vote_again")
    with database.writing() as unit:
        votes.keep_first_votes(unit, assessment_id, "ABC-1")
        assert {cast.round for cast in votes.cast_on(unit, assessment_id, "ABC-1")} == {1}
    vote(database, assessment_id, one, 2, "ABC-1", 3)
    vote(database, assessment_id, three, 2, "ABC-1", 4)
    for _twice in range(2):
        with database.writing() as unit:
            votes.keep_first_votes(unit, assessment_id, "ABC-1")
            casts = votes.cast_on(unit, assessment_id, "ABC-1")
    second = {cast.respondent_id: cast.response.level for cast in casts if cast.round == 2}
    assert second == {one: 3, two: 5, three: 4}


def test_answered_is_who_answered_all_of_it(database: Database) -> None:
    assessment_id, (one, other) = a_room(database, "ten", people=2)
    moved(database, assessment_id, "start")
    for code in CODES:
        vote(database, assessment_id, one, 1, code, 3)
    vote(database, assessment_id, other, 1, "ABC-1", 3)
    with database.reading() as unit:
        assert votes.answered(unit, assessment_id, 1, CODES) == {one}
        assert votes.answered(unit, assessment_id, 1, ["ABC-1"]) == {one, other}
        assert votes.answered(unit, assessment_id, 1, []) == set()


def test_sixty_people_voting_at_once_lose_and_double_nothing(database: Database) -> None:
    assessment_id, people = a_room(database, "ten", people=60)
    moved(database, assessment_id, "start")

    def answer_all(number: int) -> None:
        for again in (0, 1):
            for place, code in enumerate(CODES):
                vote(database, assessment_id, people[number], 1, code, 1 + (number + place + again) % 5)

    with ThreadPoolExecutor(60) as room:
        list(room.map(answer_all, range(60)))
    with database.reading() as unit:
        for place, code in enumerate(CODES):
            casts = {c.respondent_id: c.response.level for c in votes.cast_on(unit, assessment_id, code)}
            assert casts == {person: 1 + (n + place + 1) % 5 for n, person in enumerate(people)}


def test_an_answer_that_meets_the_reveal_is_counted_or_refused_and_nothing_else(
    database: Database, database_url: str
) -> None:
    """Of two processes’ answers, exactly those that were acknowledged before the reveal are stored."""
    assessment_id, people = a_room(database, people=20)
    moved(database, assessment_id, "start")
    elsewhere = open_database(database_url)
    begin = threading.Barrier(21)

    def tap(number: int) -> bool:
        begin.wait()
        try:
            db = database if number % 2 else elsewhere
            vote(db, assessment_id, people[number], 1, "ABC-1", 1 + number % 5)
        except Frozen:
            return False
        return True

    def reveal() -> set[str]:
        begin.wait()
        with database.writing() as unit:
            room = act(rooms.lock_room(unit, assessment_id).room, "reveal")
            rooms.update_room(unit, assessment_id, room)
            return {cast.respondent_id for cast in votes.cast_on(unit, assessment_id, "ABC-1")}

    with ThreadPoolExecutor(21) as room:
        revealing = room.submit(reveal)
        taps = list(room.map(tap, range(20)))
    counted = {person for person, taken in zip(people, taps, strict=True) if taken}
    with database.reading() as unit:
        stored = {cast.respondent_id for cast in votes.cast_on(unit, assessment_id, "ABC-1")}
    elsewhere.close()
    assert counted == stored == revealing.result()


def test_the_room_holds_no_phase_without_its_question(database: Database) -> None:
    assessment_id, _people = a_room(database)
    broken = Room("pillar", 60, (), "reveal", None)
    with pytest.raises(RefusedInput), database.writing() as unit:
        rooms.update_room(unit, assessment_id, broken)
