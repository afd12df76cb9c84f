"""The cheapest path as a 0–1 integer programme (method, section 5), and its exact solution.

One variable per move: 1 if it is made. Efforts are whole tenths of a person-week, so that cost is counted in
integers; a section's mean is compared on the grid of fractions its values lie on, so that no tolerance decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import inf, lcm

import numpy as np
from numpy.typing import NDArray

from assessment.instrument.model import Instrument, Pillar
from assessment.instrument.moves import DAYS_A_WEEK, Minimised
from scoring.levels.results import AssessmentResult
from scoring.levels.rules import HALF_STEP, HIGHEST, LOWEST, practice_level
from scoring.levels.sections import SectionScores, States, Values, score_values

Floats = NDArray[np.float64]
Node = tuple[str, int]
"""A move: practice code and the level it leads to."""

TENTHS = 10
CHUNK = 16
"""Moves ordered by one solution: weights up to 2^15 stay exact within the solver's tolerance."""
HALF = 0.5
SLACK = 1e-6
RETRIES = 20
FINEST = 1_000_000


@dataclass(frozen=True)
class ConstraintRow:
    """`low ≤ Σ coefficient · z ≤ high` over the positions of the moves."""

    coefficients: Mapping[int, float]
    low: float = -inf
    high: float = inf


@dataclass(frozen=True)
class Solved:
    """The positions chosen, None if infeasible; `proven` if optimality (or infeasibility) is proven."""

    chosen: frozenset[int] | None
    value: float
    proven: bool


