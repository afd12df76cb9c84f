"""Commitments: who does what by when, measured how, and what became of it.

A commitment is known by its position in the list (from 0) and its subject, the move it is about or its own words:
two may be about the same.
"""

from datetime import date

from assessment.answers.records import COMMITMENT_STATUSES, Commitment, CommitmentStatus
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import GridEdit
from services.plan.edit import edit
from services.plan.parts import COMMITMENTS
from services.plan.roadmap import check_move
from services.plan.rows import Row, needed, refusal
from storage.repositories import plan_parts


def commitments_of(inst: Installation, owned: Owned) -> list[Commitment]:
    """The commitments in their order."""
    with inst.database.reading() as unit:
        return plan_parts.load(unit, owned.assessment_id, plan_parts.COMMITMENTS)


def add_commitment(inst: Installation, owned: Owned, row: Row) -> Commitment:
    """Adds one commitment behind the others; several people may do so at once."""
    if row.get("move"):
        check_move(inst.asked(owned), str(row["move"]))
    with edit(inst, owned, COMMITMENTS) as commitments:
        return commitments.add(row)


def update_commitment(
    inst: Installation, owned: Owned, position: int, subject: str, changes: Row, seen: Row | None = None
) -> Commitment:
    """Changes some fields of the commitment at `position`, which is about `subject`; an empty value forgets one.

    NotFound when another one stands there meanwhile.
    """
    if changes.get("move"):
        check_move(inst.asked(owned), str(changes["move"]))
    with edit(inst, owned, COMMITMENTS) as commitments:
        return commitments.update((position, subject), changes, seen)


def mark_commitment(
    inst: Installation,
    owned: Owned,
    position: int,
    subject: str,
    status: CommitmentStatus,
    due: date | None = None,
    seen: Row | None = None,
) -> Commitment:
    """Says what became of the commitment at `position`, which is about `subject`; `due` is its new day."""
    if status not in COMMITMENT_STATUSES:
        raise refusal(needed("status"))
    changes = {"status": status} | ({"due": due} if due else {})
    return update_commitment(inst, owned, position, subject, changes, seen)


def edit_commitments(inst: Installation, owned: Owned, grid: GridEdit) -> int:
    """Stores what was changed in the list as a grid; how many commitments there are then."""
    for line in grid.lines:
        if line.changes.get("move"):
            check_move(inst.asked(owned), line.changes["move"])
    with edit(inst, owned, COMMITMENTS) as commitments:
        return commitments.merge(grid)
