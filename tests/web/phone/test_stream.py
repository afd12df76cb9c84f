"""What the room is doing reaches every phone, costs one look for all, and never holds the server's stop."""

import json
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, aclosing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import anyio
import httpx

from assessment.answers.records import Organisation
from services.core import identity
from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from services.plan import commitments
from services.workshop import facilitation
from storage.db.database import Database
from tests import prepare
from tests.device_cookies import cookie_header
from tests.server import Server, running_app
from tests.web.phone.phones import Phone, an_app, open_workshop
from tests.workshops import Shop
from web.phone.service_calls import ServiceCalls
from web.phone.stream import RoomBroadcaster

T = TypeVar("T")
STOP_WITHIN = 5.0
"""Seconds for the server to stop while phones listen."""


class Counting(ServiceCalls):
    """Counts how often it is asked to read."""

    def __init__(self, current: Callable[[], Installation]) -> None:
        super().__init__(current)
        self.reads = 0

    async def read(self, job: Callable[[], T]) -> T:
        self.reads += 1
        return await super().read(job)


def news(events: list[str]) -> list[dict[str, object]]:
    """What the data lines say."""
    return [json.loads(event.removeprefix("data: ")) for event in events if event.startswith("data: ")]


async def all_of(stream: AsyncIterator[str]) -> list[str]:
    return [event async for event in stream]


def test_a_stream_says_where_the_room_is_and_then_only_what_changed(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    broadcaster = RoomBroadcaster(ServiceCalls(lambda: shop.inst), longest=30.0, pause=0.02)
    heard: list[str] = []

    async def listen() -> None:
        async with aclosing(broadcaster.stream(shop.owned.assessment_id)) as stream:
            async for event in stream:
                heard.append(event)
                if len(news(heard)) == 1 and shop.view.phase == "lobby":
                    await anyio.to_thread.run_sync(shop.act, "start")
                if len(news(heard)) == 2:
                    break

    anyio.run(listen)
    assert heard[0] == "retry: 1000\n\n"
    first, second = news(heard)
    assert first["line"] == "No people are in the room. The facilitator will start."
    assert second["line"] == "0 of 0 have answered."
    assert second["step"] == shop.view.step


def test_a_commitment_is_news_though_the_room_takes_no_step(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    for action in ("start", "reveal", "commitments"):
        shop.act(action)
    broadcaster = RoomBroadcaster(ServiceCalls(lambda: shop.inst), longest=30.0, pause=0.02)
    heard: list[str] = []

    def commit() -> None:
        commitments.add_commitment(shop.inst, shop.owned, {"text": "Write the rules down"})

    async def listen() -> None:
        async with aclosing(broadcaster.stream(shop.owned.assessment_id)) as stream:
            async for event in stream:
                heard.append(event)
                if len(news(heard)) == 1 and not heard[-1].startswith("retry"):
                    await anyio.to_thread.run_sync(commit)
                if len(news(heard)) == 2:
                    break

    anyio.run(listen)
    first, second = (str(told["step"]) for told in news(heard))
    assert first != second
    assert first.split(".")[0] == second.split(".")[0] == str(shop.view.step)


def test_sixty_phones_cost_as_many_looks_as_one(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    calls = Counting(lambda: shop.inst)
    broadcaster = RoomBroadcaster(calls, longest=1.0, pause=0.25)

    async def listen() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(60):
                group.start_soon(all_of, broadcaster.stream(shop.owned.assessment_id))

    anyio.run(listen)
    assert calls.reads < 60, "each for itself would look 240 times"
    assert not broadcaster._rooms, "a room nobody listens to is forgotten"


def test_a_phone_in_no_room_is_told_to_look_again(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    answer = Phone(an_app(shop.inst)).get("/room/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.text == 'retry: 1000\n\ndata: {"step": 0, "line": ""}\n\n'


def test_a_room_that_was_deleted_is_told_to_those_who_listen(sqlite_database: Database) -> None:
    shop = open_workshop(sqlite_database)
    broadcaster = RoomBroadcaster(ServiceCalls(lambda: shop.inst), longest=0.1, pause=0.02)
    assert news(anyio.run(all_of, broadcaster.stream("gone"))) == [{"step": 0, "line": ""}]


@contextmanager
def a_room_on(server: Server) -> Iterator[tuple[Shop, str]]:
    """A room in the database of a running app, and the token of a phone in it."""
    inst = open_installation(Settings(var=server.folder / "var"))
    owner, phone, now = identity.new_token(), identity.new_token(), datetime.now(UTC)
    made = facilitation.set_up(
        inst,
        owner,
        Organisation(name="Kestrel Foods"),
        way="ten",
        minutes=60,
        privacy="team",
        today=date(2026, 11, 26),
    )
    shop = Shop(inst, made.owned, owner, facilitation.open_room(inst, made.owned, now), now)
    prepare.join(inst, phone, shop.code, "192.0.2.1", now, function="CEO", camp="business")
    yield shop, phone
    inst.database.close()


def test_the_server_stops_in_time_with_phones_connected(tmp_path: Path) -> None:
    with running_app(tmp_path) as server, a_room_on(server) as (shop, token), ExitStack() as stack:
        for _ in range(3):
            client = stack.enter_context(httpx.Client(base_url=server.url, timeout=60))
            cookie = cookie_header(shop.inst, token)
            stream = stack.enter_context(client.stream("GET", "/room/events", headers=cookie))
            assert next(stream.iter_text()).startswith("retry: 1000")
        assert server.stop(signal.SIGTERM) < STOP_WITHIN
        assert server.process.returncode == -signal.SIGTERM
        assert "Traceback" not in server.log


def test_a_move_of_another_process_reaches_a_phone_of_the_running_app(server: Server) -> None:
    with a_room_on(server) as (shop, token), httpx.Client(base_url=server.url, timeout=60) as client:
        cookie = cookie_header(shop.inst, token)
        assert "The workshop starts soon" in client.get("/room", headers=cookie).text
        heard = ""
        with client.stream("GET", "/room/events", headers=cookie) as stream:
            for part in stream.iter_text():
                heard += part
                if heard.count("data: ") == 1 and shop.view.phase == "lobby":
                    shop.act("start")
                if "0 of 1 have answered" in heard:
                    break
        assert "0 of 1 have answered" in heard
        assert client.get("/room", headers=cookie).status_code == 200
