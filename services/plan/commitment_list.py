"""What was promised: which move, who, measured how, by when."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from assessment.answers.records import Commitment, calendar_date
from assessment.errors import RefusedInput
from assessment.instrument.model import Instrument, Move, Practice
from language.translation import _, lazy, lazy_table
from services.core.identity import Owned
from services.core.installation import Installation
from storage.db.database import WritingUnit
from storage.db.upsert import lock_assessment
from storage.repositories import plan_parts

FIELDS = lazy_table(
    {
        "move": lazy("one of the moves offered"),
        "owner": lazy("an owner of at most 60 characters"),
        "metric": lazy("a metric of at most 1,000 characters"),
        "due": lazy("a day such as 2027-03-31"),
        "status": lazy("one of the states open, kept, late, dropped"),
    }
)


def commitments_of(inst: Installation, owned: Owned) -> list[Commitment]:
    """The commitments in their order."""
    with inst.database.reading() as unit:
        return plan_parts.load_commitments(unit, owned.assessment_id)


def add_commitment(inst: Installation, owned: Owned, row: Mapping[str, Any]) -> Commitment:
    """Adds one commitment at the end; several facilitators may do so at once. RefusedInput."""
    with inst.database.writing() as unit:
        earlier = _held(unit, owned)
        made = _commitment(inst.instrument, len(earlier) + 1, row)
        plan_parts.replace_commitments(unit, owned.assessment_id, [*earlier, made])
    return made


def save_commitments(
    inst: Installation,
    owned: Owned,
    rows: Sequence[Mapping[str, Any]],
    *,
    seen: Sequence[Commitment],
) -> list[Commitment]:
    """Replaces the commitments by the rows that name a move.

    Raises RefusedInput naming the first line and field that cannot be kept, and when the list is no longer
    the one that was `seen`: somebody else may have added to it. Nothing is stored then.
    """
    kept = [row for row in rows if row.get("move")]
    lines = [_commitment(inst.instrument, number, row) for number, row in enumerate(kept, 1)]
    with inst.database.writing() as unit:
        if _held(unit, owned) != list(seen):
            raise RefusedInput(
                _("The commitments were changed elsewhere meanwhile. Nothing was stored; look again first.")
            )
        plan_parts.replace_commitments(unit, owned.assessment_id, lines)
    return lines


def find_move(instrument: Instrument, move: str) -> tuple[Practice, Move] | None:
    """The practice and the move a commitment is about, or None if this edition has none such."""
    code, _colon, level = move.partition(":")
    practice = instrument.practices.get(code)
    found = [m for m in practice.moves if str(m.to) == level] if practice is not None else []
    return (practice, found[0]) if practice is not None and found else None


def _held(unit: WritingUnit, owned: Owned) -> list[Commitment]:
    lock_assessment(unit, owned.assessment_id)
    return plan_parts.load_commitments(unit, owned.assessment_id)


def _commitment(instrument: Instrument, number: int, row: Mapping[str, Any]) -> Commitment:
    given = {k: v.replace("\x00", "").strip() if isinstance(v, str) else v for k, v in row.items()}
    try:
        made = Commitment.model_validate({k: v for k, v in given.items() if v not in (None, "")})
        field = "" if made.due is None or calendar_date(made.due) else "due"
        field = field if find_move(instrument, made.move) else "move"
    except ValidationError as error:
        field = str(error.errors(include_url=False)[0]["loc"][0])
    if field:
        raise RefusedInput(
            _("Line {number} needs {what}. Nothing was stored yet, and nothing you typed is lost.").format(
                number=number, what=FIELDS.get(field, field)
            )
        )
    return made
