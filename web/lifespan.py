"""Lifespan of the server process: warm-up in the background, bounded time to shut down."""

import gc
import importlib
import os
import signal
import sys
import threading
import time
import webbrowser
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from types import FrameType
from typing import Any

import structlog
import uvicorn

from assessment.answers.records import Respondent, Response
from assessment.instrument.model import Instrument
from language.translation import _
from scoring import score
from services.core.descriptors import ConnectionLimits
from web import log
from web.connections import limit_connections
from web.sockets import disable_nagle

HEAVY = ("pandas", "altair", "documents.pdf", "scipy.optimize", "scipy.special")
SHUTDOWN_SECONDS = 2.5
"""Seconds that open connections have after the stop signal; an open event stream would block the stop for ever."""
EXIT_SECONDS = 1.5
HOUR = 3600
SWITCH_INTERVAL = 0.001
"""Thread switch interval in seconds while documents are rendered; Python's default of 5 ms delays other requests."""
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")

Handler = Callable[[int, FrameType | None], None]
_log = structlog.get_logger()


def lifespan(
    instrument: Instrument,
    address: str,
    *,
    open_browser: bool,
    limits: ConnectionLimits,
    afterwards: Callable[[], object] | None = None,
    hourly: Callable[[], object] | None = None,
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """The lifespan of the app: `address` is printed, and opened where there is a desktop.

    `afterwards` runs in the background after the warm-up, `hourly` every hour until the server stops.
    """

    @asynccontextmanager
    async def alive(_app: object) -> AsyncIterator[None]:
        for server in limit_shutdown_time():
            limit_connections(server, limits)
            hide_server_name(server)
        disable_nagle()
        sys.setswitchinterval(SWITCH_INTERVAL)
        threading.Thread(target=warm_up, args=(instrument, afterwards), name="warming", daemon=True).start()
        sys.stdout.write(f"\n  {_('Plumbline is running at')} {address}\n  {_('Stop it with Ctrl+C.')}\n\n")
        sys.stdout.flush()
        if open_browser and has_desktop(sys.platform, os.environ):
            threading.Thread(target=webbrowser.open, args=(address,), name="browser", daemon=True).start()
        stopped = threading.Event()
        if hourly is not None:
            threading.Thread(target=repeat, args=(hourly, HOUR, stopped), name="hourly", daemon=True).start()
        yield
        stopped.set()

    return alive


def repeat(work: Callable[[], object], seconds: float, stopped: threading.Event) -> None:
    """Does the work every so many seconds until `stopped`; a fault is logged, and the next round comes all the same."""
    while not stopped.wait(seconds):
        try:
            work()
        except Exception as error:  # noqa: BLE001 - the thread goes on, and the log says what it met
            log.log_unexpected(error)


def warm_up(instrument: Instrument, afterwards: Callable[[], object] | None = None) -> None:
    """Imports the heavy libraries, scores once, then freezes all objects for the garbage collector."""
    for name in HEAVY:
        importlib.import_module(name)
    everything = {code: Response(level=3) for code in instrument.practices}
    score(instrument, [Respondent(id="warm", function="CEO", camp="business", responses=everything)])
    log.configure()
    gc.collect()
    gc.freeze()
    _log.info("warm", edition=instrument.edition)
    if afterwards is not None:
        afterwards()


def has_desktop(platform: str, environment: Mapping[str, str]) -> bool:
    """Can a browser window be opened on this machine?"""
    if "SSH_CONNECTION" in environment:
        return False
    return platform in ("darwin", "win32") or any(environment.get(name) for name in DISPLAYS)


def limit_shutdown_time() -> set[uvicorn.Server]:
    """Installs signal handlers that close open connections `SHUTDOWN_SECONDS` seconds after a stop signal.

    Uvicorn waits for open connections without limit, and Streamlit does not pass its time limit on. Returns the
    servers of this process, which are found by their signal handlers.
    """
    found = list(_servers())
    for number, handler, server in found:
        signal.signal(number, _with_deadline(handler, server))
    return {server for _number, _handler, server in found}


def hide_server_name(server: uvicorn.Server) -> None:
    """Responses have no `Server` header; Streamlit does not pass uvicorn's option on."""
    named = server.config.encoded_headers
    server.config.encoded_headers = [header for header in named if header[0] != b"server"]


def _servers() -> Iterator[tuple[int, Handler, uvicorn.Server]]:
    """The uvicorn server behind each stop signal; nothing outside the main thread."""
    if threading.current_thread() is not threading.main_thread():
        return
    for number in (signal.SIGTERM, signal.SIGINT):
        handler = signal.getsignal(number)
        server = getattr(handler, "__self__", None)
        if callable(handler) and isinstance(server, uvicorn.Server):
            yield number, handler, server


def _with_deadline(handler: Callable[[int, FrameType | None], Any], server: uvicorn.Server) -> Handler:
    def stop(number: int, frame: FrameType | None) -> None:
        threading.Thread(target=_give_up, args=(server,), name="deadline", daemon=True).start()
        handler(number, frame)

    return stop


def _give_up(server: uvicorn.Server) -> None:
    """Makes the server stop waiting; ends the process if Python itself still waits for a connection (3.12)."""
    time.sleep(SHUTDOWN_SECONDS)
    server.force_exit = True
    time.sleep(EXIT_SECONDS)
    os._exit(1)
