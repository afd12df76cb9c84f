"""What a health check found (`services.operations.doctor`)."""

from dataclasses import dataclass
from typing import Literal

State = Literal["fine", "note", "problem"]


@dataclass(frozen=True)
class HealthFinding:
    """The outcome of one check: its name, its state and a sentence."""

    name: str
    state: State
    text: str


@dataclass(frozen=True)
class HealthReport:
    """All findings, and the versions of Python and libraries."""

    versions: dict[str, str]
    findings: tuple[HealthFinding, ...]

    @property
    def fine(self) -> bool:
        return all(finding.state != "problem" for finding in self.findings)
