"""The cheapest path on cases worked out by hand. That nothing is cheaper: tests/properties/test_path_laws.py."""

from itertools import combinations
from typing import Any

import pytest

from assessment.answers.records import Agreed
from assessment.instrument.model import Instrument, Pillar
from scoring import Path, best_within, cheapest_path, score
from scoring.levels.results import AssessmentResult
from scoring.plan.path_problem import Problem, _not_exactly
from scoring.plan.reach import level_after
from tests.paths import SHIPPED
from tests.texts import instrument_at, real_instrument
from tests.toy import Answer, everyone, toy_instrument, toy_pillar, toy_respondent, with_practices

ALL = tuple(toy_instrument().practices)


def scored(instrument: Instrument, **others: Answer | None) -> AssessmentResult:
    """One leader who says 3 to everything but what is given; None leaves the question out."""
    answers: dict[str, Answer | None] = dict.fromkeys(instrument.practices, 3)
    answers |= {code.replace("_", "-"): answer for code, answer in others.items()}
    return score(instrument, [toy_respondent("b", "business", {c: a for c, a in answers.items() if a})])


def path(
    target: int | None = None,
    instrument: Instrument | None = None,
    efforts: dict[str, float] | None = None,
    **others: Answer | None,
) -> Path:
    asked = instrument or toy_instrument()
    return cheapest_path(asked, scored(asked, **others), target, efforts=efforts or {})


def keys(found: Path) -> list[str]:
    return [move.key for move in found.moves]


def requiring(code: str, **requires: str) -> Instrument:
    """The toy in which a level of a practice requires another: `requiring("ABC-1", l3="DEF-3:4")`."""
    needs = {"requires": {level[1:]: [need] for level, need in requires.items()}}
    base = toy_instrument()
    return toy_instrument([with_practices(pillar, {code: needs}) for pillar in base.pillars])


def test_one_weak_key_practice_is_one_move() -> None:
    found = path(ABC_1=1)
    assert (found.state, found.target, found.level, keys(found)) == ("found", 2, 2, ["ABC-1:2"])
    assert (found.effort, found.optimal) == (1, True)
    assert (found.runner_up_extra, found.runner_up) == (None, ())


def test_the_mean_is_reached_by_the_cheapest_move() -> None:
    # Everything 2: level 3 asks for the four key practices of the gates at 3 (2 weeks each) and the mean above
    # 2.5, so that a third practice of four has to rise in each gate; the enabling section may stay at 2.
    found = path(**dict.fromkeys((code.replace("-", "_") for code in ALL), 2))
    assert sorted(keys(found)) == ["ABC-1:3", "ABC-2:3", "ABC-3:3", "DEF-1:3", "DEF-2:3", "DEF-3:3"]
    assert (found.effort, found.runner_up_extra) == (12, 0)


def test_of_equally_cheap_plans_the_first_by_code_is_taken_and_a_cheaper_move_wins() -> None:
    low: dict[str, Any] = dict.fromkeys((code.replace("-", "_") for code in ALL), 2)
    assert "ABC-4:3" in keys(path(efforts={"ABC-4:3": 1.5}, **low))
    assert "ABC-3:3" in keys(path(efforts={"ABC-4:3": 2.0}, **low))


def test_of_equally_cheap_plans_the_one_with_fewer_practices_is_taken() -> None:
    # Two key practices at 3, four others at 2: the mean of level 3 asks for two more steps, at one week each either
    # of ABC-3 and ABC-4, or twice of ABC-6.
    asked = toy_instrument([toy_pillar("alpha", "ABC", 6)])
    low: dict[str, Any] = {f"ABC_{n}": 2 for n in range(3, 7)}
    cheap = dict.fromkeys(("ABC-3:3", "ABC-4:3", "ABC-6:3", "ABC-6:4"), 1.0)
    found = path(instrument=asked, efforts=cheap, **low)
    assert keys(found) == ["ABC-6:3", "ABC-6:4"]
    assert [move.key for move in found.runner_up] == ["ABC-3:3", "ABC-4:3"]
    assert found.runner_up_extra == 0


def test_a_required_move_is_part_of_the_path_and_stands_before() -> None:
    found = path(instrument=requiring("ABC-1", l4="DEF-3:5"), target=4, ABC_1=3)
    order = keys(found)
    assert order.index("DEF-3:4") < order.index("DEF-3:5") < order.index("ABC-1:4")


def test_a_requirement_on_what_does_not_apply_counts_as_met() -> None:
    found = path(instrument=requiring("ABC-1", l2="DEF-3:5"), ABC_1=1, DEF_3="-")
    assert keys(found) == ["ABC-1:2"]


def test_an_answer_that_is_missing_counts_as_level_one() -> None:
    found = path(4, ABC_4=None)
    assert {"ABC-4:2", "ABC-4:3"} <= set(keys(found))


def test_without_enough_answers_the_path_starts_from_the_missing_at_one() -> None:
    found = path(ABC_1=None)
    assert (found.target, keys(found)) == (2, ["ABC-1:2"])


def test_what_is_reached_or_complete_or_cannot_be_is_an_outcome() -> None:
    assert (path(3).state, path(2).state, path(2).moves) == ("reached", "reached", ())
    top: dict[str, Any] = dict.fromkeys((code.replace("-", "_") for code in ALL), 5)
    assert path(**top).state == "complete"
    assert path(6).state == "impossible"


def test_requirements_that_run_in_a_circle_make_a_path_impossible() -> None:
    def circle(pillar: Pillar) -> Pillar:
        return with_practices(
            pillar, {"ABC-1": {"requires": {"4": ["DEF-1:4"]}}, "DEF-1": {"requires": {"4": ["ABC-1:4"]}}}
        )

    asked = toy_instrument([circle(pillar) for pillar in toy_instrument().pillars])
    assert path(4, asked).state == "impossible"


