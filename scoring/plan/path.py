"""The cheapest path to a level, and the best level within a budget (method, section 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

import numpy as np

from assessment.instrument.model import Instrument
from assessment.instrument.moves import DAYS_A_WEEK, Minimised
from scoring.levels.results import AssessmentResult
from scoring.levels.rules import HIGHEST, INDEX_STEP, LOWEST
from scoring.plan.path_problem import (
    TENTHS,
    ConstraintRow,
    Node,
    Problem,
    Solved,
    at_most,
    cheapest,
    solve,
    without_one_of,
)

PathState = Literal["found", "reached", "complete", "impossible", "undecided"]
AS_PUBLISHED: Mapping[str, float] = MappingProxyType({})
FINE = 1000.0
"""Points of the index are searched in thousandths, so that the solver’s tolerance is far below one."""
SAME_INDEX = 0.001


@dataclass(frozen=True)
class PathMove:
    """Move practice `code` from level `to` − 1 to level `to`; `effort` in person-weeks."""

    code: str
    to: int
    effort: float

    @property
    def key(self) -> str:
        """As files name it: "OWN-1:2"."""
        return f"{self.code}:{self.to}"


@dataclass(frozen=True)
class Path:
    """The moves to a level, in an order in which they can be made, and where they lead.

    `state`: *found*; *reached*, the target is no higher than the level described; *complete*, level 5, nothing
    is left to improve; *impossible*, no set of moves gets there (no gate section applies, the target is above
    5); *undecided*, the solver gave no answer. Only *found* has moves.
    `effort` is their sum in person-weeks of the organiser, `participants` the person-days of participants; what is least
    is the first or, where `minimised` is *both*, the two together. `optimal` only if it is proven that nothing is cheaper (or, within a
    budget, better). `runner_up` is the cheapest plan that does without at least one of these moves and
    `runner_up_extra` what it costs more; None when there is no other way.
    `level`, `index` (0..100) and the level of each of the `sections` are those after all moves, practices without an
    answer counted as level 1.
    """

    state: PathState
    target: int | None
    effort: float = 0.0
    moves: tuple[PathMove, ...] = ()
    optimal: bool = False
    runner_up_extra: float | None = None
    runner_up: tuple[PathMove, ...] = ()
    level: int | None = None
    index: float | None = None
    minimised: Minimised = "organiser"
    participants: int = 0
    sections: Mapping[str, int | None] = field(default_factory=dict)

    @property
    def counted(self) -> float:
        """What was minimised, in person-weeks."""
        both = self.minimised == "both"
        return self.effort + (self.participants / DAYS_A_WEEK if both else 0)


def cheapest_path(
    instrument: Instrument,
    result: AssessmentResult,
    target: int | None = None,
    *,
    efforts: Mapping[str, float] = AS_PUBLISHED,
    minimised: Minimised = "organiser",
    runner_up: bool = True,
) -> Path:
    """The moves with the least effort after which the overall level is `target`; by default one above today's.

    Minimise `Σ effort · z` over moves z, one step of a practice each, so that: steps come in order and after
    what they require; for every gate section (G1) key practices reach T, (G2) others T − 1, (G3)
    `Σ w (y + Σ d·z) > (T − ½) Σ w` with `d = l + 1 − y` on the first step and 1 after; for the enabling section
    the same with T − 1. A 0–1 programme in the sense of Dantzig (1957), solved by HiGHS to a gap of 0 and checked:
    the engine is run on the result, the cost is recomputed in integers, and no move may be left out.
    Of equally cheap plans the one with the fewest practices is taken, then the first by code.
    `minimised`: *organiser* counts the effort of those who carry a move out, *both* adds the participants' days.
    `efforts` overrides the effort of moves ("OWN-1:2") in tenths of a person-week. Raises ValueError for one
    below a tenth.

    Missing data: a practice that does not apply is left out and what requires it counts as met; one without an
    answer, or not known, counts as level 1. Backing plays no part: the path is one of described levels.

    >>> from tests.toy import everyone, toy_instrument
    >>> toy = toy_instrument()
    >>> from scoring.levels.engine import score
    >>> found = cheapest_path(toy, score(toy, everyone(2)))
    >>> found.target, found.effort, [move.key for move in found.moves]
    (3, 12.0, ['ABC-1:3', 'ABC-2:3', 'DEF-1:3', 'DEF-2:3', 'ABC-3:3', 'DEF-3:3'])
    >>> found.optimal, found.runner_up_extra, found.level
    (True, 0.0, 3)
    """
    today = _today(instrument, result, efforts)
    if today is None or (target is not None and target > HIGHEST):
        return Path("impossible", target)
    wanted = today + 1 if target is None else target
    if wanted > HIGHEST or wanted <= today:
        state: PathState = "complete" if today == HIGHEST else "reached"
        return Path(state, target, optimal=True, level=today, index=result.index)
    problem = Problem(instrument, result, wanted, efforts, minimised)
    solved = cheapest(problem)
    found = _path(problem, solved)
    if not solved.chosen:
        return found
    tight = not any(problem.holds(solved.chosen - {at}) for at in solved.chosen)
    found = replace(found, optimal=found.optimal and tight)
    return _with_runner_up(problem, found, solved.chosen) if runner_up else found


def best_within(
    instrument: Instrument,
    result: AssessmentResult,
    budget: float,
    *,
    efforts: Mapping[str, float] = AS_PUBLISHED,
    minimised: Minimised = "organiser",
) -> Path:
    """The highest level, and with it the highest overall index, that `budget` person-weeks can pay for.

    Counted against the budget is what `minimised` names.

    `target` is that level. Of plans with the same level and index (to a thousandth of a point) the cheapest is
    taken, then the one with the fewest practices, then the first by code. Same programme and same missing-data policy as `cheapest_path`;
    *reached* when the budget pays for no move at all. No runner-up.

    >>> from tests.toy import everyone, toy_instrument
    >>> toy = toy_instrument()
    >>> from scoring.levels.engine import score
    >>> result = score(toy, everyone(2))
    >>> [(p.target, p.effort) for p in (best_within(toy, result, 12), best_within(toy, result, 11.5))]
    [(3, 12.0), (2, 11.0)]
    """
    today = _today(instrument, result, efforts)
    if today is None:
        return Path("impossible", None)
    tenths = int(Fraction(str(budget)) * TENTHS)
    for target in range(HIGHEST, LOWEST - 1, -1):
        problem = Problem(instrument, result, target, efforts, minimised)
        if not problem.moves:
            return Path("complete", None, optimal=True, level=today, index=result.index)
        least = cheapest(problem)
        if least.chosen is None or problem.cost[list(least.chosen)].sum() > tenths:
            continue
        return _best_index(problem, at_most(problem, tenths), least, today)
    return Path("reached", today, optimal=True, level=today, index=result.index)


def _today(instrument: Instrument, result: AssessmentResult, efforts: Mapping[str, float]) -> int | None:
    """The level described; without one the level with unanswered practices at 1; None if no gate applies."""
    if result.level is not None:
        return result.level
    return Problem(instrument, result, LOWEST, efforts).reading(frozenset()).level


def _best_index(problem: Problem, within: ConstraintRow, least: Solved, today: int) -> Path:
    """The plan with the highest index for the problem's target, then the cheapest of those."""
    gains = _gains(problem)
    best = solve(problem, -FINE * gains, [within])
    if best.chosen is None:
        return replace(_path(problem, least), optimal=False)
    at_least = ConstraintRow(dict(enumerate(gains.tolist())), low=-best.value / FINE - SAME_INDEX)
    found = cheapest(problem, [within, at_least])
    path = _path(problem, found if found.chosen is not None else best)
    path = replace(path, target=max(problem.target, today), optimal=path.optimal and best.proven)
    return path if path.moves else replace(path, state="reached")


