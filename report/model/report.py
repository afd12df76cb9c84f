"""The frozen report: everything a screen or a document may show about one assessment.

`report.build.report` builds it and applies privacy; screens, PDF and JSON read nothing else. Free of ReportLab.
"""

from dataclasses import dataclass
from datetime import date

from assessment.answers.records import Assessment, Initiative, Organisation
from assessment.instrument.model import Figure, Instrument, Pillar, Practice
from assessment.instrument.moves import Move
from assessment.privacy import Disclosure
from report.model.alignment import Alignment
from report.model.answers import AnswerRow
from report.model.benchmark import BenchmarkView
from report.model.governance import RulesView
from report.model.ownership import OwnershipView
from report.model.progress import ProgressView
from report.model.roadmap import RoadmapView
from report.model.value import ValueView, VerdictView
from scoring.levels.results import AssessmentResult, PillarResult, PlausibleRange, PracticeResult, Robustness
from scoring.plan.path import Path
from scoring.plan.ranking import Gap
from scoring.value.pilots import Pilots


@dataclass(frozen=True)
class Basis:
    """Who answered and when; printed wherever a number is."""

    organisation: Organisation
    as_of: date
    business: int
    technology: int
    people: tuple[str, ...]
    """Function titles; with names in open mode."""
    answered: int
    questions: int
    dont_know: int


@dataclass(frozen=True)
class Headline:
    """The sentences of the cover, in the order they are read."""

    level: str
    backing: str
    holding: str
    gap: str
    sides: str | None
    """A sentence on the predictions, or on each side's own level; None if neither applies."""
    name: str | None
    """The level's name, for the large print; None without a level."""


@dataclass(frozen=True)
class MoveCard:
    """One move as an operator's card."""

    practice: Practice
    pillar: Pillar
    move: Move
    lead: str
    """Who leads it, in words: whom people have named, else the lead of the instrument."""
    supporting: tuple[str, ...]
    holds: bool
    situation: str
    """The situation described today."""
    becomes: str
    """The situation the move leads to."""
    effort: float
    """Person-weeks: the estimate of the instrument, or what was put in its place."""

    due_on: date | None = None
    """The day of its item on the roadmap; None while that has no first day and nobody has set one."""

    @property
    def key(self) -> str:
        """As files name the move: "OWN-1:2"."""
        return f"{self.practice.code}:{self.move.to}"

    @property
    def own_effort(self) -> bool:
        """Does the effort override the instrument's estimate?"""
        return self.effort != self.move.effort


@dataclass(frozen=True)
class PlannedPath:
    """The cheapest path to the level aimed at, its moves as cards in its order, and those of the runner-up."""

    found: Path
    moves: tuple[MoveCard, ...]
    runner_up: tuple[MoveCard, ...]


@dataclass(frozen=True)
class OpenGap:
    """One of the gaps to close first, with what the room needs to close it.

    Difference and deviation of the gap, and both sides’ means, are there only where they may be shown.
    """

    practice: Practice
    pillar: Pillar
    gap: Gap
    business: float | None
    technology: float | None
    levels: tuple[int | None, ...]
    """The overall level if business is right, and if technology is; empty where no side may be named."""
    question: str
    """The question that settles it: for the side that is higher; the stem where no side may be named."""


@dataclass(frozen=True)
class PracticeView:
    """One practice with its result, situations, evidence and notes."""

    practice: Practice
    result: PracticeResult
    situation: str | None
    next_situation: str | None
    backing: str
    """The evidence type in words."""
    notes: tuple[str, ...]
    """Notes of the respondents; empty unless single answers may be shown."""


@dataclass(frozen=True)
class SectionView:
    """One section: its result, its practices, and published figures as context."""

    pillar: Pillar
    result: PillarResult
    sentence: str
    practices: tuple[PracticeView, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Errand:
    """A question that was answered *don't know*, and who is best placed to know."""

    practice: Practice
    ask: str


@dataclass(frozen=True)
class Prediction:
    """What one person expects the other side to say about one practice."""

    practice: Practice
    own: int | None
    expected: int


@dataclass(frozen=True)
class Contradiction:
    """Two answers that do not fit together, as a sentence."""

    practice: Practice
    other: Practice
    sentence: str


@dataclass(frozen=True)
class DecisionVote:
    """One decision of the decision map, as one person placed it."""

    title: str
    meaning: str
    role: str


@dataclass(frozen=True)
class Report:
    """One assessment, scored, worded and cut to what may be shown."""

    instrument: Instrument
    basis: Basis
    disclosure: Disclosure
    result: AssessmentResult
    alignment: Alignment | None
    plausible: PlausibleRange | None
    robustness: Robustness | None
    headline: Headline
    sections: tuple[SectionView, ...]
    gaps: tuple[OpenGap, ...]
    """At most three; empty where no distance may be shown. One person alone: what holds the level, no distance."""
    path: PlannedPath | None
    """The cheapest path to the level aimed at, by default the next one; None without a level."""
    exposures: tuple[str, ...]
    errands: tuple[Errand, ...]
    unbacked: tuple[Practice, ...]
    predictions: tuple[Prediction, ...]
    contradictions: tuple[Contradiction, ...]
    activity: tuple[tuple[str, str], ...]
    """Activity questions with the situation chosen; empty when more than one person answered."""
    decisions: tuple[DecisionVote, ...]
    ranking: tuple[str, ...]
    initiatives: tuple[Initiative, ...]
    answers: tuple[AnswerRow, ...]
    """All single answers for the appendix; empty when they may not leave the app."""
    review_on: date
    confidentiality: str
    source: Assessment | None
    """The answers behind the report, only when single answers may be shown."""
    withheld: tuple[str, ...] = ()
    """Practices whose answers come from too few people to be shown; they count as not answered."""
    value: ValueView | None = None
    """What the use cases may be worth; None without any."""
    verdicts: tuple[VerdictView, ...] = ()
    """One for each initiative, in whichever register it is."""
    pilots: Pilots | None = None
    """The register with its flags; None while it is empty."""
    roadmap: RoadmapView | None = None
    """The path and the use cases in days, with what is still open."""
    progress: ProgressView | None = None
    """What moved since the assessment before; None without one to compare with."""
    others: BenchmarkView | None = None
    """The benchmark position of the organisation; None if there is no benchmark."""
    ownership: OwnershipView | None = None
    """Who owns what, with what is to be settled."""
    rules: RulesView | None = None
    """AI uses, acceptable risk, the forum, and evidence for three standards."""

    @property
    def target(self) -> int | None:
        """The level above the one described; None at level 5 or without a level."""
        level = self.result.level
        return level + 1 if level is not None and level < 5 else None

    @property
    def next_moves(self) -> tuple[MoveCard, ...]:
        """The moves of the path in its order; without a level none, as they would rest on guesses."""
        return self.path.moves if self.path else ()

    @property
    def asked(self) -> tuple[MoveCard, ...]:
        """The decisions asked of the board: the first three moves."""
        return self.next_moves[:3]

    @property
    def title(self) -> str:
        return self.basis.organisation.name
