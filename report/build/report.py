"""Builds the frozen report from answers: scores, sentences, disclosure.

This is the only place that applies the privacy decision to results (method, section 2.9).
"""

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from assessment.answers.interchange import canonical
from assessment.answers.plan_records import plan_in
from assessment.answers.records import Assessment, Respondent
from assessment.governance.bank import load_governance
from assessment.governance.model import Governance
from assessment.instrument.bank import load_standards
from assessment.instrument.model import Instrument
from assessment.instrument.standards import Standards
from assessment.plan.records import Roadmap
from assessment.privacy import WITHHELD, Disclosure
from language.translation import _
from report.build import parts
from report.build.alignment import alignment
from report.build.caching import Cache, uncached
from report.build.disclosure import (
    DisclosedAnswers,
    disclosed_answers,
    with_sides_cut,
    without_unbacked_levels,
)
from report.build.governance import rules_view
from report.build.ownership import ownership_view
from report.build.plan import efforts_of, planned_path, what_to_settle
from report.build.ranks import with_ranks
from report.build.roadmap import RoadmapInput, as_planned, next_review, roadmap_view, roles_of
from report.build.value import SEED, value_view
from report.build.verdicts import verdicts_view, with_verdicts
from report.model.alignment import Alignment
from report.model.plan import PlannedPath
from report.model.report import Basis, Errand, Headline, Report
from report.text import narrative
from report.text.unknown import ceiling_sentence
from scoring import plausible_range, robustness, score
from scoring.levels.ceiling import Ceiling, ceiling
from scoring.levels.results import AssessmentResult
from scoring.value.pilots import pilot_register

REVIEW_AFTER = timedelta(days=90)
PLAN_FIELDS = (
    *("initiatives", "use_cases", "assumptions", "commitments", "roadmap", "ownership", "ai_uses"),
    *("risk_statement", "charter"),
)
"""What is decided after the result: no answer, level or gap depends on it."""


def build_report(
    instrument: Instrument,
    assessment: Assessment,
    as_of: date,
    *,
    confidentiality: str = "",
    seed: int = SEED,
    cache: Cache = uncached,
    governance: Governance | None = None,
    standards: Standards | None = None,
) -> Report:
    """The report on one assessment as it stood on `as_of`.

    Deterministic: the same input and `seed` give the same report. What the privacy mode withholds is absent
    from the object, so that no screen or document can show it by accident. `cache` stores what depends on the
    answers alone, and the path, so that an edit of the plan is cheap.
    `governance` and `standards` are the installation’s; those that come with the program if not given.
    """
    answers = _answers_alone(assessment)
    key = (instrument.language, canonical(answers), as_of, seed)
    answered = cache(("answers", *key), lambda: _from_answers(instrument, answers, as_of, seed))
    governance = governance or _shipped(instrument.language)
    path = _path(instrument, assessment, answered.result, key, cache)
    return replace(
        _planned(answered, assessment, path, governance, seed),
        rules=rules_view(
            instrument,
            assessment,
            answered.result,
            assessment.agreed if answered.disclosure.team else {},
            governance,
            standards or _standards(),
        ),
        confidentiality=confidentiality,
        source=assessment if answered.disclosure.answers else None,
    )


def _planned(
    answered: Report, assessment: Assessment, path: PlannedPath | None, governance: Governance, seed: int
) -> Report:
    """The report with the plan: path, roadmap, value and owners, each move and initiative the same everywhere."""
    instrument, portfolio, plan = answered.instrument, governance.portfolio, plan_in(assessment)
    asked = RoadmapInput(instrument, answered.result, plan, roles_of(assessment))
    roadmap = roadmap_view(asked, path.found if path else None, portfolio)
    value = value_view(assessment, seed, portfolio)
    verdicts = verdicts_view(value, plan, roadmap)
    return replace(
        answered,
        path=as_planned(path, roadmap) if path else None,
        value=value,
        verdicts=verdicts,
        pilots=pilot_register(assessment.initiatives) if assessment.initiatives else None,
        roadmap=with_verdicts(roadmap, verdicts),
        review_on=next_review(roadmap, answered.basis.as_of) or answered.review_on,
        ownership=ownership_view(instrument, assessment),
        initiatives=tuple(assessment.initiatives),
    )


@lru_cache(maxsize=4)
def _shipped(language: str) -> Governance:
    return load_governance(language)


@lru_cache(maxsize=1)
def _standards() -> Standards:
    return load_standards()


def _answers_alone(assessment: Assessment) -> Assessment:
    """The assessment without what is decided after the result."""
    fields = Assessment.model_fields
    nothing = {name: fields[name].get_default(call_default_factory=True) for name in PLAN_FIELDS}
    return assessment.model_copy(update=nothing)