def _gains(problem: Problem) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """What each move adds to the overall index, in points of 100."""
    known = problem.values
    used = [p for p in problem.instrument.pillars if any(q.code in known for q in p.practices)]
    whole = sum(p.weight for p in used)
    weights = {p.code: sum(q.weight for q in p.practices if q.code in known) for p in used}
    gains = []
    for move in problem.moves:
        pillar = problem.instrument.pillar_of[move[0]]
        weight = problem.instrument.practices[move[0]].weight / weights[pillar.code]
        gains.append(INDEX_STEP * pillar.weight / whole * weight * problem.steps(move))
    return np.array(gains)


def _path(problem: Problem, solved: Solved) -> Path:
    if solved.chosen is None:
        return Path("impossible" if solved.proven else "undecided", problem.target)
    after = problem.reading(solved.chosen)
    return Path(
        state="found",
        target=problem.target,
        effort=_effort(problem, solved.chosen),
        moves=_in_order(problem, solved.chosen),
        optimal=solved.proven,
        level=after.level,
        index=after.index,
        sections={code: section.level for code, section in after.sections.items()},
        minimised=problem.minimised,
        participants=sum(
            problem.instrument.practices[code].move(to).participants
            for code, to in (problem.moves[at] for at in solved.chosen)
        ),
    )


def _with_runner_up(problem: Problem, path: Path, chosen: frozenset[int]) -> Path:
    other = cheapest(problem, [without_one_of(chosen)])
    if other.chosen is None:
        return path
    extra = int(problem.cost[list(other.chosen)].sum() - problem.cost[list(chosen)].sum()) / TENTHS
    return replace(path, runner_up_extra=extra, runner_up=_in_order(problem, other.chosen))


def _effort(problem: Problem, chosen: frozenset[int]) -> float:
    return sum(problem.tenths(problem.moves[at]) for at in chosen) / TENTHS


def _in_order(problem: Problem, chosen: frozenset[int]) -> tuple[PathMove, ...]:
    """Each move after those it needs; among those that can be made, what holds the level first, then less
    effort, then by code."""
    holders = problem.result.held_by
    waiting = {problem.moves[at] for at in chosen}
    walked: list[Node] = []
    while waiting:
        ready = [move for move in waiting if waiting.isdisjoint(problem.needs(move))]
        move = min(ready, key=lambda m: (m[0] not in holders, problem.tenths(m), m))
        waiting.remove(move)
        walked.append(move)
    return tuple(PathMove(code, to, problem.tenths((code, to)) / TENTHS) for code, to in walked)
