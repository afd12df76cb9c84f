"""What a closing room freezes: all that was said, but for what too few said since the last frozen state.

Two frozen states are two published things, and what differs between them must be nobody's words or those of
enough people (method, section 2.9). Votes end with the closing; but a room that is opened again takes late
joiners and other places on the decision map, and an assessment begun alone was published with its owner's
answers alone. So an item that fewer people than the mode's minimum said something new on stays as it was.
"""

from collections.abc import Mapping
from typing import Any

from assessment.privacy import Disclosure
from assessment.records import Assessment, Respondent

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


def lone_answer(assessment: Assessment, reader: str) -> bool:
    """Would a report on a workshop show one person's answers to somebody else than that person, `reader`?"""
    answered = [person.id for person in assessment.respondents if person.responses]
    return assessment.privacy != "open" and len(answered) == 1 and answered != [reader]


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
