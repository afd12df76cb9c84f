"""Builds gaps, cheapest path and what-if analysis from disclosed answers and results."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assessment.answers.records import Assessment, Respondent
from assessment.instrument.model import Instrument
from assessment.instrument.moves import Minimised
from assessment.plan.records import Roadmap
from assessment.privacy import Disclosure
from report.build.disclosure import DisclosedAnswers, disclosed_answers, with_sides_cut
from report.build.parts import move_card
from report.model.report import OpenGap, PlannedPath, Report
from scoring import Gap, WhatIfResult, best_within, cheapest_path, gap_stability
from scoring.alignment.agreement import first_votes
from scoring.levels.results import AssessmentResult
from scoring.plan.path import AS_PUBLISHED, Path
from scoring.plan.path_problem import TENTHS
from scoring.plan.ranking import every_gap, first_gaps, levels_by_camp
from scoring.plan.what_if import PlanTarget, what_if


def open_gaps(
    instrument: Instrument, shown: AssessmentResult, kept: DisclosedAnswers, disclosure: Disclosure, seed: int
) -> tuple[OpenGap, ...]:
    """The two or three gaps to close first with their stability.

    `shown` and `kept` are the disclosed result and answers. Order, impact and stability are computed from the
    differences and distances that may be shown only; where none may be shown there is no gap.
    """
    people, agreed = kept.respondents, kept.agreed
    found = every_gap(instrument, people, agreed, shown, hidden_distances(instrument, people, disclosure))
    first = first_gaps(found, shown)
    stable = gap_stability(instrument, shown, people, agreed, found, seed=seed) if first else {}
    return tuple(_open(instrument, shown, replace(gap, stability=stable.get(gap.code))) for gap in first)


def planned_path(
    instrument: Instrument,
    shown: AssessmentResult,
    target: int | None = None,
    efforts: Mapping[str, float] = AS_PUBLISHED,
    minimised: Minimised = "organiser",
) -> PlannedPath | None:
    """The cheapest path to `target`, by default one level up, with its cards; None without a level."""
    if shown.level is None:
        return None
    found = cheapest_path(instrument, shown, target, efforts=efforts, minimised=minimised)
    return PlannedPath(
        found=found,
        moves=tuple(move_card(instrument, shown, move) for move in found.moves),
        runner_up=tuple(move_card(instrument, shown, move) for move in found.runner_up),
    )


def efforts_of(roadmap: Roadmap) -> dict[str, float]:
    """The efforts set in the roadmap, by move: whole tenths of a person-week, at least one."""
    return {
        line.move: max(round(line.effort * TENTHS), 1) / TENTHS
        for line in roadmap.moves
        if line.effort is not None
    }


def within_budget(report: Report, budget: float, roadmap: Roadmap) -> Path:
    """The highest level, and with it the highest index, within a budget of person-weeks."""
    return best_within(
        report.instrument,
        report.result,
        budget,
        efforts=efforts_of(roadmap),
        minimised=roadmap.minimise or "organiser",
    )


def hidden_distances(
    instrument: Instrument, people: Sequence[Respondent], disclosure: Disclosure
) -> frozenset[str]:
    """The practices whose deviation may not be shown, as in the view of agreement."""
    return frozenset(
        code
        for code in instrument.practices
        if not disclosure.spread or not disclosure.group(len(first_votes(people, code)))
    )


def disclosed_what_if(instrument: Instrument, assessment: Assessment, code: str, level: int) -> WhatIfResult:
    """Level, path and gaps as they are and as they would be with one practice at `level`, after the same cut.

    Both paths lead to the target of the roadmap if one is set, with the efforts set there.
    Raises ValueError for a code the instrument does not have or a level outside 1..5.
    """
    disclosure = Disclosure.of(assessment)
    kept = disclosed_answers(instrument, assessment, disclosure)
    roadmap = assessment.roadmap or Roadmap()
    return what_if(
        instrument,
        kept.respondents,
        kept.agreed,
        code,
        level,
        plan=PlanTarget(roadmap.target, efforts_of(roadmap), roadmap.minimise or "organiser"),
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
        levels=levels_by_camp(instrument, shown, gap.code) if gap.difference is not None else (),
        question=question,
    )
