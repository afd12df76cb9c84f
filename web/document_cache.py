"""LRU cache of finished documents by a hash of their content, limited by size in bytes."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable

from documents.document_format import DocumentOrder
from services.reports.documents import Document

CAPACITY = 32_000_000
"""Bytes of documents kept in memory."""


def content_key(order: DocumentOrder) -> str:
    """SHA-256 of everything that determines the document, by the `repr` of the order's records."""
    return hashlib.sha256(repr(order).encode()).hexdigest()


class DocumentCache:
    """Thread-safe LRU cache of documents, at most `space` bytes together. Access is checked before it is asked."""

    def __init__(self, space: int = CAPACITY) -> None:
        self._space = space
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._lock = threading.Lock()
        self._making = threading.Lock()

    def get_or_make(self, key: str, make: Callable[[], Document]) -> Document:
        """The document under `key`; calls `make` and stores the result if it is missing.

        One document is made at a time: rendering holds the interpreter lock, so two at once would each take
        twice as long and delay all other requests. Concurrent requests for one key share the result.
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
            if key in self._documents:
                self._documents.move_to_end(key)
            return self._documents.get(key)

    def _put(self, key: str, document: Document) -> None:
        with self._lock:
            self._documents[key] = document
            while sum(len(document.content) for document in self._documents.values()) > self._space:
                self._documents.popitem(last=False)
