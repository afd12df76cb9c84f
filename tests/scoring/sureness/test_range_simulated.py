"""The plausible range against the same chances simulated the slow way."""

from random import Random

import pytest

from assessment.answers.records import Respondent
from assessment.instrument.model import CAMPS
from scoring import Rated, Rule, plausible_range, score, section_level
from tests.toy import Answer, toy_instrument, toy_pillar, toy_respondent


def simulated(people: list[Respondent], described: dict[str, int], draws: int) -> dict[int, float]:
    """Section 6 written out draw by draw: one gate, equal weights, the first two practices key."""
    chance = Random(7)  # noqa: S311 - a simulation, no secret
    reached = []
    for _ in range(draws):
        cut = chance.uniform(0.4, 0.6)
        shares = {person.id: chance.expovariate(1) for person in people}
        practices = []
        for number, (code, floor) in enumerate(described.items(), 1):
            camps = []
            for camp in CAMPS:
                own = [person for person in people if person.camp == camp]
                votes = [drawn_level(chance, person.responses[code].level, floor) for person in own]
                total = sum(shares[person.id] for person in own)
                camps.append(sum(shares[p.id] * v for p, v in zip(own, votes, strict=True)) / total)
            weight = chance.gammavariate(60 / len(described), 1)
            practices.append(Rated(code, sum(camps) / 2, number <= 2, weight))
        reached.append(section_level(practices, Rule(cut=cut))[0])
    return {k: sum(level >= k for level in reached) / draws for k in (2, 3, 4, 5)}


def drawn_level(chance: Random, level: int | None, floor: int) -> int:
    if level is None:
        return chance.randint(1, floor)
    return min(max(level + chance.choices([-1, 0, 1], [0.1, 0.8, 0.1])[0], 1), 5)


# The floor of the described value beside each practice; in each case a different part of the draw decides.
SIMULATED: dict[str, tuple[dict[str, tuple[Answer, ...]], dict[str, int]]] = {
    "people who differ": ({"ABC-1": (1, 5, 5), "ABC-2": (5, 5, 5)}, {"ABC-1": 3, "ABC-2": 5}),
    "a don’t know": ({"ABC-1": (3, 3, "?"), "ABC-2": (4, "?", 4)}, {"ABC-1": 3, "ABC-2": 4}),
    "a mean near the line": (
        {"ABC-1": (5, 5, 5), "ABC-2": (5, 5, 5), "ABC-3": (2, 2, 2), "ABC-4": (2, 2, 2)},
        {"ABC-1": 5, "ABC-2": 5, "ABC-3": 2, "ABC-4": 2},
    ),
    "a mean of light and heavy": (
        {"ABC-1": (3, 3, 3), "ABC-2": (3, 3, 3), "ABC-3": (2, 2, 2), "ABC-4": (2, 2, 2)},
        {"ABC-1": 3, "ABC-2": 3, "ABC-3": 2, "ABC-4": 2},
    ),
}


@pytest.mark.parametrize("case", SIMULATED)
def test_the_chances_are_those_of_a_simulation_written_out_draw_by_draw(case: str) -> None:
    answers, described = SIMULATED[case]
    instrument = toy_instrument([toy_pillar("alpha", "ABC", len(described))])
    people = [
        toy_respondent(f"{camp[0]}{n}", camp, {code: votes[n] for code, votes in answers.items()})
        for camp in CAMPS
        for n in range(3)
    ]
    result = score(instrument, people)
    assert {code: int(result.practices[code].described or 0) for code in described} == described
    found = plausible_range(instrument, result, people, draws=20_000)
    assert found is not None
    expected = simulated(people, described, draws=4_000)
    assert found.at_least == pytest.approx(expected, abs=0.03)
