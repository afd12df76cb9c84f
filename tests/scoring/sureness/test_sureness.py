"""Plausible range and robustness on cases whose answer is known beforehand."""

import numpy as np
import pytest

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import Camp
from scoring import plausible_range, robustness, score
from scoring.sureness.batch import blocks
from scoring.sureness.draws import draw
from scoring.sureness.plausible_range import _span
from tests.toy import everyone, toy_instrument, toy_pillar, toy_respondent

INSTRUMENT = toy_instrument()
SMALL = toy_instrument([toy_pillar("alpha", "ABC", 2)])
VARIANTS = [
    "geometric mean",
    "medians",
    "no key practices",
    "cut .4",
    "cut .6",
    "shown instead of described",
]


def each(values: dict[str, list[int]], technology: dict[str, list[int]] | None = None) -> list[Respondent]:
    """People of both camps from one list of answers per practice; technology as business by default."""
    camps: dict[Camp, dict[str, list[int]]] = {"business": values, "technology": technology or values}
    return [
        toy_respondent(f"{camp[0]}{n}", camp, {code: levels[n] for code, levels in answers.items()})
        for camp, answers in camps.items()
        for n in range(len(next(iter(answers.values()))))
    ]


def alike(votes: list[int]) -> dict[str, list[int]]:
    """The same votes on both practices of the small instrument."""
    return {"ABC-1": votes, "ABC-2": votes}


@pytest.mark.parametrize("people", [everyone(3, business=1, technology=0), []])
def test_a_single_view_or_no_level_has_neither_range_nor_robustness(people: list[Respondent]) -> None:
    result = score(INSTRUMENT, people)
    assert plausible_range(INSTRUMENT, result, people, {}, draws=10) is None
    assert robustness(INSTRUMENT, result, people, {}, weightings=10) is None


def test_agreed_levels_neither_move_nor_are_resampled() -> None:
    people = everyone(1)
    agreed = {code: Agreed(level=4) for code in INSTRUMENT.practices}
    found = plausible_range(INSTRUMENT, score(INSTRUMENT, people, agreed), people, agreed, draws=500)
    assert found is not None
    assert (found.low, found.high, found.label) == (4, 4, "firm")
    assert found.at_least == {2: 1.0, 3: 1.0, 4: 1.0, 5: 0.0}


def test_the_chance_of_the_top_level_is_the_one_worked_out_by_hand() -> None:
    # One person a camp, all 5, two key practices. A practice stays at level 5 if neither answer slips
    # (.9²), or one does and 4.5 is above 4 + cut, which happens in the same half of the draws for both
    # practices: ½ (.99)² + ½ (.81)² = .818. G3 follows from the practices.
    people = everyone(5, "number", SMALL, business=1, technology=1)
    found = plausible_range(SMALL, score(SMALL, people), people, draws=20_000)
    assert found is not None
    assert found.at_least[5] == pytest.approx(0.818, abs=0.01)
    assert (found.low, found.high, found.label) == (5, 5, "likely")  # not firm with one person a camp


def test_an_item_not_known_is_drawn_as_one_or_two() -> None:
    # ABC-1 not known: 1 or 2 with ½ each; the others agreed on 2. Level 2 needs l ≥ 2 and Y > 1 + cut: 2
    small = toy_instrument([toy_pillar("alpha", "ABC", 3)])
    people = [
        toy_respondent("b1", "business", {"ABC-1": "?"}),
        toy_respondent("t1", "technology", {"ABC-1": "?"}),
    ]
    agreed = {"ABC-2": Agreed(level=2), "ABC-3": Agreed(level=2)}
    found = plausible_range(small, score(small, people, agreed), people, agreed, draws=20_000)
    assert found is not None
    assert found.at_least[2] == pytest.approx(0.5, abs=0.02)
    # the headline is 1, which every draw reaches; with one person a camp that is likely, never firm
    assert (found.low, found.high, found.label) == (1, 2, "likely")


