"""The press: builds documents beside the event loop, a few at once, with a short queue.

Threads, not processes. Measured with two full playbooks at a time: other requests take 4 ms at the
median and 18 ms at most, drawn one after the other (web/document_cache.py) and with the shorter switch
interval (web/lifespan.py). A worker process would spare them that for 0.4 s to start, some 100 MB each,
the way of a report through a pipe, and orphans to look after.
"""

from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from language.translation import _
from web.problems import Busy

AT_ONCE = 2
WAITING = 8
T = TypeVar("T")


class DocumentQueue:
    """Runs jobs in threads: `at_once` together, `waiting` more in line, the next one is refused."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._threads = CapacityLimiter(at_once)
        self._places = at_once + waiting
        self._taken = 0

    async def run(self, job: Callable[[], T]) -> T:
        """What `job` returns. Raises Busy when the line is full, and whatever `job` raises."""
        if self._taken >= self._places:
            raise Busy(
                _(
                    "Several documents are being made at this moment. Nothing was lost; try again in ten seconds."
                )
            )
        self._taken += 1
        try:
            return await to_thread.run_sync(job, limiter=self._threads)
        finally:
            self._taken -= 1