def test_where_no_gate_applies_there_is_no_path() -> None:
    asked = toy_instrument(
        [
            with_practices(
                toy_pillar("alpha", "ABC", 3), {"ABC-1": {"na_allowed": True}, "ABC-2": {"na_allowed": True}}
            )
        ]
    )
    found = path(instrument=asked, ABC_1="-", ABC_2="-", ABC_3="-")
    assert (found.state, found.moves) == ("impossible", ())
    result = scored(asked, ABC_1="-", ABC_2="-", ABC_3="-")
    assert best_within(asked, result, 10).state == "impossible"


def test_an_effort_is_a_positive_number_of_tenths() -> None:
    assert path(efforts={"ABC-1:2": 0.5}, ABC_1=1).effort == 0.5
    for wrong in (0.0, -1.0, 0.25):
        with pytest.raises(ValueError, match="ABC-1:2"):
            path(efforts={"ABC-1:2": wrong}, ABC_1=1)


def test_a_budget_too_small_for_any_move_leaves_everything_as_it_is() -> None:
    toy = toy_instrument()
    found = best_within(toy, score(toy, everyone(3)), 2.9)
    assert (found.state, found.target, found.effort, found.moves) == ("reached", 3, 0, ())
    top = best_within(toy, score(toy, everyone(5)), 100)
    assert top.state == "complete"


@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_on_the_real_instrument_the_path_is_proven_and_leads_there(level: int) -> None:
    asked = real_instrument()
    people = everyone(level, instrument=asked)
    found = cheapest_path(asked, score(asked, people))
    assert found.optimal
    assert found.runner_up_extra is not None

    def level_with(moves: list[tuple[str, int]]) -> int | None:
        reached = {code: Agreed(level=max(to for c, to in moves if c == code)) for code, _ in moves}
        return score(asked, people, reached).level

    moves = [(move.code, move.to) for move in found.moves]
    assert level_with(moves) == level + 1 == found.level
    last = [m for m in moves if (m[0], m[1] + 1) not in moves]
    for move in last:
        assert level_with([m for m in moves if m != move]) == level


@pytest.mark.parametrize("level", [1, 2, 3])
def test_where_moves_are_counted_in_days_the_path_takes_the_fewest_of_the_organisers(level: int) -> None:
    edition = instrument_at(SHIPPED)
    found = cheapest_path(edition, score(edition, everyone(level, instrument=edition)), level + 1)
    days = sum(edition.practices[m.code].move(m.to).days.organiser for m in found.moves)  # type: ignore[union-attr]
    assert (found.state, found.optimal) == ("found", True)
    assert round(found.effort * 5) == days
    assert found.effort == days / 5


def test_a_budget_for_nothing_leaves_what_is_reached() -> None:
    result = scored(toy_instrument())
    found = best_within(toy_instrument(), result, -1)
    assert (found.state, found.level, found.index, found.optimal) == ("reached", 3, result.index, True)
    assert found.moves == ()


def test_the_first_step_of_a_practice_adds_what_is_left_of_it() -> None:
    toy = toy_instrument()
    people = [
        toy_respondent("b", "business", dict.fromkeys(ALL, 3) | {"ABC-1": 2}),
        toy_respondent("t", "technology", dict.fromkeys(ALL, 3) | {"ABC-1": 3}),
    ]
    problem = Problem(toy, score(toy, people), 4, {})
    assert problem.values["ABC-1"] == 2.5
    first = problem.levels["ABC-1"] + 1
    assert problem.steps(("ABC-1", first)) == first - 2.5
    assert problem.steps(("ABC-1", first + 1)) == 1.0
    assert problem.steps(("ABC-2", 4)) == 1.0


def test_a_set_of_moves_that_the_engine_rejects_is_excluded_and_no_other() -> None:
    row = _not_exactly(frozenset({0, 2}), 4)
    sets = [frozenset(chosen) for n in range(5) for chosen in combinations(range(4), n)]
    kept = [chosen for chosen in sets if sum(row.coefficients[at] for at in chosen) >= row.low]
    assert set(sets) - set(kept) == {frozenset({0, 2})}


def test_one_tenth_of_a_person_week_is_an_effort_and_less_is_none() -> None:
    assert path(ABC_1=1, efforts={"ABC-1:2": 0.1}).effort == 0.1
    with pytest.raises(ValueError, match="positive number of tenths"):
        path(ABC_1=1, efforts={"ABC-1:2": 0.0})


def test_moves_count_only_after_what_they_need() -> None:
    toy = toy_instrument()
    result = scored(toy, ABC_1=1)
    assert level_after(toy, result, []) == 1
    assert level_after(toy, result, ["ABC-1:2"]) == 2
    assert level_after(toy, result, ["ABC-1:3"]) == 1
    assert level_after(toy, result, ["ABC-1:2", "ABC-1:3", "XYZ-1:2"]) == 3


def test_with_everything_at_the_highest_level_nothing_is_left_to_buy() -> None:
    toy = toy_instrument()
    result = score(toy, everyone(5))
    found = best_within(toy, result, 100)
    assert (found.state, found.level, found.index, found.optimal) == ("complete", 5, 100.0, True)


def test_moves_that_wait_for_each_other_are_no_way_up() -> None:
    both = [
        with_practices(
            pillar, {"ABC-1": {"requires": {"2": ["DEF-1:2"]}}, "DEF-1": {"requires": {"2": ["ABC-1:2"]}}}
        )
        for pillar in toy_instrument().pillars
    ]
    found = path(instrument=toy_instrument(both), ABC_1=1, DEF_1=1)
    assert (found.state, found.target, found.moves) == ("impossible", 2, ())
