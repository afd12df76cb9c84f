"""View of the benchmark: the position of an organisation among the others of its installation."""

from dataclasses import dataclass

from scoring.comparison.benchmark import BenchmarkPosition


@dataclass(frozen=True)
class BenchmarkView:
    """The position of the overall index and of each section's (by title); None where it may not be shown.

    `waiting`: this result is not in the published counts yet; it will be when enough others have joined.
    """

    overall: BenchmarkPosition | None
    sections: tuple[tuple[str, BenchmarkPosition], ...] = ()
    waiting: bool = False
