"""View of progress between two rounds of one organisation."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.instrument.model import Instrument
from scoring.comparison.progress import Change, Comparison, Movement
from scoring.levels.results import Span

LEAST = 40
"""The scale reaches over at least so many points, so that no small change looks like a large one."""


@dataclass(frozen=True)
class Slope:
    """One line of the slope chart: an index of 0 to 100 then and now, each with its plausible range."""

    title: str
    before: float | None
    after: float | None
    earlier: Span | None
    later: Span | None
    movement: Movement | None
    """By the printed figures (`shown_movement`)."""
    level_before: int | None
    level_after: int | None


@dataclass(frozen=True)
class PracticeChange:
    """One practice that two editions ask alike: its title now, and the levels described."""

    title: str
    before: int
    after: int


@dataclass(frozen=True)
class ProgressView:
    """Then and now. `slopes` begins with the whole index; the sections follow in the order asked."""

    then: date
    now: date
    comparison: Comparison
    slopes: tuple[Slope, ...]
    sides: Change | None
    """How far business and technology answer apart, in levels; None unless shown both times."""
    asked_then: Instrument
    """What was asked then: commitments of that time name its moves."""
    practices: tuple[PracticeChange, ...]
    """Across editions: the practices compared one by one."""


def shown_movement(index: Change, level_before: int | None, level_after: int | None) -> Movement | None:
    """How an index moved; *unchanged* where neither it, as printed in whole points, nor the level has changed."""
    if index.before is None or index.after is None or index.movement is None:
        return None
    same = round(index.before) == round(index.after) and level_before == level_after
    return "unchanged" if same else index.movement


def scale_of(found: Sequence[Slope]) -> tuple[int, int]:
    """From where to where the common scale reaches: whole tens around everything shown, within 0..100."""
    values = [
        v for s in found for v in (s.before, s.after, *(s.earlier or ()), *(s.later or ())) if v is not None
    ]
    if not values:
        return 0, 100
    low, high = math.floor(min(values) / 10) * 10, math.ceil(max(values) / 10) * 10
    while high - low < LEAST:
        low, high = max(0, low - 10), min(100, high + 10)
    return low, high
