"""What the room may see of the votes on one question, given every picture of it that was shown before.

A picture changes when the votes of enough people differ from each picture
shown before, and else it stays. A vote that came late, was changed or was withdrawn enters with enough others.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.answers.records import Assessment, Respondent, Response
from assessment.instrument.model import CAMPS, Camp
from assessment.privacy.disclosure import Disclosure

Said = Mapping[str, Response]
"""The votes on one question, by person."""


@dataclass(frozen=True)
class QuestionVotes:
    """The votes on one question as they are stored, and as they were shown earlier, oldest first.

    `early` are the camps of which not everybody present had voted when the first vote ended.
    """

    first: Said
    second: Said
    shown_first: Sequence[Said] = ()
    shown_second: Sequence[Said] = ()
    early: Collection[Camp] = ()


@dataclass(frozen=True)
class KeptPicture:
    """What was shown of vote `round` on a question before that was opened again, after so many submissions."""

    code: str
    round: int
    after: int
    votes: Said


@dataclass(frozen=True)
class Picture:
    """The votes that may be shown, whether by side, and how many others came late and wait for more."""

    votes: Said
    sides: bool
    late: int = 0


@dataclass(frozen=True)
class FirstVotes:
    """The first votes that results rest on, the sides of which somebody’s vote is not in them (missing as the vote
    ended, or late), and whether they are those shown last because too few moved since.
    """

    votes: Said
    late: Collection[str] = ()
    waiting: Collection[Camp] = ()
    few_moved: bool = False


@dataclass(frozen=True)
class Pictures:
    """What may be shown of both votes, None where nothing may; `few_moved`: the last vote changed too little."""

    first: Picture | None
    second: Picture | None
    few_moved: bool = False


def said(people: Iterable[Respondent], code: str, vote_round: int) -> Said:
    """The first or second votes of people on one question."""
    given = ((p.id, (p.responses if vote_round == 1 else p.second_vote).get(code)) for p in people)
    return {person: vote for person, vote in given if vote is not None}


def shown_before(
    code: str, vote_round: int, earlier: Sequence[Assessment], kept: Sequence[KeptPicture]
) -> list[Said]:
    """What was shown of a vote until now, oldest first: submissions, and pictures kept between them.

    A second vote that a submission does not hold was not shown; a first vote that it does not hold counts as one
    by nobody, because results rested on that.
    """
    mine = [picture for picture in kept if (picture.code, picture.round) == (code, vote_round)]
    found: list[Said] = []
    for number in range(len(earlier) + 1):
        found += [picture.votes for picture in mine if picture.after == number]
        if number < len(earlier):
            votes = said(earlier[number].respondents, code, vote_round)
            found += [votes] if votes or vote_round == 1 else []
    return found


def pictures(
    votes: QuestionVotes, camps: Mapping[str, Camp], disclosure: Disclosure, rounds: int = 2
) -> Pictures:
    """The pictures of the votes that are over: the first of them, or both (`rounds`); `camps` by person."""
    if disclosure.privacy == "open":
        second = Picture(votes.second, disclosure.sides) if rounds > 1 and votes.second else None
        return Pictures(Picture(votes.first, disclosure.sides) if votes.first else None, second)
    base = first_votes(votes, camps, disclosure)
    first = _picture(base.votes, base.waiting, camps, disclosure)
    if first is not None:
        first = replace(first, late=len(base.late))
    if rounds == 1:
        return Pictures(first, None, few_moved=base.few_moved)
    return _second(votes, base.votes, first, camps, disclosure)


def changed(before: Said, now: Said) -> set[str]:
    """The people whose vote, as a picture draws it, is another one, missing or new."""
    return {
        person
        for person in before.keys() | now.keys()
        if answer_of(before.get(person)) != answer_of(now.get(person))
    }


def answer_of(response: Response | None) -> int | str | None:
    """What a picture draws of a vote: its level, or its kind without one."""
    return None if response is None else response.level or response.kind


def first_votes(votes: QuestionVotes, camps: Mapping[str, Camp], disclosure: Disclosure) -> FirstVotes:
    """The first votes of the picture, or as they were shown last.

    Also by side where sides could be shown before, because results show them wherever they can. Which sides were
    whole when votes were shown that another vote has followed, is not stored: every side counts as waiting.
    """
    if disclosure.privacy == "open" or not votes.shown_first:
        return FirstVotes(votes.first, waiting=votes.early)
    now, late = _without_few_late(votes.first, votes.shown_first[-1], disclosure)
    if all(_apart(now, then, camps, disclosure) for then in votes.shown_first):
        return FirstVotes(now, late, {*votes.early, *(camps[person] for person in late)})
    return FirstVotes(votes.shown_first[-1], waiting=CAMPS, few_moved=True)


def _had_sides(then: Said, camps: Mapping[str, Camp], disclosure: Disclosure) -> bool:
    sides = [camps.get(person) for person in then]
    return all(sides.count(camp) >= disclosure.minimum for camp in CAMPS)


def _second(
    votes: QuestionVotes, base: Said, first: Picture | None, camps: Mapping[str, Camp], disclosure: Disclosure
) -> Pictures:
    """Also compared with first votes (`base`) that no picture shows, because a result may say something of them."""
    earlier = [*votes.shown_first, base, *votes.shown_second]
    now, late = _without_few_late(votes.second, earlier[-1], disclosure)
    moved = bool(now) and bool(changed(base, now))
    enough = moved and all(_far(now, then, camps, disclosure) for then in earlier)
    if not enough:
        now, late = votes.shown_second[-1] if votes.shown_second else {}, set()
    shown = _picture(now, votes.early if enough else CAMPS, camps, disclosure)
    if shown is None:
        return Pictures(first, None, few_moved=not enough)
    sides = shown.sides and all(_apart(now, then, camps, disclosure) for then in earlier)
    return Pictures(first, Picture(now, sides, len(late)), few_moved=not enough)


def _without_few_late(now: Said, shown: Said, disclosure: Disclosure) -> tuple[Said, set[str]]:
    """The votes without those of people who are not in the picture shown last while they are too few; and those people."""
    late = set(now) - set(shown)
    if disclosure.group(len(late)):
        return now, set()
    return {person: vote for person, vote in now.items() if person not in late}, late


def _far(
    now: Said, then: Said, camps: Mapping[str, Camp], disclosure: Disclosure, *, by_side: bool = False
) -> bool:
    """Are those who changed, and those who came or went, nobody or enough?"""
    groups = changed(then, now), then.keys() ^ now.keys()
    return all(disclosure.far_enough(group, camps, by_side=by_side) for group in groups)


def _apart(now: Said, then: Said, camps: Mapping[str, Camp], disclosure: Disclosure) -> bool:
    """The same by side, too, where sides could be shown then."""
    return _far(now, then, camps, disclosure, by_side=_had_sides(then, camps, disclosure))


def _picture(
    votes: Said, early: Collection[Camp], camps: Mapping[str, Camp], disclosure: Disclosure
) -> Picture | None:
    if not votes or not disclosure.crowd(_answers(votes.values()), early=bool(early)):
        return None
    sides = disclosure.sides and all(
        disclosure.crowd(
            _answers(vote for person, vote in votes.items() if camps.get(person) == camp), early=camp in early
        )
        for camp in CAMPS
    )
    return Picture(votes, sides)


def _answers(votes: Iterable[Response]) -> list[int | str]:
    return [vote.level or vote.kind for vote in votes]
