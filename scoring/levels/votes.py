"""Rules 1 to 3 of the method: from first votes to the state, the value and the backing of an item."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from assessment.answers.records import BACKINGS, Agreed, Backing, Respondent
from assessment.instrument.model import CAMPS, Camp, Instrument
from scoring.levels.averages import Average, arithmetic
from scoring.levels.results import ItemState
from scoring.levels.rules import TOLERANCE

NOTHING_AGREED: Mapping[str, Agreed] = MappingProxyType({})
NOT_KNOWN_VALUE = 1.0
CAPS: Mapping[Backing | None, float] = {None: 2.0, "opinion": 2.0, "document": 3.0, "number": 5.0}


@dataclass
class CampVotes:
    """What one camp answered to one item: the levels chosen, and how many chose the other two kinds."""

    levels: list[int] = field(default_factory=list)
    dont_know: int = 0
    not_applicable: int = 0

    @property
    def not_applicable_share(self) -> float | None:
        """Share of *does not apply* among all given answers; None where nobody answered."""
        given = len(self.levels) + self.dont_know + self.not_applicable
        return self.not_applicable / given if given else None

    @property
    def dont_know_share(self) -> float | None:
        """Share of *don't know* among level and don't-know answers; None where there is neither."""
        given = len(self.levels) + self.dont_know
        return self.dont_know / given if given else None

    def mean(self, average: Average = arithmetic) -> float | None:
        """Average of the levels chosen, 1..5; None without one."""
        return average(self.levels, [1.0] * len(self.levels)) if self.levels else None


@dataclass
class Votes:
    """All first votes on one item, by camp, with the best backing recorded."""

    camps: Mapping[Camp, CampVotes] = field(default_factory=lambda: {camp: CampVotes() for camp in CAMPS})
    backing: Backing | None = None

    @property
    def levels(self) -> list[int]:
        return [level for camp in self.camps.values() for level in camp.levels]

    @property
    def state(self) -> ItemState:
        """Rule 1. The camps' shares are averaged, so that every camp counts alike.

        A camp without a given answer takes no part. The comparison allows 1e-9 for thirds.
        """
        absent = balanced(camp.not_applicable_share for camp in self.camps.values())
        if absent is None:
            return "missing"
        if absent > 0.5 + TOLERANCE:
            return "not_applicable"
        unknown = balanced(camp.dont_know_share for camp in self.camps.values())
        return "not_known" if unknown is not None and unknown >= 0.5 - TOLERANCE else "scored"

    def value(self, average: Average = arithmetic) -> float | None:
        """Rule 2 without an agreed level: the average over the camps of the camp's average, 1..5.

        1.0 when not known; None when not applicable or missing. A camp without a level is left out.
        """
        state = self.state
        if state == "not_known":
            return NOT_KNOWN_VALUE
        if state != "scored":
            return None
        return balanced((camp.mean(average) for camp in self.camps.values()), average)


def balanced(values: Iterable[float | None], average: Average = arithmetic) -> float | None:
    """Average over the camps (or items) that have a value, each counting alike; None if none has.

    >>> balanced([2.0, 3.0]), balanced([None, 3.0]), balanced([None, None])
    (2.5, 3.0, None)
    """
    known = [value for value in values if value is not None]
    return average(known, [1.0] * len(known)) if known else None


def collect_votes(instrument: Instrument, respondents: Sequence[Respondent]) -> dict[str, Votes]:
    """The first votes of `respondents` on every practice, in the order asked.

    Unknown codes are ignored; *does not apply* where the item does not allow it counts as no answer (files with
    one are refused on import).
    """
    practices = instrument.practices
    votes = {code: Votes() for code in practices}
    for respondent in respondents:
        for code, response in respondent.responses.items():
            if code not in practices:
                continue
            camp = votes[code].camps[respondent.camp]
            if response.level is not None:
                camp.levels.append(response.level)
                votes[code].backing = stronger_backing(votes[code].backing, response.backing)
            elif response.kind == "dont_know":
                camp.dont_know += 1
            elif practices[code].na_allowed:
                camp.not_applicable += 1
    return votes


def stronger_backing(one: Backing | None, other: Backing | None) -> Backing | None:
    """The stronger of two backings; not recorded is weaker than an opinion.

    >>> stronger_backing("opinion", "document"), stronger_backing(None, "opinion")
    ('document', 'opinion')
    """
    return max(one, other, key=lambda b: -1 if b is None else BACKINGS.index(b))


@dataclass(frozen=True)
class Item:
    """One item after rules 1 to 3: `described` is x and `shown` x_E, 1..5, None without a value."""

    state: ItemState
    described: float | None
    shown: float | None
    agreed: int | None
    backing: Backing | None


def resolve_item(votes: Votes, agreed: Agreed | None, average: Average = arithmetic) -> Item:
    """Rules 1 to 3 for one item; a recorded agreed level replaces x unless the item is not applicable.

    `shown = min(described, cap)` with the cap of the best backing recorded, by a respondent or with
    the agreed level: not recorded or opinion 2, document 3, number 5.
    """
    state = votes.state
    if state == "not_applicable" or agreed is None:
        described, level, backing = votes.value(average), None, votes.backing
    else:
        state, described, level = "scored", float(agreed.level), agreed.level
        backing = stronger_backing(votes.backing, agreed.backing)
    shown = None if described is None else min(described, CAPS[backing])
    return Item(state, described, shown, level, backing)
