"""Result types of the method. All frozen; levels are 1..5, shares 0..1, indices 0..100."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from assessment.answers.records import Backing
from assessment.instrument.model import Camp, Role

SCORING_VERSION = "1"

ItemState = Literal["scored", "not_known", "not_applicable", "missing"]
GapName = Literal["pilot trap", "activity ahead", "in step", "not started", "scaling", "unused capacity"]
Certainty = Literal["firm", "likely", "tentative"]
MEAN = "mean"
EVIDENCE: tuple[Backing, ...] = ("document", "number")
"""What counts as backed: something that can be read or shown."""
Span = tuple[float, float]
"""From … to, the lower first."""


@dataclass(frozen=True)
class PracticeResult:
    """One practice. `described` is y on 1..5 (1.0 when not known), None when missing or not applicable."""

    code: str
    pillar: str
    key: bool
    state: ItemState
    described: float | None
    shown: float | None
    level: int | None
    shown_level: int | None
    agreed: int | None
    backing: Backing | None
    answers: int
    """Number of answers that chose a level."""
    camp_means: Mapping[Camp, float | None]
    dont_know: Mapping[Camp, float | None]
    """Share of *don't know* among level and don't-know answers per camp; None where nobody answered."""


@dataclass(frozen=True)
class PillarResult:
    """One section. `level` is None when there are not enough answers; `held_by` names everything that fails at level + 1."""

    code: str
    role: Role
    level: int | None
    shown: int | None
    index: float | None
    shown_index: float | None
    held_by: tuple[str, ...]
    coverage: float
    provisional: bool
    missing: tuple[str, ...]
    missing_key: tuple[str, ...]
    dont_know: Mapping[Camp, float | None]

    @property
    def enough(self) -> bool:
        return self.level is not None


@dataclass(frozen=True)
class Backed:
    """Of the practices described at level 3 or more (`of`): how many have a backing recorded, and how many of
    these are backed (`evidenced`: a document or a number; an opinion is recorded, not backed)."""

    recorded: int
    of: int
    evidenced: int

    @property
    def enough(self) -> bool:
        """Is the level that can be shown printed? At least 75 % recorded (or nothing to record)."""
        return self.recorded >= 0.75 * self.of


@dataclass(frozen=True)
class StrategyGap:
    """Activity minus capability, both 0..100. All None without activity answers or capability."""

    activity: float | None
    capability: float | None
    gap: float | None
    name: GapName | None


@dataclass(frozen=True)
class WhatIf:
    """The overall level if one side, or the lowest or highest answer of each item, is taken alone."""

    business: int | None
    technology: int | None
    lowest: int | None
    highest: int | None


@dataclass(frozen=True)
class AssessmentResult:
    """The result of rules 1–9 of section 1, and of section 3, for one assessment."""

    practices: Mapping[str, PracticeResult]
    pillars: Mapping[str, PillarResult]
    level: int | None
    shown: int | None
    """The level that could be shown; None when too little backing is recorded or there is no level."""
    average: float | None
    """The plain average of all described practice values, 1..5."""
    index: float | None
    coverage: float
    backed: Backed
    key_practices_above: int
    """Key practices whose described level is at least `level` + 1 (0 when there is no level)."""
    held_by: tuple[str, ...]
    """Everything that holds the overall level, over all binding sections in order asked: codes, and "mean" where the
    average of one of them does."""
    binding: tuple[str, ...]
    """The sections that hold the overall level where it is."""
    provisional: bool
    unknown: bool
    """Is too much not known for an overall level? Sections and index remain."""
    single_view: bool
    respondents: Mapping[Camp, int]
    what_if: WhatIf
    strategy_gap: StrategyGap
    version: str = field(default=SCORING_VERSION)


@dataclass(frozen=True)
class PlausibleRange:
    """Plausible range of the method's output (not a confidence interval)."""

    low: int
    high: int
    at_least: Mapping[int, float]
    """P(level ≥ k) for k = 2..5."""
    label: Certainty
    draws: int
    index: Span | None = None
    """The overall index in four of five draws: from the tenth to the ninetieth of a hundred."""
    sections: Mapping[str, Span] = field(default_factory=dict)
    """The same of each section's index, by its code."""


@dataclass(frozen=True)
class Robustness:
    """Does the headline survive other weightings and other defensible rules?"""

    same_level: float
    """Share of weightings with the same level."""
    same_index: float
    """Share of weightings with the same rounded index."""
    variants: Mapping[str, int | None]
    """Level under each of the six variants."""
    differs: tuple[str, ...]

    @property
    def same(self) -> int:
        return len(self.variants) - len(self.differs)
