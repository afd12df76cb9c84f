"""How sure is the headline? A seeded range of what the method would have said (method, section 6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from assessment.instrument import CAMPS, Instrument
from assessment.records import Agreed, Respondent, Response
from scoring.batch import Block, Floats, Integers, blocks, overall_levels, section_levels
from scoring.results import AssessmentResult, Certainty, PlausibleRange, PracticeResult, Span
from scoring.rules import HIGHEST, LOWEST, TOLERANCE, index_of
from scoring.votes import NOTHING_AGREED

SLIP = 0.1
CONCENTRATION = 60.0
CUTS = (0.4, 0.6)
MASS = 0.8
LIKELY = 0.6
FIRM_COVERAGE = 0.9


@dataclass(frozen=True)
class Camp:
    """One camp's people with their weights in every draw, (draws, people)."""

    people: Sequence[Respondent]
    weights: NDArray[np.float32]


def plausible_range(
    instrument: Instrument,
    result: AssessmentResult,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed] = NOTHING_AGREED,
    draws: int = 5_000,
    seed: int = 0,
) -> PlausibleRange | None:
    """Plausible range of the described overall level; None for a single view or without a level.

    `result` is `score(instrument, respondents, agreed)`. Each draw varies together: the people (Bayesian
    bootstrap inside each camp, Rubin 1981: weights Dirichlet(1, …, 1)); each level answer by −1/0/+1
    with .1/.8/.1, clipped to 1..5; each *don't know* of a scored item uniform on 1..floor(described
    value), not moved further; an item not known uniform on {1, 2}; practice weights in a section
    Dirichlet(60 w), w summing to 1; one cut U(.4, .6). Agreed levels stay. Section weights are not
    drawn, because no level depends on them. States of items stay as scored.

    `low`..`high` is the shortest run of levels holding ≥ 80 % of the draws; of equally short runs the
    one holding most, then the lowest. *firm*: P(L ≥ headline) ≥ .80, coverage ≥ .9 and two people in
    each camp; *likely*: ≥ .60; else *tentative*. People are sorted by id, so that their order is
    irrelevant. `index` and `sections` hold the middle 80 % of the drawn indices. Time and memory grow with draws × people.
    """
    if result.single_view or result.level is None:
        return None
    rng = np.random.default_rng(seed)
    camps = [_camp(rng, [r for r in respondents if r.camp == camp], draws) for camp in CAMPS]
    cut = rng.uniform(*CUTS, size=draws)
    sections, spans, index = [], {}, np.zeros(draws)
    for block in blocks(instrument, result):
        practices = [result.practices[code] for code in block.codes]
        values = np.column_stack([_values(rng, p, camps, draws, fixed=p.code in agreed) for p in practices])
        means = (values * _weights(rng, block, draws)).sum(axis=1)
        sections.append((block, section_levels(values, block.keys, means, cut)))
        spans[instrument.pillar_of[block.codes[0]].code] = _span(means)
        index += block.share * means
    return replace(_summary(result, overall_levels(sections)), index=_span(index), sections=spans)


def _span(values: Floats) -> Span:
    """Where the middle `MASS` of the drawn values lies, as indices of 0..100."""
    low, high = np.quantile(values, [(1 - MASS) / 2, (1 + MASS) / 2])
    return index_of(float(low)), index_of(float(high))


def _camp(rng: np.random.Generator, people: list[Respondent], draws: int) -> Camp:
    """Exponential weights: normalised over those who answered an item they are Dirichlet(1, …, 1)."""
    weights = rng.standard_exponential((draws, len(people)), dtype=np.float32)
    return Camp(sorted(people, key=lambda r: r.id), weights)


def _weights(rng: np.random.Generator, block: Block, draws: int) -> Floats:
    gammas: Floats = rng.standard_gamma(CONCENTRATION * block.weights, size=(draws, len(block.codes)))
    gammas /= gammas.sum(axis=1, keepdims=True)
    return gammas


def _values(
    rng: np.random.Generator, practice: PracticeResult, camps: Sequence[Camp], draws: int, *, fixed: bool
) -> Floats:
    """The described value of one practice in every draw, (draws,); `fixed` where a level was agreed."""
    if fixed:
        return np.full(draws, practice.described, dtype=float)
    if practice.state == "not_known":
        return rng.integers(1, 3, size=draws).astype(float)
    means = [mean for camp in camps if (mean := _camp_mean(rng, camp, practice, draws)) is not None]
    balanced: Floats = np.mean(means, axis=0, dtype=float)
    return balanced


def _camp_mean(
    rng: np.random.Generator, camp: Camp, practice: PracticeResult, draws: int
) -> NDArray[np.float32] | None:
    """One camp's weighted mean of its answers to one practice in every draw; None without an answer."""
    answers = {
        position: response
        for position, person in enumerate(camp.people)
        if (response := person.responses.get(practice.code)) and response.kind != "not_applicable"
    }
    if not answers:
        return None
    chance = rng.random((draws, len(answers)), dtype=np.float32)
    drawn = _drawn(chance, list(answers.values()), practice.described or LOWEST)
    weights = camp.weights[:, list(answers)]
    mean: NDArray[np.float32] = (drawn * weights).sum(axis=1) / weights.sum(axis=1)
    return mean


def _drawn(chance: NDArray[np.float32], answers: Sequence[Response], described: float) -> NDArray[np.float32]:
    """Levels drawn for answers from chances in [0, 1), both (draws, answers)."""
    levels = np.array([answer.level or 0 for answer in answers], dtype=np.float32)
    slips = (chance >= 1 - SLIP).astype(np.float32) - (chance < SLIP)
    drawn: NDArray[np.float32] = np.clip(levels + slips, LOWEST, HIGHEST, dtype=np.float32)
    unknown = levels == 0
    drawn[:, unknown] = 1 + np.floor(chance[:, unknown] * np.floor(described + TOLERANCE))
    return drawn


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
    if reached >= MASS and enough:
        return "firm"
    return "likely" if reached >= LIKELY else "tentative"
