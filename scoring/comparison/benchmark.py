"""Position of a result in a cohort of organisations (method, section 8).

Its precision grows with the size of the cohort, so that no single result can be inferred.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

Grain = Literal["median", "thirds", "quartiles", "percentile"]

FEWEST = 5
NEW_ONES = 5
DOMINATED = 0.4
GRAINS: tuple[tuple[int, Grain], ...] = ((50, "percentile"), (20, "quartiles"), (10, "thirds"), (5, "median"))
NEAR = (0.4, 0.6)
STEP = 5
TOLERANCE = 1e-9


@dataclass(frozen=True)
class Cohort:
    """Value → number of organisations, with one result each.

    `largest` is the most of these that came from one contributor (one owner, one consultancy); 1 where
    every organisation came by itself.
    """

    counts: Mapping[float, int]
    largest: int = 1

    @property
    def size(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class BenchmarkPosition:
    """`place` among `of` others: of the median −1 below, 0 near, 1 above; of thirds 1..3 and quartiles
    1..4 from the lowest; as a percentile 5..95 in steps of five."""

    grain: Grain
    place: int
    of: int


def cohort_to_publish(now: Cohort, published: Cohort | None) -> Cohort | None:
    """The cohort to compare with: `now` once five more have joined than in `published`, else `published`.

    None below five. Otherwise the difference between two days would be one organisation’s result. The caller
    stores the returned cohort and passes it as `published` the next time. After deletions `now` is smaller, and
    correspondingly more have to join.

    >>> first = cohort_to_publish(Cohort({40.0: 3, 55.0: 2}), None)
    >>> cohort_to_publish(Cohort({40.0: 3, 55.0: 6}), first) is first, cohort_to_publish(Cohort({40.0: 4}), None)
    (True, None)
    """
    joined = now.size - (published.size if published else 0)
    return now if joined >= NEW_ONES else published


def without_own(cohort: Cohort, own: float) -> Cohort:
    """The cohort without the compared organisation, which is a member of it.

    Raises ValueError when nobody in it has that value.

    >>> without_own(Cohort({40.0: 3, 55.0: 1}), 55.0).counts
    {40.0: 3}
    """
    if cohort.counts.get(own, 0) < 1:
        raise ValueError("this organisation is not in the cohort")
    counts = {value: count - (value == own) for value, count in cohort.counts.items()}
    return Cohort({value: count for value, count in counts.items() if count}, cohort.largest)


def mid_rank(own: float, counts: Iterable[tuple[float, int]]) -> float | None:
    """Share of the others below, and half of those equal, 0..1; None without others.

    >>> mid_rank(50.0, [(40.0, 2), (50.0, 2), (60.0, 1)])
    0.6
    """
    below = equal = total = 0
    for value, count in counts:
        total += count
        if value < own:
            below += count
        elif value == own:
            equal += count
    return (below + equal / 2) / total if total else None


def benchmark_position(own: float, cohort: Cohort) -> BenchmarkPosition | None:
    """The position of `own` in `cohort`, which must not include the organisation itself.

    By the number of others: under 5 None; 5–9 above, near or below the median (near is a mid-rank of
    .4 to .6); 10–19 thirds; 20–49 quartiles; from 50 the percentile rounded to five and clipped to 5..95, so
    that neither the lowest nor the highest is identified. On a border the lower group. None also when one
    contributor accounts for more than 40 % (dominance rule; Hundepool et al. 2012). Linear in the number of
    distinct values.

    >>> benchmark_position(50.0, Cohort({40.0: 2, 50.0: 2, 60.0: 1}))
    BenchmarkPosition(grain='median', place=0, of=5)
    >>> benchmark_position(99.0, Cohort({float(value): 1 for value in range(60)})).place
    95
    >>> benchmark_position(50.0, Cohort({40.0: 10}, largest=5)) is None
    True
    """
    rank, size = mid_rank(own, cohort.counts.items()), cohort.size
    if rank is None or size < FEWEST or cohort.largest > DOMINATED * size + TOLERANCE:
        return None
    grain = next(grain for fewest, grain in GRAINS if size >= fewest)
    return BenchmarkPosition(grain, _place(grain, rank), size)


def _place(grain: Grain, rank: float) -> int:
    if grain == "median":
        return (rank > NEAR[1] + TOLERANCE) - (rank < NEAR[0] - TOLERANCE)
    if grain == "percentile":
        return min(100 - STEP, max(STEP, STEP * int(100 * rank / STEP + 0.5)))
    groups = 3 if grain == "thirds" else 4
    return next(group for group in range(1, groups + 1) if rank <= group / groups + TOLERANCE)
