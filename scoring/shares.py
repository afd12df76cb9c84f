"""Shares with their 95 % Wilson interval."""

from dataclasses import dataclass
from math import sqrt

Z = 1.959963984540054
"""Two-sided 95 %."""


@dataclass(frozen=True)
class Share:
    """`count` out of `of`, with the ends of the Wilson interval, all shares 0..1."""

    count: int
    of: int
    share: float
    low: float
    high: float


def wilson(count: int, of: int) -> Share | None:
    """A share with its 95 % interval (Wilson 1927); None out of nothing, where there is no share.

    centre = (p + z²/2n) / (1 + z²/n);  half = z √(p(1−p)/n + z²/4n²) / (1 + z²/n)

    Unlike the normal approximation it stays within 0..1 and is informative at 0 of n. `count` is 0..of.

    >>> found = wilson(3, 7)
    >>> round(found.low, 3), round(found.share, 3), round(found.high, 3)
    (0.158, 0.429, 0.75)
    >>> wilson(0, 0) is None
    True
    """
    if of <= 0:
        return None
    share, weight = count / of, Z * Z / of
    centre = (share + weight / 2) / (1 + weight)
    half = Z * sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight)
    return Share(count, of, share, max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half)))
