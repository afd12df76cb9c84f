"""The method: numbers in, numbers out. No clock, no chance without a seed, no disk, no environment."""

from scoring.benchmark import standing
from scoring.cash_flow import irr, npv, payback
from scoring.claims import value_test
from scoring.contradictions import Conflict, conflicts
from scoring.engine import score
from scoring.matrix import value_effort
from scoring.path import Path, PathMove, best_within, cheapest_path
from scoring.pilots import pilot_register
from scoring.plausible import plausible_range
from scoring.ranking import Gap, rank_gaps
from scoring.roadmap import Bar, Roadmap, RoadmapItem, move_items, schedule
from scoring.roadmap_checks import Finding, roadmap_checks
from scoring.robust import robustness
from scoring.rules import METHOD, Rated, Rule, overall_level, practice_level, section_level
from scoring.stability import gap_stability
from scoring.strategy import activity_index, capability_index, strategy_gap
from scoring.value import simulate
from scoring.what_if import Supposed, what_if

__all__ = [
    "METHOD",
    "Bar",
    "Conflict",
    "Finding",
    "Gap",
    "Path",
    "PathMove",
    "Rated",
    "Roadmap",
    "RoadmapItem",
    "Rule",
    "Supposed",
    "activity_index",
    "best_within",
    "capability_index",
    "cheapest_path",
    "conflicts",
    "gap_stability",
    "irr",
    "move_items",
    "npv",
    "overall_level",
    "payback",
    "pilot_register",
    "plausible_range",
    "practice_level",
    "rank_gaps",
    "roadmap_checks",
    "robustness",
    "schedule",
    "score",
    "section_level",
    "simulate",
    "standing",
    "strategy_gap",
    "value_effort",
    "value_test",
    "what_if",
]
