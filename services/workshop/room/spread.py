"""A vote as counts per level. Which votes are in it, and whether by side, `assessment.privacy.pictures` decides."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.answers.records import Kind
from assessment.instrument.model import CAMPS, Camp
from assessment.privacy import Disclosure
from assessment.privacy.pictures import Picture
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


def spread(
    picture: Picture | None, vote: int, casts: Sequence[Cast], disclosure: Disclosure
) -> VoteSpread | None:
    """A picture of vote 1 or 2 in numbers; `casts` say who the people are."""
    if picture is None:
        return None
    people = {cast.respondent_id: cast for cast in casts}
    kept = [replace(people[person], response=given) for person, given in sorted(picture.votes.items())]
    levels = _levels(kept)
    deviation = average_deviation(levels)
    return VoteSpread(
        vote=vote,
        levels=_counts(levels),
        dont_know=sum(cast.response.kind == "dont_know" for cast in kept),
        not_applicable=sum(cast.response.kind == "not_applicable" for cast in kept),
        sides=_sides(kept) if picture.sides else None,
        deviation=deviation,
        word=spread_word(deviation, len(levels)),
        left_out=picture.late,
        named=_named(kept) if disclosure.privacy == "open" else (),
    )


def _sides(kept: Collection[Cast]) -> Mapping[Camp, Counts]:
    return {camp: _counts(_levels([cast for cast in kept if cast.camp == camp])) for camp in CAMPS}


def _levels(casts: Collection[Cast]) -> list[int]:
    return [cast.response.level for cast in casts if cast.response.level is not None]


def _counts(levels: Sequence[int]) -> Counts:
    return (levels.count(1), levels.count(2), levels.count(3), levels.count(4), levels.count(5))


def _named(casts: Sequence[Cast]) -> tuple[NamedVote, ...]:
    named = [NamedVote(c.name or c.function, c.camp, c.response.kind, c.response.level) for c in casts]
    return tuple(sorted(named, key=lambda vote: (vote.camp, vote.name)))
