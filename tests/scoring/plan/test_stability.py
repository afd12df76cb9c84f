"""How often a gap is among the first three, against the same chances simulated the slow way."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import CAMPS
from scoring import Gap, Rated, Rule, gap_stability, score, section_level
from scoring.levels.rules import overall_level
from scoring.plan.ranking import every_gap
from scoring.plan.stability import _distance
from scoring.sureness.draws import DrawnSpread
from tests.toy import Answer, toy_instrument, toy_pillar, toy_respondent

CODES = {"alpha": ("ABC-1", "ABC-2", "ABC-3", "ABC-4"), "gamma": ("GHI-1", "GHI-2", "GHI-3")}
INSTRUMENT = toy_instrument([toy_pillar("alpha", "ABC", 4), toy_pillar("gamma", "GHI", 3, role="enabling")])
EVERY = tuple(code for codes in CODES.values() for code in codes)


def simulated(people: list[Respondent], draws: int) -> dict[str, float]:
    """Sections 4 and 6 written out draw by draw, for answers that are all levels."""
    chance, first = Random(11), dict.fromkeys(EVERY, 0)  # noqa: S311 - a simulation, no secret
    for _ in range(draws):
        cut = chance.uniform(0.4, 0.6)
        persons = {p.id: chance.expovariate(1) for p in people}
        votes = {
            (p.id, code): min(max((p.responses[code].level or 0) + slip(chance), 1), 5)
            for p in people
            for code in EVERY
        }
        weights = {
            code: chance.gammavariate(60 / len(codes), 1) for codes in CODES.values() for code in codes
        }
        shares = {name: chance.gammavariate(30, 1) for name in CODES}
        impacts = {}
        for code in EVERY:
            means = [mean([(persons[p.id], votes[p.id, code]) for p in people if p.camp == c]) for c in CAMPS]
            pairs = [(persons[p.id], votes[p.id, code]) for p in people]
            middle = min(range(1, 6), key=lambda m: sum(w * abs(v - m) for w, v in pairs))
            deviation = sum(w * abs(v - middle) for w, v in pairs) / sum(w for w, _ in pairs)
            distance = max(abs(means[1] - means[0]) / 4, deviation / 2)
            name = next(n for n, codes in CODES.items() if code in codes)
            share = weights[code] / sum(weights[c] for c in CODES[name]) * shares[name]
            impacts[code] = distance * share * binds(people, persons, votes, weights, cut, code, means)
        for code in sorted(EVERY, key=lambda c: -impacts[c])[:3]:
            first[code] += impacts[code] > 0
    return {code: count / draws for code, count in first.items()}


def slip(chance: Random) -> int:
    return chance.choices([-1, 0, 1], [0.1, 0.8, 0.1])[0]


def mean(pairs: list[tuple[float, int]]) -> float:
    return sum(w * v for w, v in pairs) / sum(w for w, _ in pairs)


def binds(
    people: list[Respondent],
    persons: dict[str, float],
    votes: dict[tuple[str, str], int],
    weights: dict[str, float],
    cut: float,
    code: str,
    means: list[float],
) -> float:
    values = {}
    for other in EVERY:
        sides = [mean([(persons[p.id], votes[p.id, other]) for p in people if p.camp == c]) for c in CAMPS]
        values[other] = sum(sides) / 2

    def reading(values: dict[str, float]) -> tuple[int, dict[str, tuple[int, tuple[str, ...]]]]:
        sections = {
            name: section_level(
                [Rated(c, values[c], c[-1] in "12", weights[c]) for c in codes], Rule(cut=cut)
            )
            for name, codes in CODES.items()
        }
        return overall_level([sections["alpha"][0]], sections["gamma"][0]), sections

    if len({reading(values | {code: m})[0] for m in means}) == 2:
        return 1.0
    overall, sections = reading(values)
    name = next(n for n, codes in CODES.items() if code in codes)
    level, held_by = sections[name]
    if code not in held_by:
        return 0.1
    return 0.75 if overall < 5 and level == (overall if name == "alpha" else overall - 1) else 0.5


def leaders(*answers: tuple[str, list[int]]) -> list[Respondent]:
    return [
        toy_respondent(
            f"{name}{n}", "business" if name == "b" else "technology", dict(zip(EVERY, given, strict=True))
        )
        for n, (name, given) in enumerate(answers)
    ]


@pytest.mark.parametrize(
    "people",
    [
        leaders(("b", [3, 3, 3, 4, 3, 3, 2]), ("b", [4, 2, 3, 3, 2, 3, 2]), ("t", [2, 3, 4, 3, 2, 2, 3])),
        leaders(("b", [4, 4, 2, 4, 1, 3, 2]), ("t", [2, 3, 4, 3, 2, 2, 3]), ("t", [3, 3, 4, 2, 3, 1, 5])),
    ],
)
def test_the_shares_are_those_of_the_method_drawn_one_by_one(people: list[Respondent]) -> None:
    result = score(INSTRUMENT, people)
    gaps = every_gap(INSTRUMENT, people, {}, result)
    found = gap_stability(INSTRUMENT, result, people, {}, gaps, draws=20_000)
    slow = simulated(people, 2_000)
    assert found.keys() == slow.keys()
    for code, share in found.items():
        # two standard errors of 2,000 draws are .022
        assert share == pytest.approx(slow[code], abs=0.04), code
    assert sum(found.values()) <= 3 + 1e-9


def drawn(
    people: list[Respondent], agreed: dict[str, Agreed] | None = None, seed: int = 0
) -> dict[str, float]:
    result = score(INSTRUMENT, people, agreed or {})
    gaps = every_gap(INSTRUMENT, people, agreed or {}, result)
    return gap_stability(INSTRUMENT, result, people, agreed or {}, gaps, draws=500, seed=seed)


PEOPLE = leaders(("b", [3, 3, 3, 4, 3, 3, 2]), ("t", [2, 3, 1, 3, 2, 2, 3]))


def test_same_seed_same_shares_whatever_the_order_of_people() -> None:
    assert drawn(PEOPLE) == drawn(PEOPLE[::-1])
    assert drawn(PEOPLE) != drawn(PEOPLE, seed=1)


def test_what_is_agreed_or_not_answered_has_no_share() -> None:
    base: dict[str, Answer] = dict.fromkeys(EVERY, 3)
    del base["ABC-4"]
    people = [toy_respondent("b", "business", base), toy_respondent("t", "technology", base)]
    assert set(drawn(people, {"ABC-1": Agreed(level=2)})) == set(EVERY) - {"ABC-1", "ABC-4"}


def test_what_one_camp_alone_has_answered_and_sees_apart_has_a_share() -> None:
    business = leaders(("b", [3, 3, 3, 5, 3, 3, 3]), ("b", [3, 3, 3, 1, 3, 3, 3]))
    silent: dict[str, Answer] = dict.fromkeys(EVERY, 3)
    del silent["ABC-4"]
    shares = drawn([*business, toy_respondent("t", "technology", silent)])
    assert shares["ABC-4"] == max(shares.values()) > 0.5


def test_one_person_alone_and_no_level_have_no_shares() -> None:
    assert drawn(PEOPLE[:1]) == {}
    few = [toy_respondent(name, camp, {"ABC-3": 2}) for name, camp in zip("bt", CAMPS, strict=True)]
    assert drawn(few) == {}


def test_a_gap_without_a_distance_that_may_be_shown_decides_nothing() -> None:
    result = score(INSTRUMENT, PEOPLE)
    hidden = every_gap(INSTRUMENT, PEOPLE, {}, result, hidden=EVERY)
    assert all(gap.deviation is None for gap in hidden)
    neither = [Gap(g.code, 0.0, None, None, 0.0, g.share, g.bindingness) for g in hidden]
    assert gap_stability(INSTRUMENT, result, PEOPLE, {}, neither) == {}
    assert gap_stability(INSTRUMENT, result, PEOPLE, {}, [*neither[1:], hidden[0]], draws=100).keys() == {
        hidden[0].code
    }


def test_below_sixty_per_cent_it_is_a_close_call() -> None:
    gap = Gap("ABC-1", 50.0, 2.0, 1.0, 0.5, 1.0, 1.0)
    assert not gap.close_call
    assert Gap(**{**vars(gap), "stability": 0.59}).close_call
    assert not Gap(**{**vars(gap), "stability": 0.6}).close_call


def test_sides_at_both_ends_of_the_scale_are_as_far_apart_as_can_be() -> None:
    spread = DrawnSpread((np.array([1.0]), np.array([5.0])), np.array([0.5]))  # type: ignore[arg-type]
    gap = Gap("ABC-1", 100.0, 4.0, 0.5, 1.0, 1.0, 1.0)
    assert _distance(spread, gap) == [1.0]
    assert _distance(spread, replace(gap, difference=None)) == [0.25]
    assert _distance(spread, replace(gap, difference=None, deviation=None)) == [0.0]
