"""The plan: gaps to close first, cheapest path, and what would change if a practice stood elsewhere.

All of it is made from what may be shown.
"""

from collections.abc import Sequence
from dataclasses import replace

from assessment.instrument import Instrument
from assessment.privacy import Disclosure
from assessment.records import Assessment, Respondent
from playbook.report import OpenGap, PlannedPath
from scoring import Gap, Supposed, cheapest_path, gap_stability
from scoring import what_if as method_what_if
from scoring.agreement import first_votes
from scoring.ranking import every_gap, first_gaps
from scoring.results import AssessmentResult
from services.disclosing import Shareable, shareable, with_sides_cut
from services.report_parts import move_card


def open_gaps(
    instrument: Instrument, shown: AssessmentResult, kept: Shareable, disclosure: Disclosure, seed: int
) -> tuple[OpenGap, ...]:
    """The two or three gaps to close first with their stability.

    `shown` and `kept` are result and answers after the cut. Order, impact and stability are made from the
    differences and distances that may be shown and from nothing else; where none may be shown there is no gap.
    """
    people, agreed = kept.respondents, kept.agreed
    found = every_gap(instrument, people, agreed, shown, hidden_distances(instrument, people, disclosure))
    first = first_gaps(found, shown)
    stable = gap_stability(instrument, shown, people, agreed, found, seed=seed) if first else {}
    return tuple(_open(instrument, shown, replace(gap, stability=stable.get(gap.code))) for gap in first)


def planned_path(instrument: Instrument, shown: AssessmentResult) -> PlannedPath | None:
    """The cheapest path one level up with its cards; None without a level."""
    if shown.level is None:
        return None
    found = cheapest_path(instrument, shown)
    return PlannedPath(
        found=found,
        moves=tuple(move_card(instrument, shown, move) for move in found.moves),
        runner_up=tuple(move_card(instrument, shown, move) for move in found.runner_up),
    )


def hidden_distances(
    instrument: Instrument, people: Sequence[Respondent], disclosure: Disclosure
) -> frozenset[str]:
    """The practices whose distance from the middle answer may not be shown; as in the part on agreement."""
    return frozenset(
        code
        for code in instrument.practices
        if not disclosure.spread or not disclosure.group(len(first_votes(people, code)))
    )


def what_if(instrument: Instrument, assessment: Assessment, code: str, level: int) -> Supposed:
    """Level, path and gaps as they are and as they would be with one practice at `level`, after the same cut.

    Raises ValueError for a code the instrument does not have or a level outside 1..5.
    """
    disclosure = Disclosure.of(assessment)
    kept = shareable(instrument, assessment, disclosure)
    return method_what_if(
        instrument,
        kept.respondents,
        kept.agreed,
        code,
        level,
        cut=lambda result: with_sides_cut(instrument, result, kept.respondents, disclosure),
        hidden=hidden_distances(instrument, kept.respondents, disclosure),
    )


def _open(instrument: Instrument, shown: AssessmentResult, gap: Gap) -> OpenGap:
    practice, means = instrument.practices[gap.code], shown.practices[gap.code].camp_means
    question = practice.stem
    if gap.difference:
        prompts = practice.discussion
        question = prompts.technology_higher if gap.difference > 0 else prompts.business_higher
    return OpenGap(
        practice=practice,
        pillar=instrument.pillar_of[gap.code],
        gap=gap,
        business=means["business"] if gap.difference is not None else None,
        technology=means["technology"] if gap.difference is not None else None,
        question=question,
    )
