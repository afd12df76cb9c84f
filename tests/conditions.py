"""Conditions in which a server may find its database: each ends in a sentence, and with the files as they were.

`try_condition` starts a server over an installation that was begun, after something has happened to its database;
`fault_in` says what is not as it should be then. `CONDITIONS` are those of SQLite, `POSTGRES` those of PostgreSQL;
`try_all` goes through the former.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import psycopg
from alembic import command

from services.core.database_marker import MARKER
from storage.db.engines import open_database
from storage.db.schema import configuration
from tests.paths import ROOT

NOBODY = 65534
ANSWER_SECONDS = 10
TMPFS_BYTES = 4_000_000
FILE = "plumbline.db"
START = f"""
import os, resource, sys, time
from services.core.settings import load_settings
from services.core.texts import load_all_texts
from web.startup import open_or_exit
load_all_texts(load_settings())
if "AS_NOBODY" in os.environ:
    os.setgroups([]); os.setegid({NOBODY}); os.seteuid({NOBODY})
if "FILE_BYTES" in os.environ:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(os.environ["FILE_BYTES"]),) * 2)
begun = time.monotonic()
try:
    open_or_exit().database.close()
finally:
    print(time.monotonic() - begun)
"""

HOLD = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("PRAGMA locking_mode = EXCLUSIVE")
other.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""

Arrangement = Callable[[str], AbstractContextManager[Mapping[str, str]]]


@dataclass(frozen=True)
class Condition:
    """What happens to the database at an address, and what the start says of it: "" where it goes on."""

    arrange: Arrangement
    said: str


@dataclass(frozen=True)
class Outcome:
    """How a start ended: its words, the seconds until they were said, and whether the files are as before."""

    code: int
    said: str
    seconds: float
    unchanged: bool


def try_condition(condition: Condition, var: Path, url: str = "") -> Outcome:
    """Starts a server over the installation at `var`, in the condition. Its own files are left to the caller."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PLUMBLINE_", "STREAMLIT_"))}
    own = {"PLUMBLINE_VAR": str(var), "PYTHONDONTWRITEBYTECODE": "1"}
    if url:
        own["PLUMBLINE_DATABASE_URL"] = url
    with condition.arrange(url or str(var / FILE)) as settings:
        before = contents(var)
        done = subprocess.run(
            [sys.executable, "-c", START], cwd=ROOT, env=kept | own | settings, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip
        after = contents(var)
    said = done.stderr.strip()
    return Outcome(done.returncode, said, float(done.stdout.strip() or "nan"), before == after)


def fault_in(condition: Condition, found: Outcome) -> str:
    """What is wrong with the outcome; "" for a sentence and unchanged files in time, or a start where one is due."""
    if "Traceback" in found.said or not found.seconds <= ANSWER_SECONDS:
        return f"no answer in time, or a fault: {found}"
    if not condition.said:
        return "" if (found.code, found.said) == (0, "") else f"not started: {found}"
    if not re.match(rf"Plumbline did not start\. .*{condition.said}", found.said):
        return f"another sentence: {found}"
    return "" if (found.code, found.unchanged) == (1, True) else f"something was changed: {found}"


def try_all(template: Path) -> Iterator[tuple[str, str]]:
    """Every condition of SQLite over copies of a migrated database: its name, and what is wrong with its outcome."""
    for name, condition in CONDITIONS.items():
        with begun() as var:
            shutil.copyfile(template, var / FILE)
            yield name, fault_in(condition, try_condition(condition, var))


@contextmanager
def begun() -> Iterator[Path]:
    """The folder of an installation whose server was started once: key and marker; the database is the caller's.

    Nobody, too, may enter it.
    """
    place = Path(tempfile.mkdtemp(prefix="pl-condition-"))
    place.chmod(0o755)
    var = place / "var"
    var.mkdir()
    (var / "secret").write_text("k" * 64)
    (var / "secret").chmod(0o644)
    (var / MARKER).write_text("{}")
    try:
        yield var
    finally:
        shutil.rmtree(place)


def contents(var: Path) -> dict[str, bytes]:
    """Every file under `var` that holds something; the shared memory of SQLite and an empty log do not."""
    files = [p for p in var.iterdir() if p.is_file() and not p.name.endswith("-shm")]
    return {p.name: p.read_bytes() for p in files if p.stat().st_size or p.name == FILE}


def older(url: str) -> None:
    """Begins an empty database one revision before the last, in place of what is there."""
    db = open_database(url)
    with db.altering() as connection:
        command.upgrade(configuration(connection), "0005")
    db.close()


def _done(act: Callable[[Path], object]) -> Arrangement:
    """Something that is done to the file before the start."""

    @contextmanager
    def arranged(place: str) -> Iterator[Mapping[str, str]]:
        act(Path(place))
        yield {}

    return arranged


def _sql(*statements: str) -> Arrangement:
    """Statements that are executed before the start, on either kind of database."""

    @contextmanager
    def arranged(place: str) -> Iterator[Mapping[str, str]]:
        if place.startswith("postgresql"):
            with psycopg.connect(place, autocommit=True) as server:
                for statement in statements:
                    server.execute(statement)
        else:
            with closing(sqlite3.connect(place)) as file, file:
                for statement in statements:
                    file.execute(statement)
        yield {}

    return arranged


def _replaced(place: str) -> Path:
    for file in Path(place).parent.glob(f"{FILE}*"):
        file.unlink()
    return Path(place)


@contextmanager
def _foreign(place: str) -> Iterator[Mapping[str, str]]:
    with closing(sqlite3.connect(_replaced(place))) as other, other:
        other.execute("CREATE TABLE customer (id INTEGER)")
    yield {}


@contextmanager
def _older(place: str) -> Iterator[Mapping[str, str]]:
    older(f"sqlite:///{_replaced(place)}")
    yield {}


@contextmanager
def _locked(place: str) -> Iterator[Mapping[str, str]]:
    """By another process: in this one, a look at the file would release the lock."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, place], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "locked\n"
    try:
        yield {}
    finally:
        holder.communicate("")


def _read_only(file_mode: int, folder_mode: int) -> Arrangement:
    """Rights taken away; from root, to whom none bind, by becoming nobody."""

    @contextmanager
    def arranged(place: str) -> Iterator[Mapping[str, str]]:
        file, folder = Path(place), Path(place).parent
        file.chmod(file_mode)
        folder.chmod(folder_mode)
        try:
            yield {"AS_NOBODY": "1"} if os.geteuid() == 0 else {}
        finally:
            folder.chmod(0o755)

    return arranged


@contextmanager
def _full_disk(place: str) -> Iterator[Mapping[str, str]]:
    """A small disk filled to the last byte; where none can be mounted, files may not grow.

    The database is an older one, so that the start has something to write.
    """
    older(f"sqlite:///{_replaced(place)}")
    folder, away = Path(place).parent, Path(place).parent.with_name("away")
    shutil.copytree(folder, away)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={TMPFS_BYTES}", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield {"FILE_BYTES": "8192"}
        return
    try:
        shutil.copytree(away, folder, dirs_exist_ok=True)
        with (folder / "filling").open("wb", buffering=0) as filling:
            for size in (1_000_000, 4096, 1):
                while _written(filling.write, size):
                    pass
        yield {}
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _written(write: Callable[[bytes], int | None], size: int) -> bool:
    try:
        return write(b"x" * size) == size
    except OSError:
        return False


def _corrupt_page(file: Path) -> None:
    """The last page, which the start has no other reason to read."""
    content = bytearray(file.read_bytes())
    content[-4096:] = b"\xaa" * 4096
    file.write_bytes(content)


@contextmanager
def _server_locked(url: str) -> Iterator[Mapping[str, str]]:
    with psycopg.connect(url) as other:
        other.execute("LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE")
        yield {}


BETWEEN = "UPDATE alembic_version SET version_num = '0005'"
TOMORROW = "UPDATE alembic_version SET version_num = '9999'"
GONE = "DROP TABLE resume_code"
CONDITIONS: Mapping[str, Condition] = {
    "missing": Condition(_done(Path.unlink), "missing or empty, though one was in use"),
    "empty": Condition(_done(lambda file: file.write_bytes(b"")), "missing or empty, though one was in use"),
    "text": Condition(_done(lambda file: file.write_text("Dear all, " * 900)), "is not a database"),
    "truncated": Condition(_done(lambda file: os.truncate(file, 40_000)), "is damaged"),
    "foreign": Condition(_foreign, "data that is not Plumbline’s"),
    "older": Condition(_older, ""),
    "newer": Condition(_sql(TOMORROW), "newer version"),
    "half-migrated": Condition(_sql(BETWEEN), "matches neither the earlier version"),
    "one table missing": Condition(_sql(GONE), "Some tables of the database are missing"),
    "read-only file": Condition(_read_only(0o444, 0o777), "read-only"),
    "read-only folder": Condition(_read_only(0o666, 0o555), "(read-only|may not be opened|cannot be opened)"),
    "full disk": Condition(_full_disk, "(database disk is full|does not answer)"),
    "locked": Condition(_locked, "is busy"),
    "corrupt page": Condition(_done(_corrupt_page), "is damaged"),
    "rubbish log": Condition(
        _done(lambda file: file.with_name(f"{FILE}-wal").write_bytes(b"rubbish " * 900)), "database’s log"
    ),
}  # fmt: skip
EVERY_TABLE = "DROP SCHEMA public CASCADE"
POSTGRES: Mapping[str, Condition] = {
    "empty": Condition(_sql(EVERY_TABLE, "CREATE SCHEMA public"), "missing or empty, though one was in use"),
    "foreign": Condition(
        _sql(EVERY_TABLE, "CREATE SCHEMA public", "CREATE TABLE customer (id INTEGER)"), "data that is not"
    ),
    "newer": Condition(_sql(TOMORROW), "newer version"),
    "half-migrated": Condition(_sql(BETWEEN), "matches neither the earlier version"),
    "one table missing": Condition(_sql(GONE), "Some tables of the database are missing"),
    "read-only": Condition(
        _sql("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', "
             "current_database()); END $$"),
        "read-only",
    ),
    "locked": Condition(_server_locked, "is busy"),
}  # fmt: skip
HEALTHY = Condition(lambda _place: nullcontext({}), "")
