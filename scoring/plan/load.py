"""What the owner of a roadmap's items carries over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from scoring.plan.roadmap import Bar

SLACK = 1e-9
"""A load within this of a limit is at it."""


@dataclass(frozen=True)
class LoadStep:
    """The load from day `start` to day `end`, in person-weeks per four weeks; `over`: more than the owner can carry."""

    start: int
    end: int
    load: Fraction
    over: bool


def load_steps(bars: Sequence[Bar], limit: float) -> tuple[LoadStep, ...]:
    """The load of one owner from the first day to the last: on each day the sum of the bars that run.

    >>> from scoring.plan.roadmap import RoadmapItem
    >>> tidy = Bar(RoadmapItem("OWN-1:2", "move", "COO", 6, 4), 0, 28, 30)
    >>> label = Bar(RoadmapItem("OWN-1:3", "move", "COO", 2, 8), 14, 70, 90)
    >>> [(step.start, step.end, float(step.load), step.over) for step in load_steps([tidy, label], 6)]
    [(0, 14, 6.0, False), (14, 28, 7.0, True), (28, 70, 1.0, False)]
    """
    edges = sorted({day for bar in bars for day in (bar.start, bar.end)})
    found = []
    for start, end in pairwise(edges):
        load = sum((bar.load for bar in bars if bar.start <= start < bar.end), Fraction(0))
        found.append(LoadStep(start, end, load, over=float(load) > limit + SLACK))
    return tuple(found)
