"""The value part of the report: drawn, tested and placed once, for screen and files alike."""

from collections.abc import Sequence

from assessment.answers.records import Assessment, Assumptions, UseCase
from assessment.governance.legacy import system_class
from assessment.governance.model import Portfolio
from report.model.value import UseCaseView, ValueView
from scoring.value.claims import value_test
from scoring.value.matrix import value_effort
from scoring.value.pilots import Pilots, pilot_register
from scoring.value.simulation import simulate
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.roadmap import PlanRecords, plan_of
from storage.repositories.respondents import list_respondents

SEED = 20260
"""The luck of every report, unless another is asked for."""


def value_view(assessment: Assessment, seed: int, portfolio: Portfolio) -> ValueView | None:
    """What the use cases may be worth; None without any. Use cases are nobody’s answers: none is withheld."""
    return _view(assessment.use_cases, assessment.assumptions, seed, portfolio)


def value_of(inst: Installation, owned: Owned) -> tuple[PlanRecords, ValueView | None, Pilots | None]:
    """The plan as it stands now, with its value and its pilots as the report has them.

    Nothing of the answers is read or scored, so an edit is answered in a fraction of the time a report takes.
    """
    plan = plan_of(inst, owned)
    view = _view(plan.use_cases, plan.assumptions, SEED, inst.governance.portfolio)
    return plan, view, pilot_register(plan.initiatives) if plan.initiatives else None


def owners_unknown(inst: Installation, owned: Owned, use_cases: Sequence[UseCase]) -> tuple[str, ...]:
    """Owners of use cases that are no role known here: somebody may have left."""
    with inst.database.reading() as unit:
        people = list_respondents(unit, owned.assessment_id)
    known = {*inst.instrument.function_titles, *(person.function for person in people)}
    return tuple(dict.fromkeys(use.owner for use in use_cases if use.owner and use.owner not in known))


def _view(
    use_cases: Sequence[UseCase], assumptions: Assumptions | None, seed: int, portfolio: Portfolio
) -> ValueView | None:
    if not use_cases:
        return None
    found = simulate(use_cases, assumptions, seed=seed)
    losing = [value.name for value in found.use_cases if value.npv is not None and value.npv.p50 < 0]
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
