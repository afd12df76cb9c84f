"""Coming into a room without a thread each: who waits together is stored together, and each fares alone."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event

from assessment.errors import Frozen, NotFound, RefusedInput, TooManyTries
from services.assessments import owner
from services.core import identity
from services.core.installation import Installation
from services.core.rate_limits import WRONG_BY_BLOCK
from services.workshop.join import joining
from services.workshop.join.joining import JOINS_PER_MINUTE, Joined, Newcomer
from storage.db.database import Database, WritingUnit
from storage.db.engines import open_database
from tests import prepare
from tests.workshops import NOW, Shop, a_workshop, an_address, an_installation

PATIENCE = 30
BUSINESS, TECHNOLOGY = Newcomer("CEO", "business"), Newcomer("CIO", "technology")
HALF_A_CHARACTER = Newcomer("\ud800", "business")
Outcome = Joined | BaseException


@contextmanager
def somebody_is_stored(*installations: Installation) -> Iterator[None]:
    """Until this ends, whoever arrives waits: the one thread of each of these is at another room."""
    begun, done = [Event() for _each in installations], Event()

    def at_it(is_at_it: Event) -> None:
        is_at_it.set()
        done.wait(PATIENCE)

    try:
        for inst, is_at_it in zip(installations, begun, strict=True):

            def write(_unit: WritingUnit, now: Event = is_at_it) -> None:
                at_it(now)

            inst.arrivals.submit(write, "another room")
            if inst.database.kind == "postgresql" or inst is installations[0]:
                assert is_at_it.wait(PATIENCE)
        yield
    finally:
        done.set()


def come(
    shop: Shop, people: Sequence[Newcomer], *, at: Sequence[Installation] = (), leaving: int = 0, **how: str
) -> list[Outcome]:
    """All of them at once, spread over the processes; the last `leaving` no longer wait to be stored."""
    processes = at or (shop.inst,)
    code, token = how.get("code", shop.code), how.get("token")

    async def everybody() -> list[Outcome]:
        address = how.get("address", shop.address)
        with somebody_is_stored(*processes):
            tasks = [
                asyncio.ensure_future(
                    joining.join_room(
                        processes[number % len(processes)],
                        token or identity.new_token(), code, address, shop.now, person,
                    )
                )
                for number, person in enumerate(people)
            ]  # fmt: skip
            await asyncio.sleep(0)
            for task in tasks[len(tasks) - leaving :]:
                task.cancel()
            await asyncio.sleep(0)
        return await asyncio.gather(*tasks, return_exceptions=True)

    return asyncio.run(everybody())


def joined(outcomes: Sequence[Outcome]) -> list[str]:
    return [one.participant.respondent_id for one in outcomes if isinstance(one, Joined)]


def test_sixty_arrive_at_once_and_each_is_stored_once(database: Database) -> None:
    shop = a_workshop(database)
    outcomes = come(shop, [BUSINESS, TECHNOLOGY] * 30)
    assert len(set(joined(outcomes))) == 60
    codes = {one.resume_code for one in outcomes if isinstance(one, Joined)}
    assert len(codes) == 60
    assert None not in codes
    prepare.join(
        shop.inst, identity.new_token(), shop.code, shop.address, NOW, function="CEO", camp="business"
    )
    assert shop.view.joined_by_camp == {"business": 31, "technology": 30}


def test_those_of_two_processes_are_all_stored(database: Database, database_url: str) -> None:
    shop = a_workshop(database)
    other = an_installation(open_database(database_url))
    try:
        outcomes = come(shop, [BUSINESS, TECHNOLOGY] * 20, at=(shop.inst, other))
        assert len(set(joined(outcomes))) == 40
        # The room as a process sees it that has not looked at it before.
        assert Shop(other, shop.owned, shop.token, shop.code).view.joined == 40
    finally:
        other.database.close()


def test_one_whose_words_cannot_be_stored_takes_nobody_along(database: Database) -> None:
    shop = a_workshop(database)
    outcomes = come(shop, [BUSINESS, HALF_A_CHARACTER, TECHNOLOGY, HALF_A_CHARACTER, BUSINESS])
    assert [type(one) for one in outcomes] == [Joined, RefusedInput, Joined, RefusedInput, Joined]
    assert "half a character" in str(outcomes[1])
    assert shop.view.joined_by_camp == {"business": 2, "technology": 1}


def test_one_browser_that_arrives_many_times_is_one_person(database: Database) -> None:
    shop = a_workshop(database)
    outcomes = come(shop, [BUSINESS] * 8, token=identity.new_token())
    assert len(joined(outcomes)) == 8
    assert len(set(joined(outcomes))) == 1
    assert [one.resume_code is None for one in outcomes if isinstance(one, Joined)].count(False) == 1
    assert shop.view.joined == 1


def test_who_no_longer_waits_is_not_stored(database: Database) -> None:
    shop = a_workshop(database)
    outcomes = come(shop, [BUSINESS] * 5, leaving=2)
    assert [type(one) for one in outcomes] == [Joined] * 3 + [asyncio.CancelledError] * 2
    assert shop.view.joined == 3


def test_a_closed_room_refuses_all_of_them(database: Database) -> None:
    shop = a_workshop(database)
    shop.act("close")
    outcomes = come(shop, [BUSINESS] * 5)
    assert {type(one) for one in outcomes} == {NotFound}
    assert "the room may be closed" in str(outcomes[0])
    assert shop.view.joined == 0


def test_a_closed_assessment_refuses_all_of_them(database: Database) -> None:
    shop = a_workshop(database)
    owner.close(shop.inst, shop.owned)
    assert {type(one) for one in come(shop, [BUSINESS] * 5)} == {Frozen}
    assert shop.view.joined == 0


def test_an_expired_code_refuses_all_of_them(database: Database) -> None:
    shop = a_workshop(database)
    shop.passes(hours=13)
    outcomes = come(shop, [BUSINESS] * 3)
    assert {type(one) for one in outcomes} == {RefusedInput}
    assert "expired" in str(outcomes[0])


def test_no_more_than_the_limit_join_a_room_within_a_minute_of_the_clock(sqlite_database: Database) -> None:
    shop, other = a_workshop(sqlite_database), a_workshop(sqlite_database)
    assert len(joined(come(shop, [BUSINESS] * JOINS_PER_MINUTE))) == JOINS_PER_MINUTE
    (refused,) = come(shop, [BUSINESS])
    assert isinstance(refused, TooManyTries)
    assert "Nothing is lost" in str(refused)
    assert len(joined(come(other, [BUSINESS]))) == 1
    shop.passes(minutes=1)
    assert len(joined(come(shop, [BUSINESS]))) == 1


def test_guessing_by_arriving_is_counted_and_the_right_code_still_lets_in(sqlite_database: Database) -> None:
    shop, address = a_workshop(sqlite_database), an_address()
    guesses = [one for _g in range(25) for one in come(shop, [BUSINESS], address=address, code="AAAAAA")]
    kinds = [type(one) for one in guesses]
    assert kinds == [NotFound] * WRONG_BY_BLOCK.amount + [TooManyTries] * (25 - WRONG_BY_BLOCK.amount)
    assert len(joined(come(shop, [BUSINESS], address=address))) == 1
