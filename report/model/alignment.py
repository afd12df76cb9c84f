"""View of the agreement between leaders.

Built by `report.build.alignment`, which leaves out what the privacy mode withholds. Absent (None) for
one person alone and while the team may not be shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.instrument.model import Pillar, Practice
from report.model.ranks import RanksSeen
from scoring.alignment.agreement import Belief, Difference, LedgerEntry, Placing, SpreadWord
from scoring.alignment.relabelling import GapCount


@dataclass(frozen=True)
class AlignedPractice:
    """The spread of one practice. The camps' means are None where the sides may not be shown."""

    practice: Practice
    pillar: Pillar
    answers: int
    deviation: float
    within_one: int | None
    """Answers at most a level from the median; None where that or the rest would be too small a group."""
    business: float | None
    technology: float | None
    difference: Difference | None
    belief: Belief | None
    ledger: LedgerEntry | None
    voted: float | None = None
    """The described value of the first votes, 1..5, before anything was agreed."""

    @property
    def prompt(self) -> str | None:
        """What to ask the room, for the direction of the difference; None without a flagged one."""
        if self.difference is None or self.difference.flag is None:
            return None
        talk = self.practice.discussion
        return talk.technology_higher if self.difference.difference > 0 else talk.business_higher


@dataclass(frozen=True)
class AlignedSection:
    """One section: the typical distance from the middle answer, and technology minus business."""

    pillar: Pillar
    deviation: float | None
    word: SpreadWord | None
    difference: float | None


@dataclass(frozen=True)
class DecisionSeen:
    """Which role the leaders see as owner of one decision."""

    code: str
    title: str
    state: Placing
    role: str | None
    """Code of the role named most; None for an orphan, or where too few named it."""
    role_title: str
    """The same in words; empty where there is none."""
    named: int | None
    """How many named it (for an orphan: named nobody); None where that group or the rest is too small."""
    people: int
    votes: Mapping[str, int]
    """How many named which role, “nobody”, “several” or “dont_know”, by code; empty where one of these groups is too small."""


@dataclass(frozen=True)
class Alignment:
    """All measures of agreement between the leaders."""

    leaders: int
    deviation: float | None
    word: SpreadWord | None
    sections: tuple[AlignedSection, ...]
    practices: tuple[AlignedPractice, ...]
    """Sorted by the size of the difference between the camps, then by spread."""
    gaps: GapCount | None
    decisions: tuple[DecisionSeen, ...]
    sides: bool
    """May the two camps be shown apart at all?"""
    spread: bool
    """May the spread of single questions and sections be shown? If not, `practices` is empty."""
    outcomes: RanksSeen | None = None
    """What AI should bring, by side; None where nobody ranked."""
    barriers: RanksSeen | None = None
    """What gets in the way, by side; None where nobody ranked."""

    @property
    def hidden(self) -> tuple[AlignedPractice, ...]:
        """Where the camps differ and nobody expects it."""
        return tuple(p for p in self.practices if p.belief == "hidden disagreement")

    @property
    def collisions(self) -> tuple[DecisionSeen, ...]:
        """Decisions that nobody holds, or several claim."""
        return tuple(d for d in self.decisions if d.state != "settled")

    @property
    def widest(self) -> AlignedSection | None:
        """The section in which the leaders lie furthest apart."""
        known = [s for s in self.sections if s.deviation is not None]
        return max(known, key=lambda s: s.deviation or 0.0, default=None)
