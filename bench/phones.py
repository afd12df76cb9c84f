"""Simulated phones in a room over HTTP: they join, answer, lose the server and reconnect.

Every phone has a connection and a cookie of its own and records what was acknowledged. Acknowledged answers must be
in the database exactly once; `lost` returns those that are not.
"""

import asyncio
import random
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlencode

from bench.http_connection import HttpConnection, HttpResponse
from bench.rooms import Key, Room
from services.core.identity import DEVICE_COOKIE
from tests.device_cookies import token_in

MOST_PHONES, MOST_TAPS = 200, 100
"""Bounds of this client: it exists to measure one machine, its own."""
SCRIPT = "X-Plumbline: 1\r\n"
QUESTION = 'action="/room/answer"'
STEPS = 6
AGAIN = 0.25
"""Seconds after which a phone asks again when the server did not answer."""


class Refused(Exception):
    """The server answered, and not with what a phone needs."""

    def __init__(self, what: str, answer: HttpResponse) -> None:
        super().__init__(f"{what}: {answer.status} {answer.text[:200]}")


@dataclass
class Phone:
    """One participant: what was acknowledged, how long it took (ms), and what is still on its way."""

    wire: HttpConnection
    acknowledged: dict[str, int] = field(default_factory=dict)
    on_its_way: dict[str, int] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)

    @property
    def token(self) -> str:
        return token_in(self.wire.cookies[DEVICE_COOKIE])

    async def look(self, path: str) -> HttpResponse:
        """The page at `path`, redirects followed."""
        for _step in range(STEPS):
            answer = await self.wire.ask("GET", path)
            if answer.status != 303:
                break
            path = answer.location
        if answer.status != 200:
            raise Refused(path, answer)
        return answer

    async def join(self, room: Room, function: str) -> HttpResponse:
        """From the address on the wall to the first question."""
        path = f"/join/{room.code}"
        await self.look(path)
        joined = await self.wire.ask("POST", path, urlencode({"function": function}).encode())
        if joined.status != 303:
            raise Refused(path, joined)
        return await self.first_question(room)

    async def first_question(self, room: Room) -> HttpResponse:
        """The question this phone gets to see when it comes (back) with its cookie alone."""
        page = await self.look("/room")
        return page if QUESTION in page.text else await self.look(f"/room/q/{room.questions[0]}")

    async def tap(self, code: str, level: int) -> None:
        """Answers one question as the page's script does; returns once it is acknowledged."""
        fields = urlencode({"code": code, "round": 1, "level": level}).encode()
        self.on_its_way[code] = level
        begun = time.perf_counter()
        answer = await self.wire.ask("POST", "/room/answer", fields, SCRIPT)
        if answer.status != 200:
            raise Refused(f"answer to {code}", answer)
        self.times.append((time.perf_counter() - begun) * 1000)
        self.acknowledged[code] = self.on_its_way.pop(code)

    async def tap_until_saved(self, code: str, level: int) -> None:
        """A tap that outlives a server which is away for a while; gives up with the wire's patience."""
        for _again in range(int(60 / AGAIN)):
            try:
                return await self.tap(code, level)
            except ConnectionError:
                await asyncio.sleep(AGAIN)
        raise TimeoutError(code)


@dataclass(frozen=True)
class Times:
    """Median and 95th percentile in ms, and how many a second over the whole scenario."""

    median: float
    p95: float
    rate: float


def times_of(values: Iterable[float], seconds: float) -> Times:
    found = sorted(values)
    return Times(statistics.median(found), found[int(len(found) * 0.95)], len(found) / seconds)


@asynccontextmanager
async def crowd_of_phones(count: int, port: int) -> AsyncIterator[list[Phone]]:
    """So many phones, hung up at the end."""
    if count > MOST_PHONES:
        raise ValueError("more phones than one room holds")
    crowd = [Phone(HttpConnection(port)) for _phone in range(count)]
    try:
        yield crowd
    finally:
        await close_all(crowd)


async def close_all(crowd: Iterable[Phone]) -> None:
    """Closes their connections."""
    for phone in crowd:
        phone.wire.close()
    await asyncio.sleep(0)


async def join_all(room: Room, crowd: list[Phone]) -> Times:
    """All join at the same moment: until each has its first question."""
    begun, taken = time.perf_counter(), list[float]()

    async def one(phone: Phone, function: str) -> None:
        await phone.join(room, function)
        taken.append((time.perf_counter() - begun) * 1000)

    functions = room.functions
    await _all(one(phone, functions[n % len(functions)]) for n, phone in enumerate(crowd))
    return times_of(taken, time.perf_counter() - begun)


async def answer_all(room: Room, crowd: list[Phone], taps: int = 0, *, patient: bool = False) -> Times:
    """Everybody answers `taps` questions (all), the next as soon as one is saved, in an order of their own.

    `patient` phones outlive a server that is away.
    """
    return await _timed(crowd, lambda phone, n: _answers(room, phone, n, taps, patient=patient))


async def answer_with_pauses(room: Room, crowd: list[Phone], taps: int, think: tuple[float, float]) -> Times:
    """Everybody answers `taps` questions and thinks before each, between `think` seconds."""

    async def one(phone: Phone, number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - a pace, repeatable
        for place in range(taps):
            await asyncio.sleep(chance.uniform(*think))
            await phone.tap(room.questions[place % len(room.questions)], 1 + (number + place) % 5)

    return await _timed(crowd, one)


async def _answers(room: Room, phone: Phone, number: int, taps: int, *, patient: bool) -> None:
    codes = room.questions
    if taps > MOST_TAPS:
        raise ValueError("more taps than a measurement needs")
    for place in range(taps or len(codes)):
        code, level = codes[(number + place) % len(codes)], 1 + (number + place) % 5
        await (phone.tap_until_saved if patient else phone.tap)(code, level)


async def _timed(crowd: list[Phone], one: Callable[[Phone, int], Awaitable[None]]) -> Times:
    for phone in crowd:
        phone.times.clear()
    begun = time.perf_counter()
    await _all(one(phone, number) for number, phone in enumerate(crowd))
    return times_of((ms for phone in crowd for ms in phone.times), time.perf_counter() - begun)


async def _all(work: Iterable[Awaitable[None]]) -> None:
    """Waits for all of them; the first that fails ends the others."""
    async with asyncio.TaskGroup() as group:
        for each in work:
            group.create_task(_awaited(each))


async def _awaited(work: Awaitable[None]) -> None:
    await work


def lost(room: Room, crowd: list[Phone]) -> dict[Key, tuple[int, int | None]]:
    """Acknowledged answers that are not in the database as acknowledged: level tapped, level stored.

    An answer sent again and not acknowledged yet may be stored or not. AssertionError when something
    is stored that nobody sent.
    """
    stored = room.stored([phone.token for phone in crowd])
    sent: set[tuple[Key, int]] = set()
    missing: dict[Key, tuple[int, int | None]] = {}
    for phone in crowd:
        for code, level in [*phone.acknowledged.items(), *phone.on_its_way.items()]:
            sent.add(((phone.token, code), level))
        for code, level in phone.acknowledged.items():
            found = stored.get((phone.token, code))
            if found not in (level, phone.on_its_way.get(code, level)):
                missing[phone.token, code] = (level, found)
    if not set(stored.items()) <= sent:
        raise AssertionError("an answer is stored that nobody sent")
    return missing
