"""Races: an answer, submitting and closing at the same moment; tabs that edit in turn with what they had seen."""

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import Any

from assessment.answers.interchange import canonical
from assessment.answers.records import Assessment, Organisation
from assessment.errors import EditConflict, Frozen, PlumblineError
from services.assessments import answering
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.workshop import facilitation, voting
from storage.db.engines import open_database
from storage.repositories.assessments import get_assessment
from storage.repositories.records import load_assessment
from storage.repositories.submissions import find_latest_submission
from tests import prepare
from tests.torture.tally import Tally
from tests.workshops import TODAY, an_address, an_installation

KESTREL = Organisation(name="Kestrel")
CODE = "ABC-1"


def race(url: str, times: int, seed: int = 1) -> Tally:
    """Alternately: answering against submitting, and voting against closing, each pair at the same moment."""
    tally, chance = Tally("races of answering, submitting and closing"), random.Random(seed)
    database = open_database(url)
    inst = an_installation(database)
    with ThreadPoolExecutor(3) as pool:
        for number in range(times):
            (submit_race, close_race)[number % 2](inst, pool, chance, tally)
    database.close()
    return tally


def submit_race(inst: Installation, pool: ThreadPoolExecutor, chance: random.Random, tally: Tally) -> None:
    """What is frozen holds the answer that was stored before, or the assessment is open again."""
    owned = answering.start(inst, identity.new_token(), KESTREL, "CEO", "business", TODAY).owned
    answering.change_answer(inst, owned, CODE, level=1)
    level = chance.randint(2, 5)
    outcomes = at_once(
        pool,
        chance,
        lambda: answering.change_answer(inst, owned, CODE, level=level),
        lambda: answering.submit(inst, owned, TODAY),
    )
    now, frozen, status = states(inst, owned)
    tally.expect(
        level_of(now) == level, f"an answer that was confirmed is lost: {level_of(now)}, not {level}"
    )
    if status == "submitted":
        tally.expect(
            canonical(now) == frozen, "submitted, and the frozen answers are others than the stored ones"
        )
    tally.count(f"answer and submit: {status}, {' and '.join(outcomes)}")


def close_race(inst: Installation, pool: ThreadPoolExecutor, chance: random.Random, tally: Tally) -> None:
    """A vote that was confirmed is in the result; one that came too late is refused and not stored."""
    made = facilitation.set_up(
        inst, identity.new_token(), KESTREL, way="pillar", minutes=90, privacy="by_camp", today=TODAY
    )
    now = datetime.now(UTC)
    code = facilitation.open_room(inst, made.owned, now)
    token = identity.new_token()
    person = prepare.join(inst, token, code, an_address(), now, function="CEO", camp="business").participant
    facilitation.act(inst, made.owned, "start", now)
    voting.vote(inst, person, 1, CODE, {"kind": "scored", "level": 1})
    level = chance.randint(2, 5)
    outcomes = at_once(
        pool,
        chance,
        lambda: voting.vote(inst, person, 1, CODE, {"kind": "scored", "level": level}),
        lambda: facilitation.act(inst, made.owned, "close", now),
    )
    stored, frozen, _status = states(inst, made.owned)
    tally.expect(canonical(stored) == frozen, "the result of a closed room is not what is stored")
    wanted = level if outcomes[0] == "done" else 1
    tally.expect(
        level_of(stored) == wanted, f"{outcomes[0]}, and the vote is {level_of(stored)}, not {wanted}"
    )
    tally.count(f"vote and close: {' and '.join(outcomes)}")


def at_once(pool: ThreadPoolExecutor, chance: random.Random, *works: Callable[[], object]) -> list[str]:
    """Does all of it within a few milliseconds: “done”, or “refused” by a sentence; other errors are raised."""
    ready, delays = Barrier(len(works)), [chance.choice((0, 0, 0.002, 0.005, 0.01)) for _ in works]

    def one(work: Callable[[], object], delay: float) -> str:
        ready.wait()
        time.sleep(delay)
        try:
            work()
        except Frozen:
            return "refused"
        return "done"

    return list(pool.map(one, works, delays))


def states(inst: Installation, owned: Owned) -> tuple[Assessment, str, str]:
    """The stored assessment, the last frozen one as text (empty: none) and the status."""
    with inst.database.reading() as unit:
        frozen = find_latest_submission(unit, owned.assessment_id)
        status = get_assessment(unit, owned.assessment_id).status
        return load_assessment(unit, owned.assessment_id), frozen.assessment if frozen else "", status


def level_of(assessment: Assessment) -> int | None:
    """The only person's answer to the question that is raced for."""
    return assessment.respondents[0].responses[CODE].level


FIELDS: dict[str, tuple[Any, ...]] = {
    "level": (1, 2, 3, 4, 5),
    "note": ("Since May", "Since June", None),
    "backing": ("opinion", "document", "number"),
}


def interleave_tabs(url: str, times: int, seed: int = 1) -> Tally:
    """Two tabs read and change one answer in `times` random orders; nothing unseen is ever overwritten."""
    tally, chance = Tally("interleavings of two tabs"), random.Random(seed)
    database = open_database(url)
    inst = an_installation(database)
    for _ in range(times):
        owned = answering.start(inst, identity.new_token(), KESTREL, "CEO", "business", TODAY).owned
        answering.change_answer(inst, owned, CODE, level=3)
        interleaving(inst, owned, chance, tally)
    database.close()
    return tally


def interleaving(inst: Installation, owned: Owned, chance: random.Random, tally: Tally) -> None:
    """Ten steps of two tabs, each either a fresh look or a change of one field with what that tab had seen."""
    shown = [fields(inst, owned), fields(inst, owned)]
    refused = 0
    for _ in range(10):
        tab = chance.randrange(2)
        if chance.random() < 0.3:
            shown[tab] = fields(inst, owned)
            continue
        name = chance.choice(list(FIELDS))
        before, value = fields(inst, owned), chance.choice(FIELDS[name])
        try:
            answering.change_answer(inst, owned, CODE, seen={name: shown[tab][name]}, **{name: value})
        except EditConflict:
            refused += 1
            tally.expect(fields(inst, owned) == before, "a refused change has changed something")
            tally.expect(before[name] != shown[tab][name], f"refused, though nobody had changed {name}")
            shown[tab] = before
        except PlumblineError as error:
            tally.expect(fields(inst, owned) == before, f"refused ({error}), and something has changed")
        else:
            after = fields(inst, owned)
            tally.expect(after[name] == value or name == "backing", f"{name} is {after[name]}, not {value}")
            tally.expect(
                before[name] in (shown[tab][name], value), f"{name} was overwritten unseen: {before[name]}"
            )
            shown[tab][name] = after[name]
    tally.count("with refusals" if refused else "without a refusal")


def fields(inst: Installation, owned: Owned) -> dict[str, Any]:
    """The parts of the stored answer that tabs change."""
    response = answering.answers(inst, owned).responses[CODE]
    return {name: getattr(response, name) for name in FIELDS}
