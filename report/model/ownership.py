"""View of ownership: who owns each decision and use case, the vote beside it, and findings."""

from dataclasses import dataclass

from assessment.instrument.model import Choice
from assessment.plan.records import Owners, UseOwners
from scoring.plan.ownership import OwnershipFinding


@dataclass(frozen=True)
class OwnedDecision:
    """One decision: its owners, the vote on it, and findings."""

    choice: Choice
    owners: Owners
    said: str
    """The vote as a sentence; empty if there is none or it may not be shown."""
    findings: tuple[OwnershipFinding, ...]


@dataclass(frozen=True)
class OwnedUse:
    """One use case: its owners and findings."""

    name: str
    owners: UseOwners
    findings: tuple[OwnershipFinding, ...]


@dataclass(frozen=True)
class OwnershipView:
    """The whole grid."""

    decisions: tuple[OwnedDecision, ...]
    uses: tuple[OwnedUse, ...]
    whole: tuple[OwnershipFinding, ...]
    """Findings about the whole grid."""
    offered: tuple[str, ...]
    """Decisions without an entry that the vote has settled, by code: they can be taken over."""

    @property
    def begun(self) -> bool:
        """Is anybody named for a decision, or for the risk of a use case?"""
        decided = any(line.owners.plain() for line in self.decisions)
        return decided or any(line.owners.risk_owner for line in self.uses)

    @property
    def findings(self) -> tuple[OwnershipFinding, ...]:
        """All findings: by line, then about the whole grid."""
        decisions = [f for line in self.decisions for f in line.findings]
        return (*decisions, *(f for line in self.uses for f in line.findings), *self.whole)
