"""Rules 4 to 6 vectorised over draws. A test compares them with `scoring.levels.rules`."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.instrument.model import Instrument, Pillar
from scoring.levels.results import AssessmentResult
from scoring.levels.rules import HALF_STEP, HIGHEST, LOWEST, TOLERANCE

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class SectionBlock:
    """One section as the draws need it: its practices that have a value, in the order asked.

    `weights` are the practices' shares in the section (sum 1), `share` the section's share in the overall
    index (the shares of all sections sum to 1).
    """

    codes: tuple[str, ...]
    keys: NDArray[np.bool_]
    weights: Floats
    enabling: bool
    share: float


def blocks(instrument: Instrument, result: AssessmentResult) -> list[SectionBlock]:
    """The applicable sections of a scored assessment, practices without a value left out."""
    used = [
        p
        for p in instrument.pillars
        if any(result.practices[q.code].described is not None for q in p.practices)
    ]
    total = sum(p.weight for p in used)
    return [_block(pillar, result, pillar.weight / total) for pillar in used]


def _block(pillar: Pillar, result: AssessmentResult, share: float) -> SectionBlock:
    practices = [p for p in pillar.practices if result.practices[p.code].described is not None]
    weights = np.array([p.weight for p in practices], dtype=float)
    return SectionBlock(
        codes=tuple(p.code for p in practices),
        keys=np.array([p.key for p in practices]),
        weights=weights / weights.sum(),
        enabling=pillar.role == "enabling",
        share=share,
    )


def practice_levels(values: Floats, cut: Floats | float = HALF_STEP) -> Integers:
    """`practice_level` on an array of any shape.

    >>> practice_levels(np.array([1.0, 2.5, 2.51]))
    array([1, 2, 3])
    """
    return np.clip(np.ceil(values - cut - TOLERANCE), LOWEST, HIGHEST).astype(np.int64)


def section_levels(
    values: Floats, keys: NDArray[np.bool_], means: Floats, cut: Floats | float = HALF_STEP
) -> Integers:
    """`section_level` on draws: values (draws, practices), keys (practices,), means and cut (draws,) → (draws,).

    Each of G1, G2 and G3 alone allows all levels up to one: the lowest key practice, the lowest
    practice plus one, the level of the mean. The section has the smallest of the three.

    >>> section_levels(np.array([[3.0, 2.0]]), np.array([True, False]), np.array([2.5]))
    array([2])
    """
    levels = practice_levels(values, cut if isinstance(cut, float) else cut[:, None])
    allowed: Integers = np.minimum(levels.min(axis=1) + 1, practice_levels(means, cut))
    if keys.any():
        allowed = np.minimum(allowed, levels[:, keys].min(axis=1))
    return allowed


def overall_levels(sections: Sequence[tuple[SectionBlock, Integers]]) -> Integers:
    """`overall_level` on draws: each section's levels (draws,) → (draws,)."""
    reach = [levels + 1 if block.enabling else levels for block, levels in sections]
    lowest: Integers = np.min(reach, axis=0).clip(max=HIGHEST)
    return lowest
