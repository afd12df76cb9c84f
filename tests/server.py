"""The real app in a process of its own: its own folder, its own database, a free port.

    with running_app(tmp_path) as server:
        httpx.get(server.url + "/healthz")

Used by the tests of web and of the browser, and by the benchmark. Only this process is ever ended.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests.paths import ROOT

START_SECONDS = 30
STOP_SECONDS = 20


def busy() -> float:
    """How many times longer things may take than on a quiet machine: work that waits, for each core."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


@dataclass(frozen=True)
class Server:
    """A running app: where it answers, its process, and the folder with its log and database."""

    url: str
    port: int
    process: subprocess.Popen[bytes]
    folder: Path

    @property
    def log(self) -> str:
        """Everything the server has written so far, standard output and error."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def stop(self, number: int = signal.SIGTERM) -> float:
        """Ends the server and waits for it: how many seconds that took."""
        begun = time.monotonic()
        self.process.send_signal(number)
        self.process.wait(timeout=STOP_SECONDS)
        return time.monotonic() - begun


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def command(port: int, *options: str) -> list[str]:
    """What `make run` runs, on another port and without a browser window."""
    place = [f"--server.port={port}", f"--browser.serverPort={port}", "--server.headless=true"]
    return [sys.executable, "-m", "streamlit", "run", "app.py", *place, *options]


def environment(folder: Path, settings: Mapping[str, str]) -> dict[str, str]:
    """This process's environment with an installation of its own under `folder`."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PLUMBLINE_", "STREAMLIT_"))}
    return {**kept, "PLUMBLINE_VAR": str(folder / "var"), "PYTHONUNBUFFERED": "1", **settings}


@contextmanager
def running_app(folder: Path, *options: str, port: int | None = None, **settings: str) -> Iterator[Server]:
    """The app, started and healthy; `settings` are environment variables, `options` Streamlit's flags.

    Started again over the same folder, it finds its database again.
    """
    port = port or free_port()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "server.log").open("ab") as log:
        process = subprocess.Popen(
            command(port, *options), cwd=ROOT, env=environment(folder, settings), stdout=log, stderr=log
        )
    server = Server(f"http://127.0.0.1:{port}", port, process, folder)
    try:
        _wait_until_healthy(server)
        yield server
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_healthy(server: Server) -> None:
    seconds = START_SECONDS * busy()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise AssertionError(f"the server ended with {server.process.returncode}:\n{server.log}")
        try:
            if httpx.get(server.url + "/healthz", timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(f"the server was not healthy within {seconds:.0f} s:\n{server.log}")
