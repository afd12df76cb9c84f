"""Files: damaged interchange files are refused whole; drawn assessments survive the way out and in again."""

import copy
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from sqlalchemy import func, select

from assessment.answers.interchange import canonical, parse_file
from assessment.answers.records import Assessment
from assessment.errors import RefusedFile
from services.assessments import files
from services.core import identity
from services.core.installation import Installation
from storage.db.database import table_of
from storage.db.engines import open_database
from storage.repositories.records import add_assessment, load_assessment
from storage.tables.assessments import AssessmentSessionRow
from tests import texts
from tests.odd_files import odd_file
from tests.paths import EXAMPLE, SHIPPED
from tests.storage.drawn import assessments
from tests.torture.tally import Tally
from tests.workshops import TODAY, an_installation

LONGEST_MESSAGE = 500
HOSTILE: tuple[Any, ...] = (
    None, True, -1, 0, 6, 2**63, 10**400, 0.5, 1e308, "", " ", "\x00", "\u202e", "x" * 100_000,
    "'; DROP TABLE response; --", "../../etc/passwd", "2026-13-45", [], [[]], {}, {"level": 3}, ["CEO"] * 1000,
)  # fmt: skip


def mutate_imports(url: str, times: int, seed_number: int = 1) -> Tally:
    """Imports `times` damaged files: each is refused in a sentence with nothing written, or stored and readable."""
    tally, chance = Tally("mutated imports"), random.Random(seed_number)
    database = open_database(url)
    inst = an_installation(database, texts.instrument_at(SHIPPED))
    sources = [EXAMPLE.read_bytes(), odd_file()]
    for number in range(times):
        one_import(inst, mutated(sources[number % 2], chance), tally)
    database.close()
    return tally


def one_import(inst: Installation, raw: bytes, tally: Tally) -> None:
    """One damaged file, through the door everybody's files take."""
    before = rows(inst)
    try:
        begun = files.import_file(inst, identity.new_token(), raw, TODAY)
    except RefusedFile as error:
        message = str(error)
        tally.expect(0 < len(message) <= LONGEST_MESSAGE, f"a message of {len(message)} characters")
        tally.expect(
            "Traceback" not in message and "/tmp" not in message, f"a message that says too much: {message}"
        )
        tally.expect(rows(inst) == before, f"refused ({message}), and something is stored")
        tally.count("refused")
    else:
        with inst.database.reading() as unit:
            stored = canonical(load_assessment(unit, begun.owned.assessment_id))
        tally.expect(
            canonical(parse_file(stored.encode())) == stored, "stored, and its export cannot be read again"
        )
        tally.count("still valid")


def rows(inst: Installation) -> int:
    """How many assessments are stored."""
    with inst.database.reading() as unit:
        found = unit.look_up(select(func.count().label("number")).select_from(table_of(AssessmentSessionRow)))
    return int(found[0]["number"])


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """The file with one to three of its bytes or values damaged."""
    if chance.random() < 0.3:
        return damaged_bytes(raw, chance)
    data = json.loads(raw)
    for _ in range(chance.randint(1, 3)):
        damage_value(data, chance)
    return json.dumps(data, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def damaged_bytes(raw: bytes, chance: random.Random) -> bytes:
    """Cut short, a byte changed, a piece doubled, or another encoding."""
    place = chance.randrange(len(raw))
    piece = raw[place : place + chance.randint(1, 40)]
    return chance.choice((
        raw[:place],
        raw[:place] + bytes([chance.randrange(256)]) + raw[place + 1 :],
        raw[:place] + piece + raw[place:],
        b"\xef\xbb\xbf" + raw,
        raw.decode().encode("utf-16"),
    ))  # fmt: skip


def damage_value(data: Any, chance: random.Random) -> None:
    """Replaces, removes, doubles or renames one value anywhere in the data."""
    holder, key = chance.choice(list(places(data)))
    kind = chance.choice(("replace", "replace", "remove", "rename", "double"))
    if kind == "replace":
        holder[key] = copy.deepcopy(chance.choice(HOSTILE))
    elif kind == "remove":
        del holder[key]
    elif isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    elif kind == "rename":
        holder[f"{key} "] = holder.pop(key)
    else:
        holder[f"x{key}"] = copy.deepcopy(holder[key])


def places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of the data: the object or list that holds it, and its key or index."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in list(inside):
        yield data, key
        yield from places(value)


def round_trips(url: str, times: int, seed_number: int = 1) -> Tally:
    """Stores `times` drawn assessments: what comes out is what went in, to the byte, and the same a second time."""
    tally = Tally(f"round trips on {'SQLite' if url.startswith('sqlite') else 'PostgreSQL'}")
    database = open_database(url)
    inst = an_installation(database)

    @seed(seed_number)
    @settings(
        max_examples=times, deadline=None, database=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(assessments)
    def one(assessment: Assessment) -> None:
        there = stored_and_read(inst, assessment)
        tally.expect(there == canonical(assessment), "what comes out is not what went in")
        again = stored_and_read(inst, parse_file(there.encode()))
        tally.expect(again == there, "the second export differs from the first")
        tally.count("the same twice" if again == there else "changed")

    run: Callable[[], None] = one
    run()
    database.close()
    return tally


def stored_and_read(inst: Installation, assessment: Assessment) -> str:
    """The export of an assessment that was stored."""
    with inst.database.writing() as unit:
        identifier = add_assessment(unit, assessment, mode="workshop", today=TODAY)
    with inst.database.reading() as unit:
        return canonical(load_assessment(unit, identifier))
