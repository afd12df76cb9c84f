"""Everything the attacker saw, and what follows from each thing and from each pair.

A sighting of votes is kept with those true states that it could be a picture of. It is a leak where every
explanation says that a group, or the difference of two things that were seen, is of one person or of too few.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from assessment.instrument.model import CAMPS, Camp
from tests.attacker.truth import EARLY, OF_ONE_MIND, State, Truth, changed


@dataclass(frozen=True)
class Sighting:
    """Something published of the votes on one question; `sides` says what was shown of each, or None."""

    where: str
    code: str
    shown: object
    sides: tuple[object, object] | None
    states: tuple[State, ...]


@dataclass(frozen=True)
class Whole:
    """Something published that rests on many answers: a sentence, a level, a file."""

    where: str
    text: str
    marks: Mapping[tuple[str, int] | str, int]
    agreed: tuple[tuple[str, int], ...]


@dataclass
class Evidence:
    """What was kept of one room, and the leaks found in it by kind."""

    truth: Truth
    sightings: list[Sighting] = field(default_factory=list)
    wholes: list[Whole] = field(default_factory=list)
    comments: list[frozenset[str]] = field(default_factory=list)
    leaks: Counter[str] = field(default_factory=Counter)
    pairs: int = 0
    looks: int = 0

    def votes(
        self, where: str, code: str, rounds: Iterable[int], shown: object,
        like: Callable[[State], object], sides: Callable[[State, Camp], object] | None,
        seen_sides: tuple[object, object] | None,
    ) -> None:  # fmt: skip
        """Keeps a sighting: `like` and `sides` say what a state would look like there."""
        states = tuple(
            state
            for vote in rounds
            for state in self.truth.states.get((code, vote), [])
            if like(state) == shown
            and (seen_sides is None or sides is None or tuple(sides(state, c) for c in CAMPS) == seen_sides)
        )
        found = Sighting(where, code, shown, seen_sides, states)
        if found in self.sightings:
            return
        if not states:
            self.leaks["invented"] += 1
            return
        self._groups(found)
        for other in self.sightings:
            if other.code == code:
                self._pair(other, found)
        self.sightings.append(found)

    def whole(self, where: str, text: str) -> None:
        """Keeps something that rests on many answers, and compares it with what stood there before."""
        now = Whole(where, text, self.truth.marks(), tuple(sorted(self.truth.agreed.items())))
        for other in self.wholes:
            if other.where == where and other.text != text:
                self.pairs += 1
                if not self._explained(other, now):
                    self.leaks["whole"] += 1
        if all((kept.where, kept.text) != (where, text) for kept in self.wholes):
            self.wholes.append(now)

    def text(self, published: str, reader: str | None = None) -> None:
        """Looks for comments in something published; one's own, on the own phone, is no news."""
        found = frozenset(
            person for person, note in self.truth.notes.items() if person != reader and note in published
        )
        for group in (found, *(found ^ other for other in self.comments)):
            if self.truth.privacy != "open" and 0 < len(group) < self.truth.minimum:
                self.leaks["comment"] += 1
        if self.truth.privacy != "open" and found:
            self.comments.append(found)

    def counter(self, codes: Iterable[str], by_side: object) -> None:
        """A count of who has answered: by side only while no picture of the question was seen."""
        pictured = {kept.code for kept in self.sightings if kept.where == "picture"}
        if by_side is not None and self.truth.privacy != "open" and pictured & set(codes):
            self.leaks["counter"] += 1

    def limits(self, code: str, lowest: int, highest: int) -> None:
        """The limits of what may be agreed: those of a picture that was seen."""
        seen = [k.shown for k in self.sightings if k.where == "picture" and k.code == code]
        ranges = {_range(shown) for shown in seen if isinstance(shown, tuple)}
        if (lowest, highest) not in ranges:
            self.leaks["limits"] += 1

    def _groups(self, found: Sighting) -> None:
        if self.truth.privacy == "open":
            return
        if not any(self._may_stand(state, None) for state in found.states):
            self.leaks["group"] += 1
        elif found.sides and not any(
            all(self._may_stand(state, camp) for camp in CAMPS) for state in found.states
        ):
            self.leaks["side"] += 1

    def _may_stand(self, state: State, camp: Camp | None) -> bool:
        """Is the group nobody, or large enough, also for one that had not all voted?"""
        answers = state.of(self.truth.camps, camp)
        early = bool(state.missing) if camp is None else camp in state.missing
        if early:
            return len(answers) >= (OF_ONE_MIND if len(set(answers)) == 1 else max(EARLY, self.truth.minimum))
        return not answers or len(answers) >= self.truth.minimum

    def _pair(self, one: Sighting, other: Sighting) -> None:
        self.pairs += 1
        if self.truth.privacy == "open":
            return
        both = list(product(one.states, other.states))
        if one.shown != other.shown and not any(self._far(a, b, None) for a, b in both):
            self.leaks["difference"] += 1
        elif (
            one.sides
            and other.sides
            and one.sides != other.sides
            and not any(all(self._far(a, b, camp) for camp in CAMPS) for a, b in both)
        ):
            self.leaks["difference by side"] += 1

    def _far(self, one: State, other: State, camp: Camp | None) -> bool:
        """Do the votes, and the people who gave them, differ by nobody or by enough?"""
        camps, minimum = self.truth.camps, self.truth.minimum
        moved = {p for p in changed(one.votes, other.votes) if camp in (None, camps[p])}
        came = {p for p in one.votes.keys() ^ other.votes.keys() if camp in (None, camps[p])}
        return all(not group or len(group) >= minimum for group in (moved, came))

    def _explained(self, one: Whole, other: Whole) -> bool:
        """Is there anything that enough people said something new on, or that the room agreed on, in between?"""
        if self.truth.privacy == "open" or one.agreed != other.agreed:
            return True
        for key in other.marks:
            kept: list[Mapping[str, object]]
            if isinstance(key, tuple):
                kept = [{}, *(state.votes for state in self.truth.states[key])]
            else:
                kept = list(self.truth.beside_states[key])
            before, after = kept[: one.marks.get(key, 0) + 1], kept[: other.marks[key] + 1]
            if any(len(changed(a, b)) >= self.truth.minimum for a, b in product(before, after)):
                return True
        return False


def _range(shown: tuple[int, ...]) -> tuple[int, int]:
    chosen = [level for level, count in enumerate(shown[:5], start=1) if count]
    return (chosen[0], chosen[-1]) if chosen else (0, 0)
