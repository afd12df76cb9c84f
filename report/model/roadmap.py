"""View of the roadmap: scheduled items, owners, findings and commitments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from assessment.answers.records import Commitment
from assessment.governance.model import Portfolio
from assessment.plan.records import RoadmapMove
from report.model.value import VerdictView
from scoring.plan.load import LoadStep
from scoring.plan.path import PathState
from scoring.plan.roadmap import PHASES, Bar, Phase, RoadmapItem
from scoring.plan.roadmap_checks import RoadmapFinding

Origin = Literal["path", "added", "use_case"]
"""On the cheapest path, put in by somebody, or from the register of use cases."""


def day_of(start: date, number: int) -> date:
    """The date `number` days after `start`, at most `date.max`."""
    return start + timedelta(days=min(number, (date.max - start).days))


@dataclass(frozen=True)
class PlannedItem:
    """Something planned. `bar` is None where it does not fit into the days of the roadmap or was left out.

    Dates are there once the roadmap has a first day.
    """

    title: str
    place: str
    """The section, or how a use case pays."""
    origin: Origin
    item: RoadmapItem
    owner: str
    """In words; empty where nobody is named."""
    exploring: bool = False
    """A trial to learn from, with rules of its own."""
    baseline: str = ""
    goal: str = ""
    bar: Bar | None = None
    start_on: date | None = None
    end_on: date | None = None
    review_on: date | None = None
    line: RoadmapMove | None = None
    """The values set for a move; None for a use case."""
    due: date | None = None
    """The day people have set: a move’s by its commitment or review, a use case’s own date."""
    reached: bool = False
    """A use case whose figure is its target today."""
    verdict: VerdictView | None = None
    """On a use case."""

    @property
    def key(self) -> str:
        return self.item.key


@dataclass(frozen=True)
class PlannedCommitment:
    """A commitment in words."""

    commitment: Commitment
    title: str
    owner: str
    due_on: date | None


@dataclass(frozen=True)
class RoadmapView:
    """The scheduled roadmap with findings and commitments."""

    start: date | None
    """The first day; None while nobody has set one."""
    state: PathState | None
    """Of the cheapest path to `target`; None without a level."""
    level: int | None
    target: int | None
    reaches: int | None
    """The level once everything planned is done; None without a level."""
    items: tuple[PlannedItem, ...]
    """By first day; each has a bar."""
    later: tuple[PlannedItem, ...]
    dropped: tuple[PlannedItem, ...]
    """On the path, and left out by somebody."""
    unsized: tuple[str, ...]
    """Use cases without an effort, which cannot be scheduled."""
    win: str | None
    """The key of the visible win."""
    findings: tuple[RoadmapFinding, ...]
    sentences: tuple[str, ...]
    """The findings in words: about the whole first, many alike together."""
    capacity: Mapping[str, float]
    """Person-weeks in four weeks of everybody who owns something here, by code."""
    assumed: frozenset[str]
    """Owners whose capacity nobody has set."""
    loads: Mapping[str, tuple[LoadStep, ...]]
    """What each of them carries over time, by code; nothing while none of their items has a bar."""
    roles: Mapping[str, str]
    """Roles in words, by code."""
    commitments: tuple[PlannedCommitment, ...]
    leads: Mapping[str, str]
    """Who leads a move, in words, by its key; only moves for which people have named somebody."""
    portfolio: Portfolio

    def day(self, number: int) -> date | None:
        """The date of a day, counted from the first; None while there is no first day."""
        return day_of(self.start, number) if self.start else None

    def of(self, phase: Phase) -> tuple[PlannedItem, ...]:
        """What is finished in one phase."""
        return tuple(item for item in self.items if item.bar and item.bar.phase == phase)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases in which something is finished."""
        return tuple(phase for phase in PHASES if self.of(phase))

    def find(self, key: str) -> PlannedItem | None:
        """The item with this key, wherever it is in the plan."""
        return next((one for one in (*self.items, *self.later, *self.dropped) if one.key == key), None)

    def commitment_of(self, key: str) -> PlannedCommitment | None:
        """The last commitment about a move, dropped ones aside."""
        found = [p for p in self.commitments if p.commitment.move == key and p.commitment.status != "dropped"]
        return found[-1] if found else None
