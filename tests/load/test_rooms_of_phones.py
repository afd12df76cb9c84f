"""A room of phones against the running app: what was acknowledged is stored once, come what may.

The same scenarios as in `make bench`, small, and without a clock.
"""

import asyncio
from pathlib import Path

import pytest

from bench import phones, walls
from bench.phones import QUESTION, Phone, Refused
from bench.room_load import check, measure_interruption
from bench.rooms import Room, open_room
from tests.server import running_app

ANSWERS = 25


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest) -> dict[str, str]:
    """The environment of a server on either database."""
    if request.param == "sqlite":
        return {}
    return {"PLUMBLINE_DATABASE_URL": request.getfixturevalue("postgres_url")}


async def all_tap_while_the_room_moves_on(room: Room, crowd: list[Phone]) -> tuple[set[str], set[str]]:
    """Tokens of the phones that were counted and of those that were refused."""
    counted, refused = set[str](), set[str]()

    async def taps(phone: Phone, number: int) -> None:
        for again in range(1_000):
            try:
                await phone.tap(room.questions[0], 1 + (number + again) % 5)
            except Refused:
                phone.on_its_way.clear()
                refused.add(phone.token)
                return
            counted.add(phone.token)

    tapping = [asyncio.create_task(taps(phone, number)) for number, phone in enumerate(crowd)]
    await walls.until(lambda: len(counted) >= len(crowd) // 2)
    await asyncio.to_thread(room.act, "reveal")
    await asyncio.gather(*tapping)
    return counted, refused


async def the_check_itself(room: Room, crowd: list[Phone]) -> None:
    """What is said to be acknowledged and is not stored is found, and so is what nobody sent."""
    page = await crowd[0].first_question(room)
    assert QUESTION in page.text
    crowd[0].acknowledged[room.questions[20]] = 2
    with pytest.raises(AssertionError, match="1 acknowledged"):
        check(room, crowd)
    crowd[0].acknowledged.clear()
    with pytest.raises(AssertionError, match="nobody sent"):
        check(room, crowd)


def test_twelve_phones_answer_and_meet_the_reveal(settings: dict[str, str], tmp_path: Path) -> None:
    """No answer is lost or doubled; the room moves on while they tap; all of it in one server's life."""
    url = settings.get("PLUMBLINE_DATABASE_URL", "")
    with running_app(tmp_path, **settings) as server:
        with open_room(tmp_path, url) as room:

            async def answering() -> None:
                async with phones.crowd_of_phones(12, server.port) as crowd:
                    await phones.join_all(room, crowd)
                    await phones.answer_all(room, crowd, 5)
                    check(room, crowd)
                    assert len(room.stored([phone.token for phone in crowd])) == 60
                    await the_check_itself(room, crowd)

            asyncio.run(answering())
        with open_room(tmp_path, url, "pillar") as room:

            async def moving_on() -> None:
                async with phones.crowd_of_phones(12, server.port) as crowd:
                    await phones.join_all(room, crowd)
                    counted, refused = await all_tap_while_the_room_moves_on(room, crowd)
                    assert refused == {phone.token for phone in crowd}
                    check(room, crowd)
                    assert {token for token, _code in room.stored(sorted(refused))} == counted

            asyncio.run(moving_on())
        assert "locked" not in server.log
        assert "unexpected" not in server.log


def test_phones_outlive_a_server_that_is_killed(tmp_path: Path) -> None:
    """They come back with their cookie alone and go on; the check at the kill and at the end finds all."""
    found = measure_interruption(tmp_path, 6)
    assert (found.resumed, found.answers) == (6, 6 * ANSWERS)
    assert found.before < found.answers
