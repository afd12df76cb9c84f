"""Then and now: noise is never sold as progress, and a commitment said to be kept is looked at again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.answers.records import Commitment
from scoring import plausible_range, score
from scoring.comparison.progress import (
    Comparison,
    RoundResult,
    compare,
    compare_deviation,
    compare_gap,
    compare_with_ranges,
)
from tests.toy import everyone, toy_instrument

SHELVES = toy_instrument()
TODAY = "2027-05-01"
FIGURES = st.floats(0, 100)
SPANS = st.tuples(FIGURES, FIGURES).map(lambda pair: (min(pair), max(pair)))


def standing(level: int, people: int = 3) -> RoundResult:
    given_by = everyone(level, "document", business=people, technology=people)
    if people == 0:
        given_by = everyone(level, business=1, technology=0)
    result = score(SHELVES, given_by)
    return RoundResult(result, plausible_range(SHELVES, result, given_by, draws=400), 0.0 if people else None)


def since(before: RoundResult, after: RoundResult, *commitments: Commitment) -> Comparison:
    return compare(before, after, commitments, TODAY)


def test_a_whole_level_for_everybody_is_progress_in_every_section() -> None:
    found = since(standing(2), standing(4))
    assert (found.level.difference, found.level.movement, found.index.movement) == (2, "better", "better")
    assert {section.level.movement for section in found.sections} == {"better"}
    back = since(standing(4), standing(2))
    assert (back.level.movement, back.index.movement) == ("worse", "worse")


def test_a_standing_beside_itself_has_not_moved() -> None:
    same = since(standing(3), standing(3))
    figures = [same.level, same.index, same.alignment]
    figures += [change for section in same.sections for change in (section.level, section.index)]
    assert {figure.movement for figure in figures} == {"unchanged"}
    assert not any(figure.noise for figure in figures)


def test_what_lies_in_the_plausible_range_is_noise() -> None:
    before, after = standing(3), standing(4)
    assert after.plausible is not None
    unsure = replace(after, plausible=replace(after.plausible, low=3, index=(40.0, 90.0)))
    found = since(before, unsure)
    assert (found.level.noise, found.index.noise) == (True, True)
    assert (found.level.movement, found.index.movement) == ("noise", "noise")


def test_one_person_alone_shows_no_progress_because_there_is_no_range() -> None:
    found = since(standing(2, people=0), standing(4, people=0))
    assert (found.level.difference, found.level.movement) == (2, "noise")
    assert found.alignment.movement is None


def test_a_section_level_moves_only_with_its_index() -> None:
    before, after = standing(2), standing(3)
    assert after.plausible is not None
    wide = dict.fromkeys(after.plausible.sections, (0.0, 100.0))
    found = since(before, replace(after, plausible=replace(after.plausible, sections=wide)))
    assert {section.level.movement for section in found.sections} == {"noise"}


def test_a_section_that_is_asked_about_no_more_is_left_out() -> None:
    fewer = SHELVES.model_copy(update={"pillars": SHELVES.pillars[:-1]})
    people = everyone(3, "document", fewer)
    result = score(fewer, people)
    found = since(standing(3), RoundResult(result, plausible_range(fewer, result, people, draws=400), 0.0))
    assert [section.code for section in found.sections] == [pillar.code for pillar in fewer.pillars]


@pytest.mark.parametrize(
    ("before", "after"),
    [((50.0, (40.0, 45.0)), (48.0, (47.0, 49.0))), ((40.0, (45.0, 50.0)), (42.0, (41.0, 43.0)))],
)
def test_a_range_reaches_as_far_as_the_figure_that_is_told(
    before: tuple[float, tuple[float, float]], after: tuple[float, tuple[float, float]]
) -> None:
    assert compare_with_ranges(before[0], after[0], before[1], after[1]).noise
    assert compare_with_ranges(after[0], before[0], after[1], before[1]).noise


@given(FIGURES, FIGURES, st.none() | SPANS, st.none() | SPANS)
def test_noise_is_the_same_in_both_directions_and_never_better_or_worse(
    before: float, after: float, earlier: tuple[float, float] | None, later: tuple[float, float] | None
) -> None:
    there, back = (
        compare_with_ranges(before, after, earlier, later),
        compare_with_ranges(after, before, later, earlier),
    )
    assert there.noise == back.noise
    assert (there.movement in ("better", "worse")) == (not there.noise and there.movement != "unchanged")
    mirror = {"better": "worse", "worse": "better", "noise": "noise", "unchanged": "unchanged"}
    assert back.movement == mirror[str(there.movement)]


@given(FIGURES, FIGURES, SPANS, SPANS, FIGURES)
def test_a_wider_range_never_turns_noise_into_progress(
    before: float, after: float, earlier: tuple[float, float], later: tuple[float, float], more: float
) -> None:
    wider = (earlier[0] - more, earlier[1] + more)
    if compare_with_ranges(before, after, earlier, later).noise:
        assert compare_with_ranges(before, after, wider, later).noise


@pytest.mark.parametrize(
    ("before", "after", "movement"),
    [
        (42.0, 20.0, "better"),
        (20.0, 42.0, "worse"),
        (-30.0, 30.0, "noise"),
        (20.0, 15.0, "noise"),
        (5.0, 5.0, "unchanged"),
    ],
)
def test_the_gap_is_better_the_nearer_it_is_to_nothing(before: float, after: float, movement: str) -> None:
    assert compare_gap(before, after).movement == movement
    assert compare_gap(None, after).movement is None


def test_leaders_closer_together_is_better_from_a_quarter_of_a_level_on() -> None:
    assert compare_deviation(0.9, 0.65).movement == "better"
    assert compare_deviation(0.4, 0.9).movement == "worse"
    assert compare_deviation(0.9, 0.7).movement == "noise"


@pytest.mark.parametrize(
    ("status", "due", "level", "outcome"),
    [
        ("kept", None, 4, "kept"),
        ("kept", None, 2, "not_seen"),
        ("late", "2027-03-31", 2, "late"),
        ("dropped", None, 4, "dropped"),
        ("open", "2027-04-30", 4, "overdue"),
        ("open", "2027-05-01", 4, "open"),
        ("open", None, 4, "open"),
    ],
)
def test_what_became_of_a_commitment(status: str, due: str | None, level: int, outcome: str) -> None:
    commitment = Commitment.model_validate({"move": "ABC-1:3", "status": status, "due": due})
    found = since(standing(2), standing(level), commitment)
    assert [kept.outcome for kept in found.commitments] == [outcome]
    assert found.commitments[0].reached == (level >= 3)
    assert found.counts == {outcome: 1}


def test_a_commitment_about_a_question_that_is_gone_is_told_without_levels() -> None:
    (found,) = since(standing(2), standing(3), Commitment(move="OLD-1:3", status="kept")).commitments
    assert (found.before, found.after, found.outcome) == (None, None, "kept")


def test_a_figure_that_one_round_lacks_has_no_movement() -> None:
    for change in (
        compare_with_ranges(None, 3.0, None, None),
        compare_gap(5.0, None),
        compare_deviation(None, 0.5),
    ):
        assert (change.noise, change.movement, change.difference) == (True, None, None)


def test_a_section_without_a_level_in_one_round_is_named_without_a_movement() -> None:
    before, after = standing(3), standing(4)
    (code, found), *_rest = after.result.pillars.items()
    pillars = dict(after.result.pillars) | {code: replace(found, level=None)}
    now = replace(after, result=replace(after.result, pillars=pillars))
    change = since(before, now).sections[0]
    assert change.code == code
    assert (change.level.before, change.level.after, change.level.movement) == (3, None, None)


def test_the_gap_is_compared_between_the_two_rounds() -> None:
    rounds = []
    for gap in (42.0, 20.0):
        base = standing(3)
        strategy_gap = replace(base.result.strategy_gap, gap=gap)
        rounds.append(replace(base, result=replace(base.result, strategy_gap=strategy_gap)))
    assert since(*rounds).gap == compare_gap(42.0, 20.0)
