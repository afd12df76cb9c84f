"""Bounded queue that builds documents in threads, off the event loop.

Threads, not processes. Measured with two full playbooks at a time: other requests take 4 ms at the
median and 18 ms at most, with documents rendered one after the other (web/document_cache.py) and the shorter
switch interval (web/lifespan.py). A worker process would cost 0.4 s to start, some 100 MB, the transfer of
each report through a pipe, and supervision.
"""

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from language.translation import _
from web.problems import Busy

MAX_RUNNING = 2
MAX_WAITING = 8
T = TypeVar("T")


class DocumentQueue:
    """Runs up to `at_once` jobs in threads and queues `waiting` more; refuses the next one."""

    def __init__(self, at_once: int = MAX_RUNNING, waiting: int = MAX_WAITING) -> None:
        self._threads = CapacityLimiter(at_once)
        self._places = at_once + waiting
        self._taken = 0

    async def run(self, job: Callable[[], T]) -> T:
        """The result of `job`. Raises Busy when the queue is full, and whatever `job` raises."""
        if self._taken >= self._places:
            raise Busy(_("Several documents are in the queue. Nothing was lost; try again in ten seconds."))
        self._taken += 1
        try:
            return await to_thread.run_sync(job, limiter=self._threads)
        finally:
            self._taken -= 1
