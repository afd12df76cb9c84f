"""What has to move first for the next level, when nothing has been optimised yet.

For the target level T = L + 1 every practice that falls short of what rule 5 asks for T gets the
moves that close the distance, with whatever they require first; where only the section's mean
falls short, its cheapest next moves are added until the mean suffices. It is a complete list,
not a cheapest one: no claim of optimality is made for it.

Source: method, sections 1 (rules 5 and 6) and 4 (single view: by what holds the level, then effort).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.instrument import Instrument, Pillar
from scoring.results import AssessmentResult


@dataclass(frozen=True)
class NextMove:
    """Move practice `code` from level `to` − 1 to level `to`; `holds` if it holds the overall level."""

    code: str
    to: int
    holds: bool


def target_level(result: AssessmentResult) -> int | None:
    """The level aimed at: one above the described one; None at level 5 or without a level."""
    return result.level + 1 if result.level is not None and result.level < 5 else None


def next_moves(instrument: Instrument, result: AssessmentResult) -> tuple[NextMove, ...]:
    """All moves for the next level, those that hold the level first, then by effort, then by code.

    Moves on one practice keep their order, and a move stands behind those it requires. Without an
    overall level the list holds the first move of each practice at level 1; at level 5 it is empty.
    """
    target = target_level(result)
    if target is None:
        if result.level == 5:
            return ()
        wanted = {code: 2 for code, p in result.practices.items() if p.level == 1}
    else:
        wanted = dict(_wanted(instrument, result, target))
    plan = _Plan(instrument, result)
    for code in sorted(wanted, key=lambda c: plan.rank(c, wanted[c])):
        plan.reach(code, wanted[code])
    if target is not None:
        for pillar in instrument.pillars:
            plan.raise_mean(pillar, target if pillar.role == "gate" else target - 1)
    return tuple(NextMove(code, to, code in result.held_by) for code, to in plan.moves)


def _wanted(instrument: Instrument, result: AssessmentResult, target: int) -> Iterator[tuple[str, int]]:
    for pillar in instrument.pillars:
        needed = target if pillar.role == "gate" else target - 1
        for practice in pillar.practices:
            level = result.practices[practice.code].level
            at_least = needed if practice.key else needed - 1
            if level is not None and level < at_least:
                yield practice.code, at_least


class _Plan:
    """The list being built, with the level every practice will have reached."""

    def __init__(self, instrument: Instrument, result: AssessmentResult) -> None:
        self.instrument, self.result = instrument, result
        self.levels = {code: p.level for code, p in result.practices.items() if p.level is not None}
        self.values = {code: p.described for code, p in result.practices.items() if p.described is not None}
        self.moves: list[tuple[str, int]] = []

    def rank(self, code: str, to: int) -> tuple[bool, bool, int, str]:
        practice = self.instrument.practices[code]
        effort = sum(practice.move(k).effort for k in range(self.levels[code] + 1, to + 1))
        return code not in self.result.held_by, not practice.key, effort, code

    def reach(self, code: str, to: int) -> None:
        practice = self.instrument.practices[code]
        while code in self.levels and self.levels[code] < to:
            step = self.levels[code] + 1
            for need in practice.requires.get(str(step), []):
                other, at = need.split(":")
                self.reach(other, int(at))
            self.levels[code] = step
            self.values[code] = max(self.values[code], float(step))
            self.moves.append((code, step))

    def raise_mean(self, pillar: Pillar, needed: int) -> None:
        """Adds the cheapest next moves of a section until its mean is above `needed` − 0.5."""
        while True:
            known = [p for p in pillar.practices if p.code in self.values]
            weight = sum(p.weight for p in known)
            mean = sum(p.weight * self.values[p.code] for p in known) / weight if weight else 5.0
            open_practices = [p for p in known if self.levels[p.code] < 5]
            if needed < 2 or mean > needed - 0.5 + 1e-9 or not open_practices:
                return
            cheapest = min(
                open_practices, key=lambda p: (p.move(self.levels[p.code] + 1).effort / p.weight, p.code)
            )
            self.reach(cheapest.code, self.levels[cheapest.code] + 1)
