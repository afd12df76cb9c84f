"""Sensitivity of the level to other weights and other defensible rules (method, section 6)."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from assessment.answers.records import Agreed, Respondent
from assessment.instrument.model import Instrument
from scoring.levels.averages import geometric, median
from scoring.levels.results import AssessmentResult, Robustness
from scoring.levels.rules import INDEX_STEP, LOWEST, Rule
from scoring.levels.sections import States, score_values
from scoring.levels.votes import NOTHING_AGREED, collect_votes, resolve_item
from scoring.sureness.batch import Floats, blocks, overall_levels, section_levels

VARIANTS: Mapping[str, Rule] = MappingProxyType(
    {
        "geometric mean": Rule(average=geometric),
        "medians": Rule(average=median),
        "no key practices": Rule(key_practices=False),
        "cut .4": Rule(cut=0.4),
        "cut .6": Rule(cut=0.6),
    }
)
SHOWN = "shown instead of described"


def robustness(
    instrument: Instrument,
    result: AssessmentResult,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed] = NOTHING_AGREED,
    weightings: int = 10_000,
    seed: int = 0,
) -> Robustness | None:
    """How often the headline survives; None for a single view or without a level.

    `same_level` and `same_index` are shares of `weightings` seeded Dirichlet(1, …, 1) weightings of
    the practices within sections and of the sections (as in SMAA, Lahdelma et al. 1998). Only G3 and
    the index feel weights; indices are compared rounded to whole points.

    The six variants: the geometric mean, or the median, wherever the method takes a mean (camp, camps,
    section; the median of two camps is their mean); G1 not asked; a cut of .4 or .6 for practices and
    sections alike; x_E instead of x, whether or not enough backing is recorded to print it.
    `differs` names the variants whose level is not the headline's.
    """
    if result.single_view or result.level is None or result.index is None:
        return None
    rng = np.random.default_rng(seed)
    used = blocks(instrument, result)
    shares = rng.dirichlet(np.ones(len(used)), size=weightings)
    sections, indices = [], np.zeros(weightings)
    for block, share in zip(used, shares.T, strict=True):
        values = np.array([result.practices[code].described for code in block.codes], dtype=float)
        means = rng.dirichlet(np.ones(values.size), size=weightings) @ values
        sections.append((block, section_levels(values[None, :], block.keys, means)))
        indices += share * INDEX_STEP * (means - LOWEST)
    same_level = overall_levels(sections) == result.level
    same_index = _rounded(indices) == _rounded(np.array(result.index))
    variants = _variants(instrument, result, respondents, agreed)
    return Robustness(
        same_level=float(same_level.mean()),
        same_index=float(same_index.mean()),
        variants=variants,
        differs=tuple(name for name, level in variants.items() if level != result.level),
    )


def _rounded(indices: Floats) -> Floats:
    """Rounded to whole points; the first rounding removes floating-point noise."""
    return np.rint(np.round(indices, 9))


def _variants(
    instrument: Instrument,
    result: AssessmentResult,
    respondents: Sequence[Respondent],
    agreed: Mapping[str, Agreed],
) -> dict[str, int | None]:
    votes = collect_votes(instrument, respondents)
    states: States = {code: practice.state for code, practice in result.practices.items()}
    levels = {}
    for name, rule in VARIANTS.items():
        values = {
            code: resolve_item(v, agreed.get(code), rule.average).described for code, v in votes.items()
        }
        levels[name] = score_values(instrument, states, values, rule).level
    shown = {code: practice.shown for code, practice in result.practices.items()}
    return levels | {SHOWN: score_values(instrument, states, shown).level}
