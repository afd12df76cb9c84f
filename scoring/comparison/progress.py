"""Comparison of two rounds of one organisation: changes, noise, and the outcome of commitments (method, section 8).

A change is *noise* if the later value lies in the plausible range of the earlier one, or the earlier in that of
the later. Without a range (one person alone) every change is noise. Noise is neither better nor worse.

Two figures have no range; fixed thresholds are used instead: `GAP_NOISE` points for the AI strategy gap,
`SPREAD_NOISE` levels for the deviation between the leaders.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assessment.answers.records import Commitment
from scoring.comparison.editions import Comparability
from scoring.levels.results import AssessmentResult, PillarResult, PlausibleRange, Span
from scoring.levels.rules import TOLERANCE

GAP_NOISE = 10.0
SPREAD_NOISE = 0.25
Movement = Literal["better", "worse", "noise", "unchanged"]
Outcome = Literal["kept", "late", "dropped", "open", "overdue", "not_seen"]
"""`overdue`: open although its day has passed. `not_seen`: said to be kept, but not what leaders describe."""


@dataclass(frozen=True)
class RoundResult:
    """One round: the result, its plausible range, and the mean deviation between the leaders in levels."""

    result: AssessmentResult
    plausible: PlausibleRange | None
    deviation: float | None


@dataclass(frozen=True)
class Change:
    """One figure before and after, None where not known. Where both are known and nothing is claimed about how it
    moved (another edition was asked), `movement` is None as well."""

    before: float | None
    after: float | None
    noise: bool
    movement: Movement | None
    """None where one of the two is not known."""

    @property
    def difference(self) -> float | None:
        """Now minus then."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True)
class SectionChange:
    """One section; its level counts as moved only if its index has left the plausible range."""

    code: str
    level: Change
    index: Change


@dataclass(frozen=True)
class CommitmentOutcome:
    """One commitment and its outcome; the levels of its practice before and after, None if not known or without a move."""

    commitment: Commitment
    outcome: Outcome
    before: int | None
    after: int | None

    @property
    def reached(self) -> bool:
        """Do the leaders now describe the level the move was to reach? No, where there is no move."""
        aim = self.commitment.move
        return aim is not None and self.after is not None and self.after >= int(aim.partition(":")[2])


@dataclass(frozen=True)
class Comparison:
    """The changes between two rounds, scored by the same version of the method.

    Where the editions differ, level, index, sections and gap are side by side without a movement, and only
    what rests on practices in `across.kept` is compared.
    """

    level: Change
    index: Change
    gap: Change
    alignment: Change
    sections: tuple[SectionChange, ...]
    commitments: tuple[CommitmentOutcome, ...]
    across: Comparability | None = None

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """Number of commitments by outcome; outcomes without any are left out."""
        found: dict[Outcome, int] = {}
        for commitment in self.commitments:
            found[commitment.outcome] = found.get(commitment.outcome, 0) + 1
        return found


def compare(
    before: RoundResult,
    after: RoundResult,
    commitments: Sequence[Commitment],
    today: str,
    across: Comparability | None = None,
) -> Comparison:
    """Compares two rounds. `commitments` are those of the first; `today` is YYYY-MM-DD.

    `across`: what may be compared between two editions; the deviations are then those of its kept practices.
    """
    if across is not None:
        return _side_by_side(before, after, commitments, today, across)
    return Comparison(
        level=compare_with_ranges(before.result.level, after.result.level, _levels(before), _levels(after)),
        index=compare_with_ranges(before.result.index, after.result.index, _index(before), _index(after)),
        gap=compare_gap(before.result.strategy_gap.gap, after.result.strategy_gap.gap),
        alignment=compare_deviation(before.deviation, after.deviation),
        sections=tuple(
            _section(found, after.result.pillars[code], before, after)
            for code, found in before.result.pillars.items()
            if code in after.result.pillars
        ),
        commitments=tuple(
            _outcome(commitment, before.result, after.result, today) for commitment in commitments
        ),
    )


