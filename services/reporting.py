"""From answers to the frozen report: scored, worded, and cut to what may be shown.

This is the only place that applies the privacy decision to results (method, section 2.9).
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from assessment.bank import load_standards
from assessment.governance import Governance
from assessment.governance_bank import load_governance
from assessment.instrument import Instrument
from assessment.privacy import WITHHELD, Disclosure
from assessment.records import Assessment, Respondent
from assessment.standards import Standards
from assessment.words import _
from playbook import narrative
from playbook.report import Basis, Headline, Report
from scoring import plausible_range, robustness, score
from scoring.next_moves import next_moves, target_level
from scoring.pilots import pilot_register
from scoring.results import AssessmentResult
from services import report_parts as parts
from services.alignment import alignment
from services.disclosing import shareable, with_sides_cut, without_unbacked_levels
from services.ownership import ownership_view
from services.rules import rules_view
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
    governance: Governance | None = None,
    standards: Standards | None = None,
) -> Report:
    """The report on one assessment as it stood on `as_of`.

    Same input, same report: chance enters only through `seed`. What the privacy mode withholds is
    absent from the object, so that no screen or document can show it by accident. `governance` and
    `standards` are the installation’s; those that come with the program if not given.
    """
    answered = _from_answers(instrument, assessment, as_of, confidentiality, seed)
    return replace(
        answered,
        value=value_view(assessment, seed),
        pilots=pilot_register(assessment.initiatives) if assessment.initiatives else None,
        ownership=ownership_view(instrument, assessment),
        rules=rules_view(
            instrument,
            assessment,
            answered.result,
            assessment.agreed if answered.disclosure.team else {},
            governance or _shipped(instrument.language),
            standards or _standards(),
        ),
    )


@lru_cache(maxsize=4)
def _shipped(language: str) -> Governance:
    return load_governance(language)


@lru_cache(maxsize=1)
def _standards() -> Standards:
    return load_standards()


def _from_answers(
    instrument: Instrument, assessment: Assessment, as_of: date, confidentiality: str, seed: int
) -> Report:
    disclosure = Disclosure.of(assessment)
    kept = shareable(instrument, assessment, disclosure)
    result = without_unbacked_levels(score(instrument, kept.respondents, kept.agreed))
    shown = with_sides_cut(instrument, result, kept.respondents, disclosure)
    alone = [r for r in assessment.respondents if r.responses] if result.single_view else []
    return Report(
        instrument=instrument,
        basis=_basis(instrument, assessment, kept.respondents, as_of),
        disclosure=disclosure,
        result=shown,
        alignment=alignment(instrument, shown, kept.respondents, kept.agreed, disclosure, seed),
        plausible=plausible_range(instrument, result, kept.respondents, kept.agreed, seed=seed),
        robustness=robustness(instrument, result, kept.respondents, kept.agreed, seed=seed),
        headline=_headline(instrument, shown, disclosure, alone, kept.withheld),
        sections=tuple(parts.sections(instrument, shown, assessment, disclosure, kept.withheld)),
        target=target_level(shown),
        next_moves=tuple(parts.move_card(instrument, shown, m) for m in next_moves(instrument, shown)),
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


def _headline(
    instrument: Instrument,
    shown: AssessmentResult,
    disclosure: Disclosure,
    alone: list[Respondent],
    withheld: Collection[str],
) -> Headline:
    predictions = parts.predictions(instrument, alone)
    headline = narrative.headline(instrument, shown, disclosure, predictions, withheld)
    if disclosure.team:
        return headline
    return replace(headline, level=_(WITHHELD), backing="", holding="", gap="")


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
