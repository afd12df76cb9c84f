"""The answers a room may show and freeze, and the pictures of its votes: what storage holds, after `assessment.privacy`.

Two submissions are two publications, as are two pictures of one vote, and their difference must come from nobody or
from enough people (method, section 2.9). So both are made from everything that was shown before.
"""

from collections.abc import Mapping, Sequence

from assessment.answers.ranked import RANKED, order_of
from assessment.answers.records import Assessment, Respondent
from assessment.instrument.model import CAMPS, Camp
from assessment.privacy import Disclosure, room_disclosure
from assessment.privacy.freezing import frozen, votes_before
from assessment.privacy.orders import KeptOrders
from assessment.privacy.pictures import KeptPicture, Pictures, QuestionVotes, pictures
from assessment.workshop.phases import VoteRound
from assessment.workshop.room import Room, ended
from storage.db.database import Unit, WritingUnit
from storage.repositories import respondents, submissions
from storage.repositories.assessments import AssessmentSession, get_assessment
from storage.repositories.kept_votes import keep_orders, keep_picture, load_kept, load_orders
from storage.repositories.records import load_assessment
from storage.repositories.votes import Cast, cast_on, first_voters, present


def disclosure_in(unit: Unit, session: AssessmentSession, room: Room) -> Disclosure:
    """What may be shown in this room now."""
    people, privacy = respondents.list_respondents(unit, session.id), session.privacy
    return room_disclosure(privacy, [person.camp for person in people], _early(room))


def to_show(unit: Unit, assessment_id: str, room: Room) -> Assessment:
    """The assessment as the room may show it now, and as frozen when the room is closed.

    QuestionVotes on a question are in it as soon as its first vote is over.
    """
    earlier = _earlier(unit, assessment_id)
    now = load_assessment(unit, assessment_id)
    now = now.model_copy(update={"early": {code: list(camps) for code, camps in _early(room).items()}})
    over = {entry.code for entry in room.agenda if entry.seen}
    last = {person.id: person for person in earlier[-1].respondents} if earlier else {}
    people = [_with_votes(person, over, last.get(person.id)) for person in now.respondents]
    disclosure = room_disclosure(now.privacy, [person.camp for person in people], _early(room))
    kept = load_kept(unit, assessment_id)
    orders = load_orders(unit, assessment_id)
    return frozen(now.model_copy(update={"respondents": people}), earlier, disclosure, kept, orders)


def pictures_of(
    unit: Unit, assessment_id: str, code: str, disclosure: Disclosure, rounds: VoteRound
) -> tuple[Pictures, list[Cast]]:
    """What may be shown of the votes on one question, and all votes on it."""
    casts = cast_on(unit, assessment_id, code)
    first, second = ({c.respondent_id: c.response for c in casts if c.round == n} for n in (1, 2))
    votes = QuestionVotes(first, second, early=disclosure.early.get(code, ()))
    if disclosure.privacy != "open":
        kept = load_kept(unit, assessment_id, code=code)
        votes = votes_before(votes, code, _earlier(unit, assessment_id), kept)
    camps = {cast.respondent_id: cast.camp for cast in casts}
    return pictures(votes, camps, disclosure, rounds), casts


def keep_shown(unit: WritingUnit, assessment_id: str, room: Room) -> None:
    """Before the vote on the question in front is opened again: keeps the picture of it that the room has seen."""
    code, disclosure = str(room.code), disclosure_in(unit, get_assessment(unit, assessment_id), room)
    found, _casts = pictures_of(unit, assessment_id, code, disclosure, room.round)
    shown = found.first if room.round == 1 else found.second
    if shown is not None and disclosure.privacy != "open":
        after = len(submissions.list_submissions(unit, assessment_id))
        keep_picture(unit, assessment_id, KeptPicture(code, room.round, after, shown.votes))


def keep_shown_orders(unit: WritingUnit, assessment_id: str, room: Room) -> None:
    """On the way to the commitments: keeps the orders that the wall shows there, until they are shown again."""
    shown = to_show(unit, assessment_id, room)
    after = len(submissions.list_submissions(unit, assessment_id))
    for kind in RANKED:
        given = {p.id: order_of(p, kind) for p in shown.respondents if p.responses and order_of(p, kind)}
        keep_orders(unit, assessment_id, KeptOrders(kind, after, given))


def shown_orders(unit: Unit, assessment_id: str) -> Assessment | None:
    """The answers with those orders that were shown last: of the last submission, or kept since; None before both."""
    earlier, kept = _earlier(unit, assessment_id), load_orders(unit, assessment_id)
    last = earlier[-1] if earlier else None
    since = [each for each in kept if each.after == len(earlier)]
    if not since:
        return last
    now = load_assessment(unit, assessment_id)
    orders = {each.kind: each.orders for each in since}
    people = [
        person.model_copy(update={kind: list(orders.get(kind, {}).get(person.id, ())) for kind in RANKED})
        for person in now.respondents
    ]
    return now.model_copy(update={"respondents": people})


def with_votes_over(unit: Unit, assessment_id: str, before: Room, room: Room) -> Room:
    """The room with the first votes that end with this move, and which sides had not all voted on them.

    With the meeting all first votes end that anybody has given, because the result shows them.
    """
    over = set(before.open_codes) - set(room.open_codes) if before.round == 1 else set()
    if room.rules.stage != "after":
        over &= {entry.code for entry in room.agenda if entry.seen}
    voted = first_voters(unit, assessment_id)
    if room.rules.stage == "after":
        over |= {entry.code for entry in room.agenda if not entry.seen and voted.get(entry.code)}
    here = present(unit, assessment_id)
    missing = {code: {camp for who, camp in here.items() if who not in voted.get(code, ())} for code in over}
    return ended(room, {code: [c for c in CAMPS if c in camps] for code, camps in missing.items()})


def _early(room: Room) -> Mapping[str, Sequence[Camp]]:
    return {entry.code: entry.early for entry in room.agenda if entry.early}


def _with_votes(person: Respondent, over: set[str], last: Respondent | None) -> Respondent:
    """The person with the votes that are over, and of the others those of the last submission."""
    first, second = ({}, {}) if last is None else (last.responses, last.second_vote)
    return person.model_copy(
        update={
            "responses": {c: r for c, r in first.items() if c not in over}
            | {c: r for c, r in person.responses.items() if c in over},
            "second_vote": {c: r for c, r in second.items() if c not in over}
            | {c: r for c, r in person.second_vote.items() if c in over},
        }
    )


def _earlier(unit: Unit, assessment_id: str) -> list[Assessment]:
    found = submissions.list_submissions(unit, assessment_id)
    return [Assessment.model_validate_json(each.assessment) for each in found]
