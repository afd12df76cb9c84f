"""A thing that many look at and few change: its version is asked for four times a second, however many look on."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

FRESH = 0.25
"""Seconds a version is believed, however often screens look. With the 0.6 of `ui.kit.polling` a screen shows within one
second what was moved in another process."""
MOST = 64
AT_ONCE = float("-inf")


class Versioned(Protocol):
    """What is looked at."""

    @property
    def version(self) -> int: ...


T = TypeVar("T", bound=Versioned)


@dataclass
class _Seen(Generic[T]):
    """One thing as last seen; `asked` is the moment of the last query, `stirs` how often it was moved here."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    asked: float = AT_ONCE
    stirs: int = 0
    thing: T | None = None


class Watch(Generic[T]):
    """The things looked at in this process, by id; the one looked at longest ago is forgotten first."""

    def __init__(self, clock: Callable[[], float] = time.monotonic, most: int = MOST) -> None:
        self._clock, self._most = clock, most
        self._lock = threading.Lock()
        self._all: OrderedDict[str, _Seen[T]] = OrderedDict()

    def look(self, name: str, version: Callable[[], int], make: Callable[[], T]) -> T:
        """The thing as it was at most `FRESH` seconds ago; raises what `version` and `make` raise.

        `version` is one small query; `make` is called only where it has grown since.
        """
        seen = self._seen(name)
        with seen.lock:
            if seen.thing is None or self._clock() - seen.asked >= FRESH:
                stirs, now = seen.stirs, version()
                if seen.thing is None or seen.thing.version != now:
                    seen.thing = None
                    seen.thing = make()
                seen.asked = self._clock() if seen.stirs == stirs else AT_ONCE
            return seen.thing

    def stir(self, name: str) -> None:
        """It was changed in this process: the next look asks at once."""
        seen = self._seen(name)
        seen.stirs += 1
        seen.asked = AT_ONCE

    def _seen(self, name: str) -> _Seen[T]:
        with self._lock:
            seen = self._all.setdefault(name, _Seen())
            self._all.move_to_end(name)
            while len(self._all) > self._most:
                self._all.popitem(last=False)
            return seen
