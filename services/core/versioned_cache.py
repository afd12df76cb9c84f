"""A thing that many look at and few change: its version is asked for four times a second, however many look on."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

MAX_AGE = 0.25
"""Seconds a version is believed, however often screens look. With the 0.6 of `ui.kit.polling` a screen shows within one
second what was moved in another process."""
CAPACITY = 64
STALE = float("-inf")


class Versioned(Protocol):
    """What is looked at."""

    @property
    def version(self) -> int: ...


T = TypeVar("T", bound=Versioned)


@dataclass
class _CacheEntry(Generic[T]):
    """One thing as last seen; `asked` is the moment of the last query, `stirs` how often it was moved here."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    asked: float = STALE
    invalidations: int = 0
    value: T | None = None


class VersionedCache(Generic[T]):
    """The things looked at in this process, by id; the one looked at longest ago is forgotten first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = CAPACITY) -> None:
        self._clock, self._most = clock, most
        self._lock = threading.Lock()
        self._all: OrderedDict[str, _CacheEntry[T]] = OrderedDict()

    def get(self, name: str, version: Callable[[], int], make: Callable[[], T]) -> T:
        """The thing as it was at most `MAX_AGE` seconds ago; raises what `version` and `make` raise.

        `version` is one small query; `make` is called only where it has grown since.
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
        """It was changed in this process: the next look asks at once."""
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
