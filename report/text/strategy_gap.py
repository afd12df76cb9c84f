"""Sentence about the AI strategy gap, for screens and documents."""

from language.translation import _
from scoring.levels.results import StrategyGap


def gap_sentence(gap: StrategyGap) -> str:
    """The AI strategy gap in one sentence."""
    if gap.gap is None or gap.activity is None or gap.capability is None:
        return _("Answer the activity questions to see whether activity runs ahead of capability.")
    figures = {"activity": round(gap.activity), "capability": round(gap.capability)}
    templates = {
        "pilot trap": _(
            "Activity is far ahead of the capability to scale it, {activity} against {capability} of 100: the pilot trap."
        ),
        "activity ahead": _(
            "Activity is ahead of the capability to scale it: {activity} against {capability} of 100."
        ),
        "in step": _("Activity and the capability to scale are in step: {activity} and {capability} of 100."),
        "not started": _("Neither activity nor capability has begun: {activity} and {capability} of 100."),
        "scaling": _(
            "Activity and capability are both high and in step: {activity} and {capability} of 100."
        ),
        "unused capacity": _(
            "You could carry more than you try: activity {activity}, capability {capability} of 100."
        ),
    }
    return templates[gap.name or "in step"].format(**figures)
