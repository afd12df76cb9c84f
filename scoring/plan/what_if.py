"""What-if analysis: level, path and gaps with one practice at another level (method, sections 1, 4, 5)."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import Instrument
from assessment.instrument.moves import Minimised
from scoring.levels.engine import score
from scoring.levels.results import AssessmentResult
from scoring.levels.rules import HIGHEST, LOWEST
from scoring.plan.path import Path, cheapest_path
from scoring.plan.ranking import Gap, rank_gaps


@dataclass(frozen=True)
class PlanTarget:
    """The level aimed at, by default one above that of the reading; and efforts set for moves ("OWN-1:2")."""

    target: int | None = None
    efforts: Mapping[str, float] = field(default_factory=dict)
    minimised: Minimised = "organiser"


NEXT_LEVEL = PlanTarget()


@dataclass(frozen=True)
class PlanOutlook:
    """A result, the cheapest path from it (without a runner-up), and the gaps to close first."""

    result: AssessmentResult
    path: Path
    gaps: tuple[Gap, ...]


@dataclass(frozen=True)
class WhatIfResult:
    """`before` as it is and `after` with practice `code` at `level`."""

    code: str
    level: int
    before: PlanOutlook
    after: PlanOutlook


def unchanged(result: AssessmentResult) -> AssessmentResult:
    """The result as it is."""
    return result


def what_if(
    instrument: Instrument,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed],
    code: str,
    level: int,
    *,
    plan: PlanTarget = NEXT_LEVEL,
    cut: Callable[[AssessmentResult], AssessmentResult] = unchanged,
    hidden: Collection[str] = (),
) -> WhatIfResult:
    """The level, the path and the gaps as they are, and as they would be with `code` described at `level`.

    The supposed level replaces x as a level agreed in the room does (rule 2), so the practice is no open gap
    any more; its backing stays as recorded. The path of both readings leads to the target of `plan`, or one level above the level of each.
    `cut` takes from a result what may not be shown before gaps are ranked, `hidden` are practices whose AD may not.
    Missing data: a practice without an answer, or not known, is fixed like any other; one that does not apply
    stays out, and both readings are the same. Raises ValueError for a code the instrument does not have or a
    level outside 1..5.

    >>> from tests.toy import toy_instrument, toy_respondent
    >>> toy = toy_instrument()
    >>> low = toy_respondent("r1", "business", dict.fromkeys(toy.practices, 3) | {"ABC-1": 1})
    >>> found = what_if(toy, [low], {}, "ABC-1", 3)
    >>> found.before.result.level, found.after.result.level
    (1, 3)
    >>> found.before.path.target, found.before.path.effort, found.after.path.target
    (2, 1.0, 4)
    """
    if code not in instrument.practices:
        raise ValueError(f"{code} is no practice of this instrument")
    if not LOWEST <= level <= HIGHEST:
        raise ValueError(f"a level is 1 to 5, not {level}")

    def standing(fixed: Mapping[str, Agreed]) -> PlanOutlook:
        result = cut(score(instrument, respondents, fixed))
        path = cheapest_path(
            instrument,
            result,
            plan.target,
            efforts=plan.efforts,
            minimised=plan.minimised,
            runner_up=False,
        )
        return PlanOutlook(result, path, rank_gaps(instrument, respondents, fixed, result, hidden))

    supposed = agreed[code].model_copy(update={"level": level}) if code in agreed else Agreed(level=level)
    return WhatIfResult(code, level, standing(agreed), standing({**agreed, code: supposed}))
