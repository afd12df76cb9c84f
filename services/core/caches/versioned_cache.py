"""Cache of values that many read and few change, checked by version number at most four times a second."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

MAX_AGE = 0.25
"""Seconds for which a value is served without checking its version. With the polling interval of the screens (0.6 s,
`ui.kit.polling.SECONDS`) a change made in another process shows within one second."""
CAPACITY = 64
STALE = float("-inf")


class Versioned(Protocol):
    """A value that carries the number of its version."""

    @property
    def version(self) -> int: ...


T = TypeVar("T", bound=Versioned)


@dataclass
class _CacheEntry(Generic[T]):
    """One value; `asked` is when its version was last checked, `invalidations` how often it was changed here."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    asked: float = STALE
    invalidations: int = 0
    value: T | None = None


class VersionedCache(Generic[T]):
    """Thread-safe LRU cache of versioned values. Concurrent readers of one key wait for a single load."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = CAPACITY) -> None:
        self._clock, self._most = clock, most
        self._lock = threading.Lock()
        self._all: OrderedDict[str, _CacheEntry[T]] = OrderedDict()

    def get(self, name: str, version: Callable[[], int], make: Callable[[], T]) -> T:
        """The value as it was at most `MAX_AGE` seconds ago; raises what `version` and `make` raise.

        `version` should be one small query; `make` is called only when its result has changed.
        """
        entry = self._entry(name)
        with entry.lock:
            if entry.value is None or self._clock() - entry.asked >= MAX_AGE:
                invalidations, now = entry.invalidations, version()
                if entry.value is None or entry.value.version != now:
                    entry.value = None
                    entry.value = make()
                entry.asked = self._clock() if entry.invalidations == invalidations else STALE
            return entry.value

    def invalidate(self, name: str) -> None:
        """Makes the next `get` check the version, because the value was changed in this process."""
        entry = self._entry(name)
        entry.invalidations += 1
        entry.asked = STALE

    def _entry(self, name: str) -> _CacheEntry[T]:
        with self._lock:
            entry = self._all.setdefault(name, _CacheEntry())
            self._all.move_to_end(name)
            while len(self._all) > self._most:
                self._all.popitem(last=False)
            return entry
