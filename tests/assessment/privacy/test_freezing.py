"""What results rest on after a vote that was shown early."""

from assessment.answers.records import Assessment, Organisation, Response
from assessment.instrument.model import Camp
from assessment.privacy import Disclosure, room_disclosure
from assessment.privacy.freezing import frozen
from assessment.privacy.pictures import KeptPicture
from tests.toy import toy_respondent

CODE = "ABC-1"
CAMPS: dict[str, Camp] = dict.fromkeys("abc", "business") | dict.fromkeys("xyz", "technology")  # type: ignore[assignment]


def answered(levels: str) -> Assessment:
    """One digit a person; a dot for somebody who has not voted."""
    people = [
        toy_respondent(who, CAMPS[who], {} if level == "." else {CODE: int(level)})
        for who, level in zip(CAMPS, levels, strict=True)
    ]
    return Assessment(
        instrument="toy", edition="2026.1", organisation=Organisation(name="Kestrel"), respondents=people
    )


def room() -> Disclosure:
    return room_disclosure("by_camp", list(CAMPS.values()))


def kept(levels: str, after: int = 0) -> KeptPicture:
    said = {
        p.id: Response(level=p.responses[CODE].level) for p in answered(levels).respondents if p.responses
    }
    return KeptPicture(CODE, 1, after, said)


def test_votes_shown_before_all_had_voted_stay_early_when_too_few_came_since() -> None:
    """The room did not see technology apart: two of three had voted. Its result must not show it either."""
    found = frozen(answered("335342"), [], room(), [kept("34534.")])
    levels = [p.responses[CODE].level if p.responses else None for p in found.respondents]
    assert levels == [3, 4, 5, 3, 4, None]
    assert found.early == {CODE: ["business", "technology"]}


def test_votes_that_a_result_showed_whole_stay_whole_when_too_few_moved_since() -> None:
    first = frozen(answered("345342"), [], room())
    again = frozen(answered("345343"), [first], room())
    assert again.respondents == first.respondents
    assert again.early == {}


def test_a_late_vote_leaves_its_side_early() -> None:
    first = frozen(answered("34534."), [], room())
    found = frozen(answered("155122"), [first], room())
    assert not found.respondents[-1].responses
    assert found.early == {CODE: ["technology"]}
