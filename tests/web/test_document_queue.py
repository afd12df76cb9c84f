"""Documents are built a few at once; the line is short and says so when it is full."""

import threading

import anyio
import anyio.to_thread
import pytest

from web.document_queue import DocumentQueue
from web.problems import Busy


class Bench:
    """Work that goes on until it is released, and remembers how much of it ran at once."""

    def __init__(self) -> None:
        self.release, self.two_at_once = threading.Event(), threading.Event()
        self.lock = threading.Lock()
        self.running = self.most = 0

    def work(self) -> str:
        with self.lock:
            self.running += 1
            self.most = max(self.most, self.running)
        if self.most == 2:
            self.two_at_once.set()
        self.release.wait(30)
        with self.lock:
            self.running -= 1
        return "done"


def test_no_more_than_two_run_at_once_and_all_are_done() -> None:
    bench, results = Bench(), []

    async def one(press: DocumentQueue) -> None:
        results.append(await press.run(bench.work))

    async def several() -> None:
        press = DocumentQueue(at_once=2, waiting=3)
        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(one, press)
            await anyio.to_thread.run_sync(bench.two_at_once.wait, 30)
            bench.release.set()

    anyio.run(several)
    assert results == ["done"] * 5
    assert bench.most == 2


def test_a_full_line_is_refused_in_words_and_has_room_again_later() -> None:
    bench = Bench()

    async def line() -> None:
        press = DocumentQueue(at_once=1, waiting=1)
        async with anyio.create_task_group() as group:
            group.start_soon(press.run, bench.work)
            group.start_soon(press.run, bench.work)
            await anyio.wait_all_tasks_blocked()
            with pytest.raises(Busy, match="Try again in ten seconds"):
                await press.run(bench.work)
            bench.release.set()
        assert await press.run(lambda: "later") == "later"

    anyio.run(line)


def test_a_job_that_fails_gives_its_place_back() -> None:
    def fail() -> None:
        raise ValueError("no")

    async def failing() -> None:
        press = DocumentQueue(at_once=1, waiting=0)
        for _ in range(3):
            with pytest.raises(ValueError, match="no"):
                await press.run(fail)
        assert await press.run(lambda: "fine") == "fine"

    anyio.run(failing)
