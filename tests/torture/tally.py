"""What one kind of torture did: how often, with which outcomes, and what was not as promised."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Tally:
    """The count of one kind of torture; `faults` is empty when every promise was kept."""

    name: str
    done: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def count(self, outcome: str) -> None:
        """One more try ended like this."""
        self.done += 1
        self.outcomes[outcome] += 1

    def expect(self, kept: bool, fault: str) -> None:
        """Records `fault` unless the promise was kept."""
        if not kept:
            self.faults.append(fault)

    def __str__(self) -> str:
        seen = ", ".join(f"{outcome} {number:,}" for outcome, number in sorted(self.outcomes.items()))
        verdict = f"{len(self.faults)} FAULTS" if self.faults else "no fault"
        return f"{self.name}: {self.done:,} ({seen}); {verdict}"
