"""Classifies legacy systems: strategic obstacle, costly, good enough, or unclear."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.answers.records import UseCase
from assessment.governance.model import LEGACY_CLASSES, LegacyQuestion, LegacyVerdict, Portfolio
from assessment.governance.triage import YesNo, classify_answers


@dataclass(frozen=True)
class LegacyResult:
    """The class of an old system, the yeses that lead to it and the unknowns that could raise it."""

    verdict: LegacyVerdict
    reasons: tuple[LegacyQuestion, ...]
    open: tuple[LegacyQuestion, ...]


def triage(portfolio: Portfolio, answers: Mapping[str, YesNo]) -> LegacyResult:
    """Classifies one legacy system by the answers; unanswered counts as unknown."""
    questions = portfolio.legacy_questions
    reading = classify_answers(LEGACY_CLASSES, {q.code: q.raises_to for q in questions}, answers)
    return LegacyResult(
        verdict=_verdict(portfolio, reading.settled or "unclear"),
        reasons=tuple(q for q in questions if q.code in reading.reasons),
        open=tuple(q for q in questions if q.code in reading.open),
    )


def system_class(portfolio: Portfolio, use_case: UseCase) -> LegacyResult | None:
    """The class of the system that blocks a use case; None if nothing blocks it.

    Without answers, the class set by hand is used.
    """
    if not (use_case.blocked_by or "").strip():
        return None
    if use_case.triage is not None and not use_case.triage_answers:
        return LegacyResult(_verdict(portfolio, use_case.triage), (), ())
    return triage(portfolio, use_case.triage_answers)


def _verdict(portfolio: Portfolio, code: str) -> LegacyVerdict:
    return next(verdict for verdict in portfolio.legacy if verdict.code == code)
