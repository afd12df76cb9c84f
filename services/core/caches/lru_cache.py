"""Thread-safe LRU cache."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any

from report.build.caching import Value


class LruCache:
    """Thread-safe LRU cache of `most` results. Does not lock while computing: two threads may compute the same key."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, key: Hashable, make: Callable[[], Value], /) -> Value:
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                known: Value = self._found[key]
                return known
        made = make()
        with self._lock:
            self._found[key] = made
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return made
