"""Clients that behave like a browser, in front of the running app."""

from collections.abc import Iterator

import httpx
import pytest

from tests.server import Server


@pytest.fixture
def visitor(server: Server) -> Iterator[httpx.Client]:
    """A browser with a cookie jar of its own, nothing in it yet."""
    with httpx.Client(base_url=server.url, timeout=60) as client:
        yield client
