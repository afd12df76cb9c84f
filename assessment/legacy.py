"""What an old system is to the company: in the way of what was chosen, costly, good enough, or not yet clear."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.governance import LEGACY_CLASSES, LegacyQuestion, LegacyVerdict, Portfolio
from assessment.raising import YesNo, read


@dataclass(frozen=True)
class LegacyResult:
    """The class of an old system, the yeses that lead to it and the unknowns that could raise it."""

    verdict: LegacyVerdict
    reasons: tuple[LegacyQuestion, ...]
    open: tuple[LegacyQuestion, ...]


def triage(portfolio: Portfolio, answers: Mapping[str, YesNo]) -> LegacyResult:
    """Sorts one old system by the answers; unanswered counts as unknown."""
    questions = portfolio.legacy_questions
    reading = read(LEGACY_CLASSES, {q.code: q.raises_to for q in questions}, answers)
    code = reading.settled or "unclear"
    return LegacyResult(
        verdict=next(verdict for verdict in portfolio.legacy if verdict.code == code),
        reasons=tuple(q for q in questions if q.code in reading.reasons),
        open=tuple(q for q in questions if q.code in reading.open),
    )
