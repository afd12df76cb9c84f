"""The method: numbers in, numbers out. No clock, no chance without a seed, no disk, no environment."""

from scoring.contradictions import Conflict, conflicts
from scoring.engine import score
from scoring.path import Path, PathMove, best_within, cheapest_path
from scoring.plausible import plausible_range
from scoring.robust import robustness
from scoring.rules import METHOD, Rated, Rule, overall_level, practice_level, section_level
from scoring.strategy import activity_index, capability_index, strategy_gap

__all__ = [
    "METHOD",
    "Conflict",
    "Path",
    "PathMove",
    "Rated",
    "Rule",
    "activity_index",
    "best_within",
    "capability_index",
    "cheapest_path",
    "conflicts",
    "overall_level",
    "plausible_range",
    "practice_level",
    "robustness",
    "score",
    "section_level",
    "strategy_gap",
]
