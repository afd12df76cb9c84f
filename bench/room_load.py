"""Load test of a room of phones against one server process: joining, answering, server restart, walls.

Client and server share the cores, so every figure comes with the CPU time of both. The only assertion: every
acknowledged answer is in the database.
"""

import asyncio
import re
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psutil

from assessment.answers.records import Organisation
from bench import phones, walls
from bench.http_connection import HttpConnection, HttpResponse
from bench.phones import QUESTION, Phone, Times
from bench.rooms import Room, open_room
from bench.streamlit_client import StreamlitClient, arrive
from services.assessments import answering
from services.core import identity
from services.core.identity import DEVICE_COOKIE
from services.core.installation import Installation
from tests.device_cookies import cookie_for
from tests.server import Server, free_port, running_app

PEOPLE = 60
SCREENS, SCREEN_TAPS = 12, 10
VIEWERS, WATCHED = 40, 20.0


@dataclass
class Load:
    """Processor time of server and client while something ran, as shares of one core."""

    server: float = 0.0
    client: float = 0.0
    seconds: float = 0.0


@contextmanager
def measured_load(server: Server) -> Iterator[Load]:
    """Measures both processes until the block ends."""
    both = (psutil.Process(server.process.pid), psutil.Process())
    load, begun = Load(), time.perf_counter()
    before = [sum(process.cpu_times()[:2]) for process in both]
    yield load
    load.seconds = time.perf_counter() - begun
    used = [sum(process.cpu_times()[:2]) - b for process, b in zip(both, before, strict=True)]
    load.server, load.client = (seconds / load.seconds for seconds in used)


def measure_joining(server: Server, room: Room, count: int = PEOPLE) -> tuple[Times, Load, int]:
    """All join at once: times to the first question, and the bytes of one with everything it names."""

    async def scenario() -> tuple[Times, Load, int]:
        async with phones.crowd_of_phones(count, server.port) as crowd:
            with measured_load(server) as load:
                times = await phones.join_all(room, crowd)
            return times, load, await weight(await crowd[0].first_question(room), server.port)

    return asyncio.run(scenario())


def measure_answering(server: Server, room: Room, count: int = PEOPLE) -> tuple[Times, Load, Times]:
    """Everybody answers everything as fast as it goes, then at a room's pace. AssertionError on a loss."""

    async def scenario() -> tuple[Times, Load, Times]:
        async with phones.crowd_of_phones(count, server.port) as crowd:
            await phones.join_all(room, crowd)
            with measured_load(server) as load:
                fast = await phones.answer_all(room, crowd)
            check(room, crowd)
            calm = await phones.answer_with_pauses(room, crowd, 3, (2.0, 6.0))
            check(room, crowd)
            return fast, load, calm

    return asyncio.run(scenario())


def check(room: Room, crowd: list[Phone]) -> None:
    """Every acknowledged answer is in the database once. AssertionError otherwise."""
    missing = phones.lost(room, crowd)
    if missing:
        raise AssertionError(f"{len(missing)} acknowledged answers are not stored")


@dataclass(frozen=True)
class Interrupted:
    """A server killed in the middle: phones that came back by their cookie alone, answers in all."""

    resumed: int
    answers: int
    before: int
    away: float


def measure_interruption(folder: Path, count: int = 30, **settings: str) -> Interrupted:
    """Phones answer, the server is killed and started again over the same folder, they go on."""
    port = free_port()
    with running_app(folder, port=port, **settings) as server:
        url = settings.get("PLUMBLINE_DATABASE_URL", "")
        with open_room(folder, url) as room:

            async def scenario() -> Interrupted:
                async with phones.crowd_of_phones(count, server.port) as crowd:
                    return await _interrupted(server, folder, room, crowd, settings)

            return asyncio.run(scenario())


