"""The shelf: finished documents by the hash of their content, the longest unused given up first."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable

from services.reports.documents import Document, PlaybookRequest

CAPACITY = 32_000_000
"""Bytes of documents kept in memory."""


def content_key(order: PlaybookRequest) -> str:
    """The hash of everything that shows in the document; records write themselves out in full."""
    return hashlib.sha256(repr(order).encode()).hexdigest()


class DocumentCache:
    """Documents up to `space` bytes in all. Who may have one is decided before it is looked for."""

    def __init__(self, space: int = CAPACITY) -> None:
        self._space = space
        self._held: OrderedDict[str, Document] = OrderedDict()
        self._lock = threading.Lock()
        self._making = threading.Lock()

    def get_or_make(self, key: str, make: Callable[[], Document]) -> Document:
        """The document under `key`; made, and kept if there is room for it, when it is not there yet.

        One is made at a time: drawing holds the interpreter, so two together would each take twice as
        long and everybody else would wait for both. Whoever asks for the same one meanwhile gets it too.
        """
        if (found := self._find(key)) is not None:
            return found
        with self._making:
            if (found := self._find(key)) is not None:
                return found
            document = make()
            self._put(key, document)
            return document

    def _find(self, key: str) -> Document | None:
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def _put(self, key: str, document: Document) -> None:
        with self._lock:
            self._held[key] = document
            while sum(len(held.content) for held in self._held.values()) > self._space:
                self._held.popitem(last=False)
