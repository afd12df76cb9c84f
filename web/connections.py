"""Caps open connections: per address block and in all, with descriptors to spare for everything else.

Streams (websockets, event streams) are counted by the client's address as the ASGI scope names it; connections by
the peer of the socket, before any request. One that has sent no complete request is closed after `FIRST_REQUEST`
seconds, and first of all when there is no room for another.
"""

import os
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import structlog
import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from language.translation import _
from services.core.addresses import address_block, is_this_machine
from services.core.descriptors import ConnectionLimits
from web.problems import problem

FIRST_REQUEST = 15.0
TRY_AGAIN_LATER = 1013
"""Close code of a websocket that is refused for want of room."""
_log = structlog.get_logger()
block_of = lru_cache(maxsize=4_096)(address_block)


class OpenStreams:
    """Counts the websockets and event streams that are open."""

    def __init__(self, limits: ConnectionLimits) -> None:
        self.limits = limits
        self._open: Counter[str] = Counter()

    def is_full(self, address: str) -> bool:
        """Is there no room for another stream from this address?"""
        block = block_of(address)
        return self._open.total() >= self.limits.streams or self._open[block] >= self.limits.streams_per_block

    @contextmanager
    def place(self, address: str) -> Iterator[bool]:
        """Takes a place for a stream as long as this lasts; False where there is none."""
        block, free = block_of(address), not self.is_full(address)
        self._open[block] += free
        try:
            yield free
        finally:
            self._open[block] -= free
            if not self._open[block]:
                del self._open[block]


class LimitStreams:
    """Refuses websockets beyond the limits, and says so where a screen is asked for."""

    def __init__(self, app: ASGIApp, streams: OpenStreams, screens: Collection[str]) -> None:
        self.app = app
        self.streams = streams
        self.screens = {"", *screens}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = (scope.get("client") or ("",))[0]
        if scope["type"] == "websocket":
            with self.streams.place(address) as free:
                if free:
                    await self.app(scope, receive, send)
                    return
            _log.warning("websocket refused: too many are open")
            await send({"type": "websocket.close", "code": TRY_AGAIN_LATER, "reason": ""})
        elif scope["type"] == "http" and self._is_screen(scope) and self.streams.is_full(address):
            await _full()(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_screen(self, scope: Scope) -> bool:
        return scope["method"] == "GET" and scope["path"].strip("/") in self.screens


def _full() -> ASGIApp:
    return problem(
        503,
        _("Please wait a moment"),
        _(
            "Too many pages are open from your network or on this server. Nothing is lost: close those you "
            "do not need, then reload this page."
        ),
    )


def limit_connections(server: uvicorn.Server, limits: ConnectionLimits) -> None:
    """Makes the server close connections beyond the limits, and those that send no request."""
    config = server.config
    if not config.loaded:
        config.load()
    base: Any = config.http_protocol_class
    config.http_protocol_class = _limited(base, limits, trusted_proxies())


def trusted_proxies() -> frozenset[str]:
    """Peers in whose name others come; they are not limited by block. “*” is every peer."""
    return frozenset(os.environ.get("FORWARDED_ALLOW_IPS", "").replace(" ", "").split(",")) - {""}


def _limited(base: Any, limits: ConnectionLimits, proxies: Collection[str]) -> Any:
    """The protocol class of a server with limits on its connections."""

    class LimitedConnection(base):  # type: ignore[misc]
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            if not self._finds_room():
                _drop(self)
                return
            self._first_request = self.loop.call_later(FIRST_REQUEST, self._close_without_request)

        def connection_lost(self, exc: Exception | None) -> None:
            timer = getattr(self, "_first_request", None)
            if timer is not None:
                timer.cancel()
            super().connection_lost(exc)

        def _close_without_request(self) -> None:
            if self.cycle is None and self.transport.get_protocol() is self:
                self.transport.abort()

        def _finds_room(self) -> bool:
            everybody = self.connections
            if len(everybody) > limits.connections:
                return _make_room(self, everybody)
            if len(everybody) <= limits.connections_per_block or self._is_proxy():
                return True
            block = block_of(_peer(self))
            same = [each for each in everybody if block_of(_peer(each)) == block]
            return len(same) <= limits.connections_per_block or _make_room(self, same)

        def _is_proxy(self) -> bool:
            peer = _peer(self)
            return "*" in proxies or peer in proxies or is_this_machine(peer)

    return LimitedConnection


def _make_room(new: Any, others: Collection[Any]) -> bool:
    """Closes one of these connections on which nothing is being answered; False where there is none."""
    for each in others:
        if each is not new and getattr(each, "cycle", new) is None:
            _drop(each)
            return True
    return False


def _drop(connection: Any) -> None:
    """Closes it at once, and no longer counts it: many may come before the loop hears that it is closed."""
    connection.connections.discard(connection)
    connection.transport.abort()


def _peer(connection: Any) -> str:
    return str((connection.client or ("",))[0])
