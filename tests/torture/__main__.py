"""`make torture`: every kind of torture in full, its counts printed; ends with 1 when a promise was broken.

python -m tests.torture              # all of it, about an hour
python -m tests.torture kills races  # some of it
"""

import logging
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from services.core.installation import open_installation
from services.core.settings import Settings
from storage.db.engines import database_file
from tests import conditions
from tests.attacker.rooms import play
from tests.server import running_app
from tests.torture import files, kills, races, soak, strangers
from tests.torture.places import postgres_address, sqlite_address
from tests.torture.tally import Tally

SOAK_SECONDS = 600
ROOMS = 2_000


def kill_all() -> Iterator[Tally]:
    with sqlite_address() as url:
        yield kills.kill_writers(url, 200)
    with postgres_address() as url:
        yield kills.kill_writers(url, 100)


def race_all() -> Iterator[Tally]:
    with sqlite_address() as url:
        yield races.race(url, 500)
        yield races.interleave_tabs(url, 250)
    with postgres_address() as url:
        yield races.race(url, 500, seed=2)
        yield races.interleave_tabs(url, 250, seed=2)


def import_all() -> Iterator[Tally]:
    with sqlite_address() as url:
        yield files.mutate_imports(url, 2_000)
        yield files.round_trips(url, 250)
    with postgres_address() as url:
        yield files.round_trips(url, 250)


def visit_all() -> Iterator[Tally]:
    with tempfile.TemporaryDirectory() as folder, running_app(Path(folder)) as server:
        inst = open_installation(Settings(var=server.folder / "var"))
        yield strangers.visit_as_stranger(server, inst)
        inst.database.close()


def spy_all() -> Iterator[Tally]:
    found = play(ROOMS, seed=1)
    tally = Tally(
        "rooms with an attacker", found.rooms, Counter({"looks": found.looks, "pairs": found.pairs})
    )
    tally.faults = [
        f"{kind}, {number} times; rooms {found.where[:5]}" for kind, number in found.leaks.items()
    ]
    yield tally


def try_conditions() -> Iterator[Tally]:
    tally = Tally("conditions of the database")
    with sqlite_address() as url:
        for name, fault in conditions.try_all(Path(str(database_file(url)))):
            tally.count("otherwise" if fault else "said, and left as it was")
            tally.expect(not fault, f"{name}: {fault}")
    yield tally


def soak_all() -> Iterator[Tally]:
    with tempfile.TemporaryDirectory() as folder:
        yield soak.soak(Path(folder), SOAK_SECONDS)


KINDS: dict[str, Callable[[], Iterator[Tally]]] = {
    "kills": kill_all,
    "races": race_all,
    "imports": import_all,
    "strangers": visit_all,
    "conditions": try_conditions,
    "rooms": spy_all,
    "soak": soak_all,
}


def main(names: list[str]) -> int:
    """Runs the named kinds, or all; 0 when no promise was broken."""
    logging.disable(logging.WARNING)
    broken = 0
    for name in names or KINDS:
        begun = time.monotonic()
        for tally in KINDS[name]():
            sys.stdout.write(f"{tally}  [{time.monotonic() - begun:.0f} s]\n")
            for fault in tally.faults[:5]:
                sys.stdout.write(f"    {fault}\n")
            sys.stdout.flush()
            broken += len(tally.faults)
            begun = time.monotonic()
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
