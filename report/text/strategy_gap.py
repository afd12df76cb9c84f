"""Sentence about the AI strategy gap, for screens and documents."""

from math import ceil, floor

from language.numbers import beside
from language.translation import _
from scoring.levels.results import StrategyGap
from scoring.levels.strategy_gap import NOTABLE, WIDE, named_gap


def gap_sentence(gap: StrategyGap) -> str:
    """The AI strategy gap in one sentence."""
    if gap.gap is None or gap.activity is None or gap.capability is None:
        return _("Answer the questions on activity to see whether it is ahead of capability.")
    activity, capability = gap_figures(gap)
    figures = {"activity": activity, "capability": capability}
    templates = {
        "pilot trap": _(
            "Activity is far ahead of the capability to scale it, {activity} against {capability} out of "
            "100: the pilot trap."
        ),
        "activity ahead": _(
            "Activity is ahead of the capability to scale it: {activity} against {capability} out of 100."
        ),
        "in step": _(
            "Activity and the capability to scale it are in step: {activity} and {capability} out of 100."
        ),
        "not started": _(
            "Neither activity nor capability has begun: {activity} and {capability} out of 100."
        ),
        "scaling": _(
            "Activity and capability are both high and in step: {activity} and {capability} out of 100."
        ),
        "unused capacity": _(
            "You could scale more than you try: activity {activity}, capability {capability} out of 100."
        ),
    }
    return templates[gap.name or "in step"].format(**figures)


def gap_figures(gap: StrategyGap) -> tuple[int, int]:
    """Activity and capability as whole numbers that bear out the name of the gap; (0, 0) without one.

    Each stays on its side of the marks for “not started” and “scaling”; where the difference of the two would belong to
    another name, one of them is rounded the other way.
    """
    if gap.activity is None or gap.capability is None:
        return 0, 0
    exact = (gap.activity, gap.capability)
    pairs = [
        (activity, capability) for activity in _whole(gap.activity) for capability in _whole(gap.capability)
    ]
    bearing = [pair for pair in pairs if named_gap(*pair) == gap.name]
    return min(bearing or pairs, key=lambda pair: abs(pair[0] - exact[0]) + abs(pair[1] - exact[1]))


def _whole(index: float) -> tuple[int, int]:
    """The two whole numbers an index lies between, one twice where it is whole."""
    return floor(index), ceil(index)


def gap_size(gap: float) -> float:
    """The gap with one decimal, on the right side of the marks of its name."""
    return beside(gap, 1, at_least=(NOTABLE, WIDE))
