"""Builds gaps, cheapest path and what-if analysis from disclosed answers and results."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.answers.records import Assessment, Respondent
from assessment.instrument.model import Instrument
from assessment.instrument.moves import Minimised
from assessment.plan.records import Roadmap
from assessment.privacy import Disclosure
from report.build.disclosure import DisclosedAnswers, disclosed_answers, with_sides_cut
from report.build.parts import move_card
from report.model.alignment import Alignment
from report.model.plan import OpenGap, PlannedPath, Tag
from report.model.report import Report
from scoring import Gap, WhatIfResult, best_within, cheapest_path, gap_stability
from scoring.alignment.agreement import Belief, first_votes
from scoring.levels.results import AssessmentResult
from scoring.plan.path import AS_PUBLISHED, Path
from scoring.plan.path_problem import TENTHS
from scoring.plan.ranking import PIVOTAL, every_gap, first_gaps, levels_by_camp
from scoring.plan.what_if import PlanTarget, what_if


@dataclass(frozen=True)
class ToSettle:
    """The two or three gaps to close first, and the order they are the first of, by code."""

    gaps: tuple[OpenGap, ...]
    order: tuple[str, ...]


def what_to_settle(
    instrument: Instrument,
    shown: AssessmentResult,
    kept: DisclosedAnswers,
    disclosure: Disclosure,
    seed: int,
    aligned: Alignment | None,
) -> ToSettle:
    """The one list of what to settle, its first two or three with stability and tags.

    `shown` and `kept` are the disclosed result and answers. Order, impact and stability are computed from the
    differences and distances that may be shown only; where none may be shown there is no gap.
    """
    people, agreed = kept.respondents, kept.agreed
    found = every_gap(instrument, people, agreed, shown, hidden_distances(instrument, people, disclosure))
    first = first_gaps(found, shown)
    stable = gap_stability(instrument, shown, people, agreed, found, seed=seed) if first else {}
    beliefs = {p.practice.code: p.belief for p in aligned.practices} if aligned else {}
    gaps = [
        _open(instrument, shown, replace(gap, stability=stable.get(gap.code)), beliefs.get(gap.code))
        for gap in first
    ]
    order = found if shown.single_view else [gap for gap in found if gap.distance > 0]
    return ToSettle(tuple(gaps), tuple(gap.code for gap in order))


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
    """The efforts set in the roadmap, by move, in whole tenths of a person-week.

    Below a tenth none is set: the screens refuse it, and for a file from before the estimate holds.
    """
    tenths = {line.move: round(line.effort * TENTHS) for line in roadmap.moves if line.effort is not None}
    return {move: set_to / TENTHS for move, set_to in tenths.items() if set_to}


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


def _open(instrument: Instrument, shown: AssessmentResult, gap: Gap, belief: Belief | None) -> OpenGap:
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
        tags=tuple(_tags(gap, belief)),
    )


def _tags(gap: Gap, belief: Belief | None) -> Iterator[Tag]:
    if belief == "hidden disagreement":
        yield "hidden disagreement"
    if gap.bindingness == PIVOTAL:
        yield "pivotal"
    if gap.close_call:
        yield "close call"
