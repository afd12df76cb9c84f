"""Kills: a process that stores answers is ended in the middle (SIGKILL); what was confirmed is there afterwards.

The process tells before each change what it is about to store, and after the commit that it is stored. So the
database may hold the last confirmed value of a question or the one that was under way, and nothing else.
"""

import asyncio
import math
import multiprocessing
import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any

from assessment.answers.interchange import canonical
from assessment.answers.records import Assessment, Organisation
from assessment.instrument.model import Camp
from services.assessments import answering
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.workshop import facilitation, voting
from storage.db.engines import database_file, open_database
from storage.repositories.records import load_assessment
from tests import prepare
from tests.torture.tally import Tally
from tests.workshops import TODAY, an_address, an_installation

LONGEST = 0.25
"""Seconds, at most, from the first confirmed change to the kill."""
CODES = ("ABC-1", "ABC-2")
Key = tuple[str, str]
"""A person's id and the code of a question."""
Writer = Callable[[str, Connection, tuple[Any, ...]], None]


def kill_writers(url: str, times: int, seed: int = 1) -> Tally:
    """Ends `times` processes that store in the database at `url`; alternately answers alone and votes of a room."""
    kind = "SQLite" if url.startswith("sqlite") else "PostgreSQL"
    tally, chance = Tally(f"kills on {kind}"), random.Random(seed)
    database = open_database(url)
    inst = an_installation(database)
    for number in range(times):
        one_kill(inst, url, number, chance, tally)
        if number % 20 == 19:
            check_file(url, tally)
    database.close()
    return tally


def one_kill(inst: Installation, url: str, number: int, chance: random.Random, tally: Tally) -> None:
    """Starts one writer, ends it, and compares what it confirmed with what is stored."""
    work, owned, arguments = (room_of_two, person_alone)[number % 2](inst)
    told, telling = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    writer = context.Process(target=work, args=(url, telling, arguments), daemon=True)
    writer.start()
    telling.close()
    confirmed, under_way = listen(told, writer.kill, chance.uniform(0, LONGEST))
    writer.join()
    people = {p.id: p.responses for p in assessment_of(inst, owned).respondents}
    for (person, code), level in confirmed.items():
        found = people[person].get(code)
        allowed = {level, under_way.get((person, code))}
        tally.expect(
            found is not None and found.level in allowed, f"kill {number}: {code} is {found}, not {allowed}"
        )
    tally.count("answers alone" if number % 2 else "votes of a room")
    tally.outcomes["changes confirmed before"] += len(confirmed)


def listen(
    told: Connection, kill: Callable[[], object], wait: float
) -> tuple[dict[Key, int], dict[Key, int]]:
    """What the writer confirmed and had under way; it is ended `wait` seconds after its first confirmed change."""
    confirmed: dict[Key, int] = {}
    under_way: dict[Key, int] = {}
    end = None
    with suppress(EOFError):
        while True:
            if end is not None and time.monotonic() >= end:
                kill()
                end = math.inf
            if told.poll(0.005):
                done, key, level = told.recv()
                (confirmed if done else under_way)[key] = level
                if done and end is None:
                    end = time.monotonic() + wait
    return confirmed, under_way


def person_alone(inst: Installation) -> tuple[Writer, Owned, tuple[Any, ...]]:
    """An assessment of one person, and how a process answers it."""
    begun = answering.start(
        inst, identity.new_token(), Organisation(name="Kestrel"), "CEO", "business", TODAY
    )
    return answer_on, begun.owned, (begun.owned,)


def room_of_two(inst: Installation) -> tuple[Writer, Owned, tuple[Any, ...]]:
    """An open room with two voters, and how a process votes for both."""
    kestrel = Organisation(name="Kestrel")
    made = facilitation.set_up(
        inst, identity.new_token(), kestrel, way="prepared", minutes=90, privacy="by_camp", today=TODAY
    )
    now = datetime.now(UTC)
    code = facilitation.open_room(inst, made.owned, now)
    people: list[str] = []
    sides: tuple[tuple[str, Camp], ...] = (("CEO", "business"), ("CIO", "technology"))
    for function, camp in sides:
        token = identity.new_token()
        joined = prepare.join(inst, token, code, an_address(), now, function=function, camp=camp)
        people += [joined.participant.respondent_id, token]
    return vote_on, made.owned, tuple(people)


def answer_on(url: str, telling: Connection, arguments: tuple[Any, ...]) -> None:
    """Changes answers of one person without end."""
    inst, (owned,) = an_installation(open_database(url)), arguments
    person = owned.respondent_id
    level = 0
    while True:
        level = level % 5 + 1
        for code in CODES:
            telling.send((False, (person, code), level))
            answering.change_answer(inst, owned, code, level=level)
            telling.send((True, (person, code), level))


def vote_on(url: str, telling: Connection, arguments: tuple[Any, ...]) -> None:
    """Votes for two people at once without end; their votes are committed as a group."""
    inst = an_installation(open_database(url))

    async def taps(person: str, token: str) -> None:
        level = 0
        while True:
            level = level % 5 + 1
            for code in CODES:
                telling.send((False, (person, code), level))
                await voting.tap_vote(inst, token, 1, code, {"kind": "scored", "level": level})
                telling.send((True, (person, code), level))

    async def both() -> None:
        await asyncio.gather(taps(*arguments[:2]), taps(*arguments[2:]))

    asyncio.run(both())


def assessment_of(inst: Installation, owned: Owned) -> Assessment:
    """The whole assessment; it can still be exported."""
    with inst.database.reading() as unit:
        found = load_assessment(unit, owned.assessment_id)
    canonical(found)
    return found


def check_file(url: str, tally: Tally) -> None:
    """SQLite's own check of the file, where there is one."""
    file = database_file(url)
    if file is not None:
        with sqlite3.connect(file) as connection:
            verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        connection.close()
        tally.expect(verdict == "ok", f"the file is damaged: {verdict}")
