"""Twenty phones tap while the database is in trouble: everybody is answered, and “saved” is always true."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import psycopg

from storage.db.database import Database
from tests.services.workshop.full_room import a_full_room, all_tap, levels

FULL = """
import asyncio, resource, signal, sys
from pathlib import Path
from storage.db.engines import open_database
from tests.services.workshop.full_room import a_full_room, all_tap, levels
shop, people = a_full_room(open_database(sys.argv[1]))
file = Path(sys.argv[1].removeprefix("sqlite:///"))
largest = max(each.stat().st_size for each in file.parent.iterdir())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (largest, hard))
told = all_tap(shop, people, 1) + all_tap(shop, people, 2)
assert told["told"] > 0, told
assert told.total() == 2 * len(people), told
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
assert all_tap(shop, people, 5) == {"saved": len(people)}
assert levels(shop) == {5: len(people)}
"""


def test_a_file_kept_busy_for_a_moment_makes_everybody_wait_and_nobody_lose(
    sqlite_database: Database, sqlite_url: str
) -> None:
    shop, people = a_full_room(sqlite_database)
    file = sqlite_url.removeprefix("sqlite:///")
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        ends = threading.Timer(0.7, other.execute, ["ROLLBACK"])
        ends.start()
        assert all_tap(shop, people, 3) == {"saved": 20}
        ends.join()
    assert levels(shop) == {3: 20}


def test_on_a_full_disk_everybody_is_told_and_with_room_again_everybody_is_stored(sqlite_url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, sqlite_url], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_while_postgres_drops_its_connections_saved_is_true_and_nobody_waits_for_ever(
    postgres_database: Database, postgres_url: str
) -> None:
    shop, people = a_full_room(postgres_database)
    over = threading.Event()

    def drops() -> None:
        with psycopg.connect(postgres_url, autocommit=True) as admin:
            while not over.wait(0.01):
                admin.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )

    trouble = threading.Thread(target=drops)
    trouble.start()
    try:
        told = [all_tap(shop, people, level) for level in (1, 2, 3)]
    finally:
        over.set()
        trouble.join()
    assert [each.total() for each in told] == [20, 20, 20]
    assert all_tap(shop, people, 4) == {"saved": 20}
    assert levels(shop) == {4: 20}
