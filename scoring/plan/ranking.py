"""Which gaps to close first, and which of them fit into a meeting (method, section 4)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import CAMPS, Instrument
from scoring.alignment.agreement import average_deviation, first_votes
from scoring.levels.ceiling import best_case
from scoring.levels.engine import binding_sections
from scoring.levels.results import AssessmentResult
from scoring.levels.sections import SectionScores, States, Values, applicable, score_values

PIVOTAL, HOLDS, ELSEWHERE, OTHERWISE = 1.0, 0.75, 0.5, 0.1
MOST, LEAST_IMPACT, THIRD_TO_SECOND = 3, 5.0, 0.5
TOLERANCE = 1e-9
CLOSE_CALL = 0.6


@dataclass(frozen=True)
class Gap:
    """One practice on which leaders differ. `impact` 0..100; None in a single view, where nobody differs.

    `difference` Δ in levels (technology − business) and `deviation` AD in levels, None where not known or
    not shown; `distance` g = max(|Δ|/4, AD/2) on 0..1; `share` w / w_max; `bindingness` b; `stability` the
    share of draws in which it is among the first three (`stability.gap_stability`), None where not drawn.
    """

    code: str
    impact: float | None
    difference: float | None
    deviation: float | None
    distance: float
    share: float
    bindingness: float
    stability: float | None = None

    @property
    def close_call(self) -> bool:
        """Is it among the first three in fewer than 60 % of the draws?"""
        return self.stability is not None and self.stability < CLOSE_CALL


def rank_gaps(
    instrument: Instrument,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed],
    result: AssessmentResult,
    hidden: Collection[str] = (),
) -> tuple[Gap, ...]:
    """The two or three gaps to close first: the highest of `every_gap` (method, section 4).

    `Impact = 100 · g · (w / w_max) · b` with `g = max(|Δ|/4, AD/2)`. At most three; the third is dropped
    when its impact is below half of the second's, and any below 5. In a single view there is no impact: the
    practices that hold a level, higher b first, then less effort. Arguments as `every_gap`.

    >>> from scoring.levels.engine import score
    >>> from tests.toy import toy_instrument, toy_respondent
    >>> toy = toy_instrument()
    >>> three = dict.fromkeys(toy.practices, 3)
    >>> people = [
    ...     toy_respondent("b", "business", three | {"ABC-1": 5}),
    ...     toy_respondent("t", "technology", three | {"ABC-1": 2}),
    ... ]
    >>> [(gap.code, gap.impact, gap.difference) for gap in rank_gaps(toy, people, {}, score(toy, people))]
    [('ABC-1', 56.25, -3.0)]
    """
    return first_gaps(every_gap(instrument, respondents, agreed, result, hidden), result)


def first_gaps(found: Sequence[Gap], result: AssessmentResult) -> tuple[Gap, ...]:
    """The cut of `rank_gaps` on gaps that are in order already."""
    if result.single_view:
        return tuple(gap for gap in found if gap.bindingness >= ELSEWHERE)[:MOST]
    first = [gap for gap in found if _impact(gap) >= LEAST_IMPACT - TOLERANCE][:MOST]
    if len(first) == MOST and _impact(first[2]) < THIRD_TO_SECOND * _impact(first[1]) - TOLERANCE:
        first.pop()
    return tuple(first)


def every_gap(
    instrument: Instrument,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed],
    result: AssessmentResult,
    hidden: Collection[str] = (),
) -> tuple[Gap, ...]:
    """All practices by `Impact = 100 · g · (w / w_max) · b`; ties by g, then by code.

    g is the distance between leaders on 0..1, w the weight of the practice in the overall index, b its
    bindingness: 1 if the overall level depends on which camp is right, .75 if it fails the gate for the next level in a
    binding section, .5 in another section, .1 otherwise. While there is no level its ceiling takes its place
    (open practices at 5), so that a room after ten questions has the same order. AD comes from the first votes of `respondents`, Δ from the camps' means in `result`, so that a
    result cut to what may be shown gives an order that reveals no more; AD of practices in `hidden` is left out
    for the same reason. Practices with an agreed level, not applicable or without an answer are left out.
    """
    shares, reading = _shares(instrument, result), _read(instrument, result)
    most = max(shares.values(), default=1.0)
    found = [
        _gap(reading, [] if code in hidden else respondents, result, code, shares[code] / most)
        for code, practice in result.practices.items()
        if code in shares and practice.state != "missing" and code not in agreed
    ]
    if result.single_view:
        alone = [replace(gap, impact=None) for gap in found]
        return tuple(sorted(alone, key=lambda gap: _for_one(instrument, result, gap)))
    return tuple(sorted(found, key=lambda gap: (-_impact(gap), -gap.distance, gap.code)))


@dataclass(frozen=True)
class _Reading:
    """What bindingness is asked of: the values described, or while there is no level the best case of what is open."""

    instrument: Instrument
    states: States
    values: Values
    scores: SectionScores

    def level_with(self, code: str, value: float) -> int | None:
        return score_values(self.instrument, self.states, {**self.values, code: value}).level


def _read(instrument: Instrument, result: AssessmentResult) -> _Reading:
    if result.level is None:
        states, values = best_case(result.practices)
    else:
        states = {code: found.state for code, found in result.practices.items()}
        values = {code: found.described for code, found in result.practices.items()}
    return _Reading(instrument, states, values, score_values(instrument, states, values))


def levels_by_camp(instrument: Instrument, result: AssessmentResult, code: str) -> tuple[int | None, ...]:
    """The overall level if one camp is right about this practice, and if the other is; empty where either has no mean.

    In the order business, technology. Two different levels make the practice pivotal. While there is no level
    these are ceilings.
    """
    return _levels_by_camp(_read(instrument, result), result, code)


def _levels_by_camp(reading: _Reading, result: AssessmentResult, code: str) -> tuple[int | None, ...]:
    means = [result.practices[code].camp_means[camp] for camp in CAMPS]
    return (
        tuple(reading.level_with(code, mean) for mean in means if mean is not None)
        if None not in means
        else ()
    )


def _impact(gap: Gap) -> float:
    return gap.impact or 0.0


def _shares(instrument: Instrument, result: AssessmentResult) -> dict[str, float]:
    """Each applicable practice's share of the overall index: its part of its section times the section's."""
    states: States = {code: practice.state for code, practice in result.practices.items()}
    used = [pillar for pillar in instrument.pillars if applicable(pillar, states)]
    whole = sum(pillar.weight for pillar in used)
    shares: dict[str, float] = {}
    for pillar in used:
        mine = [p for p in pillar.practices if states[p.code] != "not_applicable"]
        weight = sum(p.weight for p in mine)
        shares |= {p.code: pillar.weight / whole * p.weight / weight for p in mine}
    return shares


def _gap(
    reading: _Reading,
    respondents: Sequence[Respondent],
    result: AssessmentResult,
    code: str,
    share: float,
) -> Gap:
    means = [result.practices[code].camp_means[camp] for camp in CAMPS]
    difference = None if means[0] is None or means[1] is None else means[1] - means[0]
    deviation = average_deviation(first_votes(respondents, code))
    distance = max(abs(difference or 0.0) / 4, (deviation or 0.0) / 2)
    binds = _bindingness(reading, result, code)
    return Gap(code, 100 * distance * share * binds, difference, deviation, distance, share, binds)


def _bindingness(reading: _Reading, result: AssessmentResult, code: str) -> float:
    """1 if pivotal, .75 if it fails the gate for the next level in a binding section, .5 in another section, else .1."""
    if len(set(_levels_by_camp(reading, result, code))) > 1:
        return PIVOTAL
    pillar = result.practices[code].pillar
    if code not in reading.scores.sections[pillar].held_by:
        return OTHERWISE
    return HOLDS if pillar in binding_sections(reading.instrument, reading.scores) else ELSEWHERE


def _for_one(instrument: Instrument, result: AssessmentResult, gap: Gap) -> tuple[float, float, str]:
    level = result.practices[gap.code].level
    effort = 0 if level is None or level == 5 else instrument.practices[gap.code].move(level + 1).effort
    return -gap.bindingness, effort, gap.code
