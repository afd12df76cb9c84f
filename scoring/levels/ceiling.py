"""Upper bound of the level from what is known, for an assessment that is not complete."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.instrument.model import Instrument
from scoring.levels.engine import binding_sections, held_by_any
from scoring.levels.results import AssessmentResult, PracticeResult
from scoring.levels.rules import HIGHEST
from scoring.levels.sections import States, Values, score_values


@dataclass(frozen=True)
class Ceiling:
    """The upper bound `level` (None while what is known rules out no level). `held_by` is what holds it there;
    `answered` the number of practices it rests on; `others` that of the applicable ones without an answer, which
    can only lower it."""

    level: int | None
    held_by: tuple[str, ...]
    answered: int
    others: int


def best_case(practices: Mapping[str, PracticeResult]) -> tuple[States, Values]:
    """States and values with every practice that has no answer at level 5; what is not known stays at 1."""
    states: States = {
        code: "not_applicable" if found.state == "not_applicable" else "scored"
        for code, found in practices.items()
    }
    values = {
        code: float(HIGHEST) if found.described is None else found.described
        for code, found in practices.items()
        if found.state != "not_applicable"
    }
    return states, {code: values.get(code) for code in practices}


def ceiling(instrument: Instrument, result: AssessmentResult) -> Ceiling:
    """The highest overall level that rules 5 and 6 still allow, whatever the unanswered practices turn out to be.

    Every practice without an answer is put at 5, and rules 5 and 6 are asked: raising a value never lowers a
    level, and leaving a practice at 5 out raises none, so no outcome lies above. What is not known counts as 1, as it does in the
    level; it holds the bound only until somebody can say. After any part of the questions it is a bound: after the key practices alone, after one section, or with all but one answered.
    A bound of 5 rules nothing out and is None. Method, section 1, rules 5, 6 and 8.

    >>> from scoring.levels.engine import score
    >>> from tests.toy import toy_instrument, toy_respondent
    >>> toy, keys = toy_instrument(), {"ABC-1": 4, "ABC-2": 2, "DEF-1": 3, "DEF-2": 3, "GHI-1": 3, "GHI-2": 3}
    >>> ceiling(toy, score(toy, [toy_respondent("r1", "business", keys)]))
    Ceiling(level=2, held_by=('ABC-2',), answered=6, others=5)
    >>> ceiling(toy, score(toy, [toy_respondent("r1", "business", {"ABC-1": 5})])).level is None
    True
    """
    states, values = best_case(result.practices)
    best = score_values(instrument, states, values)
    answered = sum(found.described is not None for found in result.practices.values())
    bound = best.level if answered and best.level != HIGHEST else None
    holding = held_by_any(best.sections[code].held_by for code in binding_sections(instrument, best))
    applicable = sum(state == "scored" for state in states.values())
    return Ceiling(bound, holding if bound else (), answered, applicable - answered)
