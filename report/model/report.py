"""The frozen report: everything a screen or a document may show about one assessment.

`report.build.report` builds it and applies privacy; screens, PDF and JSON read nothing else. Free of ReportLab.
"""

from dataclasses import dataclass
from datetime import date

from assessment.answers.records import Assessment, Initiative, Organisation
from assessment.instrument.model import Figure, Instrument, Pillar, Practice
from assessment.privacy import Disclosure
from report.model.alignment import Alignment
from report.model.answers import AnswerRow
from report.model.benchmark import BenchmarkView
from report.model.governance import RulesView
from report.model.ownership import OwnershipView
from report.model.plan import AskedMove, MoveCard, OpenGap, PlannedPath
from report.model.progress import ProgressView
from report.model.roadmap import RoadmapView
from report.model.value import ValueView, VerdictView
from scoring.levels.ceiling import Ceiling
from scoring.levels.results import AssessmentResult, PillarResult, PlausibleRange, PracticeResult, Robustness
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

    code: str
    title: str
    meaning: str
    role: str
    placed: str
    """The role by its code, or “nobody”, “several” or “dont_know”."""


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
    barriers: tuple[str, ...]
    """One person's outcomes and barriers in their order; empty when more than one person answered."""
    initiatives: tuple[Initiative, ...]
    answers: tuple[AnswerRow, ...]
    """All single answers for the appendix; empty when they may not leave the app."""
    review_on: date
    confidentiality: str
    source: Assessment | None
    """The answers behind the report, only when single answers may be shown."""
    order: tuple[str, ...] = ()
    """All practices on which leaders differ, in the one order of what to settle; the gaps are its first."""
    ceiling: Ceiling | None = None
    """The bound of the level from what is known, while answers are missing; None with a level."""
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
    def decisions_asked(self) -> tuple[AskedMove, ...]:
        """The decisions asked of the board: the whole path, as only all of its moves reach the level. First due, first."""
        view = self.roadmap
        planned = {one.key: one for one in (*view.items, *view.later)} if view else {}
        asked = []
        for card in self.next_moves:
            item = planned.get(card.key)
            role = item.item.owner if item else card.move.lead
            asked.append(AskedMove(card, role or None, card.lead, card.due_on))
        return tuple(sorted(asked, key=lambda one: one.due or date.max))

    @property
    def title(self) -> str:
        return self.basis.organisation.name
