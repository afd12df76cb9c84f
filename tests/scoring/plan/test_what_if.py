"""What would change if one practice stood elsewhere."""

import pytest

from assessment.answers.records import Agreed
from scoring import cheapest_path, rank_gaps, score
from scoring.plan.what_if import PlanTarget, what_if
from tests.toy import Answer, toy_instrument, toy_respondent

TOY = toy_instrument()
BASE: dict[str, Answer] = dict.fromkeys(TOY.practices, 3)
PEOPLE = [
    toy_respondent("b", "business", BASE | {"ABC-1": 5, "DEF-1": 4}),
    toy_respondent("t", "technology", BASE | {"ABC-1": 1, "DEF-1": 2, "ABC-4": "?"}),
]


def test_before_is_what_is_and_after_what_the_room_would_get_by_agreeing() -> None:
    found = what_if(TOY, PEOPLE, {}, "ABC-1", 2)
    agreed = {"ABC-1": Agreed(level=2)}
    for standing, fixed in ((found.before, {}), (found.after, agreed)):
        result = score(TOY, PEOPLE, fixed)
        assert standing.result == result
        assert standing.path == cheapest_path(TOY, result, runner_up=False)
        assert standing.gaps == rank_gaps(TOY, PEOPLE, fixed, result)


def test_a_settled_practice_is_no_open_gap_any_more() -> None:
    found = what_if(TOY, PEOPLE, {}, "ABC-1", 3)
    assert "ABC-1" in [gap.code for gap in found.before.gaps]
    assert "ABC-1" not in [gap.code for gap in found.after.gaps]


def test_an_agreed_level_is_replaced_and_keeps_its_backing() -> None:
    agreed = {"ABC-1": Agreed(level=1, backing="document")}
    found = what_if(TOY, PEOPLE, agreed, "ABC-1", 4)
    # ABC-4 is not known, which holds at level 2
    assert (found.before.result.level, found.after.result.level) == (1, 2)
    assert found.after.result.practices["ABC-1"].shown == 3


def test_what_does_not_apply_stays_out() -> None:
    people = [toy_respondent("b", "business", BASE | {"ABC-4": "-"})]
    found = what_if(TOY, people, {}, "ABC-4", 5)
    assert found.after.result == found.before.result


@pytest.mark.parametrize(("code", "level"), [("XYZ-1", 3), ("ABC-1", 0), ("ABC-1", 6)])
def test_an_unknown_practice_or_level_is_refused(code: str, level: int) -> None:
    with pytest.raises(ValueError, match=code if code == "XYZ-1" else "1 to 5"):
        what_if(TOY, PEOPLE, {}, code, level)


def test_efforts_of_the_company_count_in_both_paths() -> None:
    efforts = {"ABC-1:2": 7.5}
    found = what_if(TOY, PEOPLE, {"ABC-1": Agreed(level=1)}, "ABC-1", 1, plan=PlanTarget(None, efforts))
    assert found.before.path == cheapest_path(TOY, found.before.result, efforts=efforts, runner_up=False)
    assert found.before.path.effort == 7.5
