"""Stability of the ranking of gaps under varied answers, people and weights (method, sections 4 and 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import Instrument
from scoring.levels.results import AssessmentResult
from scoring.levels.rules import HIGHEST
from scoring.plan.ranking import ELSEWHERE, HOLDS, MOST, OTHERWISE, PIVOTAL, Gap
from scoring.sureness.batch import Floats, Integers, overall_levels, practice_levels
from scoring.sureness.draws import DrawnSection, DrawnSpread, Draws, Singles, dirichlet, draw

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class _Section:
    """A drawn section as rule 5 needs it when one practice changes: all (draws, practices), but `without` (draws,)."""

    drawn: DrawnSection
    levels: Integers
    """Levels of the practices."""
    without: Integers
    """The overall level that all other sections together would allow."""


def gap_stability(
    instrument: Instrument,
    result: AssessmentResult,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed],
    gaps: Sequence[Gap],
    draws: int = 5_000,
    seed: int = 0,
) -> dict[str, float]:
    """Share of the draws of section 6 in which each gap is among the three with the highest impact, 0..1.

    `gaps` are all gaps of the result (`every_gap`). In each draw g, w and b are recomputed from the drawn people,
    answers, weights and cut: `Impact = g · (w / w_max) · b`. An impact of 0 is never among the three. Difference
    and deviation enter only where the gap has them, so that what may not be shown decides nothing; a practice
    with neither is not counted and has no share.
    Missing data: empty for a single view and without a level, as the plausible range is; *don't know* is drawn
    as there; practices without an answer are left out.

    >>> from scoring.levels.engine import score
    >>> from scoring.plan.ranking import every_gap
    >>> from tests.toy import toy_instrument, toy_respondent
    >>> toy = toy_instrument()
    >>> three = dict.fromkeys(toy.practices, 3)
    >>> people = [toy_respondent("b", "business", three | {"ABC-1": 5}), toy_respondent("t", "technology", three)]
    >>> result = score(toy, people)
    >>> gap_stability(toy, result, people, {}, every_gap(toy, people, {}, result))["ABC-1"] > 0.6
    True
    """
    if result.single_view or result.level is None:
        return {}
    known = {gap.code: gap for gap in gaps if gap.difference is not None or gap.deviation is not None}
    drawn = draw(instrument, result, respondents, agreed, draws, seed, spread_of=known.keys())
    codes = [code for section in drawn.sections for code in section.block.codes if code in drawn.spread]
    if not codes:
        return {}
    impacts = np.array([*_impacts(drawn, known, seed).values()])
    most = min(MOST, len(codes))
    first = np.zeros(impacts.shape, dtype=bool)
    np.put_along_axis(first, np.argsort(-impacts, axis=0, kind="stable")[:most], values=True, axis=0)
    shares = (first & (impacts > 0)).mean(axis=1)
    return dict(zip(codes, shares.tolist(), strict=True))


def _impacts(drawn: Draws, known: Mapping[str, Gap], seed: int) -> dict[str, Floats]:
    """Impact of each practice with a spread in every draw, up to a factor that is the same for all."""
    overall = overall_levels([(s.block, s.levels) for s in drawn.sections])
    shares = np.array([section.block.share for section in drawn.sections])
    weights = dirichlet(np.random.default_rng([seed, 2]), shares, overall.size)
    found: dict[str, Floats] = {}
    for at, section in enumerate(drawn.sections):
        others = [(s.block, s.levels) for s in drawn.sections if s is not section]
        without = overall_levels(others) if others else np.full_like(overall, HIGHEST)
        prepared = _Section(section, practice_levels(section.values, drawn.cut[:, None]), without)
        reach = section.levels + section.block.enabling
        binding = (overall < HIGHEST) & (reach == overall)
        for place, code in enumerate(section.block.codes):
            if code not in drawn.spread:
                continue
            spread, gap = drawn.spread[code], known[code]
            binds = _bindingness(
                prepared, place, drawn.cut, spread if gap.difference is not None else None, binding
            )
            weight = weights[:, at] * section.weights[:, place]
            found[code] = _distance(spread, gap) * weight * binds
    return found


def _distance(spread: DrawnSpread, gap: Gap) -> Singles:
    """`g = max(|Δ|/4, AD/2)` in every draw, of what may be shown."""
    apart = np.zeros_like(spread.deviation)
    if gap.difference is not None and spread.means is not None:
        apart = np.abs(spread.means[1] - spread.means[0]) / 4
    if gap.deviation is not None:
        apart = np.maximum(apart, spread.deviation / 2)
    return apart


def _bindingness(
    section: _Section, place: int, cut: Floats, spread: DrawnSpread | None, binding: Flags
) -> Floats:
    """b in every draw, as in the ranking."""
    own, key = section.drawn.levels, section.drawn.block.keys[place]
    fails = (own < HIGHEST) & (section.levels[:, place] < own + key)
    binds: Floats = np.where(fails, np.where(binding, HOLDS, ELSEWHERE), OTHERWISE)
    if spread is not None and spread.means is not None:
        one, other = (_level_with(section, place, cut, mean) for mean in spread.means)
        binds[one != other] = PIVOTAL
    return binds


def _level_with(section: _Section, place: int, cut: Floats, value: Singles) -> Integers:
    """The overall level in every draw with one practice set to `value`."""
    drawn = section.drawn
    level = practice_levels(value.astype(float), cut)
    mean = drawn.means + drawn.weights[:, place] * (value - drawn.values[:, place])
    rest = np.delete(section.levels, place, axis=1)
    keys = np.delete(drawn.block.keys, place)
    allowed = np.minimum(practice_levels(mean, cut), rest.min(axis=1, initial=HIGHEST) + 1)
    if keys.any():
        allowed = np.minimum(allowed, rest[:, keys].min(axis=1))
    allowed = np.minimum(allowed, level if drawn.block.keys[place] else level + 1)
    found: Integers = np.minimum(section.without, allowed + drawn.block.enabling).clip(max=HIGHEST)
    return found
