"""Many tap while the room moves on: what was acknowledged is stored, and nothing else is."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from assessment.errors import Frozen, NotFound, RefusedInput
from services.core.identity import new_token
from services.workshop import facilitation, voting
from services.workshop.join import joining, leaving
from services.workshop.join.joining import Participant
from storage.db.database import Database
from storage.repositories.votes import cast_on
from tests.workshops import NOW, Shop, a_workshop, two_and_two


def stored(shop: Shop, code: str, vote: int = 1) -> dict[str, int | None]:
    with shop.inst.database.reading() as unit:
        casts = [cast for cast in cast_on(unit, shop.owned.assessment_id, code) if cast.round == vote]
    assert len(casts) == len({cast.respondent_id for cast in casts})
    return {cast.respondent_id: cast.response.level for cast in casts}


def test_every_tap_that_meets_the_reveal_is_counted_or_refused(database: Database) -> None:
    shop = a_workshop(database)
    people = [shop.joins("business" if n % 2 else "technology") for n in range(24)]
    shop.act("start")

    def taps_until_refused(number: int) -> int | None:
        counted = None
        for level in (1 + (number + again) % 5 for again in range(200)):
            try:
                shop.votes(people[number], 1, "ABC-1", level)
            except Frozen:
                return counted
            counted = level
        raise AssertionError("the vote never ended")

    with ThreadPoolExecutor(25) as room:
        tapping = [room.submit(taps_until_refused, number) for number in range(24)]
        shop.act("reveal")
        last = [tap.result() for tap in tapping]
    acknowledged = {p.respondent_id: level for p, level in zip(people, last, strict=True) if level}
    assert stored(shop, "ABC-1") == acknowledged


def test_a_room_that_is_led_while_everybody_taps_comes_to_its_end(database: Database) -> None:
    shop = a_workshop(database)
    people = [shop.joins("business" if n % 2 else "technology") for n in range(12)]
    shop.act("start")
    leading = [("reveal", 1), ("vote_again", 2), ("reveal", 2), ("next", 1)] * 3
    acknowledged: dict[tuple[str, int, str], int] = {}
    over = False

    def taps_all_the_time(person: Participant) -> None:
        level = 1
        while not over:
            view = shop.view
            level = level % 5 + 1
            for code in view.open_codes:
                try:
                    shop.votes(person, view.round, code, level)  # type: ignore[arg-type]
                except Frozen:
                    continue
                acknowledged[person.respondent_id, view.round, code] = level

    with ThreadPoolExecutor(12) as room:
        tapping = [room.submit(taps_all_the_time, person) for person in people]
        for action, _round in leading:
            facilitation.act(shop.inst, shop.owned, action, NOW)  # type: ignore[arg-type]
        over = True
        for tap in tapping:
            tap.result()
    for code in shop.inst.instrument.practices:
        first = {p: level for (p, vote, c), level in acknowledged.items() if (vote, c) == (1, code)}
        again = {p: level for (p, vote, c), level in acknowledged.items() if (vote, c) == (2, code)}
        assert stored(shop, code, 1) == first
        # Who does not vote again keeps the first vote.
        assert stored(shop, code, 2) == (first | again if again else {})


def test_a_tap_goes_to_the_room_its_browser_is_in_when_it_is_stored(database: Database) -> None:
    shop = a_workshop(database)
    token, elsewhere = new_token(), a_workshop(database)
    ann = shop.joins("business", token=token)
    for each in (shop, elsewhere):
        each.act("start")
    asyncio.run(voting.tap_vote(shop.inst, token, 1, "ABC-1", {"level": 2}))
    asyncio.run(voting.tap_prediction(shop.inst, token, "ABC-1", 4))
    assert stored(shop, "ABC-1") == {ann.respondent_id: 2}
    assert voting.my_answers(shop.inst, ann).predictions == {"ABC-1": 4}
    there = elsewhere.joins("technology", token=token)
    asyncio.run(voting.tap_vote(shop.inst, token, 1, "ABC-1", {"level": 5}))
    assert stored(shop, "ABC-1") == {ann.respondent_id: 2}
    assert stored(elsewhere, "ABC-1") == {there.respondent_id: 5}


def test_a_browser_that_left_taps_nothing_although_the_person_is_still_there(database: Database) -> None:
    shop = a_workshop(database)
    first, second = new_token(), new_token()
    ann = shop.joins("business", token=first)
    code = joining.new_code(shop.inst, ann)
    joining.rejoin(shop.inst, second, code, shop.address)
    shop.act("start")
    leaving.leave(shop.inst, first, ann)
    with pytest.raises(NotFound, match="no longer in this room"):
        asyncio.run(voting.tap_vote(shop.inst, first, 1, "ABC-1", {"level": 2}))
    asyncio.run(voting.tap_vote(shop.inst, second, 1, "ABC-1", {"level": 3}))
    assert stored(shop, "ABC-1") == {ann.respondent_id: 3}
    leaving.remove(shop.inst, shop.owned, ann.respondent_id)
    with pytest.raises(NotFound, match="no longer in this room"):
        asyncio.run(voting.tap_vote(shop.inst, second, 1, "ABC-1", {"level": 2}))


def test_sixty_tapping_without_a_thread_each_are_all_counted_and_late_ones_refused(
    database: Database,
) -> None:
    shop = a_workshop(database, "prepared")
    people = [shop.joins("business" if n % 2 else "technology") for n in range(60)]
    codes = list(shop.inst.instrument.practices)

    async def answers(person: Participant, number: int) -> None:
        token = shop.tokens[person.respondent_id]
        for place, code in enumerate(codes):
            await voting.tap_vote(shop.inst, token, 1, code, {"level": 1 + (number + place) % 5})

    async def everybody() -> None:
        await asyncio.gather(*(answers(person, number) for number, person in enumerate(people)))

    asyncio.run(everybody())
    for place, code in enumerate(codes):
        expected = {p.respondent_id: 1 + (n + place) % 5 for n, p in enumerate(people)}
        assert stored(shop, code) == expected
    shop.act("start")
    with pytest.raises(Frozen, match="not counted"):
        asyncio.run(answers(people[0], 3))


def test_a_tap_that_cannot_be_read_waits_for_nobody(database: Database) -> None:
    shop = a_workshop(database)
    people = two_and_two(shop)
    token = shop.tokens[people[0].respondent_id]
    shop.act("start")
    with database.writing():
        for raw in ({"level": 6}, {"level": "3"}, {"kind": "maybe"}, {}):
            with pytest.raises(RefusedInput):
                asyncio.run(voting.tap_vote(shop.inst, token, 1, "ABC-1", raw))
        with pytest.raises(RefusedInput):
            asyncio.run(voting.tap_prediction(shop.inst, token, "ABC-2", 3))
    assert stored(shop, "ABC-1") == {}
