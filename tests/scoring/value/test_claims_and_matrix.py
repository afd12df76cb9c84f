"""The value test, and where a use case lies between worth and effort."""

from typing import Any

import pytest

from assessment.answers.records import UseCase
from scoring import value_effort, value_test
from scoring.value.claims import ValueTest
from scoring.value.matrix import Cuts
from scoring.value.results import UseCaseValue

WHOLE: dict[str, Any] = {
    "name": "Quotes",
    "lever": "revenue",
    "owner": "CSO",
    "metric": "hours from enquiry to quote",
    "baseline": 14.0,
    "target": 8.0,
    "date": "2027-06-30",
}


def placed(name: str, worth: float | None, effort: float) -> UseCaseValue:
    if worth is None:
        return UseCaseValue(name, "incomplete", missing=("annual_benefit",))
    return UseCaseValue(name, "ready", mean=worth, effort=effort)


def test_a_whole_claim_passes_with_nothing_open() -> None:
    assert value_test(UseCase(**WHOLE)) == ValueTest(True, (), ())


@pytest.mark.parametrize("part", ["metric", "owner", "date"])
def test_without_metric_owner_or_date_a_claim_fails_and_says_so(part: str) -> None:
    assert value_test(UseCase(**WHOLE | {part: None})) == ValueTest(False, (part,), ())


@pytest.mark.parametrize(("part", "text"), [("metric", "  "), ("owner", "\n")])
def test_a_blank_is_as_good_as_nothing(part: str, text: str) -> None:
    assert value_test(UseCase(**WHOLE | {part: text})).missing == (part,)


def test_baseline_and_target_may_be_open_but_it_is_said() -> None:
    found = value_test(UseCase(**WHOLE | {"baseline": None, "target": None}))
    assert found == ValueTest(True, (), ("baseline", "target"))
    assert value_test(UseCase(**WHOLE | {"baseline": 0.0})).open == ()


def test_the_lines_lie_at_the_medians_and_what_lies_on_them_counts_for_the_use_case() -> None:
    found = value_effort(
        [placed("a", 10, 5), placed("b", 30, 1), placed("c", 20, 9), placed("d", None, 0), placed("e", 5, 9)]
    )
    assert found is not None
    assert found.cuts == Cuts(15, 7)
    assert [(p.place, p.quadrant) for p in found.points] == [
        (0, "fill"),
        (1, "first"),
        (2, "plan"),
        (4, "leave"),
    ]


def test_a_single_use_case_is_done_first_only_if_it_is_worth_something() -> None:
    good, bad = value_effort([placed("a", 1, 5)]), value_effort([placed("a", -1, 5)])
    assert good is not None
    assert bad is not None
    assert (good.points[0].quadrant, bad.points[0].quadrant) == ("first", "fill")
    assert bad.cuts.value == 0.0


def test_lines_can_be_chosen_and_without_figures_there_is_no_matrix() -> None:
    found = value_effort([placed("a", 10, 5)], Cuts(value=11, effort=4))
    assert found is not None
    assert found.points[0].quadrant == "leave"
    assert value_effort([placed("a", None, 1)]) is None


def test_a_point_carries_its_place_name_worth_and_effort() -> None:
    found = value_effort([placed("a", None, 5.0), placed("b", 90.0, 10.0)])
    assert found is not None
    (point,) = found.points
    assert (point.place, point.name, point.value, point.effort) == (1, "b", 90.0, 10.0)
