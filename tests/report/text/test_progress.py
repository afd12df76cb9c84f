"""What became of an organisation, in sentences that never sell noise."""

import typing
from dataclasses import replace

import pytest

from assessment.answers.records import Commitment
from report.model.progress import Slope, shown_movement
from report.text import commitments, progress
from scoring import plausible_range, score
from scoring.comparison.progress import (
    CommitmentOutcome,
    Comparison,
    Outcome,
    RoundResult,
    compare,
    compare_deviation,
    compare_gap,
    compare_with_ranges,
)
from tests.toy import everyone, toy_instrument

SHELVES = toy_instrument()
WIDE = (0.0, 100.0)


def standing(level: int) -> RoundResult:
    people = everyone(level, "document", business=3, technology=3)
    result = score(SHELVES, people)
    return RoundResult(result, plausible_range(SHELVES, result, people, draws=200), 0.0)


def then_and_now(before: int, after: int, *made: Commitment) -> Comparison:
    return compare(standing(before), standing(after), made, "2027-05-01")


def test_progress_is_named_and_noise_is_not() -> None:
    moved = then_and_now(2, 4)
    assert progress.level_sentence(moved.level) == "You described level 2; now you describe level 4."
    assert progress.sections_sentence(SHELVES, moved) == "Up a level or more: Alpha, Beta and Gamma."
    assert "Down" in progress.sections_sentence(SHELVES, then_and_now(4, 2))
    noise = progress.level_sentence(compare_with_ranges(2, 3, WIDE, WIDE))
    assert "not counted as progress" in noise
    still = replace(
        moved, sections=tuple(replace(s, level=compare_with_ranges(2, 3, WIDE, WIDE)) for s in moved.sections)
    )
    assert "No section’s level" in progress.sections_sentence(SHELVES, still)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (35.6, 36.4, "index unchanged"),
        (36.4, 35.6, "index unchanged"),
        (36.4, 36.6, "index up 1 point"),
        (36.6, 33.2, "index down 4 points"),
    ],
)
def test_an_index_is_up_or_down_by_the_points_that_are_printed(
    before: float, after: float, said: str
) -> None:
    change = compare_with_ranges(before, after, (before, before), (after, after))
    slope = Slope(
        "Alpha", before, after, (before, before), (after, after), shown_movement(change, 2, 2), 2, 2
    )
    assert progress.note(slope) == said
    assert (slope.movement == "unchanged") == (said == "index unchanged")
    assert progress.note(replace(slope, movement=shown_movement(change, 2, 3))) == said
    assert shown_movement(replace(change, movement=None), 2, 2) is None, "nothing is claimed across editions"


def test_a_distance_of_the_sides_that_is_printed_alike_is_as_much_as_before() -> None:
    said = progress.sides_sentence(compare_deviation(0.51, 0.52))
    assert said == "Business and technology differ as much as before: half a level."


@pytest.mark.parametrize("after", [None, 0.1, 0.9, 1.5, 0.95])
def test_whatever_the_leaders_distance_did_there_is_a_sentence_or_nothing(after: float | None) -> None:
    said = progress.alignment_sentence(compare_deviation(0.9, after))
    assert (said is None) == (after is None)


def test_the_gap_is_told_in_points_without_a_sign() -> None:
    assert "42 points apart then, 20 now" in str(progress.gap_sentence(compare_gap(-42.0, -20.0)))
    assert progress.gap_sentence(compare_gap(None, 3.0)) is None
    assert "progress cannot be measured" in progress.level_sentence(compare_with_ranges(None, 3, None, None))


def test_commitments_are_counted_as_the_leaders_see_them() -> None:
    made = [
        Commitment(move="ABC-1:3", status="kept"),
        Commitment(move="ABC-2:5", status="kept"),
        Commitment(move="DEF-1:3", status="late"),
        Commitment(move="DEF-2:3", due="2027-04-01"),
    ]
    found = then_and_now(2, 3, *made)
    assert commitments.commitments_sentence(found) == (
        "Of four commitments: one kept, two late, none given up, one reported as kept but not described yet."
    )
    assert commitments.counted_sentence(["open"]) == (
        "Of one commitment: none kept, none late, none given up, one still to come."
    )
    assert commitments.commitments_sentence(then_and_now(2, 3)) == "No commitments were recorded last time."


def test_every_outcome_has_words() -> None:
    commitment = Commitment(move="ABC-1:3")
    for outcome in typing.get_args(Outcome):
        assert commitments.outcome_words(CommitmentOutcome(commitment, outcome, 2, 3)).endswith(".")
