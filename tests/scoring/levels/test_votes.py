"""Rules 1 to 3: what people answered becomes one state and one value per practice."""

import pytest

from assessment.answers.records import Agreed, Backing
from assessment.instrument.model import Camp
from scoring import score
from scoring.levels.results import PracticeResult
from tests.toy import Answer, toy_instrument, toy_respondent

INSTRUMENT = toy_instrument()


def practice(
    business: list[Answer], technology: list[Answer], agreed: Agreed | None = None, code: str = "ABC-3"
) -> PracticeResult:
    """The result for one practice that may not apply (ABC-3), or another."""
    camps: dict[Camp, list[Answer]] = {"business": business, "technology": technology}
    people = [
        toy_respondent(f"{camp}{n}", camp, {code: answer})
        for camp, answers in camps.items()
        for n, answer in enumerate(answers)
    ]
    return score(INSTRUMENT, people, {code: agreed} if agreed else {}).practices[code]


def test_every_camp_counts_alike_however_many_people_it_has() -> None:
    found = practice([2, 2, 2, 4], [4])  # (2.5 + 4) / 2, not 14 / 5
    assert found.described == 3.25
    assert found.camp_means == {"business": 2.5, "technology": 4.0}
    assert (found.level, found.answers, found.state) == (3, 5, "scored")


def test_a_camp_without_a_level_is_left_out_of_the_mean() -> None:
    found = practice([3, 4], [])
    assert found.described == 3.5
    assert found.camp_means == {"business": 3.5, "technology": None}
    assert found.dont_know == {"business": 0.0, "technology": None}


def test_a_camp_of_one_dont_know_among_many_leaves_its_other_half_to_the_rest() -> None:
    found = practice([3, 3, "?"], [4])  # DK shares 1/3 and 0: 1/6 < 1/2
    assert (found.state, found.described) == ("scored", 3.5)
    assert found.dont_know == {"business": pytest.approx(1 / 3), "technology": 0.0}


def test_half_the_camps_not_knowing_is_not_known_and_scores_one() -> None:
    found = practice([5, 5], ["?"])  # shares 0 and 1: mean 1/2
    assert (found.state, found.described, found.shown, found.level) == ("not_known", 1.0, 1.0, 1)
    assert found.answers == 2


def test_thirds_that_add_up_to_a_half_are_a_half() -> None:
    assert practice(["?", 3, 3], ["?", "?", 3]).state == "not_known"  # (1/3 + 2/3) / 2


def test_not_applicable_needs_more_than_half() -> None:
    assert practice(["-"], [4]).state == "scored"  # (1 + 0) / 2 is not more than half
    assert practice(["-", "-"], ["-", 4]).state == "not_applicable"  # (1 + 1/2) / 2
    assert practice(["-"], []).state == "not_applicable"


def test_dropped_not_applicable_answers_take_no_part_in_dont_know() -> None:
    found = practice(["-", "?", 4, 4], [2])  # NA 1/8 dropped; DK 1/3 and 0: 1/6
    assert (found.state, found.described) == ("scored", 3.0)
    # NA 3/8 dropped; DK 1/1 and 0: 1/2
    assert practice(["-", "-", "-", "?"], [4]).state == "not_known"


def test_not_applicable_where_the_item_does_not_allow_it_is_no_answer() -> None:
    assert practice(["-"], ["-"], code="ABC-1").state == "missing"
    assert practice(["-"], [3], code="ABC-1").described == 3.0


def test_nothing_applicable_has_no_number() -> None:
    found = practice(["-"], ["-"])
    assert (found.described, found.shown, found.level, found.shown_level) == (None, None, None, None)


def test_no_answer_at_all_is_missing() -> None:
    found = practice([], [])
    assert (found.state, found.described, found.answers) == ("missing", None, 0)


@pytest.mark.parametrize(
    ("backing", "shown"), [(None, 2.0), ("opinion", 2.0), ("document", 3.0), ("number", 4.0)]
)
def test_what_can_be_shown_is_capped_by_the_best_backing(backing: Backing | None, shown: float) -> None:
    found = practice([4, (4, "opinion") if backing else 4], [(4, backing)])
    assert (found.described, found.shown, found.backing) == (4.0, shown, backing)


def test_a_cap_never_lifts() -> None:
    assert practice([(1, "number")], [2]).shown == 1.5


@pytest.mark.parametrize(("business", "technology"), [([2], [4]), (["?"], ["?"]), ([], [])])
def test_an_agreed_level_replaces_a_value_also_when_not_known_or_missing(
    business: list[Answer], technology: list[Answer]
) -> None:
    found = practice(business, technology, Agreed(level=4, backing="document"))
    assert (found.state, found.described, found.level, found.agreed) == ("scored", 4.0, 4, 4)
    assert (found.shown, found.backing) == (3.0, "document")


def test_an_agreed_level_does_not_bring_back_what_does_not_apply() -> None:
    found = practice(["-"], ["-"], Agreed(level=4))
    assert (found.state, found.described, found.agreed) == ("not_applicable", None, None)


def test_a_vote_with_better_backing_than_the_agreement_counts() -> None:
    assert practice([(3, "number")], [3], Agreed(level=5, backing="opinion")).shown == 5.0


def test_votes_stand_as_voted_beside_an_agreed_level() -> None:
    found = practice([2], [4], Agreed(level=3))
    assert found.camp_means == {"business": 2.0, "technology": 4.0}


def test_second_votes_and_unknown_codes_do_not_score() -> None:
    first = toy_respondent("r1", "business", {"ABC-1": 2, "XYZ-9": 5})
    again = first.model_copy(update={"second_vote": {"ABC-1": first.responses["XYZ-9"]}})
    assert score(INSTRUMENT, [again]).practices["ABC-1"].described == 2.0
