"""From answers to the frozen report: scored, worded, and cut to what may be shown.

This is the only place that applies the privacy decision to results (method, section 2.9).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from assessment.instrument import Instrument
from assessment.privacy import WITHHELD, Disclosure
from assessment.records import Assessment, Respondent
from assessment.words import _
from playbook import narrative
from playbook.report import Basis, Headline, Report
from scoring import plausible_range, robustness, score
from scoring.ceiling import ceiling
from scoring.next_moves import next_moves, target_level
from scoring.pilots import pilot_register
from scoring.results import AssessmentResult
from services import report_parts as parts
from services.alignment import alignment
from services.disclosing import Shareable, shareable, with_sides_cut, without_unbacked_levels
from services.planning import open_gaps, planned_path
from services.value import value_view

REVIEW_AFTER = timedelta(days=90)
SEED = 20260


def build_report(
    instrument: Instrument,
    assessment: Assessment,
    as_of: date,
    *,
    confidentiality: str = "",
    seed: int = SEED,
) -> Report:
    """The report on one assessment as it stood on `as_of`.

    Same input, same report: chance enters only through `seed`. What the privacy mode withholds is
    absent from the object, so that no screen or document can show it by accident.
    """
    answered = _from_answers(instrument, assessment, as_of, confidentiality, seed)
    return replace(
        answered,
        value=value_view(assessment, seed),
        pilots=pilot_register(assessment.initiatives) if assessment.initiatives else None,
    )


def _from_answers(
    instrument: Instrument, assessment: Assessment, as_of: date, confidentiality: str, seed: int
) -> Report:
    disclosure = Disclosure.of(assessment)
    kept, result, shown = _scored(instrument, assessment, disclosure)
    alone = [r for r in assessment.respondents if r.responses] if result.single_view else []
    return Report(
        instrument=instrument,
        basis=_basis(instrument, assessment, kept.respondents, as_of),
        disclosure=disclosure,
        result=shown,
        alignment=alignment(instrument, shown, kept.respondents, kept.agreed, disclosure, seed),
        plausible=plausible_range(instrument, result, kept.respondents, kept.agreed, seed=seed),
        robustness=robustness(instrument, result, kept.respondents, kept.agreed, seed=seed),
        headline=_headline(instrument, shown, disclosure, alone, kept),
        sections=tuple(parts.sections(instrument, shown, assessment, disclosure, kept.withheld)),
        target=target_level(shown),
        next_moves=tuple(parts.move_card(instrument, shown, m) for m in next_moves(instrument, shown)),
        gaps=open_gaps(instrument, shown, kept, disclosure, seed),
        path=planned_path(instrument, shown),
        exposures=tuple(parts.exposures(instrument, shown)),
        errands=tuple(parts.errands(instrument, shown, alone)) if disclosure.team else (),
        unbacked=tuple(parts.unbacked(instrument, shown)),
        predictions=tuple(parts.predictions(instrument, alone)),
        contradictions=tuple(parts.contradictions(instrument, shown)),
        activity=tuple(parts.activity(instrument, alone)),
        decisions=tuple(parts.decisions(instrument, alone)),
        ranking=parts.ranking(instrument, alone),
        initiatives=tuple(assessment.initiatives),
        answers=tuple(parts.answer_rows(instrument, assessment)) if disclosure.answers else (),
        review_on=as_of + REVIEW_AFTER,
        confidentiality=confidentiality,
        source=assessment if disclosure.answers else None,
        withheld=kept.withheld,
    )


def _scored(
    instrument: Instrument, assessment: Assessment, disclosure: Disclosure
) -> tuple[Shareable, AssessmentResult, AssessmentResult]:
    """The answers after the cut, the result on them, and the result without the sides that may not be shown."""
    kept = shareable(instrument, assessment, disclosure)
    result = without_unbacked_levels(score(instrument, kept.respondents, kept.agreed))
    return kept, result, with_sides_cut(instrument, result, kept.respondents, disclosure)


def _headline(
    instrument: Instrument,
    shown: AssessmentResult,
    disclosure: Disclosure,
    alone: list[Respondent],
    kept: Shareable,
) -> Headline:
    predictions = parts.predictions(instrument, alone)
    headline = narrative.headline(instrument, shown, disclosure, predictions, kept.withheld)
    if disclosure.team:
        return replace(headline, level=_ceiling(instrument, shown, kept) or headline.level)
    return replace(headline, level=_(WITHHELD), backing="", holding="", gap="")


def _ceiling(instrument: Instrument, shown: AssessmentResult, kept: Shareable) -> str:
    """What a room may say that answered the key practices and no level yet; empty otherwise."""
    answered = {code for person in kept.respondents for code in person.responses}
    keys = {code for code, practice in instrument.practices.items() if practice.key}
    if shown.level is not None or shown.single_view or not keys <= answered:
        return ""
    return narrative.ceiling_sentence(ceiling(instrument, kept.respondents, kept.agreed))


def _basis(instrument: Instrument, assessment: Assessment, kept: Sequence[Respondent], as_of: date) -> Basis:
    """Who answered is said of everybody; what was answered, of the answers that results are made from."""
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
