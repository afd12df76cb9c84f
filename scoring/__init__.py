"""The method as pure functions: no clock, no unseeded randomness, no disk, no environment."""

from scoring.comparison.benchmark import benchmark_position
from scoring.levels.contradictions import Conflict, conflicts
from scoring.levels.engine import score
from scoring.levels.rules import METHOD, Rated, Rule, overall_level, practice_level, section_level
from scoring.levels.strategy_gap import activity_index, capability_index, strategy_gap
from scoring.plan.path import Path, PathMove, best_within, cheapest_path
from scoring.plan.ranking import Gap, rank_gaps
from scoring.plan.roadmap import Bar, RoadmapItem, Schedule, move_items, schedule
from scoring.plan.roadmap_checks import RoadmapFinding, roadmap_checks
from scoring.plan.stability import gap_stability
from scoring.plan.what_if import WhatIfResult, what_if
from scoring.sureness.plausible_range import plausible_range
from scoring.sureness.robustness import robustness
from scoring.value.cash_flow import irr, npv, payback
from scoring.value.claims import value_test
from scoring.value.matrix import value_effort
from scoring.value.pilots import pilot_register
from scoring.value.simulation import simulate

__all__ = [
    "METHOD",
    "Bar",
    "Conflict",
    "Gap",
    "Path",
    "PathMove",
    "Rated",
    "RoadmapFinding",
    "RoadmapItem",
    "Rule",
    "Schedule",
    "WhatIfResult",
    "activity_index",
    "benchmark_position",
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
    "strategy_gap",
    "value_effort",
    "value_test",
    "what_if",
]