def test_a_dont_know_of_a_scored_item_is_drawn_below_what_the_others_say() -> None:
    # Business: 4 and a don't know; technology agreed by 4 and 4. With DK shares ½ and 0 the item is scored
    # 4; drawn don't knows lie in 1..4 and can only lower, so P(≥ 4) is below the same case without them.
    def chance(second: str | int) -> float:
        people = [
            toy_respondent("b1", "business", {"ABC-1": 4, "ABC-2": 4}),
            toy_respondent("b2", "business", {"ABC-1": second, "ABC-2": 4}),
            toy_respondent("t1", "technology", {"ABC-1": 4, "ABC-2": 4}),
            toy_respondent("t2", "technology", {"ABC-1": 4, "ABC-2": 4}),
        ]
        result = score(SMALL, people)
        assert result.level == 4
        found = plausible_range(SMALL, result, people, draws=4_000)
        assert found is not None
        return found.at_least[4]

    assert chance("?") < chance(4) - 0.1


def test_a_seed_decides_the_range_and_another_seed_another() -> None:
    people = each({"ABC-1": [2, 3, 4], "ABC-2": [3, 3, 1]})
    result = score(SMALL, people)
    first = plausible_range(SMALL, result, people, draws=2_000, seed=1)
    assert first == plausible_range(SMALL, result, people, draws=2_000, seed=1)
    assert first != plausible_range(SMALL, result, people, draws=2_000, seed=2)


def test_a_unanimous_team_survives_every_weighting_and_variant() -> None:
    people = everyone(3, "number")
    found = robustness(INSTRUMENT, score(INSTRUMENT, people), people, {}, weightings=500)
    assert found is not None
    assert (found.same_level, found.same_index, found.same, found.differs) == (1.0, 1.0, 6, ())
    assert found.variants == dict.fromkeys(VARIANTS, 3)


def test_exactly_six_variants_and_what_can_be_shown_is_the_odd_one() -> None:
    people = everyone(4)
    found = robustness(INSTRUMENT, score(INSTRUMENT, people), people, {}, weightings=100)
    assert found is not None
    assert list(found.variants) == VARIANTS
    assert (found.differs, found.same) == (("shown instead of described",), 5)
    assert found.variants["shown instead of described"] == 2  # capped at 2 everywhere


def test_a_headline_held_by_a_key_practice_rises_without_key_practices() -> None:
    people = each({"ABC-1": [2], "ABC-2": [4]})
    found = robustness(SMALL, score(SMALL, people), people, {}, weightings=100)
    assert found is not None
    assert found.variants["no key practices"] == 3  # l = 2, 4: G2 allows 3; Y = 3 > 2.5
    assert found.differs == ("no key practices",)


def test_the_cuts_and_the_averages_are_taken_where_the_method_takes_them() -> None:
    # described 2.45 / 2.45 (business 2.4 = mean of 1,2,2,2,5; technology 2.5 = mean of 2,3): level 2
    # cut .4: 2.45 > 2.4 → 3. Medians: 2 and 2.5 → 2.25 → 2.
    # Geometric: business 40^(1/5) = 2.09, technology √6 = 2.45 → √(2.09 · 2.45) = 2.26 → 2
    votes, other = [1, 2, 2, 2, 5], [2, 3]
    people = each({"ABC-1": votes, "ABC-2": votes}, {"ABC-1": other, "ABC-2": other})
    found = robustness(SMALL, score(SMALL, people), people, {}, weightings=100)
    assert found is not None
    assert found.variants == dict.fromkeys(VARIANTS, 2) | {"cut .4": 3}


def test_weightings_matter_only_where_the_mean_holds() -> None:
    # Y = w₁·3 + w₂·3 + w₃·2 + w₄·2 with keys at 3: level 3 if the keys weigh more than half, which by
    # symmetry is half of the Dirichlet(1, 1, 1, 1) weightings; the method's own weights give 2
    four = toy_instrument([toy_pillar("alpha", "ABC", 4)])
    people = each({"ABC-1": [3], "ABC-2": [3], "ABC-3": [2], "ABC-4": [2]})
    result = score(four, people)
    found = robustness(four, result, people, {}, weightings=20_000)
    assert result.level == 2
    assert found is not None
    assert found.same_level == pytest.approx(0.5, abs=0.02)


def test_averages_are_replaced_inside_the_camps_too() -> None:
    # business 1, 1, 5 (mean 7/3, median 1), technology 2: x = 2.17 → 2; medians 1.5 → 1;
    # geometric √(5^⅓ · 2) = 1.85 → 2
    people = each(alike([1, 1, 5]), alike([2]))
    found = robustness(SMALL, score(SMALL, people), people, {}, weightings=100)
    assert found is not None
    assert (found.variants["medians"], found.variants["geometric mean"]) == (1, 2)
    # business 1, 4 (mean and median 2.5, geometric 2), technology 3: x = 2.75 → 3; geometric √6 = 2.45 → 2
    people = each(alike([1, 4]), alike([3]))
    found = robustness(SMALL, score(SMALL, people), people, {}, weightings=100)
    assert found is not None
    assert (found.variants["medians"], found.variants["geometric mean"]) == (3, 2)


