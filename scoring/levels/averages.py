"""Weighted averages. The method uses the arithmetic mean; `robustness` compares the other two."""

from collections.abc import Callable, Sequence
from math import exp, fsum, log

Average = Callable[[Sequence[float], Sequence[float]], float]


def arithmetic(values: Sequence[float], weights: Sequence[float]) -> float:
    """Weighted arithmetic mean, `Σ w·v / Σ w`.

    `values` and `weights` have the same length n ≥ 1, weights are positive; returns a number in the
    unit of `values`. Summed exactly (`math.fsum`) from the smallest value up, so that the order never
    matters, not even in the last digit, and equal values have exactly that value as their mean.
    Raises ValueError for an empty sequence.

    >>> arithmetic([2, 3], [1, 3])
    2.75
    """
    lowest = min(values)
    return lowest + fsum(w * (v - lowest) for v, w in zip(values, weights, strict=True)) / fsum(weights)


def geometric(values: Sequence[float], weights: Sequence[float]) -> float:
    """Weighted geometric mean, `exp(Σ w·ln v / Σ w)`, which lets a strength pay less for a weakness.

    Shapes as `arithmetic`; values are positive. Raises ZeroDivisionError for an empty sequence. Reference: OECD/JRC, Handbook on
    Constructing Composite Indicators (2008), section on geometric aggregation.

    >>> round(geometric([1, 4], [1, 1]), 9)
    2.0
    """
    return exp(fsum(w * log(v) for v, w in zip(values, weights, strict=True)) / fsum(weights))


def median(values: Sequence[float], weights: Sequence[float]) -> float:
    """Weighted median: the value at which half of the weight lies below; the middle of two if it falls between.

    Shapes as `arithmetic`. Needs no equal steps between the levels, only their order. With equal
    weights this is the ordinary median (checked against `statistics.median`). Raises IndexError
    for an empty sequence.

    >>> median([1, 2, 5], [1, 1, 1]), median([1, 2], [1, 1]), median([1, 2], [1, 3])
    (2.0, 1.5, 2.0)
    """
    ordered = sorted(zip(values, weights, strict=True))
    half = fsum(weights) / 2
    below = 0.0
    for position, (value, weight) in enumerate(ordered[:-1]):
        below += weight
        if below == half:
            return (value + ordered[position + 1][0]) / 2
        if below > half:
            return float(value)
    return float(ordered[-1][0])
