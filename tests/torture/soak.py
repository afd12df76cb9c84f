"""A soak: a server under steady use, whose memory, threads, descriptors and log must not grow for ever."""

import asyncio
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import httpx
import psutil

from bench import phones
from bench.rooms import Room, open_room
from bench.streamlit_client import arrive
from tests.server import Server, running_app
from tests.torture.tally import Tally

PHONES = 8
SCREENS = ("results", "check", "method", "console", "people")
SAMPLES = 40
GROWTH = {"megabytes": 1.10, "threads": 1.10, "descriptors": 1.25}
"""Most that the last quarter may be above the second, as a factor."""
KEPT_SESSIONS, PER_SESSION = 128, 3
"""Streamlit keeps so many closed tabs for two minutes to come back to, each with an event loop of its own."""
LOG_BYTES = 1_000
"""Most bytes of log a minute while nothing is wrong."""


@dataclass(frozen=True)
class Sample:
    """What the server's process holds at one moment."""

    megabytes: float
    threads: int
    descriptors: int
    log: int


def soak(folder: Path, seconds: float, **settings: str) -> Tally:
    """Phones answer, screens are opened, documents are fetched, connections come and go, for so many seconds."""
    tally = Tally(f"soak of {seconds:.0f} s")
    with running_app(folder, **settings) as server, open_room(folder) as room:
        until = time.monotonic() + seconds
        workers = [
            Thread(target=lambda: asyncio.run(answer(server, room, until, tally))),
            Thread(target=open_screens, args=(server, room, until, tally)),
            Thread(target=knock, args=(server, until, tally)),
        ]
        for worker in workers:
            worker.start()
        samples = []
        while time.monotonic() < until:
            samples.append(sample(server))
            time.sleep(seconds / SAMPLES)
        for worker in workers:
            worker.join()
        judge(samples, seconds, tally)
        tally.expect(server.process.poll() is None, "the server has ended")
    return tally


async def answer(server: Server, room: Room, until: float, tally: Tally) -> None:
    """Phones in a room answer, in rounds."""
    async with phones.crowd_of_phones(PHONES, server.port) as crowd:
        await phones.join_all(room, crowd)
        while time.monotonic() < until:
            await phones.answer_with_pauses(room, crowd, 5, (0.05, 0.3))
            tally.done += 5 * PHONES
            tally.outcomes["answers"] += 5 * PHONES


def open_screens(server: Server, room: Room, until: float, tally: Tally) -> None:
    """Tabs open a screen, run it and are closed."""
    number = 0
    while time.monotonic() < until:
        tab = arrive(server.url, room.cookie)
        tab.rerun(SCREENS[number % len(SCREENS)])
        tab.socket.close()
        number += 1
        tally.count("screens")
        time.sleep(0.3)


def knock(server: Server, until: float, tally: Tally) -> None:
    """Browsers that come once: welcome page, a wrong code, a document of somebody else."""
    while time.monotonic() < until:
        with httpx.Client(base_url=server.url, timeout=30) as browser:
            for path in ("/", "/join", "/report/nobody", "/healthz"):
                browser.get(path)
        tally.count("strangers")
        time.sleep(0.3)


def sample(server: Server) -> Sample:
    """The server's process now."""
    process = psutil.Process(server.process.pid)
    return Sample(process.memory_info().rss / 1e6, process.num_threads(), process.num_fds(), len(server.log))


def judge(samples: list[Sample], seconds: float, tally: Tally) -> None:
    """Compares the last quarter of the samples with the second one, when everything is loaded."""
    quarter = len(samples) // 4
    early, late = samples[quarter : 2 * quarter], samples[-quarter:]
    for name, factor in GROWTH.items():
        before, after = (statistics.median(getattr(s, name) for s in part) for part in (early, late))
        room = PER_SESSION * min(KEPT_SESSIONS, tally.outcomes["screens"]) if name == "descriptors" else 2
        tally.expect(after <= before * factor + room, f"{name} grew from {before:.0f} to {after:.0f}")
        tally.outcomes[f"{name} early"], tally.outcomes[f"{name} late"] = round(before), round(after)
    written = late[-1].log - early[0].log
    tally.expect(written <= LOG_BYTES * (1 + seconds / 60), f"{written} bytes of log")
    tally.outcomes["bytes of log"] = written
