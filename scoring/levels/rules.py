"""Rules 4 to 6 of the method: from values to levels, independent of respondents and instrument."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil

from scoring.levels.averages import Average, arithmetic
from scoring.levels.results import MEAN

LOWEST, HIGHEST = 1, 5
HALF_STEP = 0.5
INDEX_STEP = 25.0
TOLERANCE = 1e-9


@dataclass(frozen=True)
class Rule:
    """The choices of rules 2, 4 and 5 that robustness varies; the defaults are the method.

    `cut` is the share of a step after which the next level is reached, for practices and for the
    mean of a section alike; `key_practices` says whether G1 is asked; `average` is used wherever
    the method takes a mean (within a camp, over the camps, over a section).
    """

    cut: float = HALF_STEP
    key_practices: bool = True
    average: Average = arithmetic


METHOD = Rule()


@dataclass(frozen=True)
class Rated:
    """A practice with its value on 1..5, as `section_level` needs it."""

    code: str
    value: float
    key: bool = False
    weight: float = 1.0


def practice_level(y: float, cut: float = HALF_STEP) -> int:
    """Level of a value: `clip(ceil(y − cut − 1e-9), 1, 5)`. Reached when *more* than half of the step is done.

    >>> practice_level(2.5), practice_level(2.51), practice_level(1.0), practice_level(5.0)
    (2, 3, 1, 5)
    """
    return min(max(ceil(y - cut - TOLERANCE), LOWEST), HIGHEST)


def section_value(practices: Sequence[Rated], rule: Rule = METHOD) -> float:
    """Section value `Y = Σ w·y / Σ w` on 1..5 over one or more practices; see `index_of` for 0..100.

    >>> section_value([Rated("ABC-1", 2.0), Rated("ABC-2", 4.0, weight=3)])
    3.5
    """
    return rule.average([p.value for p in practices], [p.weight for p in practices])


def index_of(value: float) -> float:
    """A value on 1..5 as an index on 0..100: `25 (Y − 1)`.

    >>> index_of(1.0), index_of(2.5), index_of(5.0)
    (0.0, 37.5, 100.0)
    """
    return INDEX_STEP * (value - LOWEST)


def section_level(practices: Sequence[Rated], rule: Rule = METHOD) -> tuple[int, tuple[str, ...]]:
    """Level of a section, and what keeps it from the next one.

    The level is the largest k such that for every j = 2..k
    (G1) every key practice has level ≥ j,
    (G2) every practice has level ≥ j − 1,
    (G3) `Y > j − 0.5 + 1e-9` (generally `j − 1 + cut`).
    Staged like the staged representation of CMMI (v1.3, 2010): a level holds all levels below it.

    Takes one or more practices, those not applicable or missing left out beforehand. Returns the
    level 1..5 and `held_by`, everything that holds: the codes that fail G1 or G2 at level + 1 in the order
    given, then `"mean"` whenever G3 fails there even with exactly those raised to what G1 and G2 demand; empty
    at level 5. Raises ValueError without a practice.

    >>> section_level([Rated("ABC-1", 3.0, key=True), Rated("ABC-2", 2.0), Rated("ABC-3", 4.0)])
    (3, ('ABC-1', 'ABC-2'))
    >>> section_level([Rated("ABC-1", 1.0, key=True), Rated("ABC-2", 1.0), Rated("ABC-3", 1.0)])
    (1, ('ABC-1', 'mean'))
    >>> section_level([Rated("ABC-1", 3.0, key=True), Rated("ABC-2", 2.0)])
    (2, ('mean',))
    """
    if not practices:
        raise ValueError("a section without an applicable practice has no level")
    for target in range(LOWEST + 1, HIGHEST + 1):
        held_by = _held_by(practices, target, rule)
        if held_by:
            return target - 1, held_by
    return HIGHEST, ()


def demanded(practice: Rated, target: int, rule: Rule = METHOD) -> int:
    """The level that G1 or G2 demands of a practice for its section to be at `target`."""
    return target if practice.key and rule.key_practices else target - 1


def _held_by(practices: Sequence[Rated], target: int, rule: Rule) -> tuple[str, ...]:
    """What keeps a section from `target`: the codes that fail G1 or G2, then the mean if it fails G3 even with them raised."""
    failing = [p for p in practices if practice_level(p.value, rule.cut) < demanded(p, target, rule)]
    raised = [
        replace(p, value=max(p.value, float(demanded(p, target, rule)))) if p in failing else p
        for p in practices
    ]
    short = not section_value(raised, rule) > target - 1 + rule.cut + TOLERANCE
    return (*(p.code for p in failing), *((MEAN,) if short else ()))


def overall_level(gates: Iterable[int], enabling: int | None) -> int:
    """Overall level `min(gate levels, min(5, enabling level + 1))`; without an enabling section the gates alone.

    Raises ValueError without a gate.

    >>> overall_level([3, 4], 2), overall_level([3, 4], 1), overall_level([3, 4], None)
    (3, 2, 3)
    """
    lowest = min(gates, default=None)
    if lowest is None:
        raise ValueError("an overall level needs at least one gate section")
    return lowest if enabling is None else min(lowest, HIGHEST, enabling + 1)
