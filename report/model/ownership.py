"""View of ownership: who owns each decision and use case, the vote beside it, and findings."""

from dataclasses import dataclass

from assessment.instrument.model import Choice
from assessment.plan.records import Owners, UseOwners
from scoring.plan.ownership import OwnershipFinding


@dataclass(frozen=True)
class OwnedDecision:
    """One decision: who owns it, what the leaders said of it, and what is to be settled."""

    choice: Choice
    owners: Owners
    said: str
    """Where the leaders see it, as a sentence; empty where nobody said or it may not be shown."""
    findings: tuple[OwnershipFinding, ...]


@dataclass(frozen=True)
class OwnedUse:
    """One use case: who owns it, and what is to be settled."""

    name: str
    owners: UseOwners
    findings: tuple[OwnershipFinding, ...]


@dataclass(frozen=True)
class OwnershipView:
    """The whole grid."""

    decisions: tuple[OwnedDecision, ...]
    uses: tuple[OwnedUse, ...]
    whole: tuple[OwnershipFinding, ...]
    """What is to be settled about all of it together."""
    offered: tuple[str, ...]
    """Decisions without an entry that the vote has settled, by code: they can be taken over."""

    @property
    def begun(self) -> bool:
        """Is anybody named for a decision, or for the risk of a use case?"""
        decided = any(line.owners.plain() for line in self.decisions)
        return decided or any(line.owners.risk_owner for line in self.uses)

    @property
    def findings(self) -> tuple[OwnershipFinding, ...]:
        """Everything to settle, line by line and then about the whole."""
        decisions = [f for line in self.decisions for f in line.findings]
        return (*decisions, *(f for line in self.uses for f in line.findings), *self.whole)
