"""Builds the view of value: simulation, value tests and matrix."""

from collections.abc import Sequence

from assessment.answers.records import Assessment, Assumptions, UseCase
from assessment.governance.legacy import system_class
from assessment.governance.model import Portfolio
from report.model.value import UseCaseView, ValueView
from scoring.value.claims import value_test
from scoring.value.matrix import value_effort
from scoring.value.simulation import simulate
from scoring.value.verdicts import EVEN

SEED = 20260
"""Default random seed of reports."""


def value_view(assessment: Assessment, seed: int, portfolio: Portfolio) -> ValueView | None:
    """What the use cases may be worth; None without any. Use cases are nobody’s answers: none is withheld."""
    return value_view_of(assessment.use_cases, assessment.assumptions, seed, portfolio)


def value_view_of(
    use_cases: Sequence[UseCase], assumptions: Assumptions | None, seed: int, portfolio: Portfolio
) -> ValueView | None:
    if not use_cases:
        return None
    found = simulate(use_cases, assumptions, seed=seed)
    losing = [v.name for v in found.use_cases if v.loss is not None and v.loss.share > EVEN]
    others = [line for line in use_cases if line.name not in losing]
    without = simulate(others, assumptions, seed=seed).portfolio if losing and others else None
    lines = zip(use_cases, found.use_cases, strict=True)
    return ValueView(
        lines=tuple(
            UseCaseView(use_case, value, value_test(use_case), system_class(portfolio, use_case))
            for use_case, value in lines
        ),
        portfolio=found.portfolio,
        matrix=value_effort(found.use_cases),
        assumptions=found.assumptions,
        draws=found.draws,
        losing=tuple(losing) if without else (),
        without=without,
    )
