"""Cutting a result down to what the privacy mode lets anyone see."""

from dataclasses import replace

from assessment.instrument import CAMPS
from scoring.results import AssessmentResult, StrategyGap, WhatIf


def nothing(result: AssessmentResult) -> AssessmentResult:
    """The result with every value withheld."""
    no_sides = dict.fromkeys(CAMPS)
    practices = {
        code: replace(
            p, described=None, shown=None, level=None, shown_level=None, agreed=None, backing=None,
            camp_means=no_sides, dont_know=no_sides,
        )
        for code, p in result.practices.items()
    }  # fmt: skip
    pillars = {
        code: replace(
            p, level=None, shown=None, index=None, shown_index=None, held_by=(), shown_held_by=(),
            dont_know=no_sides,
        )
        for code, p in result.pillars.items()
    }  # fmt: skip
    return replace(
        result, practices=practices, pillars=pillars, level=None, shown=None, average=None, index=None,
        key_practices_above=0, held_by=(), binding=(), what_if=WhatIf(None, None, None, None),
        strategy_gap=StrategyGap(None, None, None, None),
    )  # fmt: skip


def without_sides(result: AssessmentResult) -> AssessmentResult:
    """The result with everything withheld that shows the two camps apart."""
    no_sides = dict.fromkeys(CAMPS)
    return replace(
        result,
        practices={
            c: replace(p, camp_means=no_sides, dont_know=no_sides) for c, p in result.practices.items()
        },
        pillars={c: replace(p, dont_know=no_sides) for c, p in result.pillars.items()},
        what_if=replace(result.what_if, business=None, technology=None),
    )