async def _interrupted(
    server: Server, folder: Path, room: Room, crowd: list[Phone], settings: dict[str, str]
) -> Interrupted:
    await phones.join_all(room, crowd)
    everything = asyncio.create_task(phones.answer_all(room, crowd, patient=True))
    third = len(crowd) * len(room.questions) // 3
    await walls.until(lambda: everything.done() or _said(crowd) >= third)
    server.stop(signal.SIGKILL)
    killed, before = time.perf_counter(), _said(crowd)
    check(room, crowd)
    again = running_app(folder, port=server.port, **settings)
    await asyncio.to_thread(again.__enter__)
    try:
        away = time.perf_counter() - killed
        await everything
        check(room, crowd)
        back = [Phone(HttpConnection(server.port, phone.wire.cookies)) for phone in crowd]
        pages = [await phone.first_question(room) for phone in back]
        await phones.close_all(back)
        return Interrupted(sum(QUESTION in page.text for page in pages), _said(crowd), before, away)
    finally:
        await asyncio.to_thread(again.__exit__, None, None, None)


def _said(crowd: list[Phone]) -> int:
    return sum(len(phone.acknowledged) for phone in crowd)


def measure_screens(server: Server, inst: Installation, count: int = SCREENS) -> tuple[Times, Load]:
    """The same question answered on the Streamlit screen by `count` sessions at once, for comparison."""
    tabs = [arrive(server.url, _self_serving(inst)) for _tab in range(count)]
    for tab in tabs:
        tab.rerun("governance")
    begun = time.perf_counter()
    with measured_load(server) as load, ThreadPoolExecutor(count) as room:
        taken = [ms for times in room.map(_tapping, tabs) for ms in times]
    return phones.times_of(taken, time.perf_counter() - begun), load


def _tapping(tab: StreamlitClient) -> list[float]:
    return [tab.press(f"card-GOV-1-{1 + tap % 5}").ms for tap in range(SCREEN_TAPS)]


def _self_serving(inst: Installation) -> str:
    token = identity.new_token()
    bench = Organisation(name="Bench Ltd")
    answering.start(inst, token, bench, "CEO", "business", date(2026, 11, 22))
    return f"{DEVICE_COOKIE}={cookie_for(inst, token)}"


def measure_watching(server: Server, room: Room, count: int = VIEWERS) -> tuple[Load, Load, float]:
    """`count` walls for a while with nothing happening, then while the room votes; ms until all followed."""

    async def scenario() -> tuple[Load, Load, float]:
        async with (
            phones.crowd_of_phones(PEOPLE, server.port) as crowd,
            walls.viewers(count, server.port, room.cookie) as looking,
        ):
            await phones.join_all(room, crowd)
            await asyncio.sleep(2)
            with measured_load(server) as idle:
                await asyncio.sleep(WATCHED)
            with measured_load(server) as voting:
                await _one_vote(room, crowd, WATCHED)
            room.act("reveal")
            begun = time.perf_counter()
            await walls.until(lambda: all(viewer.drawn > begun for viewer in looking))
            return idle, voting, (max(viewer.drawn for viewer in looking) - begun) * 1000

    return asyncio.run(scenario())


async def _one_vote(room: Room, crowd: list[Phone], seconds: float) -> None:
    """Everybody answers the question in front once, spread over `seconds`."""
    for number, phone in enumerate(crowd):
        await phone.tap(room.questions[0], 1 + number % 5)
        await asyncio.sleep(seconds / len(crowd))


async def weight(page: HttpResponse, port: int) -> int:
    """Bytes on the wire of a page with everything it names: style sheet, script, fonts, pictures."""
    total, seen, queue = page.size, set[str](), _named(page.text)
    async with HttpConnection(port) as wire:
        while queue:
            path = queue.pop()
            if path not in seen:
                seen.add(path)
                found = await wire.ask("GET", path)
                total += found.size
                queue += _named(found.text) if b"text/css" in found.head else []
    return total


def _named(text: str) -> list[str]:
    loaded = re.findall(r'<(?:link|script|img)\b[^>]*\b(?:href|src)="(/[^"]+)"', text)
    return [*loaded, *re.findall(r"url\([\"']?(/[^\"')]+)", text)]
