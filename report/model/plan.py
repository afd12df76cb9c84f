"""Views of what to settle first, and of the moves to the level aimed at."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from assessment.instrument.model import Pillar, Practice
from assessment.instrument.moves import Move
from scoring.plan.path import Path
from scoring.plan.ranking import Gap


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


Tag = Literal["hidden disagreement", "agreed", "settled", "close call", "pivotal"]
"""What else is known of a practice on the list of what to settle. *Agreed*: with reservations or dissent; *settled*:
agreed without."""


@dataclass(frozen=True)
class AskedMove:
    """One decision asked of the board: a move of the path, with owner and date of the roadmap."""

    card: MoveCard
    role: str | None
    """The owner's role by code; None where nobody is named."""
    owner: str
    """The same in words."""
    due: date | None
    """The last day planned for it; None while the roadmap has no first day, or does not hold it."""


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
    tags: tuple[Tag, ...] = ()
