"""What moved between two assessments of one organisation, as part of the report."""

from dataclasses import dataclass
from datetime import date

from scoring.comparison import Change, Comparison, Movement
from scoring.results import Span


@dataclass(frozen=True)
class Slope:
    """One line of the slope chart: an index of 0 to 100 then and now, each with its plausible range."""

    title: str
    before: float | None
    after: float | None
    earlier: Span | None
    later: Span | None
    movement: Movement | None
    level_before: int | None
    level_after: int | None


@dataclass(frozen=True)
class ProgressView:
    """Then and now. `slopes` begins with the whole index; the sections follow in the order asked."""

    then: date
    now: date
    comparison: Comparison
    slopes: tuple[Slope, ...]
    sides: Change | None
    """How far business and technology answer apart, in levels; None unless shown both times."""
