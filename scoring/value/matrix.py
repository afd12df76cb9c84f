"""Value–effort matrix of use cases in four quadrants (method, section 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from scoring.value.results import UseCaseValue

Quadrant = Literal["first", "plan", "fill", "leave"]
QUADRANTS: dict[tuple[bool, bool], Quadrant] = {
    (True, True): "first",
    (True, False): "plan",
    (False, True): "fill",
    (False, False): "leave",
}
"""By (worth much, takes little); the words for them are made in `report.text.value.figures`."""


@dataclass(frozen=True)
class Cuts:
    """From `value` on a use case is worth much; up to `effort` it takes little. Both in money."""

    value: float
    effort: float


@dataclass(frozen=True)
class MatrixPoint:
    """One use case: `value` its expected NPV, `effort` its most likely investment; `place` in the list given."""

    place: int
    name: str
    value: float
    effort: float
    quadrant: Quadrant


@dataclass(frozen=True)
class Matrix:
    """All use cases that have figures, in the order given, and where the lines lie."""

    points: tuple[MatrixPoint, ...]
    cuts: Cuts


def value_effort(use_cases: Sequence[UseCaseValue], cuts: Cuts | None = None) -> Matrix | None:
    """Places the use cases that are ready; None when none is.

    Unless given, the lines lie at the medians of those placed, because “much” and “little” compare a
    company’s own use cases; but a use case worth less than nothing is never worth much, so the line of
    value lies at zero at least. On a line counts as worth much, and as taking little.

    first: worth much, takes little · plan: worth much, takes much · fill: worth little, takes little ·
    leave: worth little, takes much.

    >>> def ready(name, worth, effort):
    ...     return UseCaseValue(name, "ready", mean=worth, effort=effort)
    >>> found = value_effort([ready("a", 90.0, 10.0), ready("b", 20.0, 30.0), ready("c", -5.0, 20.0)])
    >>> found.cuts, [point.quadrant for point in found.points]
    (Cuts(value=20.0, effort=20.0), ['first', 'plan', 'fill'])
    """
    placed = [
        (place, found.name, found.mean, found.effort)
        for place, found in enumerate(use_cases)
        if found.mean is not None and found.effort is not None
    ]
    if not placed:
        return None
    lines = cuts or Cuts(max(0.0, median(p[2] for p in placed)), median(p[3] for p in placed))
    points = (
        MatrixPoint(place, name, value, effort, QUADRANTS[value >= lines.value, effort <= lines.effort])
        for place, name, value, effort in placed
    )
    return Matrix(tuple(points), lines)
