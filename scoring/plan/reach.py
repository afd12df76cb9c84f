"""The level that a given set of moves reaches."""

from collections.abc import Collection

from assessment.instrument.model import Instrument
from scoring.levels.results import AssessmentResult
from scoring.levels.rules import LOWEST
from scoring.plan.path import AS_PUBLISHED
from scoring.plan.path_problem import Problem


def level_after(instrument: Instrument, result: AssessmentResult, moves: Collection[str]) -> int | None:
    """The overall level once these moves ("OWN-1:2") are made, by the rules of the engine.

    A move without what it needs, be it the step before on its practice or one it requires, counts for nothing.
    Missing data: as in `cheapest_path`, a practice without an answer counts as level 1; None if no gate section
    applies. Moves the instrument does not have, or that are made already, count for nothing.

    >>> from tests.toy import everyone, toy_instrument
    >>> toy = toy_instrument()
    >>> from scoring.levels.engine import score
    >>> from scoring.plan.path import cheapest_path
    >>> result = score(toy, everyone(2))
    >>> path = [move.key for move in cheapest_path(toy, result).moves]
    >>> level_after(toy, result, path), level_after(toy, result, path[1:])
    (3, 2)
    """
    problem = Problem(instrument, result, LOWEST, AS_PUBLISHED)
    wanted = [move for move in problem.moves if f"{move[0]}:{move[1]}" in moves]
    made = set(wanted)
    while stuck := {move for move in made if not made.issuperset(problem.needs(move))}:
        made -= stuck
    return problem.reading(frozenset(problem.position[move] for move in made)).level
