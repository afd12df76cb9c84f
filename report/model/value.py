"""View of value: use cases with their figures and value tests, and the matrix."""

from dataclasses import dataclass

from assessment.answers.records import Assumptions, UseCase
from assessment.governance.legacy import LegacyResult
from scoring.value.claims import ValueTest
from scoring.value.matrix import Matrix
from scoring.value.results import PortfolioValue, UseCaseValue


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
    """Use cases with a median below zero, if there are others."""
    without: PortfolioValue | None = None
    """The portfolio without these; None where there are none, or nothing else."""

    @property
    def currency(self) -> str:
        """Three letters, or nothing where none was given."""
        return self.assumptions.currency or ""
