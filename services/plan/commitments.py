"""Commitments: who promised which move by when, and what became of it."""

from datetime import date

from assessment.answers.records import COMMITMENT_STATUSES, Commitment, CommitmentStatus
from assessment.errors import NotFound
from language.translation import _
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.roadmap import check_move
from services.plan.rows import Row, changing, needed, records_of, refusal
from storage.repositories import plan_parts


def add_commitment(inst: Installation, owned: Owned, row: Row) -> Commitment:
    """Adds one commitment behind the others."""
    line = records_of(Commitment, [row])[0] if row else None
    if line is None:
        raise refusal(needed("move"))
    check_move(inst.instrument, line.move)
    with changing(inst, owned) as unit:
        before = plan_parts.load_commitments(unit, owned.assessment_id)
        plan_parts.replace_commitments(unit, owned.assessment_id, [*before, line])
    return line


def mark_commitment(
    inst: Installation,
    owned: Owned,
    position: int,
    move: str,
    status: CommitmentStatus,
    due: date | None = None,
) -> Commitment:
    """Says what became of the commitment at `position` (from 0), which is about `move`; `due` is its new day.

    NotFound when another one stands there meanwhile.
    """
    if status not in COMMITMENT_STATUSES:
        raise refusal(needed("status"))
    with changing(inst, owned) as unit:
        lines = plan_parts.load_commitments(unit, owned.assessment_id)
        if not 0 <= position < len(lines) or lines[position].move != move:
            raise NotFound(
                _("This promise has changed meanwhile. Nothing was stored; look at the list again.")
            )
        said = {"status": status} | ({"due": due.isoformat()} if due else {})
        lines[position] = Commitment.model_validate(lines[position].plain() | said)
        plan_parts.replace_commitments(unit, owned.assessment_id, lines)
    return lines[position]