def _path(
    instrument: Instrument, assessment: Assessment, shown: AssessmentResult, key: Hashable, cache: Cache
) -> PlannedPath | None:
    """The cheapest path to the target of the roadmap, with the efforts set there."""
    roadmap = assessment.roadmap or Roadmap()
    efforts, minimised = efforts_of(roadmap), roadmap.minimise or "organiser"
    return cache(
        ("path", key, roadmap.target, frozenset(efforts.items()), minimised),
        lambda: planned_path(instrument, shown, roadmap.target, efforts, minimised),
    )


def _from_answers(instrument: Instrument, assessment: Assessment, as_of: date, seed: int) -> Report:
    """Everything that depends on answers alone; parts of the plan are left empty."""
    disclosure = Disclosure.of(assessment)
    kept, result, shown = _scored(instrument, assessment, disclosure)
    alone = [r for r in assessment.respondents if r.responses] if result.single_view else []
    agreement = _alignment(instrument, shown, assessment, kept, disclosure, seed)
    settle = what_to_settle(instrument, shown, kept, disclosure, seed, agreement)
    errands = tuple(parts.errands(instrument, shown, alone)) if disclosure.team else ()
    bound = ceiling(instrument, shown) if shown.level is None and not shown.unknown else None
    return Report(
        instrument=instrument,
        basis=_basis(instrument, assessment, kept.respondents, as_of),
        disclosure=disclosure,
        result=shown,
        alignment=agreement,
        plausible=plausible_range(instrument, result, kept.respondents, kept.agreed, seed=seed),
        robustness=robustness(instrument, result, kept.respondents, kept.agreed, seed=seed),
        headline=_headline(instrument, shown, disclosure, alone, kept, errands, bound),
        sections=tuple(parts.sections(instrument, shown, assessment, disclosure, kept.withheld)),
        gaps=settle.gaps,
        order=settle.order,
        ceiling=bound if disclosure.team else None,
        path=None,
        exposures=tuple(parts.exposures(instrument, shown)),
        errands=errands,
        unbacked=tuple(parts.unbacked(instrument, shown)),
        predictions=tuple(parts.predictions(instrument, alone)),
        contradictions=tuple(parts.contradictions(instrument, shown)),
        activity=tuple(parts.activity(instrument, alone)),
        decisions=tuple(parts.decisions(instrument, alone)),
        ranking=parts.order(instrument, alone, "ranking"),
        barriers=parts.order(instrument, alone, "barriers"),
        initiatives=(),
        answers=tuple(parts.answer_rows(instrument, assessment)) if disclosure.answers else (),
        review_on=as_of + REVIEW_AFTER,
        confidentiality="",
        source=None,
        withheld=kept.withheld,
    )


def _alignment(
    instrument: Instrument,
    shown: AssessmentResult,
    assessment: Assessment,
    kept: DisclosedAnswers,
    disclosure: Disclosure,
    seed: int,
) -> Alignment | None:
    people = [*kept.respondents, *_second_only(assessment)]
    found = alignment(instrument, shown, people, kept.agreed, disclosure, seed)
    return with_ranks(found, instrument, assessment, disclosure, seed)


def _second_only(assessment: Assessment) -> list[Respondent]:
    """Who came after the first votes: nothing but the ledger rests on what they said."""
    late = [r for r in assessment.respondents if r.second_vote and not r.responses]
    return late if assessment.privacy != "open" else []


def _scored(
    instrument: Instrument, assessment: Assessment, disclosure: Disclosure
) -> tuple[DisclosedAnswers, AssessmentResult, AssessmentResult]:
    """The disclosed answers, their result, and that result without sides that may not be shown."""
    kept = disclosed_answers(instrument, assessment, disclosure)
    result = without_unbacked_levels(score(instrument, kept.respondents, kept.agreed))
    return kept, result, with_sides_cut(instrument, result, kept.respondents, disclosure)


def _headline(
    instrument: Instrument,
    shown: AssessmentResult,
    disclosure: Disclosure,
    alone: list[Respondent],
    kept: DisclosedAnswers,
    errands: Sequence[Errand],
    bound: Ceiling | None,
) -> Headline:
    predictions = parts.predictions(instrument, alone)
    headline = narrative.headline(instrument, shown, disclosure, predictions, kept.withheld, errands)
    if not disclosure.team:
        return replace(headline, level=_(WITHHELD), backing="", holding="", gap="")
    most = ceiling_sentence(bound, shown) if bound else ""
    return replace(headline, level=most or headline.level)


def _basis(instrument: Instrument, assessment: Assessment, kept: Sequence[Respondent], as_of: date) -> Basis:
    """Counts all respondents, but only the answers that results are computed from."""
    answered = [r for r in assessment.respondents if r.responses]
    given = [response for r in kept for response in r.responses.values()]
    return Basis(
        organisation=assessment.organisation,
        as_of=as_of,
        business=assessment.camp_counts["business"],
        technology=assessment.camp_counts["technology"],
        people=tuple(parts.person_title(instrument, r) for r in answered),
        answered=len({code for r in kept for code in r.responses}),
        questions=len(instrument.practices),
        dont_know=sum(response.kind == "dont_know" for response in given),
    )
