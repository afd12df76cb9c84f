"""Caching that the caller provides: results that are expensive to compute, by their input."""

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

Made = TypeVar("Made")


class Cache(Protocol):
    """Gives what belongs to a key; `make` is called when it is not there."""

    def __call__(self, key: Hashable, make: Callable[[], Made], /) -> Made: ...


def uncached(_key: Hashable, make: Callable[[], Made], /) -> Made:
    """Keeps nothing."""
    return make()
