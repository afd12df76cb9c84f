"""The rounds of an organisation: its linked assessments and their submissions over time.

An assessment links to those before it (`earlier` in its settings), never to later ones, so an owner sees the
past only. Earlier answers are scored again with the current method.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from assessment.answers.plan_records import plan_records_of
from assessment.answers.records import Assessment, Commitment
from assessment.errors import RefusedFile, RefusedInput
from assessment.privacy import Disclosure
from assessment.privacy.freezing import for_reader
from language.translation import _
from report.model.report import Report
from scoring.comparison.editions import comparability
from scoring.comparison.progress import Comparison, RoundResult, compare
from services.core.identity import Owned
from services.core.installation import Installation
from services.reports.results import cached_report
from storage.db.database import Unit
from storage.repositories import assessments, plan_parts, presentation, submissions
from storage.repositories.assessments import AssessmentSession
from storage.repositories.records import load_assessment


@dataclass(frozen=True)
class RoundReport:
    """One round of an organisation: its report as of that day, and the current state of the commitments made then.

    `number` is that of the submission, None for answers that were never submitted. `report` is None where
    the edition that was answered is not here any more.
    """

    assessment_id: str
    number: int | None
    as_of: date
    edition: str
    report: Report | None
    commitments: tuple[Commitment, ...]


def history(inst: Installation, owned: Owned, today: date) -> tuple[RoundReport, ...]:
    """All rounds that may be shown, oldest first, the current answers last.

    Where single answers are protected, only the last submission of each assessment is included: the difference
    of two would reveal who joined in between. A workshop is included from its first submission on.
    """
    with inst.database.reading() as unit:
        rounds = [
            moment for session in chain(unit, owned) for moment in _moments(inst, unit, owned, session, today)
        ]
    return tuple(_round_report(inst, *moment) for moment in rounds)


def compare_rounds(before: RoundReport, after: RoundReport, today: date) -> Comparison:
    """Compares two rounds, of different editions only in what is kept. RefusedInput where one has no report."""
    if before.report is None or after.report is None:
        raise RefusedInput(
            _(
                "The earlier assessment asked other questions, so the two cannot be compared. Both results are kept."
            )
        )
    across = comparability(before.report.instrument, after.report.instrument)
    kept = None if across is None else across.kept
    then, now = (_round_result(found, kept) for found in (before.report, after.report))
    return compare(then, now, before.commitments, today.isoformat(), across)


def chain(unit: Unit, owned: Owned) -> list[AssessmentSession]:
    """This assessment and its predecessors that still exist, oldest first."""
    earlier = presentation.load_settings(unit, owned.assessment_id).get("earlier", [])
    ids = [owned.assessment_id, *earlier]
    there = {session.id: session for session in assessments.list_of_same_organisation(unit, ids[0])}
    return [there[identity] for identity in reversed(ids) if identity in there]


Moment = tuple[str, int | None, date, str, Assessment | None, tuple[Commitment, ...]]


def _moments(
    inst: Installation, unit: Unit, owned: Owned, session: AssessmentSession, today: date
) -> list[Moment]:
    """The rounds of one assessment as (id, number, day, edition, answers, commitments)."""
    commitments = plan_records_of(plan_parts.load_register(unit, session.id)).promises
    now = load_assessment(unit, session.id)
    found: list[Moment] = []
    for frozen in submissions.list_submissions(unit, session.id):
        answers = _read(inst, frozen.assessment)
        if answers is not None and session.mode == "workshop":
            answers = for_reader(answers, owned.respondent_id)
        found.append((session.id, frozen.number, frozen.submitted_on, frozen.edition, answers, commitments))
    alone = session.mode == "solo" and (session.status == "open" or not found)
    if alone and any(person.responses for person in now.respondents):
        day = today if session.status == "open" else session.created_on
        known = now if inst.has_edition(now) else None
        found.append((session.id, None, day, now.edition, known, commitments))
    return found if Disclosure.of(now).answers else found[-1:]


def _read(inst: Installation, frozen: str) -> Assessment | None:
    """Frozen answers, None if they answer an edition that is not here."""
    try:
        return inst.read(frozen.encode())
    except RefusedFile:
        return None


def _round_report(
    inst: Installation,
    assessment_id: str,
    number: int | None,
    day: date,
    edition: str,
    answers: Assessment | None,
    commitments: tuple[Commitment, ...],
) -> RoundReport:
    report = None if answers is None else cached_report(inst, answers, day, "")
    return RoundReport(assessment_id, number, day, edition, report, commitments)


def _round_result(report: Report, kept: Collection[str] | None) -> RoundResult:
    """What is compared; the deviation over the `kept` practices alone where the editions differ."""
    aligned = report.alignment
    if aligned is None or kept is None:
        deviation = None if aligned is None else aligned.deviation
    else:
        apart = [found.deviation for found in aligned.practices if found.practice.code in kept]
        deviation = sum(apart) / len(apart) if apart else None
    return RoundResult(report.result, report.plausible, deviation)
