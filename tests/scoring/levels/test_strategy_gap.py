"""The AI strategy gap: activity against capability."""

import pytest

from scoring import activity_index, capability_index, score, strategy_gap
from tests.toy import toy_instrument, toy_pillar, toy_respondent, with_practices


@pytest.mark.parametrize(
    ("activity", "capability", "name"),
    [
        (60.0, 20.0, "pilot trap"),  # G = 40
        (59.9, 20.0, "activity ahead"),
        (40.0, 20.0, "activity ahead"),  # G = 20
        (39.9, 20.0, "in step"),
        (24.9, 24.9, "not started"),
        (25.0, 24.9, "in step"),
        (60.0, 60.0, "scaling"),
        (60.0, 59.9, "in step"),
        (20.0, 39.9, "in step"),
        (20.0, 40.0, "unused capacity"),  # G = −20
        (0.0, 100.0, "unused capacity"),
    ],
)
def test_the_gap_has_a_name(activity: float, capability: float, name: str) -> None:
    found = strategy_gap(activity, capability)
    assert (found.name, found.gap) == (name, activity - capability)


def test_the_boundaries_hold_for_sums_that_are_not_exact() -> None:
    assert strategy_gap(0.1 + 0.2 + 40.0, 0.3).name == "pilot trap"
    assert strategy_gap(0.3 + 19.9, 0.1 + 0.1).name == "activity ahead"


@pytest.mark.parametrize(("activity", "capability"), [(None, 50.0), (50.0, None), (None, None)])
def test_without_one_of_the_two_there_is_no_gap(activity: float | None, capability: float | None) -> None:
    found = strategy_gap(activity, capability)
    assert (found.activity, found.capability, found.gap, found.name) == (None, None, None, None)


def test_activity_is_balanced_between_the_camps() -> None:
    people = [
        toy_respondent("b1", "business", {}, {"ACT-1": 5, "ACT-2": 3}),
        toy_respondent("b2", "business", {}, {"ACT-1": 3}),
        toy_respondent("t1", "technology", {}, {"ACT-1": 2}),
    ]
    # ACT-1 (4 + 2) / 2 = 3, ACT-2 3 by business alone, the others nobody answered: A = 25 (3 − 1)
    assert activity_index(toy_instrument(), people) == 50.0
    assert activity_index(toy_instrument(activity=0), people) is None
    assert activity_index(toy_instrument(), []) is None


def test_capability_is_limited_by_its_weakest_part() -> None:
    instrument = toy_instrument()  # scaling: ABC-1, DEF-1, GHI-1
    people = [toy_respondent("b1", "business", {"ABC-1": 5, "DEF-1": 3, "GHI-1": 1, "ABC-2": 5})]
    # ½ · 3 + ½ · 1 = 2 → 25
    assert capability_index(instrument, score(instrument, people).practices) == 25.0


def test_capability_leaves_out_what_is_missing_and_needs_a_tagged_practice() -> None:
    instrument = toy_instrument()
    people = [toy_respondent("b1", "business", {"ABC-1": 4, "DEF-1": 4})]
    assert capability_index(instrument, score(instrument, people).practices) == 75.0
    plain = toy_instrument([with_practices(toy_pillar("alpha", "ABC", 2), {"ABC-1": {"scaling": False}})])
    assert capability_index(plain, score(plain, people).practices) is None


def test_a_scored_assessment_holds_its_gap() -> None:
    instrument = toy_instrument()
    answers = dict.fromkeys(instrument.practices, 2)
    people = [toy_respondent("b1", "business", answers, {f"ACT-{n}": 4 for n in (1, 2, 3, 4)})]
    found = score(instrument, people).strategy_gap
    assert (found.activity, found.capability, found.gap, found.name) == (75.0, 25.0, 50.0, "pilot trap")
