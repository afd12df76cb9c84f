"""Caching that the caller provides: results that are expensive to compute, by their input."""

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Cache(Protocol):
    """Gives what belongs to a key; `make` is called when it is not there."""

    def __call__(self, key: Hashable, make: Callable[[], Value], /) -> Value: ...


def uncached(_key: Hashable, make: Callable[[], Value], /) -> Value:
    """Keeps nothing."""
    return make()
