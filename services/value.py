"""The value part of the report: drawn, tested and placed once, for screen and files alike."""

from assessment.records import Assessment
from playbook.value import UseCaseView, ValueView
from scoring.claims import value_test
from scoring.matrix import value_effort
from scoring.value import simulate


def value_view(assessment: Assessment, seed: int) -> ValueView | None:
    """What the use cases may be worth; None without any. Use cases are nobody’s answers: none is withheld."""
    if not assessment.use_cases:
        return None
    found = simulate(assessment.use_cases, assessment.assumptions, seed=seed)
    lines = zip(assessment.use_cases, found.use_cases, strict=True)
    return ValueView(
        lines=tuple(UseCaseView(use_case, value, value_test(use_case)) for use_case, value in lines),
        portfolio=found.portfolio,
        matrix=value_effort(found.use_cases),
        assumptions=found.assumptions,
        draws=found.draws,
    )
