"""Disclosure of a vote: counts per level for groups that are large enough, else nothing.

`Disclosure` decides. Two published spreads of one question differ by nobody or by enough people: somebody who
does not vote again keeps the first vote (`storage.repositories.votes.keep_first_votes`), and second votes
of people who joined after the first are left out while they are too few.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assessment.answers.records import Kind
from assessment.instrument.model import CAMPS, Camp
from assessment.privacy import Disclosure
from scoring.alignment.agreement import SpreadWord, average_deviation, spread_word
from storage.repositories.votes import Cast

Counts = tuple[int, int, int, int, int]


@dataclass(frozen=True)
class NamedVote:
    """One vote with its name: in open mode only, where everybody agreed to it beforehand."""

    name: str
    camp: Camp
    kind: Kind
    level: int | None


@dataclass(frozen=True)
class VoteSpread:
    """One vote on one question: how many chose each level 1..5, don't know and does not apply.

    `sides` holds the counts per camp, None where they may not be shown apart. `left_out` second votes
    are not in the picture. `deviation` is the typical distance in levels (None below two levels).
    """

    vote: int
    levels: Counts
    dont_know: int
    not_applicable: int
    sides: Mapping[Camp, Counts] | None
    deviation: float | None
    word: SpreadWord | None
    left_out: int = 0
    named: tuple[NamedVote, ...] = ()

    @property
    def people(self) -> int:
        return sum(self.levels) + self.dont_know + self.not_applicable

    @property
    def range(self) -> tuple[int, int] | None:
        """The lowest and the highest level chosen; None where nobody chose one."""
        chosen = [level for level, count in enumerate(self.levels, start=1) if count]
        return (chosen[0], chosen[-1]) if chosen else None


def spread(casts: Sequence[Cast], vote: int, disclosure: Disclosure) -> VoteSpread | None:
    """The spread of vote 1 or 2 on one question; None if withheld or nobody voted."""
    voted = [cast for cast in casts if cast.round == vote]
    first = {cast.respondent_id for cast in casts if cast.round == 1}
    late = [cast for cast in voted if cast.respondent_id not in first] if vote == 2 else []
    kept = voted if disclosure.group(len(late)) else [c for c in voted if c.respondent_id in first]
    if not kept or not _enough(kept, disclosure):
        return None
    levels = _levels(kept)
    deviation = average_deviation(levels)
    return VoteSpread(
        vote=vote,
        levels=_counts(levels),
        dont_know=sum(cast.response.kind == "dont_know" for cast in kept),
        not_applicable=sum(cast.response.kind == "not_applicable" for cast in kept),
        sides=_sides(kept, late, [cast for cast in casts if cast.round == 1], disclosure),
        deviation=deviation,
        word=spread_word(deviation, len(levels)),
        left_out=len(voted) - len(kept),
        named=_named(kept) if disclosure.privacy == "open" else (),
    )


def _sides(
    kept: Collection[Cast], late: Collection[Cast], earlier: Collection[Cast], disclosure: Disclosure
) -> Mapping[Camp, Counts] | None:
    """Both camps or neither; neither if late or first voters of a camp could be identified by subtraction."""
    by_camp = {camp: [cast for cast in kept if cast.camp == camp] for camp in CAMPS}
    late_by_camp = [sum(cast in kept and cast.camp == camp for cast in late) for camp in CAMPS]
    if not disclosure.sides or not all(_enough(mine, disclosure) for mine in by_camp.values()):
        return None
    earlier_by_camp = [[cast for cast in earlier if cast.camp == camp] for camp in CAMPS]
    if not all(map(disclosure.group, late_by_camp)):
        return None
    if not all(_enough(mine, disclosure) for mine in earlier_by_camp):
        return None
    return {camp: _counts(_levels(mine)) for camp, mine in by_camp.items()}


def _enough(casts: Collection[Cast], disclosure: Disclosure) -> bool:
    return disclosure.group(len(casts)) and disclosure.group(len(_levels(casts)))


def _levels(casts: Collection[Cast]) -> list[int]:
    return [cast.response.level for cast in casts if cast.response.level is not None]


def _counts(levels: Sequence[int]) -> Counts:
    return (levels.count(1), levels.count(2), levels.count(3), levels.count(4), levels.count(5))


def _named(casts: Sequence[Cast]) -> tuple[NamedVote, ...]:
    named = [NamedVote(c.name or c.function, c.camp, c.response.kind, c.response.level) for c in casts]
    return tuple(sorted(named, key=lambda vote: (vote.camp, vote.name)))
