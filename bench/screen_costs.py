"""Cost of the screens, compared with a bare page under the same configuration and under defaults."""

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import httpx
import psutil

from assessment.answers.records import Organisation
from bench.streamlit_client import Run, StreamlitClient, arrive
from services.assessments import answering
from services.core import identity
from services.core.installation import open_installation
from services.core.settings import Settings
from tests.device_cookies import cookie_for
from tests.paths import ROOT
from tests.server import Server, free_port, running_app

BARE = 'import streamlit as st\nst.text("hello")\nst.button("again", key="again")\n'
REPEATS = 40
SOAK = 2_000
START_SECONDS = 60


@dataclass(frozen=True)
class RunCost:
    """Median and 95th percentile of one kind of run, in ms, with what it weighs."""

    name: str
    median: float
    p95: float
    cpu: float
    messages: float
    kilobytes: float


def cost(name: str, process: psutil.Process, run: Callable[[], Run], repeats: int = REPEATS) -> RunCost:
    """Runs a few times unmeasured, then measures."""
    for _warm in range(3):
        run()
    before = sum(process.cpu_times()[:2])
    runs = [run() for _repeat in range(repeats)]
    cpu = (sum(process.cpu_times()[:2]) - before) / repeats * 1000
    times = sorted(r.ms for r in runs)
    return RunCost(
        name,
        statistics.median(times),
        times[int(len(times) * 0.95)],
        cpu,
        statistics.mean(r.messages for r in runs),
        statistics.mean(r.kilobytes for r in runs),
    )


@contextmanager
def bare_page(folder: Path, *, ours: bool, script: str = BARE) -> Iterator[tuple[str, psutil.Process]]:
    """A bare Streamlit page, under our configuration or under stock defaults."""
    folder.mkdir(parents=True)
    (folder / "bare.py").write_text(script, encoding="utf-8")
    if ours:
        shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "bare.py", f"--server.port={port}"]
    command += ["--server.headless=true", "--browser.gatherUsageStats=false", "--server.address=127.0.0.1"]
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(url + "/_stcore/health")
        yield url, psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(address: str) -> float:
    """Seconds until the address answers 200."""
    begun = time.perf_counter()
    while time.perf_counter() - begun < START_SECONDS:
        try:
            if httpx.get(address, timeout=5).status_code == 200:
                return time.perf_counter() - begun
        except httpx.TransportError:
            time.sleep(0.02)
    raise TimeoutError(address)


def bare_costs(folder: Path) -> tuple[RunCost, RunCost]:
    """The bare page: our configuration, stock defaults."""
    found = []
    for name, ours in (("bare page, our configuration", True), ("bare page, stock defaults", False)):
        with bare_page(folder / ("ours" if ours else "stock"), ours=ours) as (url, process):
            tab = arrive(url)
            tab.rerun()
            found.append(cost(name, process, lambda tab=tab: tab.press("again")))  # type: ignore[misc]
    return found[0], found[1]


def prepared(folder: Path) -> str:
    """An assessment of one person, answered, in the app's own database; returns the browser's cookie."""
    inst = open_installation(Settings(var=folder / "var"))
    token = identity.new_token()
    today = date(2026, 11, 22)
    begun = answering.start(inst, token, Organisation(name="Bench Ltd"), "CEO", "business", today)
    for number, code in enumerate(inst.instrument.practices):
        answering.change_answer(inst, begun.owned, code, level=1 + number % 4)
    for code in inst.instrument.activity_items:
        answering.save_activity(inst, begun.owned, code, 4)
    return f"{identity.DEVICE_COOKIE}={cookie_for(inst, token)}"


def wait_until_warm(server: Server) -> None:
    """A server imports charts and PDF in the background after it has started; what is timed comes later."""
    begun = time.perf_counter()
    while '"warm"' not in server.log and time.perf_counter() - begun < START_SECONDS:
        time.sleep(0.1)


def screen_costs(server: Server, cookie: str) -> list[RunCost]:
    """Our question (one tap, and the whole screen), results and playbook screens."""
    process = psutil.Process(server.process.pid)
    wait_until_warm(server)
    tab = arrive(server.url, cookie)
    tab.rerun("governance")
    taps = tapping(tab)
    return [
        cost("question: one tap, stored", process, lambda: next(taps)),
        cost("question: whole screen", process, lambda: tab.rerun("governance")),
        cost("results screen", process, lambda: tab.rerun("results")),
        cost("playbook screen", process, lambda: tab.rerun("playbook")),
    ]


def tapping(tab: StreamlitClient) -> Iterator[Run]:
    """Taps the five situations of the question on the screen, one after the other, for ever."""
    while True:
        for level in range(1, 6):
            yield tab.press(f"card-GOV-1-{level}")


def soak(server: Server, cookie: str) -> tuple[float, float]:
    """Resident memory in MB after 200 taps and after `SOAK` more."""
    process = psutil.Process(server.process.pid)
    tab = arrive(server.url, cookie)
    tab.rerun("governance")
    taps = tapping(tab)
    for _tap in range(200):
        next(taps)
    before = process.memory_info().rss / 2**20
    for _tap in range(SOAK):
        next(taps)
    return before, process.memory_info().rss / 2**20


def cold_start(folder: Path) -> tuple[float, float]:
    """Seconds from the command to a healthy server, and to the first screen drawn."""
    begun = time.perf_counter()
    with running_app(folder) as server:
        healthy = time.perf_counter() - begun
        arrive(server.url).rerun()
        return healthy, time.perf_counter() - begun
