"""What may be published of a room after an earlier publication (method, section 2.9)."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.answers.records import Assessment, Privacy, Respondent
from assessment.instrument.model import Camp
from assessment.privacy import Disclosure

VOTED = ("responses", "second_vote", "predictions")


BESIDE = ("activity", "decisions", "ranking")
"""Published only of people who have answered a question."""


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


def room_disclosure(privacy: Privacy, camps: Sequence[Camp]) -> Disclosure:
    """What may be shown in the room itself, where others always look on; `camps` of everybody who joined."""
    return Disclosure(privacy, camps.count("business"), camps.count("technology"), watched=True)
