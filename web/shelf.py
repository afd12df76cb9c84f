"""The shelf: finished documents by the hash of their content, the longest unused given up first."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable

from services.documents import Document, Order

SPACE = 32_000_000
"""Bytes of documents kept in memory."""


def content_key(order: Order) -> str:
    """The hash of everything that shows in the document; records write themselves out in full."""
    return hashlib.sha256(repr(order).encode()).hexdigest()


class Shelf:
    """Documents up to `space` bytes in all. Who may have one is decided before it is looked for."""

    def __init__(self, space: int = SPACE) -> None:
        self._space = space
        self._held: OrderedDict[str, Document] = OrderedDict()
        self._lock = threading.Lock()

    def get_or_make(self, key: str, make: Callable[[], Document]) -> Document:
        """The document under `key`; made, and kept if there is room for it, when it is not there yet."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        document = make()
        with self._lock:
            self._held[key] = document
            self._held.move_to_end(key)
            while sum(len(held.content) for held in self._held.values()) > self._space:
                self._held.popitem(last=False)
        return document
