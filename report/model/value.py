"""View of value: use cases with their figures and value tests, and the matrix."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assessment.answers.records import Assumptions, UseCase
from assessment.governance.legacy import LegacyResult
from scoring.value.claims import ValueTest
from scoring.value.matrix import Matrix
from scoring.value.pilots import plain_name
from scoring.value.results import PortfolioValue, UseCaseValue
from scoring.value.verdicts import Reason, Verdict

Flag = Literal["starts_late", "reached"]
"""Beside the verdict: it starts after its own date; its goal is reached already."""


@dataclass(frozen=True)
class VerdictView:
    """The one verdict on an initiative, with its reasons in words and what is flagged beside it."""

    name: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    sentences: tuple[str, ...]
    """One for each reason: what it is and what to do."""
    flags: tuple[Flag, ...] = ()
    flagged: tuple[str, ...] = ()
    """The flags in words."""
    later: tuple[Reason, ...] = ()
    """What would lead to the verdicts asked after this one."""

    @property
    def sentence(self) -> str:
        """All that leads to the verdict."""
        return " ".join(filter(None, self.sentences))

    @property
    def words(self) -> str:
        """Reasons, then flags."""
        return " ".join((self.sentence, *self.flagged))

    def found(self, reason: Reason) -> bool:
        """Is it so, whether or not it led to the verdict? Of what has been stopped nothing more is asked."""
        return reason in self.reasons or reason in self.later


def verdict_on(verdicts: Sequence[VerdictView], name: str) -> VerdictView:
    """The verdict on the initiative of this name, in whichever register it is."""
    plain = plain_name(name)
    return next(found for found in verdicts if plain_name(found.name) == plain)


@dataclass(frozen=True)
class UseCaseView:
    """One use case as entered, what it may be worth, and whether its claim can be checked."""

    use_case: UseCase
    value: UseCaseValue
    test: ValueTest
    system: LegacyResult | None
    """The class of the system that blocks it; None where none does."""


@dataclass(frozen=True)
class ValueView:
    """All use cases in the order entered. `portfolio` and `matrix` are None while none has figures."""

    lines: tuple[UseCaseView, ...]
    portfolio: PortfolioValue | None
    matrix: Matrix | None
    assumptions: Assumptions
    draws: int
    losing: tuple[str, ...] = ()
    """Use cases that are more likely to lose than to gain, if there are others."""
    without: PortfolioValue | None = None
    """The portfolio without these; None where there are none, or nothing else."""

    @property
    def currency(self) -> str:
        """Three letters, or nothing where none was given."""
        return self.assumptions.currency or ""
