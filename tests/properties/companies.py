"""Three hundred made-up companies with their reports, the same in every run and shared by a process: the laws of what a report says.

They differ in everything a report depends on: how many answered and on which side, the privacy mode, how far the answers are
apart, what nobody knows, does not apply or was not asked (the key questions alone, one section, single holes), what is backed,
agreed, voted again, promised and planned.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from random import Random
from typing import Any

from assessment.answers.records import Agreed, Assessment, Commitment, Organisation, Privacy, Respondent
from assessment.instrument.model import Camp, Instrument
from assessment.plan.records import Roadmap, RoadmapMove
from report.build.report import build_report
from report.model.report import Report
from tests.toy import Answer, toy_instrument, toy_pillar, toy_response

COMPANIES = 300
AS_OF = date(2026, 11, 29)
TOY = toy_instrument(
    [
        toy_pillar("alpha", "ABC", 5),
        toy_pillar("beta", "DEF", 4),
        toy_pillar("gamma", "GHI", 4, role="enabling"),
    ]
)
ROLES: dict[Camp, tuple[str, ...]] = {"business": ("CEO", "COO"), "technology": ("CIO",)}
MODES: tuple[Privacy, ...] = ("open", "by_camp", "team")
BACKINGS: tuple[Any, ...] = (None, "opinion", "document", "number")


@dataclass(frozen=True)
class Company:
    """One company: what was answered, and the report on it."""

    assessment: Assessment
    report: Report


@lru_cache(maxsize=1)
def companies() -> tuple[Company, ...]:
    """All of them, built once a process."""
    return tuple(_company(number) for number in range(COMPANIES))


def _company(number: int) -> Company:
    chance = Random(number)  # noqa: S311 - no secret
    people = _people(chance, TOY)
    agreed = {
        code: Agreed(level=chance.randint(1, 5), dissent=chance.choice([None, "Not everybody."]))
        for code in TOY.practices
        if chance.random() < chance.choice([0.0, 0.0, 0.2])
    }
    assessment = Assessment(
        instrument=TOY.code,
        edition=TOY.edition,
        organisation=Organisation(name=f"Company {number}"),
        privacy=chance.choice(MODES),
        respondents=people,
        agreed=agreed,
        commitments=[
            Commitment(move=f"{code}:{chance.randint(2, 5)}", owner="COO", due="2027-03-01")
            for code in chance.sample(sorted(TOY.practices), chance.choice([0, 0, 2]))
        ],
        roadmap=chance.choice([None, _roadmap(chance)]),
    )
    return Company(assessment, build_report(TOY, assessment, AS_OF))


def _roadmap(chance: Random) -> Roadmap:
    moves = [
        RoadmapMove(
            move=f"{code}:{chance.randint(2, 5)}",
            owner=chance.choice([None, "CIO"]),
            effort=chance.randint(1, 8),
        )
        for code in chance.sample(sorted(TOY.practices), 3)
    ]
    return Roadmap(
        start=chance.choice([None, "2027-01-04"]), target=chance.choice([None, None, 3, 4]), moves=moves
    )


def _people(chance: Random, instrument: Instrument) -> list[Respondent]:
    asked = _asked(chance, instrument)
    base, spread = chance.randint(1, 5), chance.choice([0, 1, 1, 2])
    unknown = chance.choice([0.0, 0.0, 0.0, 0.05, 0.1, 0.3, 0.8])
    lean = chance.choice([0, 0, -1, 1])
    people = []
    for position in range(chance.choice([1, 2, 3, 4, 5, 6])):
        camp: Camp = chance.choice(["business", "technology"])
        middle = base + (lean if camp == "technology" else 0)
        answers = {code: _answer(chance, instrument, code, middle, spread, unknown) for code in asked}
        people.append(_person(chance, f"r{position}", camp, answers))
    return people


def _asked(chance: Random, instrument: Instrument) -> list[str]:
    """All questions, the key questions alone, the first section, all but one, or a random half."""
    codes = list(instrument.practices)
    ways = [
        *[codes] * 6,
        [code for code in codes if instrument.practices[code].key],
        [practice.code for practice in instrument.pillars[0].practices],
        [code for code in codes if code != chance.choice(codes)],
        chance.sample(codes, len(codes) // 2),
    ]
    return chance.choice(ways)


def _answer(
    chance: Random, instrument: Instrument, code: str, middle: int, spread: int, unknown: float
) -> Answer:
    if chance.random() < unknown:
        return "?"
    if instrument.practices[code].na_allowed and chance.random() < 0.05:
        return "-"
    level = min(max(middle + chance.randint(-spread, spread), 1), 5)
    return level, chance.choice(BACKINGS)


def _person(chance: Random, name: str, camp: Camp, answers: dict[str, Answer]) -> Respondent:
    predicted = [code for code, practice in TOY.practices.items() if practice.predict and code in answers]
    return Respondent(
        id=name,
        function=chance.choice(ROLES[camp]),
        camp=camp,
        responses={code: toy_response(answer) for code, answer in answers.items()},
        predictions={code: chance.randint(1, 5) for code in predicted if chance.random() < 0.5},
        activity={code: chance.randint(1, 5) for code in TOY.activity_items if chance.random() < 0.8},
        decisions={"buy_shelf": chance.choice(["CEO", "CIO", "nobody"])} if chance.random() < 0.3 else {},
    )