def _side_by_side(
    before: RoundResult,
    after: RoundResult,
    commitments: Sequence[Commitment],
    today: str,
    across: Comparability,
) -> Comparison:
    """The figures of two editions beside each other; a commitment is read against the answers only where kept."""

    def beside(then: float | None, now: float | None) -> Change:
        return Change(then, now, noise=True, movement=None)

    then, now = before.result, after.result
    silent = {code: replace(p, level=None) for code, p in now.practices.items() if code not in across.kept}
    told = replace(now, practices={**now.practices, **silent})
    return Comparison(
        level=beside(then.level, now.level),
        index=beside(then.index, now.index),
        gap=beside(then.strategy_gap.gap, now.strategy_gap.gap),
        alignment=compare_deviation(before.deviation, after.deviation),
        sections=tuple(
            SectionChange(code, beside(was.level, found.level), beside(was.index, found.index))
            for code, found in now.pillars.items()
            if (was := then.pillars.get(code)) is not None
        ),
        commitments=tuple(_outcome(commitment, then, told, today) for commitment in commitments),
        across=across,
    )


def compare_with_ranges(
    before: float | None, after: float | None, earlier: Span | None, later: Span | None
) -> Change:
    """The change of a figure of which more is better, judged by its two plausible ranges.

    >>> compare_with_ranges(40.0, 46.0, (36.0, 44.0), (41.0, 51.0)).movement
    'better'
    >>> compare_with_ranges(40.0, 43.0, (36.0, 44.0), (39.0, 47.0)).noise
    True
    """
    if before is None or after is None:
        return Change(before, after, noise=True, movement=None)
    noise = (
        earlier is None or later is None or _within(after, earlier, before) or _within(before, later, after)
    )
    return _change(before, after, after - before, noise=noise)


def compare_gap(before: float | None, after: float | None) -> Change:
    """The change of the AI strategy gap; better if nearer to zero, noise below `GAP_NOISE` points.

    >>> compare_gap(42.0, 20.0).movement
    'better'
    """
    if before is None or after is None:
        return Change(before, after, noise=True, movement=None)
    gain = abs(before) - abs(after)
    return _change(before, after, gain, noise=abs(gain) < GAP_NOISE - TOLERANCE)


def compare_deviation(before: float | None, after: float | None) -> Change:
    """The change of the mean deviation in levels; better if smaller, noise below `SPREAD_NOISE`.

    >>> compare_deviation(0.9, 0.8).movement
    'noise'
    """
    if before is None or after is None:
        return Change(before, after, noise=True, movement=None)
    gain = before - after
    return _change(before, after, gain, noise=abs(gain) < SPREAD_NOISE - TOLERANCE)


def _change(before: float, after: float, gain: float, *, noise: bool) -> Change:
    if abs(after - before) < TOLERANCE:
        return Change(before, after, noise=False, movement="unchanged")
    if noise or abs(gain) < TOLERANCE:
        return Change(before, after, noise=True, movement="noise")
    return Change(before, after, noise=False, movement="better" if gain > 0 else "worse")


def _within(value: float, span: Span, figure: float) -> bool:
    """Does the value lie in the range, widened to the figure it belongs to? (At 1 and 5 slips go one way.)"""
    return min(span[0], figure) - TOLERANCE <= value <= max(span[1], figure) + TOLERANCE


def _levels(standing: RoundResult) -> Span | None:
    found = standing.plausible
    return None if found is None else (float(found.low), float(found.high))


def _index(standing: RoundResult) -> Span | None:
    return None if standing.plausible is None else standing.plausible.index


def _section(then: PillarResult, now: PillarResult, before: RoundResult, after: RoundResult) -> SectionChange:
    earlier, later = (
        None if standing.plausible is None else standing.plausible.sections.get(then.code)
        for standing in (before, after)
    )
    index = compare_with_ranges(then.index, now.index, earlier, later)
    if then.level is None or now.level is None:
        return SectionChange(then.code, Change(then.level, now.level, noise=True, movement=None), index)
    gain = now.level - then.level
    agrees = index.movement == ("better" if gain > 0 else "worse")
    return SectionChange(then.code, _change(then.level, now.level, gain, noise=not agrees), index)


def _outcome(
    commitment: Commitment, then: AssessmentResult, now: AssessmentResult, today: str
) -> CommitmentOutcome:
    code = (commitment.move or "").partition(":")[0]
    before, after = (
        found.practices[code].level if code in found.practices else None for found in (then, now)
    )
    found = CommitmentOutcome(commitment, commitment.status, before, after)
    if commitment.status == "open" and commitment.due is not None and commitment.due < today:
        return replace(found, outcome="overdue")
    if commitment.status == "kept" and after is not None and not found.reached:
        return replace(found, outcome="not_seen")
    return found
