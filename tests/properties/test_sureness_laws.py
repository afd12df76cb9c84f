"""Laws of plausible range and robustness, and that the many-draws rules are the same rules."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.answers.records import Agreed, Respondent
from scoring import (
    Rated,
    Rule,
    overall_level,
    plausible_range,
    practice_level,
    robustness,
    score,
    section_level,
)
from scoring.sureness.batch import blocks, overall_levels, practice_levels, section_levels
from tests.properties.strategies import INSTRUMENT, agreements, levels, respondents
from tests.toy import everyone

values = st.one_of(st.floats(1, 5), st.integers(2, 10).map(lambda halves: halves / 2))
cuts = st.sampled_from([0.4, 0.5, 0.6])


@given(st.lists(values, min_size=1, max_size=8), cuts)
def test_practice_levels_on_draws_are_practice_levels(drawn: list[float], cut: float) -> None:
    assert practice_levels(np.array(drawn), cut).tolist() == [practice_level(v, cut) for v in drawn]


@given(st.lists(st.tuples(values, st.booleans(), st.integers(1, 10)), min_size=1, max_size=6), cuts)
def test_section_levels_on_draws_are_section_levels(
    section: list[tuple[float, bool, int]], cut: float
) -> None:
    rated = [Rated("ABC-1", value, key, weight) for value, key, weight in section]
    y = np.array([[value for value, _, _ in section]])
    rule = Rule(cut=cut)
    mean = np.array([rule.average([p.value for p in rated], [p.weight for p in rated])])
    keys = np.array([key for _, key, _ in section])
    assert section_levels(y, keys, mean, np.array([cut])).tolist() == [section_level(rated, rule)[0]]


@given(respondents(minimum=2), agreements)
def test_overall_levels_on_draws_are_the_overall_level(
    people: list[Respondent], agreed: dict[str, Agreed]
) -> None:
    result = score(INSTRUMENT, people, agreed)
    if result.level is None:
        return
    sections = [
        (block, np.array([level]))
        for block in blocks(INSTRUMENT, result)
        if (level := result.pillars[INSTRUMENT.pillar_of[block.codes[0]].code].level) is not None
    ]
    gates = [int(level[0]) for block, level in sections if not block.enabling]
    enabling = [int(level[0]) for block, level in sections if block.enabling]
    assert overall_levels(sections).tolist() == [result.level]
    assert overall_level(gates, enabling[0] if enabling else None) == result.level


@settings(max_examples=25)
@given(respondents(minimum=2), agreements, st.integers(0, 3), st.randoms(use_true_random=False))
def test_the_range_depends_on_the_seed_and_not_on_the_order_of_people(
    people: list[Respondent], agreed: dict[str, Agreed], seed: int, chance: object
) -> None:
    result = score(INSTRUMENT, people, agreed)
    first = plausible_range(INSTRUMENT, result, people, agreed, draws=200, seed=seed)
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert plausible_range(INSTRUMENT, result, shuffled, agreed, draws=200, seed=seed) == first
    if first is None:
        assert result.level is None or result.single_view
        return
    chances = list(first.at_least.values())
    assert 1 <= first.low <= first.high <= 5
    assert chances == sorted(chances, reverse=True)
    reached = {1: 1.0, **first.at_least, 6: 0.0}

    def held(low: int, high: int) -> float:
        return reached[low] - reached[high + 1]

    assert held(first.low, first.high) >= 0.8 - 1e-9
    length = first.high - first.low
    assert all(held(low, low + length) <= held(first.low, first.high) + 1e-9 for low in range(1, 6 - length))
    assert all(held(low, low + length - 1) < 0.8 for low in range(1, 7 - length))


@settings(max_examples=25)
@given(levels, st.integers(2, 6), st.integers(2, 6), st.integers(0, 100))
def test_the_range_of_a_unanimous_backed_team_contains_its_headline(
    level: int, business: int, technology: int, seed: int
) -> None:
    people = everyone(level, "number", INSTRUMENT, business, technology)
    found = plausible_range(INSTRUMENT, score(INSTRUMENT, people), people, draws=500, seed=seed)
    assert found is not None
    assert found.low <= level <= found.high


@settings(max_examples=25)
@given(levels, st.integers(1, 4), st.integers(1, 4))
def test_a_unanimous_backed_team_is_the_same_under_every_weighting_and_rule(
    level: int, business: int, technology: int
) -> None:
    people = everyone(level, "number", INSTRUMENT, business, technology)
    found = robustness(INSTRUMENT, score(INSTRUMENT, people), people, {}, weightings=200)
    assert found is not None
    assert (found.same_level, found.same_index, found.differs) == (1.0, 1.0, ())


@settings(max_examples=25)
@given(respondents(minimum=2), agreements)
def test_robustness_names_exactly_the_variants_that_differ(
    people: list[Respondent], agreed: dict[str, Agreed]
) -> None:
    result = score(INSTRUMENT, people, agreed)
    found = robustness(INSTRUMENT, result, people, agreed, weightings=100)
    if found is None:
        assert result.level is None or result.single_view
        return
    assert len(found.variants) == 6
    assert found.same + len(found.differs) == 6
    assert all((level != result.level) == (name in found.differs) for name, level in found.variants.items())
    lenient, strict = found.variants["cut .4"], found.variants["cut .6"]
    assert lenient is not None
    assert strict is not None
    assert result.level is not None
    assert strict <= result.level <= lenient
    assert (found.variants["no key practices"] or 0) >= result.level
