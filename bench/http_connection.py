"""HTTP/1.1 keep-alive connection of a simulated phone; one request at a time, loopback only.

Written on asyncio's protocols because the benchmark shares the cores with the server: a request costs a tenth of
that of a general client.
"""

import asyncio
import re
from dataclasses import dataclass
from types import TracebackType
from typing import Self

HOST = "127.0.0.1"
PATIENCE = 30.0
"""Seconds until a request that nobody answers is given up."""
HEAD_END = b"\r\n\r\n"
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CHUNKED = re.compile(rb"\r\ntransfer-encoding: *chunked", re.IGNORECASE)
COOKIE = re.compile(rb"\r\nset-cookie: *([^=;\r]+)=([^;\r]*)", re.IGNORECASE)
PLACE = re.compile(rb"\r\nlocation: *([^\r]*)", re.IGNORECASE)


@dataclass(frozen=True)
class HttpResponse:
    """What came back: `size` is everything on the wire, head included."""

    status: int
    head: bytes
    body: bytes
    size: int

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def location(self) -> str:
        found = PLACE.search(self.head)
        return found[1].decode() if found else ""


class HttpConnection(asyncio.Protocol):
    """A connection that keeps cookies. Raises ConnectionError when the server goes away.

    async with HttpConnection(port) as wire:
        answer = await wire.ask("GET", "/room")
    """

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self._port = port
        self.cookies = dict(cookies or {})
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._waiting: asyncio.Future[HttpResponse] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def ask(self, method: str, path: str, body: bytes = b"", more: str = "") -> HttpResponse:
        """Sends one request and waits for the whole answer; `more` are further header lines."""
        loop = asyncio.get_running_loop()
        if self._transport is None or self._transport.is_closing():
            self._buffer.clear()
            self._transport, _protocol = await loop.create_connection(lambda: self, HOST, self._port)
        self._waiting = loop.create_future()
        self._transport.write(self._request(method, path, body, more))
        return await asyncio.wait_for(self._waiting, PATIENCE)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def _request(self, method: str, path: str, body: bytes, more: str) -> bytes:
        place = f"{HOST}:{self._port}"
        head = f"{method} {path} HTTP/1.1\r\nHost: {place}\r\n{more}"
        if self.cookies:
            head += "Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()) + "\r\n"
        if method == "POST":
            kind = "application/x-www-form-urlencoded"
            head += f"Origin: http://{place}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        return head.encode() + b"\r\n" + body

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        answer = _whole(self._buffer)
        if answer is None or self._waiting is None:
            return
        self._buffer.clear()
        for name, value in COOKIE.findall(answer.head):
            self.cookies[name.decode()] = value.decode()
        waiting, self._waiting = self._waiting, None
        if not waiting.done():
            waiting.set_result(answer)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(exc or ConnectionResetError("the server closed the connection"))
        self._waiting = None


def _whole(raw: bytearray) -> HttpResponse | None:
    """The answer, once all of it is there."""
    end = raw.find(HEAD_END)
    if end < 0:
        return None
    head, rest = bytes(raw[: end + 2]), raw[end + len(HEAD_END) :]
    length = LENGTH.search(head)
    if length is not None:
        body = bytes(rest) if len(rest) >= int(length[1]) else None
    elif CHUNKED.search(head):
        body = _joined(bytes(rest))
    else:
        body = b""
    return None if body is None else HttpResponse(int(head[9:12]), head, body, len(raw))


def _joined(chunks: bytes) -> bytes | None:
    """The body of a chunked answer, or None while it is incomplete."""
    body, place = b"", 0
    while (line := chunks.find(b"\r\n", place)) >= 0:
        size = int(chunks[place:line].split(b";")[0], 16)
        end = line + 2 + size
        if len(chunks) < end + 2:
            return None
        if size == 0:
            return body
        body, place = body + chunks[line + 2 : end], end + 2
    return None
