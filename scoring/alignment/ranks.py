"""What leaders want most, or what gets in the way most, by side: mean ranks (method, section 2).

Every side counts alike, however many people it has. No p-value is made of a difference: it is printed beside the one
that chance alone would give, as for the gaps between levels (`scoring.alignment.relabelling`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assessment.instrument.model import CAMPS, Camp
from scoring.alignment.relabelling import FROM_LEADERS, FROM_SIDE, splits
from scoring.levels.rules import TOLERANCE

APART = 1.0
"""Mean ranks nearer than a place are said to be alike."""
PRINTED = 1
"""Decimals of a mean rank in words."""


class Order(NamedTuple):
    """What one person put in order, the first placed first; what was left out has no place of its own."""

    camp: Camp
    codes: Sequence[str]


@dataclass(frozen=True)
class Widest:
    """Where the sides differ most: all codes that share the largest difference, in places.

    `expected` is the largest difference that chance alone would give; None below five people or two on a side.
    """

    codes: tuple[str, ...]
    difference: float
    expected: float | None

    @property
    def apart(self) -> bool:
        """Is it a place or more?"""
        return self.difference >= APART - TOLERANCE

    @property
    def beyond_chance(self) -> bool:
        """Is it a place or more, and larger than chance alone would give, as both are printed?"""
        return (
            self.apart
            and self.expected is not None
            and round(self.difference, PRINTED) > round(self.expected, PRINTED)
        )


@dataclass(frozen=True)
class MeanRanks:
    """Mean rank of each code, 1 for the first place: of each side that ranked, and of all with sides counting alike."""

    people: Mapping[Camp, int]
    sides: Mapping[Camp, Mapping[str, float]]
    overall: Mapping[str, float]
    widest: Widest | None
    """None unless both sides ranked."""


def ranks(order: Sequence[str], codes: Sequence[str]) -> dict[str, float]:
    """The rank of every code in one order; what was not placed shares the mean of the places left (mid-ranks).

    rank = place if placed, else (k + 1 + n) / 2 with k placed of n (Kendall 1945)

    >>> ranks(["risk"], ["cost", "risk", "speed"])
    {'cost': 2.5, 'risk': 1.0, 'speed': 2.5}
    """
    places = {code: float(place) for place, code in enumerate(order, 1)}
    left = (len(order) + 1 + len(codes)) / 2
    return {code: places.get(code, left) for code in codes}


def mean_ranks(codes: Sequence[str], orders: Sequence[Order], seed: int = 0) -> MeanRanks | None:
    """Mean ranks by side and in all; None where nobody placed anything.

    R_side = mean of the ranks of its people; R = mean of R_side over the sides that ranked

    >>> found = mean_ranks(["cost", "speed"], [Order("business", ["cost"]), Order("technology", ["speed"])])
    >>> found.overall, found.widest.codes, found.widest.difference
    ({'cost': 1.5, 'speed': 1.5}, ('cost', 'speed'), 1.0)
    """
    given = [order for order in orders if order.codes]
    if not given:
        return None
    by_camp = {camp: [ranks(o.codes, codes) for o in given if o.camp == camp] for camp in CAMPS}
    sides = {
        camp: {code: fmean(each[code] for each in mine) for code in codes}
        for camp, mine in by_camp.items()
        if mine
    }
    return MeanRanks(
        people={camp: len(mine) for camp, mine in by_camp.items()},
        sides=sides,
        overall={code: fmean(side[code] for side in sides.values()) for code in codes},
        widest=_widest(codes, sides, given, seed) if len(sides) == len(CAMPS) else None,
    )


def first_of(means: Mapping[str, float]) -> tuple[str, ...]:
    """The codes with the lowest mean rank; several where they tie.

    >>> first_of({"cost": 1.5, "risk": 3.0, "speed": 1.5})
    ('cost', 'speed')
    """
    best = min(means.values())
    return tuple(code for code, mean in means.items() if mean <= best + TOLERANCE)


def places(means: Mapping[str, float]) -> dict[str, int]:
    """The place of every code by its mean rank; those that tie share the better place.

    >>> places({"cost": 1.5, "risk": 3.0, "speed": 1.5})
    {'cost': 1, 'risk': 3, 'speed': 1}
    """
    return {
        code: 1 + sum(other < mean - TOLERANCE for other in means.values()) for code, mean in means.items()
    }


def _widest(
    codes: Sequence[str], sides: Mapping[Camp, Mapping[str, float]], orders: Sequence[Order], seed: int
) -> Widest:
    business, technology = (sides[camp] for camp in CAMPS)
    gaps = {code: abs(technology[code] - business[code]) for code in codes}
    most = max(gaps.values())
    found = tuple(code for code, gap in gaps.items() if gap >= most - TOLERANCE)
    return Widest(found, most, _expected(codes, orders, seed))


def _expected(codes: Sequence[str], orders: Sequence[Order], seed: int) -> float | None:
    """The mean of the largest difference over all ways to divide the same people into sides of the same sizes."""
    people = sorted(orders, key=lambda order: (tuple(order.codes), order.camp))
    technology = sum(order.camp == "technology" for order in people)
    if len(people) < FROM_LEADERS or min(technology, len(people) - technology) < FROM_SIDE:
        return None
    table = np.array([[ranks(order.codes, codes)[code] for code in codes] for order in people])
    found = [_largest(table, masks) for masks in splits(len(people), technology, seed)]
    return float(np.concatenate(found).mean())


def _largest(table: NDArray[np.float64], masks: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The largest difference of mean ranks, for each way to divide the people."""
    inside = masks.sum(axis=1, keepdims=True)
    one, other = (masks @ table) / inside, (~masks @ table) / (masks.shape[1] - inside)
    return np.asarray(np.abs(one - other).max(axis=1))
