"""Review of commitments: what became of each, asked before anything else when one comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from assessment.answers.plan_records import Assigned, PlanRecords, plan_records_of
from assessment.answers.records import Commitment, CommitmentStatus
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument
from language.translation import _
from scoring.comparison.editions import comparability
from scoring.comparison.progress import Outcome
from services.core.identity import Owned, not_found
from services.core.installation import Installation
from services.plan.commitments import mark_commitment
from services.reports.history import chain
from storage.db.database import Unit
from storage.repositories import assessments, plan_parts
from storage.repositories.assessments import AssessmentSession


@dataclass(frozen=True)
class DueCommitment:
    """One commitment: in which assessment it was made, and where it stands there.

    `promised`: who leads it and by which day. `earlier`: in one before this assessment. `closed`: that one is closed, so nothing in it changes.
    """

    assessment_id: str
    made_on: date
    position: int
    commitment: Commitment
    promised: Assigned
    earlier: bool
    closed: bool
    asked_in: Instrument | None
    """The edition whose move it names; None where that is not here any more."""
    comparable: bool
    """Does this assessment ask about the practice as that one did, so that today’s answers show what was reached?"""

    @property
    def due(self) -> date | None:
        """The day by which it is due."""
        return self.promised.due

    def overdue(self, today: date) -> bool:
        return self.due is not None and self.due < today

    def outcome(self, today: date, described: Mapping[str, int | None]) -> Outcome:
        """What became of it so far. `described` are the levels the leaders describe now, by practice."""
        code, _colon, level = (self.commitment.move or "").partition(":")
        found = described.get(code) if self.comparable else None
        if self.commitment.status == "open" and self.overdue(today):
            return "overdue"
        if self.commitment.status == "kept" and found is not None and found < int(level):
            return "not_seen"
        return self.commitment.status

    def asked(self, today: date) -> bool:
        """Is it time to say what became of it? Earlier ones always while they are open; late ones once more."""
        status = self.commitment.status
        if status == "late":
            return self.overdue(today)
        return status == "open" and (self.earlier or self.overdue(today))


def all_commitments(inst: Installation, owned: Owned) -> tuple[DueCommitment, ...]:
    """All commitments of this organisation, those of its first assessment first."""
    with inst.database.reading() as unit:
        plans = [(session, _plan(unit, session.id)) for session in chain(unit, owned)]
    return tuple(
        _due(inst, owned, session, position, plan.promised(commitment), commitment)
        for session, plan in plans
        for position, commitment in enumerate(plan.commitments)
    )


def _plan(unit: Unit, assessment_id: str) -> PlanRecords:
    return plan_records_of(plan_parts.load_register(unit, assessment_id))


def _due(
    inst: Installation,
    owned: Owned,
    session: AssessmentSession,
    position: int,
    promised: Assigned,
    commitment: Commitment,
) -> DueCommitment:
    then = next((one for one in inst.editions if one.edition == session.edition), None)
    across = comparability(then, inst.asked(owned)) if then else None
    code = (commitment.move or "").partition(":")[0]
    return DueCommitment(
        assessment_id=session.id,
        made_on=session.created_on,
        position=position,
        commitment=commitment,
        promised=promised,
        earlier=session.id != owned.assessment_id,
        closed=session.status == "closed",
        asked_in=then,
        comparable=not code or (then is not None and (across is None or code in across.kept)),
    )


def comes_first(inst: Installation, owned: Owned, today: date) -> bool:
    """Does coming back begin with the review? When a day has passed in silence, or nothing is answered yet."""
    asked = [found for found in all_commitments(inst, owned) if found.asked(today) and not found.closed]
    if any(found.overdue(today) for found in asked):
        return True
    with inst.database.reading() as unit:
        return bool(asked) and not assessments.has_answers(unit, owned.assessment_id)


def answer(
    inst: Installation,
    owned: Owned,
    found: DueCommitment,
    status: CommitmentStatus,
    today: date,
    due: date | None = None,
) -> Commitment:
    """Says what became of a commitment. Late takes one new day, and only once.

    Raises RefusedInput, Frozen when that assessment is closed, NotFound when it is not of this organisation.
    """
    with inst.database.reading() as unit:
        if all(session.id != found.assessment_id for session in chain(unit, owned)):
            raise not_found()
    if status == "late":
        if found.commitment.status == "late":
            raise RefusedInput(
                _(
                    "This commitment has already had its one new date. Mark it kept or dropped; nothing was changed."
                )
            )
        if due is None or due <= today:
            raise RefusedInput(
                _("A late commitment needs a date in the future. Nothing was changed; choose a later day.")
            )
    there = replace(owned, assessment_id=found.assessment_id)
    new = due if status == "late" else None
    seen = {"status": found.commitment.status, "due": found.commitment.due}
    return mark_commitment(inst, there, found.position, found.commitment.subject, status, new, seen)
