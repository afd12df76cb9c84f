"""What a room may show and freeze: all that was said, but for what too few said since the last frozen state.

Two frozen states are two published things, and what differs between them must be nobody's words or those of
enough people (method, section 2.9). Votes end with the closing; but a room that is opened again takes late
joiners and other places on the decision map, and an assessment begun alone was published with its owner's
answers alone. So an item that fewer people than the mode's minimum said something new on stays as it was.
"""

from collections.abc import Mapping
from typing import Any

from assessment.answers.records import Assessment, Respondent
from assessment.privacy import Disclosure
from services.workshop.room.agenda import room_disclosure
from storage.db.database import Unit
from storage.repositories import submissions
from storage.repositories.records import load_assessment
from storage.repositories.votes import Cast, cast_on

VOTED = ("responses", "second_vote", "predictions")
BESIDE = ("activity", "decisions", "ranking")
"""Published only of people who have answered a question."""


def to_show(unit: Unit, assessment_id: str) -> Assessment:
    """The assessment as a room may show it now, and as it is frozen when the room is closed."""
    now = load_assessment(unit, assessment_id)
    disclosure = room_disclosure(now.privacy, [person.camp for person in now.respondents])
    return frozen(now, _earlier(unit, assessment_id), disclosure)


def votes_to_show(unit: Unit, assessment_id: str, code: str, disclosure: Disclosure) -> list[Cast]:
    """All votes on one question, without those that too few cast since the last frozen state."""
    casts = cast_on(unit, assessment_id, code)
    earlier = None if disclosure.privacy == "open" else _earlier(unit, assessment_id)
    if earlier is None:
        return casts
    known = {(p.id, 1): p.responses.get(code) for p in earlier.respondents}
    known |= {(p.id, 2): p.second_vote.get(code) for p in earlier.respondents}
    fresh = [cast for cast in casts if known.get((cast.respondent_id, cast.round)) != cast.response]
    few = {n for n in (1, 2) if not disclosure.group(sum(cast.round == n for cast in fresh))}
    return [cast for cast in casts if cast.round not in few or cast not in fresh]


def frozen(now: Assessment, earlier: Assessment | None, disclosure: Disclosure) -> Assessment:
    """The answers as they are frozen `now`, after those that were frozen `earlier`."""
    if earlier is None or disclosure.privacy == "open":
        return now
    before = {person.id: person for person in earlier.respondents}
    people = now.respondents
    for kind in (*VOTED, *BESIDE):
        people = _settled(people, before, kind, disclosure)
    return now.model_copy(update={"respondents": people})


def for_reader(assessment: Assessment, reader: str) -> Assessment:
    """What a report on a workshop may rest on: one person's answers alone are for that person, `reader`, only."""
    if assessment.privacy == "open" or not assessment.single_view:
        return assessment
    mine = [person for person in assessment.respondents if person.id == reader and person.responses]
    return assessment.model_copy(
        update={"respondents": mine} | ({} if mine else {"agreed": {}, "parked": []})
    )


def _earlier(unit: Unit, assessment_id: str) -> Assessment | None:
    last = submissions.find_latest_submission(unit, assessment_id)
    return None if last is None else Assessment.model_validate_json(last.assessment)


def _settled(
    people: list[Respondent], before: Mapping[str, Respondent], kind: str, disclosure: Disclosure
) -> list[Respondent]:
    """The people, with the items of one kind that too few said something new on as they were before."""
    then = {person.id: _said(before.get(person.id), kind) for person in people}
    here = {person.id: _said(person, kind) for person in people}
    codes = {code for said in (*then.values(), *here.values()) for code in said}
    few = {
        code
        for code in codes
        if not disclosure.group(sum(then[one].get(code) != here[one].get(code) for one in here))
    }
    return [_with(person, kind, few, then[person.id]) for person in people] if few else people


def _with(person: Respondent, kind: str, codes: set[str], then: Mapping[str, Any]) -> Respondent:
    kept = {code: value for code, value in _all(person, kind).items() if code not in codes}
    kept |= {code: value for code, value in then.items() if code in codes}
    return person.model_copy(update={kind: kept.get(kind, []) if kind == "ranking" else kept})


def _said(person: Respondent | None, kind: str) -> Mapping[str, Any]:
    if person is None or (kind in BESIDE and not person.responses):
        return {}
    return _all(person, kind)


def _all(person: Respondent, kind: str) -> Mapping[str, Any]:
    """What a person said of one kind, by code; a ranking is one item."""
    said: Any = getattr(person, kind)
    if kind == "ranking":
        return {kind: said} if said else {}
    found: Mapping[str, Any] = said
    return found
