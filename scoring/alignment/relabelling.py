"""Permutation baseline: how many gaps between camps chance alone would give (method, section 2)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from math import comb

import numpy as np
from numpy.typing import NDArray

from assessment.answers.records import Respondent

FROM_LEADERS, FROM_SIDE = 5, 2
ALL_SPLITS_UP_TO = 14
SAMPLED = 10_000
LARGE = 1.0
TOLERANCE = 1e-9
CHUNK = 2_000


@dataclass(frozen=True)
class GapCount:
    """Items on which the camps differ by a level or more, and how many chance alone would give."""

    counted: int
    expected: float


def expected_gap_count(
    respondents: Sequence[Respondent], codes: Sequence[str], seed: int = 0
) -> GapCount | None:
    """Items with |mean of technology − mean of business| ≥ 1, and their mean count over relabellings.

    All splits of the leaders into camps of the same sizes up to 14 leaders, else 10,000 seeded ones
    (Pitman 1937; no p-value is made of it). None below five leaders or two in a camp. Leaders are
    sorted by id, so that their order is irrelevant. An item counts in a split only where both sides
    have an answer. Cost grows with splits × leaders × items.
    """
    people = sorted((r for r in respondents if r.responses), key=lambda r: r.id)
    technology = np.array([r.camp == "technology" for r in people])
    sides = int(technology.sum()), int((~technology).sum())
    if len(people) < FROM_LEADERS or min(sides) < FROM_SIDE:
        return None
    levels = np.array([[_level(r, code) for code in codes] for r in people], dtype=float)
    counts = [_gaps(levels, chunk) for chunk in splits(len(people), sides[0], seed)]
    counted = int(_gaps(levels, technology[None, :])[0])
    return GapCount(counted, float(np.concatenate(counts).mean()))


def _level(respondent: Respondent, code: str) -> float:
    response = respondent.responses.get(code)
    return float(response.level) if response is not None and response.level is not None else np.nan


def splits(people: int, chosen: int, seed: int) -> Iterator[NDArray[np.bool_]]:
    """Masks of who is relabelled technology, in chunks of (splits, people)."""
    if people <= ALL_SPLITS_UP_TO:
        every = combinations(range(people), chosen)
        for _start in range(0, comb(people, chosen), CHUNK):
            rows = list(islice(every, CHUNK))
            mask = np.zeros((len(rows), people), dtype=bool)
            np.put_along_axis(mask, np.array(rows), values=True, axis=1)
            yield mask
        return
    rng = np.random.default_rng(seed)
    for _start in range(0, SAMPLED, CHUNK):
        order = rng.random((CHUNK, people)).argsort(axis=1)
        yield order < chosen


def _gaps(levels: NDArray[np.float64], masks: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many items differ by a level or more, for each split."""
    known = ~np.isnan(levels)
    values = np.where(known, levels, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        one = (masks @ values) / (masks @ known.astype(float))
        other = (~masks @ values) / (~masks @ known.astype(float))
    return np.asarray((np.abs(one - other) >= LARGE - TOLERANCE).sum(axis=1))
