"""Seeded draws of people, answers, weights and cut together (method, section 6)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.answers.records import Agreed, Respondent, Response
from assessment.instrument.model import CAMPS, Camp, Instrument
from scoring.levels.results import AssessmentResult, PracticeResult
from scoring.levels.rules import HIGHEST, LOWEST, TOLERANCE
from scoring.sureness.batch import Floats, Integers, SectionBlock, blocks, section_levels

SLIP = 0.1
CONCENTRATION = 60.0
CUTS = (0.4, 0.6)
Singles = NDArray[np.float32]


@dataclass(frozen=True)
class Voters:
    """One camp's people with their weights in every draw, (draws, people)."""

    people: Sequence[Respondent]
    weights: Singles


@dataclass(frozen=True)
class DrawnVotes:
    """One camp's answers to one practice in every draw: levels and weights of people, both (draws, answers)."""

    levels: Singles
    weights: Singles

    @property
    def mean(self) -> Singles:
        """Weighted mean of the levels, (draws,)."""
        found: Singles = (self.levels * self.weights).sum(axis=1) / self.weights.sum(axis=1)
        return found

    def distance_to(self, level: int) -> Singles:
        """`Σ w |a − level|`, (draws,)."""
        found: Singles = np.einsum("da,da->d", np.abs(self.levels - level), self.weights)
        return found


@dataclass(frozen=True)
class DrawnSection:
    """One section in every draw: values and weights (draws, practices), means and levels (draws,)."""

    block: SectionBlock
    values: Floats
    weights: Floats
    means: Floats
    levels: Integers


@dataclass(frozen=True)
class DrawnSpread:
    """How far apart the leaders are on one practice in every draw: both camps' means, where both have one, and AD."""

    means: tuple[Singles, Singles] | None
    deviation: Singles


@dataclass(frozen=True)
class Draws:
    """All draws: the cut of each (draws,), its sections, and the spread of the practices asked for."""

    cut: Floats
    sections: Sequence[DrawnSection]
    spread: Mapping[str, DrawnSpread]


def draw(
    instrument: Instrument,
    result: AssessmentResult,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed],
    draws: int,
    seed: int,
    spread_of: Collection[str] = (),
) -> Draws:
    """Each draw varies together: the people (Bayesian bootstrap inside each camp, Rubin 1981: weights
    Dirichlet(1, …, 1)); each level answer by −1/0/+1 with .1/.8/.1, clipped to 1..5; each *don't know* of a
    scored item uniform on 1..floor(described value), not moved further; an item not known uniform on {1, 2};
    practice weights in a section Dirichlet(60 w), w summing to 1; one cut U(.4, .6). Agreed levels stay.
    States of items stay as scored; practices without a value are left out.

    `spread_of` names the practices whose spread is kept; what else is drawn does not depend on it. People are
    sorted by id, so that their order is irrelevant. Time and memory grow with draws × people.
    """
    rng, aside = np.random.default_rng(seed), np.random.default_rng([seed, 1])
    camps = {camp: _voters(rng, [r for r in respondents if r.camp == camp], draws) for camp in CAMPS}
    cut = rng.uniform(*CUTS, size=draws)
    spread: dict[str, DrawnSpread] = {}
    sections = []
    for block in blocks(instrument, result):
        columns = []
        for code in block.codes:
            practice, votes = result.practices[code], {}
            if code in agreed:
                value: Floats = np.full(draws, practice.described, dtype=float)
            elif practice.state == "not_known":
                value = rng.integers(1, 3, size=draws).astype(float)
                votes = dict(_votes(aside, practice, camps, draws)) if code in spread_of else {}
            else:
                votes = dict(_votes(rng, practice, camps, draws))
                value = np.mean([v.mean for v in votes.values()], axis=0, dtype=float)
            if code in spread_of and votes:
                spread[code] = _spread(votes)
            columns.append(value)
        values, weights = np.column_stack(columns), _weights(rng, block, draws)
        means = (values * weights).sum(axis=1)
        levels = section_levels(values, block.keys, means, cut)
        sections.append(DrawnSection(block, values, weights, means, levels))
    return Draws(cut, sections, spread)


def dirichlet(rng: np.random.Generator, shares: Floats, draws: int) -> Floats:
    """Weights Dirichlet(60 · shares) in every draw, (draws, shares); `shares` add up to 1."""
    gammas: Floats = rng.standard_gamma(CONCENTRATION * shares, size=(draws, shares.size))
    gammas /= gammas.sum(axis=1, keepdims=True)
    return gammas


def _weights(rng: np.random.Generator, block: SectionBlock, draws: int) -> Floats:
    return dirichlet(rng, block.weights, draws)


def _voters(rng: np.random.Generator, people: list[Respondent], draws: int) -> Voters:
    """Exponential weights: normalised over those who answered an item they are Dirichlet(1, …, 1)."""
    weights = rng.standard_exponential((draws, len(people)), dtype=np.float32)
    return Voters(sorted(people, key=lambda r: r.id), weights)


def _votes(
    rng: np.random.Generator, practice: PracticeResult, camps: Mapping[Camp, Voters], draws: int
) -> Iterator[tuple[Camp, DrawnVotes]]:
    """The answers to one practice of each camp that gave one; *does not apply* is none."""
    for camp, voters in camps.items():
        answers = {
            position: response
            for position, person in enumerate(voters.people)
            if (response := person.responses.get(practice.code)) and response.kind != "not_applicable"
        }
        if answers:
            chance = rng.random((draws, len(answers)), dtype=np.float32)
            levels = _drawn(chance, list(answers.values()), practice.described or LOWEST)
            yield camp, DrawnVotes(levels, voters.weights[:, list(answers)])


def _drawn(chance: Singles, answers: Sequence[Response], described: float) -> Singles:
    """Levels drawn for answers from chances in [0, 1), both (draws, answers)."""
    levels = np.array([answer.level or 0 for answer in answers], dtype=np.float32)
    slips = (chance >= 1 - SLIP).astype(np.float32) - (chance < SLIP)
    drawn: Singles = np.clip(levels + slips, LOWEST, HIGHEST, dtype=np.float32)
    unknown = levels == 0
    drawn[:, unknown] = 1 + np.floor(chance[:, unknown] * np.floor(described + TOLERANCE))
    return drawn


def _spread(votes: Mapping[Camp, DrawnVotes]) -> DrawnSpread:
    """AD is `min over m of Σ w |a − m|`, reached at the weighted median; all leaders together."""
    both = [votes[camp].mean for camp in CAMPS if camp in votes]
    around = [
        np.sum([v.distance_to(level) for v in votes.values()], axis=0) for level in range(LOWEST, HIGHEST + 1)
    ]
    weight = np.sum([np.einsum("da->d", v.weights) for v in votes.values()], axis=0)
    deviation: Singles = np.min(around, axis=0) / weight
    return DrawnSpread((both[0], both[1]) if len(both) == len(CAMPS) else None, deviation)
