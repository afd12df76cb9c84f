"""What may be published of a room after earlier publications, and to whom (method, section 2.9)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assessment.answers.ranked import RANKED
from assessment.answers.records import Assessment, Respondent, Response
from assessment.instrument.model import CAMPS, Camp
from assessment.privacy.disclosure import Disclosure
from assessment.privacy.orders import KeptOrders, orders_before
from assessment.privacy.pictures import KeptPicture, QuestionVotes, first_votes, pictures, said, shown_before

BESIDE = ("activity", "decisions", *RANKED)
"""Published only of people who have answered a question."""


def for_reader(assessment: Assessment, reader: str) -> Assessment:
    """What a report on a workshop may rest on: one person's answers alone are for that person, `reader`, only."""
    if assessment.privacy == "open" or not assessment.single_view:
        return assessment
    mine = [person for person in assessment.respondents if person.id == reader and person.responses]
    return assessment.model_copy(
        update={"respondents": mine} | ({} if mine else {"agreed": {}, "parked": []})
    )


def frozen(
    now: Assessment,
    earlier: Sequence[Assessment],
    disclosure: Disclosure,
    kept: Sequence[KeptPicture] = (),
    orders: Sequence[KeptOrders] = (),
) -> Assessment:
    """The answers as they are frozen `now`, after what was frozen `earlier` (oldest first) and shown besides (`kept`,
    `orders`).

    Item by item: what too few people said something new on stays as it was.
    """
    if disclosure.privacy == "open":
        return now
    people, early = _as_pictured(now, earlier, disclosure, kept)
    before = [{person.id: person for person in each.respondents} for each in earlier]
    for kind in ("predictions", *BESIDE):
        states = [{person.id: _said(state.get(person.id), kind) for person in people} for state in before]
        people = _settled(people, orders_before(kind, states, orders), kind, disclosure)
    return now.model_copy(update={"respondents": people, "early": early})


def votes_before(
    now: QuestionVotes, code: str, earlier: Sequence[Assessment], kept: Sequence[KeptPicture]
) -> QuestionVotes:
    """The votes on a question with what was shown of them until now."""
    first, second = (shown_before(code, n, earlier, kept) for n in (1, 2))
    return replace(now, shown_first=first, shown_second=second)


def _as_pictured(
    now: Assessment, earlier: Sequence[Assessment], disclosure: Disclosure, kept: Sequence[KeptPicture]
) -> tuple[list[Respondent], dict[str, list[Camp]]]:
    """The people with those votes that the pictures of them hold, and by question the sides not whole in them."""
    early: dict[str, list[Camp]] = {}
    camps = {person.id: person.camp for person in now.respondents}
    first: dict[str, dict[str, Response]] = {person: {} for person in camps}
    second: dict[str, dict[str, Response]] = {person: {} for person in camps}
    for code in sorted({code for each in (now, *earlier) for code in _voted_on(each)}):
        given = QuestionVotes(
            said(now.respondents, code, 1), said(now.respondents, code, 2), early=now.early.get(code, ())
        )
        votes = votes_before(given, code, earlier, kept)
        found, base = pictures(votes, camps, disclosure).second, first_votes(votes, camps, disclosure)
        for by_person, shown in ((first, base.votes), (second, found.votes if found else {})):
            for person in shown.keys() & camps.keys():
                by_person[person][code] = shown[person]
        waiting = _as_submitted(code, earlier, kept) if base.few_moved else None
        early[code] = [camp for camp in CAMPS if camp in (base.waiting if waiting is None else waiting)]
    people = [
        person.model_copy(update={"responses": first[person.id], "second_vote": second[person.id]})
        for person in now.respondents
    ]
    return people, {code: sides for code, sides in early.items() if sides}


def _as_submitted(
    code: str, earlier: Sequence[Assessment], kept: Sequence[KeptPicture]
) -> Collection[Camp] | None:
    """The sides that were not whole in the votes shown last, where a submission showed them; else None."""
    since = any((p.code, p.round, p.after) == (code, 1, len(earlier)) for p in kept)
    return None if since or not earlier else earlier[-1].early.get(code, ())


def _voted_on(assessment: Assessment) -> set[str]:
    return {code for p in assessment.respondents for code in (*p.responses, *p.second_vote)}


def _settled(
    people: list[Respondent],
    before: Sequence[Mapping[str, Mapping[str, Any]]],
    kind: str,
    disclosure: Disclosure,
) -> list[Respondent]:
    """The people, with the items of one kind that too few said something new on as they were shown last."""
    states = [{person.id: state.get(person.id, {}) for person in people} for state in before]
    here = {person.id: _said(person, kind) for person in people}
    codes = {code for said in _every(here, *states) for code in said}
    camps = {person.id: person.camp for person in people}
    few = {
        code
        for code in codes
        for then in states
        if not _enough(_given(then, code, camps), _given(here, code, camps), camps, disclosure, kind)
    }
    return [_with(person, kind, few, states[-1][person.id]) for person in people] if few else people


def _given(state: Mapping[str, Mapping[str, Any]], code: str, people: Iterable[str]) -> Mapping[str, Any]:
    """What these people said of one item, by person."""
    return {one: state[one][code] for one in people if code in state[one]}


def _enough(
    then: Mapping[str, Any],
    now: Mapping[str, Any],
    camps: Mapping[str, Camp],
    disclosure: Disclosure,
    kind: str,
) -> bool:
    """Did nobody or enough people say something new? Of an order also by side, where it is published, and who gave one."""
    moved = {one for one in camps if then.get(one) != now.get(one)}
    if kind not in RANKED:
        return disclosure.group(len(moved))
    groups = moved, then.keys() ^ now.keys()
    return all(disclosure.far_enough(group, camps, by_side=True) for group in groups)


def _every(*states: Mapping[str, Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    return (said for state in states for said in state.values())


def _with(person: Respondent, kind: str, codes: set[str], then: Mapping[str, Any]) -> Respondent:
    kept = {code: value for code, value in _all(person, kind).items() if code not in codes}
    kept |= {code: value for code, value in then.items() if code in codes}
    return person.model_copy(update={kind: kept.get(kind, []) if kind in RANKED else kept})


def _said(person: Respondent | None, kind: str) -> Mapping[str, Any]:
    if person is None or (kind in BESIDE and not person.responses):
        return {}
    return _all(person, kind)


def _all(person: Respondent, kind: str) -> Mapping[str, Any]:
    """What a person said of one kind, by code; an order is one item."""
    said: Any = getattr(person, kind)
    if kind in RANKED:
        return {kind: said} if said else {}
    found: Mapping[str, Any] = said
    return found
