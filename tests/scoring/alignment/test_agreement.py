"""How far leaders lie apart: hand-computed cases, laws, and what is not claimed."""

from itertools import combinations
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.answers.records import Agreed, Respondent, Response
from assessment.instrument.model import Camp
from scoring.alignment.agreement import (
    average_deviation,
    camp_difference,
    classify_belief,
    cliffs_delta,
    decision_map,
    ledger,
    mean_deviation,
    practice_agreement,
    spread_word,
)
from scoring.alignment.relabelling import expected_gap_count
from tests.toy import toy_instrument, toy_respondent

LEVELS = st.lists(st.integers(1, 5), min_size=1, max_size=8)
TOY = toy_instrument()
PREDICTED = next(code for code, practice in TOY.practices.items() if practice.predict)


def person(number: int, camp: Camp, level: int | str, **more: object) -> Respondent:
    return toy_respondent(f"r{number:02}", camp, {PREDICTED: level}).model_copy(update=more)


@pytest.mark.parametrize(
    ("values", "expected"),
    [([3], None), ([], None), ([3, 3, 3], 0.0), ([1, 5], 2.0), ([1, 2, 2, 5], 1.0), ([2, 3, 3, 4, 5], 0.8)],
)
def test_the_typical_distance_is_the_mean_distance_from_the_middle_answer(
    values: list[float], expected: float | None
) -> None:
    assert average_deviation(values) == (pytest.approx(expected) if expected is not None else None)


@given(st.lists(st.integers(1, 5), min_size=2, max_size=9), st.randoms())
def test_the_typical_distance_knows_no_order_no_shift_and_stays_within_two_levels(values, chance) -> None:  # type: ignore[no-untyped-def]
    mixed = list(values)
    chance.shuffle(mixed)
    found = average_deviation(values)
    assert found == pytest.approx(average_deviation(mixed))
    assert found == pytest.approx(average_deviation([v + 7 for v in values]))
    assert 0 <= found <= 2


def test_words_for_the_spread_need_five_leaders() -> None:
    assert spread_word(0.2, 4) is None
    assert [spread_word(d, 5) for d in (0.49, 0.5, 0.89, 0.9)] == ["close", "mixed", "mixed", "apart"]


@given(LEVELS, LEVELS)
def test_cliffs_delta_is_the_same_seen_from_the_other_side_with_the_sign_turned(one, two) -> None:  # type: ignore[no-untyped-def]
    assert cliffs_delta(one, two) == pytest.approx(-cliffs_delta(two, one))
    assert -1 <= cliffs_delta(one, two) <= 1
    assert cliffs_delta(one, [max(one) + 1]) == 1


@pytest.mark.parametrize(
    ("business", "technology", "difference", "delta", "flag"),
    [
        ([4, 4], [2, 3], -1.5, -1.0, "clear"),
        ([3, 3], [3, 4], 0.5, 0.5, "possible"),
        ([3, 3], [3, 3], 0.0, 0.0, None),
        # means 2.33 and 3.33 differ by one, but the pairs lean only by 2 of 9: 0.22 < 0.474
        ([1, 1, 5], [1, 4, 5], 1.0, 2 / 9, "possible"),
    ],
)
def test_a_difference_between_camps_is_flagged_by_size_and_by_overlap(
    business: list[float], technology: list[float], difference: float, delta: float, flag: str | None
) -> None:
    found = camp_difference(business, technology)
    assert found is not None
    assert found.difference == pytest.approx(difference)
    assert found.delta == pytest.approx(delta)
    assert found.flag == flag


def test_without_one_side_there_is_no_difference() -> None:
    assert camp_difference([], [3]) is None
    assert camp_difference([3], []) is None


@pytest.mark.parametrize(
    ("real", "felt", "name"),
    [
        (0.5, 0.5, "agree and know it"),
        (1.0, 1.0, "disagree and know it"),
        (1.0, 0.99, "hidden disagreement"),
        (0.99, 1.0, "imagined conflict"),
    ],
)
def test_believed_and_real_make_four_cases(real: float, felt: float, name: str) -> None:
    assert classify_belief(real, felt) == name


def test_a_practice_gathers_its_first_votes_and_leaves_out_what_is_no_level() -> None:
    people = [
        person(1, "business", 4, predictions={PREDICTED: 4}),
        person(2, "business", 4),
        person(3, "technology", 2, predictions={PREDICTED: 2}),
        person(4, "technology", "?", second_vote={PREDICTED: Response(kind="scored", level=5)}),
    ]
    found = practice_agreement(people, PREDICTED)
    assert (found.answers, found.within_one) == (3, 2)
    assert found.average_deviation == pytest.approx(2 / 3)
    assert found.difference is not None
    assert found.difference.difference == pytest.approx(-2)
    assert found.belief == "hidden disagreement"  # real 2, felt 0


