"""Plausible range of the overall level, from seeded draws (method, section 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import Instrument
from scoring.levels.results import AssessmentResult, Certainty, PlausibleRange, Span
from scoring.levels.rules import HIGHEST, LOWEST, index_of
from scoring.levels.votes import NOTHING_AGREED
from scoring.sureness.batch import Floats, Integers, overall_levels
from scoring.sureness.draws import draw

MASS = 0.8
FIRM, LIKELY = 0.9, 0.6
FIRM_COVERAGE = 0.9


def plausible_range(
    instrument: Instrument,
    result: AssessmentResult,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed] = NOTHING_AGREED,
    draws: int = 5_000,
    seed: int = 0,
) -> PlausibleRange | None:
    """Plausible range of the described overall level; None for a single view or without a level.

    `result` is `score(instrument, respondents, agreed)`; what is drawn stands at `draws.draw`. Section weights
    are not drawn, because no level depends on them.

    `low`..`high` is the shortest run of levels holding ≥ 80 % of the draws; of equally short runs the
    one holding most, then the lowest. *firm*: P(L ≥ headline) ≥ .90, coverage ≥ .9 and two people in
    each camp; *likely*: ≥ .60; else *tentative*. `index` and `sections` hold the middle 80 % of the drawn indices.
    """
    if result.single_view or result.level is None:
        return None
    drawn = draw(instrument, result, respondents, agreed, draws, seed)
    spans = {instrument.pillar_of[s.block.codes[0]].code: _span(s.means) for s in drawn.sections}
    index = np.sum([s.block.share * s.means for s in drawn.sections], axis=0)
    levels = overall_levels([(section.block, section.levels) for section in drawn.sections])
    return replace(_summary(result, levels), index=_span(index), sections=spans)


def _span(values: Floats) -> Span:
    """Where the middle `MASS` of the drawn values lies, as indices of 0..100."""
    low, high = np.quantile(values, [(1 - MASS) / 2, (1 + MASS) / 2])
    return index_of(float(low)), index_of(float(high))


def _summary(result: AssessmentResult, levels: Integers) -> PlausibleRange:
    draws = levels.size
    counts = np.bincount(levels, minlength=HIGHEST + 1).tolist()
    at_least = {k: sum(counts[k:]) / draws for k in range(LOWEST, HIGHEST + 1)}
    runs = [
        (high - low, -mass, low, high)
        for low in range(LOWEST, HIGHEST + 1)
        for high in range(low, HIGHEST + 1)
        if (mass := sum(counts[low : high + 1])) >= MASS * draws
    ]
    _, _, low, high = min(runs)
    label = _certainty(result, at_least[result.level or LOWEST])
    return PlausibleRange(low, high, {k: p for k, p in at_least.items() if k > LOWEST}, label, draws)


def _certainty(result: AssessmentResult, reached: float) -> Certainty:
    enough = result.coverage >= FIRM_COVERAGE and min(result.respondents.values()) >= 2
    if reached >= FIRM and enough:
        return "firm"
    return "likely" if reached >= LIKELY else "tentative"
