"""Renders documents in a process of its own, within limits of time and memory, so that nobody else waits for it.

`multiprocessing` would start the process with Streamlit's script as its main module and run it; so it is started as
a new Python, and spoken to over a pipe. Where no pipe can be handed on (Windows), jobs run in the thread.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, cast

from assessment.errors import PlumblineError
from language.translation import Installed, installed, set_default_language

START = "import sys; from documents.worker import work_off; work_off(int(sys.argv[1]), float(sys.argv[2]))"
ROOT = Path(__file__).resolve().parents[1]
SECONDS = 60.0
"""A document that takes longer is given up; the longest takes a few seconds."""
MEMORY = 2_000_000_000
"""Bytes of address space; more is an error of the document, not of the server."""
IDLE_SECONDS = 600.0
"""A process that is asked for nothing this long ends, and its memory is free again."""
NICE = 10
"""How far the process gives way to others."""
T = TypeVar("T")


class DocumentGivenUp(Exception):
    """The document was given up: it took too long, or there was no memory for it."""


class Job(NamedTuple):
    """A function of a module with what it is called with, and the language of the installation."""

    work: Callable[..., Any]
    arguments: tuple[Any, ...]
    language: Installed


class DocumentWorker:
    """One job at a time in a process of its own: started when first asked, replaced when it fails. Thread-safe."""

    def __init__(self, seconds: float = SECONDS, idle: float = IDLE_SECONDS) -> None:
        self._seconds, self._idle = seconds, idle
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._pipe: Connection[Any, Any] | None = None

    def run(self, work: Callable[..., T], *arguments: object) -> T:
        """What `work` returns; it must be a function of a module, and its arguments picklable.

        Raises what `work` raises if it is an error of ours, RuntimeError for any other, and DocumentGivenUp.
        """
        if sys.platform == "win32":
            return work(*arguments)
        with self._lock:
            done, value = self._ask(Job(work, arguments, installed()))
        if not done:
            raise value
        return cast("T", value)

    def stop(self) -> None:
        """Ends the process; the next job starts another one."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def _ask(self, job: Job) -> tuple[bool, Any]:
        try:
            pipe = self._running()
            pipe.send(job)
            if pipe.poll(self._seconds):
                found: tuple[bool, Any] = pipe.recv()
                return found
        except (EOFError, OSError):
            pass
        self.stop()
        raise DocumentGivenUp

    def _running(self) -> "Connection[Any, Any]":
        if self._process is None or self._pipe is None or self._process.poll() is not None:
            self.stop()
            here, there = Pipe()
            self._process = subprocess.Popen(  # noqa: S603 - our own code
                [sys.executable, "-c", START, str(there.fileno()), str(self._idle)],
                pass_fds=[there.fileno()],
                stdin=subprocess.DEVNULL,
                cwd=ROOT,
            )
            there.close()
            self._pipe = here
        return self._pipe


def work_off(pipe: int, idle: float) -> None:
    """Does jobs from a pipe, by its number, until none came for so many seconds or nobody asks any more."""
    _limit()
    jobs: Connection[Any, Any] = Connection(pipe)
    try:
        while jobs.poll(idle):
            job: Job = jobs.recv()
            set_default_language(*job.language)
            jobs.send(_done(job))
    except (EOFError, OSError):
        return


def _limit() -> None:
    """Gives way to others, and limits the memory."""
    import resource  # noqa: PLC0415 - not on every system

    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _done(job: Job) -> tuple[bool, Any]:
    """Whether it was done, and the result or the error: ours as it is, another by its type alone."""
    try:
        return True, job.work(*job.arguments)
    except PlumblineError as error:
        return False, error
    except Exception as error:  # noqa: BLE001 - the process goes on with the next one
        return False, RuntimeError(type(error).__name__)
