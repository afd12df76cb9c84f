"""The cache that a caller may pass in for expensive results."""

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Cache(Protocol):
    """Returns the value of a key; calls `make` if the key is missing."""

    def __call__(self, key: Hashable, make: Callable[[], Value], /) -> Value: ...


def uncached(_key: Hashable, make: Callable[[], Value], /) -> Value:
    """A `Cache` that stores nothing."""
    return make()
