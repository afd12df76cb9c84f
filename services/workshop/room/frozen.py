"""The answers a room may show and freeze: all, except changes since the last submission by too few people.

Two submissions are two publications, and their difference must come from nobody or from enough people (method,
section 2.9). Voting ends when a room is closed; but a reopened room accepts late joiners and changes of the
decision map, and an assessment begun alone was published with its owner's answers alone. So an item on which
fewer people than the mode's minimum have new answers keeps its previous answers.
"""

from assessment.answers.records import Assessment
from assessment.privacy import Disclosure
from assessment.workshop.disclosure import frozen, room_disclosure
from storage.db.database import Unit
from storage.repositories import submissions
from storage.repositories.records import load_assessment
from storage.repositories.votes import Cast, cast_on


def to_show(unit: Unit, assessment_id: str) -> Assessment:
    """The assessment as the room may show it now, and as frozen when the room is closed."""
    now = load_assessment(unit, assessment_id)
    disclosure = room_disclosure(now.privacy, [person.camp for person in now.respondents])
    return frozen(now, _earlier(unit, assessment_id), disclosure)


def votes_to_show(unit: Unit, assessment_id: str, code: str, disclosure: Disclosure) -> list[Cast]:
    """All votes on one question, without new ones by too few people since the last submission."""
    casts = cast_on(unit, assessment_id, code)
    earlier = None if disclosure.privacy == "open" else _earlier(unit, assessment_id)
    if earlier is None:
        return casts
    known = {(p.id, 1): p.responses.get(code) for p in earlier.respondents}
    known |= {(p.id, 2): p.second_vote.get(code) for p in earlier.respondents}
    fresh = [cast for cast in casts if known.get((cast.respondent_id, cast.round)) != cast.response]
    few = {n for n in (1, 2) if not disclosure.group(sum(cast.round == n for cast in fresh))}
    return [cast for cast in casts if cast.round not in few or cast not in fresh]


def _earlier(unit: Unit, assessment_id: str) -> Assessment | None:
    last = submissions.find_latest_submission(unit, assessment_id)
    return None if last is None else Assessment.model_validate_json(last.assessment)
