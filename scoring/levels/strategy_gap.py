"""The AI strategy gap: activity minus capability (method, section 3)."""

from collections.abc import Mapping, Sequence

from assessment.answers.records import Respondent
from assessment.instrument.model import CAMPS, Instrument
from scoring.levels.averages import arithmetic
from scoring.levels.results import GapName, PracticeResult, StrategyGap
from scoring.levels.rules import TOLERANCE, index_of
from scoring.levels.votes import balanced

WIDE, NOTABLE = 40.0, 20.0
STARTED, SCALING = 25.0, 60.0


def activity_index(instrument: Instrument, respondents: Sequence[Respondent]) -> float | None:
    """Activity `A = 25 (mean of the activity items − 1)`, 0..100.

    Each item is camp-balanced like x. Items nobody answered are left out; None without any answer
    or when the instrument asks no activity.
    """
    items = []
    for code in instrument.activity_items:
        camps = [
            [r.activity[code] for r in respondents if r.camp == camp and code in r.activity] for camp in CAMPS
        ]
        items.append(balanced(balanced(levels) for levels in camps))
    value = balanced(items)
    return None if value is None else index_of(value)


def capability_index(instrument: Instrument, practices: Mapping[str, PracticeResult]) -> float | None:
    """Capability `C = 25 (½ mean + ½ min − 1)` over the practices tagged `scaling`, 0..100.

    On described values, each practice counting alike: capability is limited by its weakest part.
    Practices not applicable or missing are left out; None when no tagged practice has a value.
    """
    tagged = [
        practices[code].described for code, practice in instrument.practices.items() if practice.scaling
    ]
    values = [value for value in tagged if value is not None]
    if not values:
        return None
    return index_of((arithmetic(values, [1.0] * len(values)) + min(values)) / 2)


def strategy_gap(activity: float | None, capability: float | None) -> StrategyGap:
    """Gap `G = A − C` with its name; both indices 0..100. All None if either is None.

    G ≥ 40 pilot trap; 20 ≤ G < 40 activity ahead; −20 < G < 20 in step, called "not started" if both
    are below 25 and "scaling" if both are at least 60; G ≤ −20 unused capacity.

    >>> strategy_gap(62.5, 20.0)
    StrategyGap(activity=62.5, capability=20.0, gap=42.5, name='pilot trap')
    >>> strategy_gap(70.0, 60.0).name, strategy_gap(24.0, 10.0).name, strategy_gap(None, 10.0).name
    ('scaling', 'not started', None)
    """
    if activity is None or capability is None:
        return StrategyGap(None, None, None, None)
    gap = activity - capability
    return StrategyGap(activity, capability, gap, named_gap(activity, capability))


def named_gap(activity: float, capability: float) -> GapName:
    """The name of the gap between two indices, as `strategy_gap` gives it.

    >>> named_gap(62.5, 20.0)
    'pilot trap'
    """
    gap = activity - capability
    if gap >= WIDE - TOLERANCE:
        return "pilot trap"
    if gap >= NOTABLE - TOLERANCE:
        return "activity ahead"
    if gap <= -NOTABLE + TOLERANCE:
        return "unused capacity"
    if max(activity, capability) < STARTED - TOLERANCE:
        return "not started"
    if min(activity, capability) >= SCALING - TOLERANCE:
        return "scaling"
    return "in step"
