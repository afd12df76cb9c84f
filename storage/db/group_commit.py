"""Group commit: pending writes share one transaction and one disk sync.

SQLite has one writer at a time, and each commit waits for the disk. Writes that arrive during a commit form the
next group; there is no delay to collect more. PostgreSQL has concurrent writers, so there each write has a
transaction of its own, on a small thread pool.
"""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass, field

from assessment.errors import (
    EditConflict,
    Frozen,
    NotFound,
    PlumblineError,
    RefusedInput,
    StorageUnavailable,
    TooManyTries,
)
from storage.db.database import Database, WritingUnit
from storage.db.failures import unavailable

MOST_TOGETHER = 200
"""Writes in one transaction; other writers wait for it, about 20 ms at this number."""
THREADS = 10
"""Concurrent writes on PostgreSQL, as many as there are pooled connections."""

REFUSALS = (EditConflict, Frozen, NotFound, RefusedInput, TooManyTries)
Write = Callable[[WritingUnit], None]
"""Writes one record, or raises one of `REFUSALS` before it has written anything."""


@dataclass(frozen=True)
class _Waiting:
    """A pending write and the future of its caller."""

    write: Write
    place: str = ""
    stored: "Future[None]" = field(default_factory=Future)


class Committer:
    """Stores writes for callers who wait until theirs is durable, on daemon threads.

    `together`: group the writes of one place in a transaction on PostgreSQL too.
    """

    def __init__(self, database: Database, *, together: bool = False) -> None:
        self._database = database
        self._together = together or database.kind == "sqlite"
        self._threads = ThreadPoolExecutor(1 if self._together else THREADS, "committing")
        self._lock = threading.Lock()
        self._waiting: list[_Waiting] = []
        self._busy = False

    def submit(self, write: Write, place: str = "") -> "Future[None]":
        """A future that is done when `write` is durable, or holds the error.

        Writes of different places are never in one transaction, to avoid deadlocks. An error of one write does not
        affect the others. Errors are those of `Database.writing` and those that `write` raises. A write whose
        future is cancelled before it begins is not executed.
        """
        context = copy_context()  # a refusal is in the caller's language
        waiting = _Waiting(lambda unit: context.run(write, unit), place)
        if self._together:
            with self._lock:
                self._waiting.append(waiting)
                idle, self._busy = not self._busy, True
            if idle:
                self._start(self._store_all_waiting)
        else:
            self._start(self._store, [waiting])
        return waiting.stored

    def _start(self, work: Callable[..., None], *given: Sequence[_Waiting]) -> None:
        try:
            self._threads.submit(work, *given)
        except RuntimeError:  # the process ends; what has not begun is not stored, and says so
            ended = given[0] if given else self._take_all()
            _fail([each for each in ended if each.stored.set_running_or_notify_cancel()], unavailable("busy"))

    def _store_all_waiting(self) -> None:
        while group := self._next_group():
            self._store(group)

    def _next_group(self) -> list[_Waiting]:
        with self._lock:
            place = self._waiting[0].place if self._waiting else ""
            group = [each for each in self._waiting if each.place == place][:MOST_TOGETHER]
            taken = set(map(id, group))
            self._waiting = [each for each in self._waiting if id(each) not in taken]
            self._busy = bool(group)
            return group

    def _take_all(self) -> list[_Waiting]:
        with self._lock:
            ended, self._waiting, self._busy = self._waiting, [], False
            return ended

    def _store(self, group: Sequence[_Waiting]) -> None:
        self._settle([each for each in group if each.stored.set_running_or_notify_cancel()])

    def _settle(self, group: Sequence[_Waiting]) -> None:
        """Stores a group and resolves its futures; no exception may end the thread."""
        try:
            refusals = self._written(group)
        except StorageUnavailable as error:
            _fail(group, error)
        except BaseException as error:  # noqa: BLE001 - it belongs to the caller, who waits for it
            if len(group) == 1:
                group[0].stored.set_exception(error)
            else:
                for each in group:  # one of them broke the transaction: which one shows when each is alone
                    self._settle([each])
        else:
            for each, refused in zip(group, refusals, strict=True):
                if refused is None:
                    each.stored.set_result(None)
                else:
                    each.stored.set_exception(refused)

    def _written(self, group: Sequence[_Waiting]) -> list[PlumblineError | None]:
        """The refusal of each write, or None; all others are durable when this returns."""
        refusals: list[PlumblineError | None] = []
        if group:
            with self._database.writing() as unit:
                for each in group:
                    try:
                        each.write(unit)
                    except REFUSALS as refused:
                        refusals.append(refused)
                    else:
                        refusals.append(None)
        return refusals


def _fail(group: Sequence[_Waiting], error: StorageUnavailable) -> None:
    for each in group:
        each.stored.set_exception(StorageUnavailable(str(error)))
