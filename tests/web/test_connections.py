"""Connections that wait for nothing make room for those that ask; one network never takes all of it."""

import asyncio
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from services.core.descriptors import (
    SPARE,
    ConnectionLimits,
    available_descriptors,
    limits_for,
    raise_descriptor_limit,
)
from tests.paths import ROOT
from tests.server import busy, free_port
from web.connections import OpenStreams

APP = """
import contextlib, sys, uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from services.core.descriptors import ConnectionLimits
from web import connections
from web.lifespan import limit_shutdown_time

port, first_request, far_away = int(sys.argv[1]), float(sys.argv[2]), sys.argv[3] == "far away"
limits = ConnectionLimits(*map(int, sys.argv[4:8]))
connections.FIRST_REQUEST = first_request
if far_away:  # clients on this machine then count as those of a network
    connections.is_this_machine = lambda _address: False

async def page(request):
    return PlainTextResponse("here")

async def stay(socket):
    await socket.accept()
    with contextlib.suppress(Exception):
        while True:
            await socket.receive_text()

@contextlib.asynccontextmanager
async def lifespan(app):
    for server in limit_shutdown_time():
        connections.limit_connections(server, limits)
    yield

streams = connections.OpenStreams(limits)
app = Starlette(
    routes=[Route("/", page), Route("/join", page), WebSocketRoute("/stream", stay)],
    lifespan=lifespan,
    middleware=[Middleware(connections.LimitStreams, streams=streams, screens=["results"])],
)
uvicorn.run(app, port=port, log_level="warning")
"""


@contextmanager
def serving(limits: ConnectionLimits, *, first_request: float = 60.0, place: str = "here") -> Iterator[int]:
    """The limits in front of a small app, on a real server; the port it listens on."""
    port = free_port()
    arguments = [str(port), str(first_request), place, *map(str, limits)]
    process = subprocess.Popen([sys.executable, "-c", APP, *arguments], cwd=ROOT)
    try:
        end = time.monotonic() + 20 * busy()
        while time.monotonic() < end:
            with suppress(httpx.TransportError):
                if httpx.get(f"http://127.0.0.1:{port}/").status_code == 200:
                    break
            time.sleep(0.1)
        time.sleep(0.3)  # the connection of that question is over too
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def is_open(connection: socket.socket) -> bool:
    """Has the server left this connection open?"""
    connection.setblocking(False)
    try:
        return bool(connection.recv(1))
    except BlockingIOError:
        return True
    except OSError:
        return False


def idle(port: int, number: int, stack: ExitStack) -> list[socket.socket]:
    return [stack.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(number)]


def test_idle_connections_make_room_for_one_that_asks() -> None:
    with serving(ConnectionLimits(1_000, 12, 8, 4)) as port, ExitStack() as stack:
        waiting = idle(port, 60, stack)
        for _request in range(3):
            assert httpx.get(f"http://127.0.0.1:{port}/", timeout=20).text == "here"
        assert sum(map(is_open, waiting)) <= 12


def test_a_network_has_at_most_half_of_the_connections() -> None:
    with serving(ConnectionLimits(1_000, 20, 8, 4), place="far away") as port, ExitStack() as stack:
        waiting = idle(port, 40, stack)
        assert httpx.get(f"http://127.0.0.1:{port}/", timeout=20).text == "here"
        assert sum(map(is_open, waiting)) <= 10


def test_a_connection_without_a_whole_request_is_closed_in_time() -> None:
    limits = ConnectionLimits(1_000, 50, 40, 20)
    with serving(limits, first_request=1.0) as port, ExitStack() as stack:
        silent, slow = idle(port, 2, stack)
        slow.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        (stays,) = [stack.enter_context(connect(f"ws://127.0.0.1:{port}/stream", proxy=None))]
        end = time.monotonic() + 10 * busy()
        while time.monotonic() < end and (is_open(silent) or is_open(slow)):
            time.sleep(0.1)
        assert not is_open(silent)
        assert not is_open(slow)
        stays.send("still here")
        stays.ping().wait(10)


def test_streams_beyond_the_limit_are_refused_and_the_page_says_so() -> None:
    with serving(ConnectionLimits(1_000, 60, 5, 3)) as port, ExitStack() as stack:

        def stream() -> ClientConnection:
            return stack.enter_context(connect(f"ws://127.0.0.1:{port}/stream", proxy=None))

        first, *_others = [stream() for _ in range(3)]
        with pytest.raises(InvalidStatus) as refused:
            stream()
        assert refused.value.response.status_code == 403
        page = httpx.get(f"http://127.0.0.1:{port}/results")
        assert page.status_code == 503
        assert "Too many pages are open on your network or on this server" in page.text
        assert httpx.get(f"http://127.0.0.1:{port}/join").text == "here", "answering needs no stream"
        first.close()
        end = time.monotonic() + 10 * busy()
        while httpx.get(f"http://127.0.0.1:{port}/results").status_code == 503 and time.monotonic() < end:
            time.sleep(0.1)
        stream()


def test_places_are_counted_by_network_and_in_all_and_given_back() -> None:
    streams = OpenStreams(ConnectionLimits(100, 20, 3, 2))
    with ExitStack() as stack:
        taken = [stack.enter_context(streams.place(f"203.0.113.{n}")) for n in range(3)]
        assert taken == [True, True, False]
        assert stack.enter_context(streams.place("2001:db8::1"))
        assert not stack.enter_context(streams.place("2001:db8:1::1"))
        assert streams.is_full("198.51.100.1")
    assert not streams.is_full("203.0.113.1")


@pytest.mark.parametrize("descriptors", [64, 256, 512, 1_024, 4_096, 65_536, 1_048_576])
def test_descriptors_are_left_for_everything_else(descriptors: int) -> None:
    found = limits_for(descriptors)
    assert 0 < found.streams_per_block <= found.streams < found.connections < descriptors
    assert found.spare >= min(SPARE, descriptors // 2)


def test_the_soft_limit_is_raised_as_far_as_the_system_allows() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (512, before[1]))
        wanted = available_descriptors()
        assert wanted > 512
        assert raise_descriptor_limit().descriptors == wanted
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == wanted
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_a_stream_of_a_phone_beyond_the_limit_is_asked_to_try_again() -> None:
    from web.phone.stream import LATER, _counted

    async def news():  # type: ignore[no-untyped-def]
        yield "data: 1\n\n"

    async def heard(streams: OpenStreams) -> list[str]:
        return [event async for event in _counted(streams, "203.0.113.1", news())]

    assert asyncio.run(heard(OpenStreams(ConnectionLimits(9, 9, 1, 1)))) == ["data: 1\n\n"]
    assert asyncio.run(heard(OpenStreams(ConnectionLimits(9, 9, 0, 0)))) == [LATER]
