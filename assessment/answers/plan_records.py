"""The plan of one assessment: everything decided after the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from assessment.answers.records import Assessment, Assumptions, Commitment, Initiative, UseCase
from assessment.entry import calendar_date
from assessment.plan.records import AiUse, Charter, Ownership, RiskStatement, Roadmap, RoadmapMove


@dataclass(frozen=True)
class Assigned:
    """Who leads something, by role, and by which day; None where nobody has said so."""

    owner: str | None
    due: date | None


@dataclass(frozen=True)
class PlanRecords:
    """Everything decided after the result, with defaults for what was never set."""

    roadmap: Roadmap = field(default_factory=Roadmap)
    ownership: Ownership = field(default_factory=Ownership)
    use_cases: tuple[UseCase, ...] = ()
    assumptions: Assumptions = field(default_factory=Assumptions)
    ai_uses: tuple[AiUse, ...] = ()
    risk_statement: RiskStatement = field(default_factory=RiskStatement)
    charter: Charter = field(default_factory=Charter)
    commitments: tuple[Commitment, ...] = ()
    initiatives: tuple[Initiative, ...] = ()

    def planned(self, move: str) -> RoadmapMove:
        """What people have set for one move ("OWN-1:2"): the one place that decides its owner and its day.

        Owner and day of a commitment to it come before those of the roadmap. Where neither names one, the lead of
        the instrument and the day of the schedule hold.

        >>> plan = PlanRecords(commitments=(Commitment(move="OWN-1:2", owner="COO"),))
        >>> plan.planned("OWN-1:2").owner
        'COO'
        """
        line = next((line for line in self.roadmap.moves if line.move == move), RoadmapMove(move=move))
        made = self.commitment_to(move)
        if made is None:
            return line
        return line.model_copy(update={"owner": made.owner or line.owner, "review": made.due or line.review})

    def commitment_to(self, move: str) -> Commitment | None:
        """The last commitment to a move that has not been given up."""
        found = [made for made in self.commitments if made.move == move and made.status != "dropped"]
        return found[-1] if found else None

    def assigned(self, move: str) -> Assigned:
        """Who leads a move and by which day, as people have set it."""
        line = self.planned(move)
        return Assigned(line.owner, calendar_date(line.review) if line.review else None)

    def promised(self, commitment: Commitment) -> Assigned:
        """Who leads a commitment and by which day: its own entries, and for a move what holds for the move."""
        own = Assigned(commitment.owner, calendar_date(commitment.due) if commitment.due else None)
        if commitment.move is None:
            return own
        move = self.assigned(commitment.move)
        return Assigned(own.owner or move.owner, own.due or move.due)

    @property
    def moves_named(self) -> tuple[str, ...]:
        """The moves that the roadmap or a commitment names, each once."""
        named = (*(line.move for line in self.roadmap.moves), *(made.move for made in self.commitments))
        return tuple(dict.fromkeys(move for move in named if move))

    @property
    def promises(self) -> tuple[Commitment, ...]:
        """The commitments, each with the owner and the day that hold for it."""
        return tuple(_with(made, self.promised(made)) for made in self.commitments)

    @property
    def has_amounts(self) -> bool:
        """Has anybody entered money yet?"""
        estimates = (e for u in self.use_cases for e in (u.investment, u.annual_benefit, u.annual_cost))
        costs = (line.monthly_cost for line in self.initiatives)
        return any(given is not None for given in (*estimates, *costs))

    @property
    def start(self) -> date | None:
        """The first day of the roadmap."""
        return calendar_date(self.roadmap.start) if self.roadmap.start else None


def _with(made: Commitment, found: Assigned) -> Commitment:
    due = found.due.isoformat() if found.due else None
    return made.model_copy(update={"owner": found.owner, "due": due})


def plan_in(assessment: Assessment) -> PlanRecords:
    """The plan records of a whole assessment, for documents and files."""
    values = {place.name: getattr(assessment, place.name) for place in fields(PlanRecords)}
    return plan_records_of({name: value for name, value in values.items() if value is not None})


def plan_records_of(found: Mapping[str, Any]) -> PlanRecords:
    names = {place.name for place in fields(PlanRecords)}
    return PlanRecords(**{name: _fixed(value) for name, value in found.items() if name in names})


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
