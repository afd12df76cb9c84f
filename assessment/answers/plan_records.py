"""The plan of one assessment: everything decided after the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from assessment.answers.records import Assessment, Assumptions, Commitment, Initiative, UseCase
from assessment.entry import calendar_date
from assessment.plan.records import AiUse, Charter, Ownership, RiskStatement, Roadmap, RoadmapMove


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
        """What was set for one move ("OWN-1:2"), or an empty line for it."""
        return next((line for line in self.roadmap.moves if line.move == move), RoadmapMove(move=move))

    @property
    def start(self) -> date | None:
        """The first day of the roadmap."""
        return calendar_date(self.roadmap.start) if self.roadmap.start else None


def plan_in(assessment: Assessment) -> PlanRecords:
    """The plan records of a whole assessment, for documents and files."""
    values = {place.name: getattr(assessment, place.name) for place in fields(PlanRecords)}
    return plan_records_of({name: value for name, value in values.items() if value is not None})


def plan_records_of(found: Mapping[str, Any]) -> PlanRecords:
    names = {place.name for place in fields(PlanRecords)}
    return PlanRecords(**{name: _fixed(value) for name, value in found.items() if name in names})


def _fixed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