def test_weightings_are_uniform_over_all_weightings() -> None:
    # keys at 3, ABC-3 at 2: level 3 while w₃ < ½, which Dirichlet(1, 1, 1) gives with 1 − (½)² = ¾
    three = toy_instrument([toy_pillar("alpha", "ABC", 3)])
    people = each({"ABC-1": [3], "ABC-2": [3], "ABC-3": [2]})
    result = score(three, people)
    found = robustness(three, result, people, {}, weightings=20_000)
    assert result.level == 3
    assert found is not None
    assert found.same_level == pytest.approx(0.75, abs=0.02)


def test_section_weightings_move_the_index() -> None:
    # sections at 25 and 75: any share of the first is equally likely, and 50 ± ½ is one fiftieth of them
    two = toy_instrument([toy_pillar("alpha", "ABC", 2), toy_pillar("beta", "DEF", 2)])
    people = each({"ABC-1": [2], "ABC-2": [2], "DEF-1": [4], "DEF-2": [4]})
    found = robustness(two, score(two, people), people, {}, weightings=20_000)
    assert found is not None
    assert found.same_level == 1.0
    assert found.same_index == pytest.approx(0.02, abs=0.005)


@pytest.mark.parametrize(("second", "expected"), [([1, 3], (1, 2)), ([2, 3], (2, 3))])
def test_of_two_equally_short_runs_the_one_that_holds_more_is_the_range(
    second: list[int], expected: tuple[int, int]
) -> None:
    people = each({"ABC-1": [1, 3], "ABC-2": second})
    found = plausible_range(SMALL, score(SMALL, people), people, draws=4_000)
    assert found is not None
    one, two, three = 1 - found.at_least[2], found.at_least[2] - found.at_least[3], found.at_least[3]
    assert min(one + two, two + three) >= 0.8 > max(one, two, three)  # both runs would do
    assert (found.low, found.high) == ((1, 2) if one > three else (2, 3)) == expected


def test_the_shares_of_the_sections_that_apply_add_up_to_one() -> None:
    first, *others = INSTRUMENT.pillars
    people = [
        toy_respondent(
            "b", "business", dict.fromkeys(INSTRUMENT.practices, 3) | {p.code: "-" for p in first.practices}
        )
    ]
    found = blocks(INSTRUMENT, score(INSTRUMENT, people))
    total = sum(pillar.weight for pillar in others)
    assert [block.share for block in found] == pytest.approx([pillar.weight / total for pillar in others])
    assert sum(block.share for block in found) == pytest.approx(1)


def test_the_spread_of_a_practice_that_most_do_not_know_is_drawn_beside_it() -> None:
    people = [
        toy_respondent(f"{camp}{n}", camp, {"ABC-1": 3, "ABC-2": 4 if n == 0 else "?"})
        for camp in ("business", "technology")
        for n in range(3)
    ]
    result = score(SMALL, people)
    assert result.practices["ABC-2"].state == "not_known"
    found = draw(SMALL, result, people, {}, 50, 1, spread_of=["ABC-2"])
    alone = draw(SMALL, result, people, {}, 50, 1)
    assert set(found.spread) == {"ABC-2"}
    assert found.spread["ABC-2"].deviation.shape == (50,)
    assert (found.sections[0].values == alone.sections[0].values).all(), (
        "what else is drawn does not depend on it"
    )


def test_a_span_is_the_middle_four_fifths_of_what_was_drawn() -> None:
    assert _span(np.linspace(1.0, 5.0, 101)) == pytest.approx((10.0, 90.0))


def test_what_was_agreed_stays_agreed_in_every_variant_of_the_votes() -> None:
    people = each({"ABC-1": [1, 1, 5], "ABC-2": [1, 1, 5]})
    agreed = {"ABC-1": Agreed(level=4), "ABC-2": Agreed(level=4)}
    found = robustness(SMALL, score(SMALL, people, agreed), people, agreed, weightings=50)
    assert found is not None
    assert {name: level for name, level in found.variants.items() if level != 4} == {
        "shown instead of described": 2
    }
