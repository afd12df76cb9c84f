"""When a picture of a vote may be shown, and when it may be another one than before."""

import pytest

from assessment.answers.records import Assessment, Organisation, Privacy, Response
from assessment.instrument.model import Camp
from assessment.privacy import Disclosure, room_disclosure
from assessment.privacy.pictures import KeptPicture, Pictures, QuestionVotes, Said, pictures, shown_before
from tests.toy import toy_respondent

CAMPS: dict[str, Camp] = dict.fromkeys("abc", "business") | dict.fromkeys("xyz", "technology")  # type: ignore[assignment]
EVERYBODY: tuple[Camp, Camp] = ("business", "technology")


def votes(levels: str, people: str = "abcxyz") -> Said:
    """One digit a person; a dot for somebody who did not vote."""
    given = zip(people, levels, strict=False)
    return {who: Response(level=int(level)) for who, level in given if level != "."}


def room(privacy: Privacy = "by_camp") -> Disclosure:
    return room_disclosure(privacy, list(CAMPS.values()))


def shown(given: QuestionVotes, privacy: Privacy = "by_camp", rounds: int = 2) -> Pictures:
    return pictures(given, CAMPS, room(privacy), rounds)


def second(first: str, again: str, privacy: Privacy = "by_camp") -> Pictures:
    return shown(QuestionVotes(votes(first), votes(again)), privacy)


@pytest.mark.parametrize(
    ("privacy", "again", "drawn"),
    [
        ("by_camp", "233344", False),  # nobody moved
        ("by_camp", "533344", False),
        ("by_camp", "553344", True),
        ("team", "553344", False),
        ("team", "555344", True),
        ("open", "533344", True),
    ],
)
def test_a_second_picture_is_shown_when_enough_people_moved(
    privacy: Privacy, again: str, drawn: bool
) -> None:
    found = second("233344", again, privacy)
    assert (found.second is not None, found.few_moved) == (drawn, not drawn)


def test_sides_of_a_second_picture_are_shown_where_nobody_or_enough_of_each_moved() -> None:
    one_of_each, two_of_one = second("233344", "533345").second, second("233344", "553344").second
    assert one_of_each is not None
    assert two_of_one is not None
    assert (one_of_each.sides, two_of_one.sides) == (False, True)


def test_a_third_picture_differs_by_enough_people_from_the_first_too() -> None:
    once = QuestionVotes(votes("222222"), votes("552225"), shown_second=[votes("552222")])
    assert shown(once).second is not None
    assert shown(once).second.votes == votes("552222"), "only z would differ from the second"  # type: ignore[union-attr]
    back = QuestionVotes(votes("222222"), votes("222225"), shown_second=[votes("552222")])
    assert shown(back).second.votes == votes("552222"), "only z would differ from the first"  # type: ignore[union-attr]


def test_a_late_vote_waits_for_another_and_is_counted_as_waiting() -> None:
    one = shown(QuestionVotes(votes("2333.."), votes("5533.5")))
    assert one.second is not None
    assert (one.second.late, len(one.second.votes)) == (1, 4)
    two = shown(QuestionVotes(votes("2333.."), votes("553355")))
    assert two.second is not None
    assert (two.second.late, len(two.second.votes)) == (0, 6)


@pytest.mark.parametrize(
    ("privacy", "levels", "is_shown"),
    [
        ("by_camp", "23....", False),
        ("by_camp", "233...", True),
        ("by_camp", "333...", False),  # of one mind
        ("team", "333...", False),
        ("team", "3333..", False),
        ("team", "33333.", True),
        ("open", "3.....", True),
    ],
)
def test_a_vote_that_ended_early_is_shown_from_three_people_and_from_five_of_one_mind(
    privacy: Privacy, levels: str, is_shown: bool
) -> None:
    found = shown(QuestionVotes(votes(levels), {}, early=EVERYBODY), privacy, 1)
    assert (found.first is not None) == is_shown


def test_a_side_is_shown_when_all_of_it_or_three_have_voted() -> None:
    two_of_three = shown(QuestionVotes(votes("23.345"), {}, early=["business"]), rounds=1).first
    all_there = shown(QuestionVotes(votes("23.345"), {}), rounds=1).first
    assert two_of_three is not None
    assert all_there is not None
    assert (two_of_three.sides, all_there.sides) == (False, True)


def test_a_vote_opened_again_changes_its_picture_with_enough_new_votes() -> None:
    early = votes("233...")
    one_more = QuestionVotes(votes("2333.."), {}, shown_first=[early])
    two_more = QuestionVotes(votes("23334."), {}, shown_first=[early])
    for given, people in ((one_more, 3), (two_more, 5)):
        found = shown(given, rounds=1).first
        assert found is not None
        assert len(found.votes) == people


def test_what_was_shown_before_is_submissions_and_kept_pictures_in_their_order() -> None:
    kept = [KeptPicture("ABC-1", 1, 0, votes("1")), KeptPicture("ABC-1", 1, 1, votes("3"))]
    person = toy_respondent("a", "business", {"ABC-1": 2})
    submitted = Assessment(
        instrument="toy", edition="2026.1", organisation=Organisation(name="Kestrel"), respondents=[person]
    )
    levels = [each["a"].level for each in shown_before("ABC-1", 1, [submitted], kept)]
    assert levels == [1, 2, 3]
    assert shown_before("ABC-1", 2, [submitted], kept) == []
