"""The method: numbers in, numbers out. No clock, no chance without a seed, no disk, no environment."""

from scoring.benchmark import standing
from scoring.cash_flow import irr, npv, payback
from scoring.claims import value_test
from scoring.contradictions import Conflict, conflicts
from scoring.engine import score
from scoring.matrix import value_effort
from scoring.pilots import pilot_register
from scoring.plausible import plausible_range
from scoring.robust import robustness
from scoring.rules import METHOD, Rated, Rule, overall_level, practice_level, section_level
from scoring.strategy import activity_index, capability_index, strategy_gap
from scoring.value import simulate

__all__ = [
    "METHOD",
    "Conflict",
    "Rated",
    "Rule",
    "activity_index",
    "capability_index",
    "conflicts",
    "irr",
    "npv",
    "overall_level",
    "payback",
    "pilot_register",
    "plausible_range",
    "practice_level",
    "robustness",
    "score",
    "section_level",
    "simulate",
    "standing",
    "strategy_gap",
    "value_effort",
    "value_test",
]