@dataclass
class Problem:
    """All moves still to be made, their cost, and what must hold for `target` (1: nothing); as in `cheapest_path`."""

    instrument: Instrument
    result: AssessmentResult
    target: int
    efforts: Mapping[str, float]
    minimised: Minimised = "organiser"
    values: dict[str, float] = field(init=False)
    levels: dict[str, int] = field(init=False)
    moves: list[Node] = field(init=False)
    position: dict[Node, int] = field(init=False)
    cost: NDArray[np.int64] = field(init=False)
    first: NDArray[np.int64] = field(init=False)
    rows: list[ConstraintRow] = field(init=False)

    def __post_init__(self) -> None:
        found = self.result.practices
        self.values = {
            code: float(LOWEST) if p.described is None else p.described
            for code, p in found.items()
            if p.state != "not_applicable"
        }
        self.levels = {code: practice_level(value) for code, value in self.values.items()}
        self.moves = sorted(
            (code, to) for code, level in self.levels.items() for to in range(level + 1, HIGHEST + 1)
        )
        self.position = {move: at for at, move in enumerate(self.moves)}
        self.cost = np.array([self.price(move) for move in self.moves], dtype=np.int64)
        self.first = np.array([to == self.levels[code] + 1 for code, to in self.moves], dtype=np.int64)
        self.rows = [*self._order(), *(row for p in self.instrument.pillars for row in self._gates(p))]

    def tenths(self, move: Node) -> int:
        """Effort of a move in tenths of a person-week. Raises ValueError for one that is not at least one tenth."""
        code, to = move
        effort = self.efforts.get(f"{code}:{to}", self.instrument.practices[code].move(to).effort)
        whole = round(effort * TENTHS)
        if whole < 1 or abs(whole - effort * TENTHS) > SLACK:
            raise ValueError(f"the effort of {code}:{to} must be a positive number of tenths, not {effort}")
        return whole

    def price(self, move: Node) -> int:
        """What is minimised, in tenths of a person-week: the effort, with the participants' days if both count."""
        days = self.instrument.practices[move[0]].move(move[1]).participants
        return self.tenths(move) + (days * TENTHS // DAYS_A_WEEK if self.minimised == "both" else 0)

    def needs(self, move: Node) -> list[Node]:
        """The moves that must be made before: the practice's own last step, and what it requires."""
        code, to = move
        needs = [(code, to - 1)]
        for need in self.instrument.practices[code].requires.get(str(to), []):
            other, at = need.split(":")
            needs.append((other, int(at)))
        return [need for need in needs if need in self.position]

    def steps(self, move: Node) -> float:
        """How much a move adds to the value of its practice: 1, or what is left of the first step."""
        code, to = move
        return to - self.values[code] if to == self.levels[code] + 1 else 1.0

    def reading(self, chosen: frozenset[int]) -> SectionScores:
        """Rules 5 and 6 with the moves made: each sets its practice to at least its level."""
        reached: dict[str, float] = dict(self.values)
        for at in chosen:
            code, to = self.moves[at]
            reached[code] = max(reached[code], float(to))
        states: States = {
            code: "scored" if code in reached else "not_applicable" for code in self.result.practices
        }
        values: Values = {code: reached.get(code) for code in self.result.practices}
        return score_values(self.instrument, states, values)

    def holds(self, chosen: frozenset[int]) -> bool:
        """Are these moves in a valid order, and do they reach the target by the rules of the engine?"""
        if any(self.position[need] not in chosen for at in chosen for need in self.needs(self.moves[at])):
            return False
        return self.target <= LOWEST or (self.reading(chosen).level or 0) >= self.target

    def _order(self) -> Iterator[ConstraintRow]:
        doable: set[Node] = set()
        while more := {m for m in self.moves if m not in doable and doable.issuperset(self.needs(m))}:
            doable |= more
        for move, at in self.position.items():
            if move not in doable:
                yield ConstraintRow({at: 1.0}, high=0.0)
            for need in self.needs(move):
                yield ConstraintRow({self.position[need]: 1.0, at: -1.0}, low=0.0)

    def _gates(self, pillar: Pillar) -> Iterator[ConstraintRow]:
        """G1, G2 and G3 of one section for the target; one level less for the enabling section."""
        needed = self.target if pillar.role == "gate" else self.target - 1
        practices = [p for p in pillar.practices if p.code in self.values]
        if needed <= LOWEST or not practices:
            return
        for p in practices:
            for to in range(self.levels[p.code] + 1, (needed if p.key else needed - 1) + 1):
                yield ConstraintRow({self.position[p.code, to]: 1.0}, low=1.0)
        exact = {p.code: Fraction(self.values[p.code]).limit_denominator(FINEST) for p in practices}
        weight = sum(p.weight for p in practices)
        short = (needed - Fraction(HALF_STEP)) * weight - sum(p.weight * exact[p.code] for p in practices)
        grid = lcm(2, *(value.denominator for value in exact.values()))
        steps = {
            self.position[p.code, to]: p.weight * self.steps((p.code, to))
            for p in practices
            for to in range(self.levels[p.code] + 1, HIGHEST + 1)
        }
        yield ConstraintRow(steps, low=float(short) + max(SLACK, 1 / (2 * grid)))


def solve(
    problem: Problem, objective: Floats | NDArray[np.int64], rows: Sequence[ConstraintRow] = ()
) -> Solved:
    """The smallest objective under the problem's rows and `rows`, checked by the engine.

    HiGHS (Huangfu and Hall 2018) with a gap of 0. Each solution is verified: a set of moves that the engine
    rejects is excluded and the search continues; `proven` rests on the solver's bound.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - half a second, only when asked

    forbidden: list[ConstraintRow] = []
    size = len(problem.moves)
    for _ in range(RETRIES):
        asked = [*problem.rows, *rows, *forbidden]
        matrix = np.zeros((len(asked), size))
        for at, row in enumerate(asked):
            matrix[at, list(row.coefficients)] = list(row.coefficients.values())
        limits = LinearConstraint(matrix, [row.low for row in asked], [row.high for row in asked])
        options = {"mip_rel_gap": 0}
        found = milp(
            objective, integrality=np.ones(size), bounds=Bounds(0, 1), constraints=limits, options=options
        )
        if found.x is None:
            return Solved(None, inf, proven=found.status == 2)
        chosen = frozenset(np.flatnonzero(found.x > HALF).tolist())
        if problem.holds(chosen):
            value = float(sum(objective[at] for at in chosen))
            return Solved(chosen, value, proven=found.status == 0 and found.mip_dual_bound > value - HALF)
        forbidden.append(_not_exactly(chosen, size))
    return Solved(None, inf, proven=False)


def cheapest(problem: Problem, rows: Sequence[ConstraintRow] = ()) -> Solved:
    """The cheapest set of moves; of equally cheap ones that with the fewest practices, then the first by code.

    First by code: of the sorted lists of moves the one that comes first in the dictionary. The problem has moves.
    """
    unit = np.gcd.reduce(problem.cost)
    found = solve(problem, problem.cost // unit * (len(problem.levels) + 1) + problem.first, rows)
    if found.chosen is None:
        return found
    equal = [_sum_is(counted, found.chosen) for counted in (problem.cost // unit, problem.first)]
    chosen, proven = _first_by_code(problem, [*rows, *equal], found.chosen)
    return Solved(chosen, found.value, found.proven and proven)


def _first_by_code(
    problem: Problem, rows: Sequence[ConstraintRow], chosen: frozenset[int]
) -> tuple[frozenset[int], bool]:
    """Of all sets of the same cost the first by code, and whether that is proven."""
    size = len(problem.moves)
    other = solve(problem, np.zeros(size), [*rows, without_one_of(chosen)])
    if other.chosen is None:
        return chosen, other.proven
    fixed = list(rows)
    for start in range(0, size, CHUNK):
        part = range(start, min(start + CHUNK, size))
        weights = np.zeros(size)
        weights[list(part)] = [-(2.0 ** (part.stop - 1 - at)) for at in part]
        best = solve(problem, weights, fixed)
        if best.chosen is None or not best.proven:
            return chosen, False
        chosen = best.chosen
        fixed += [ConstraintRow({at: 1.0}, float(at in chosen), float(at in chosen)) for at in part]
    return chosen, True


def at_most(problem: Problem, tenths: int) -> ConstraintRow:
    """Constraint: the moves cost at most this, in tenths of a person-week, divided by their common divisor."""
    unit = int(np.gcd.reduce(problem.cost))
    return ConstraintRow(
        dict(enumerate((problem.cost // unit).astype(float).tolist())), high=float(tenths // unit)
    )


def _sum_is(counted: NDArray[np.int64], chosen: frozenset[int]) -> ConstraintRow:
    """Constraint: the sum of `counted` over the moves equals that of `chosen`."""
    total = float(sum(counted[at] for at in chosen))
    return ConstraintRow(dict(enumerate(counted.astype(float).tolist())), total, total)


def without_one_of(chosen: frozenset[int]) -> ConstraintRow:
    """Constraint: at least one of these moves is not made."""
    return ConstraintRow(dict.fromkeys(chosen, 1.0), high=len(chosen) - 1.0)


def _not_exactly(chosen: frozenset[int], size: int) -> ConstraintRow:
    signs = {at: -1.0 if at in chosen else 1.0 for at in range(size)}
    return ConstraintRow(signs, low=1.0 - len(chosen))