def test_a_section_is_the_mean_of_its_items_that_have_a_distance() -> None:
    one = practice_agreement([person(1, "business", 1), person(2, "technology", 5)], PREDICTED)
    none = practice_agreement([person(1, "business", 3)], PREDICTED)
    assert mean_deviation([one, none]) == pytest.approx(2.0)
    assert mean_deviation([none]) is None


@pytest.mark.parametrize(
    ("roles", "state", "role", "share"),
    [
        (["CEO", "CEO", "CFO"], "settled", "CEO", 2 / 3),
        (["CEO", "CFO"], "claimed by several", "CEO", 1 / 2),
        (["CFO", "CEO"], "claimed by several", "CEO", 1 / 2),
        (["nobody", "dont_know", "CEO"], "orphan", None, 2 / 3),
        (["CEO", "nobody"], "claimed by several", "CEO", 1 / 2),
        (["CEO", "CFO", "nobody", "dont_know"], "orphan", None, 1 / 2),
        (["several", "several", "several"], "claimed by several", "several", 1.0),
    ],
)
def test_a_decision_is_settled_claimed_by_several_or_an_orphan(
    roles: list[str], state: str, role: str | None, share: float
) -> None:
    code = TOY.decisions[0].code
    people = [person(n, "business", 3, decisions={code: r}) for n, r in enumerate(roles)]
    found = decision_map(TOY, people)[code]
    assert (found.state, found.role) == (state, role)
    assert found.share == pytest.approx(share)
    assert decision_map(TOY, [person(1, "business", 3)]) == {}


def test_the_ledger_keeps_both_votes_and_names_reservations_from_five_voters() -> None:
    def voted(number: int, second: int) -> Respondent:
        return person(number, "business", 3, second_vote={PREDICTED: Response(kind="scored", level=second)})

    agreed = {PREDICTED: Agreed(level=3, dissent="Two of us see it lower.")}
    torn = ledger([voted(n, level) for n, level in enumerate([1, 2, 3, 5, 5])], agreed)[PREDICTED]
    assert (torn.first, torn.second, torn.reservations) == (0.0, pytest.approx(1.4), True)
    assert torn.dissent == "Two of us see it lower."
    four = ledger([voted(n, level) for n, level in enumerate([1, 1, 5, 5])], agreed)[PREDICTED]
    assert not four.reservations


def test_the_expected_count_is_that_of_every_relabelling_counted_by_hand() -> None:
    rows = [[5, 1], [4, 2], [2, 2], [1, 3], [2, 5]]
    camps: list[Camp] = ["business", "business", "technology", "technology", "technology"]
    codes = list(TOY.practices)[:2]
    people = [
        toy_respondent(f"r{n}", camp, dict(zip(codes, row, strict=True)))
        for n, (camp, row) in enumerate(zip(camps, rows, strict=True))
    ]

    def gaps(technology: tuple[int, ...]) -> int:
        rest = [n for n in range(5) if n not in technology]
        return sum(
            abs(fmean(rows[n][i] for n in technology) - fmean(rows[n][i] for n in rest)) >= 1 - 1e-9
            for i in range(2)
        )

    found = expected_gap_count(people, codes)
    assert found is not None
    assert found.counted == gaps((2, 3, 4))
    assert found.expected == pytest.approx(fmean(gaps(split) for split in combinations(range(5), 3)))


@pytest.mark.parametrize(("business", "technology"), [(2, 2), (4, 1), (5, 0)])
def test_below_five_leaders_or_two_on_a_side_nothing_is_expected(business: int, technology: int) -> None:
    sides: list[Camp] = ["business"] * business + ["technology"] * technology  # type: ignore[list-item]
    people = [person(n, camp, 3) for n, camp in enumerate(sides)]
    assert expected_gap_count(people, [PREDICTED]) is None


def test_a_large_room_is_sampled_the_same_way_for_the_same_seed_and_any_order() -> None:
    people = [person(n, "business" if n % 2 else "technology", 1 + n % 5) for n in range(16)]
    one = expected_gap_count(people, [PREDICTED], seed=3)
    assert one == expected_gap_count(list(reversed(people)), [PREDICTED], seed=3)
    assert one is not None
    assert 0 <= one.expected <= 1


def test_a_unanimous_room_has_no_gaps_and_expects_none() -> None:
    people = [person(n, "business" if n < 3 else "technology", 3) for n in range(6)]
    found = expected_gap_count(people, list(TOY.practices))
    assert found is not None
    assert (found.counted, found.expected) == (0, 0.0)
