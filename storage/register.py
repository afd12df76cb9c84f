"""What the room wrote down: agreed levels, initiatives, use cases, commitments, parked, assumptions.

A list is replaced as a whole and keeps its order. All writes raise NotFound or Frozen (closed).
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete

from assessment.errors import RefusedInput
from assessment.records import Agreed, Assumptions, Commitment, Entry, Initiative, UseCase
from assessment.words import _
from storage.database import Unit, WritingUnit, table_of
from storage.tables import AgreedRow, RegisterKind, RegisterRow
from storage.upsert import hold, put

MOST_LINES = 200
AGREED = table_of(AgreedRow)
REGISTER = table_of(RegisterRow)


def save_agreed(unit: WritingUnit, assessment_id: str, code: str, agreed: Agreed) -> None:
    """Stores the level the room agreed on for one item, in place of an earlier one."""
    put(unit, AgreedRow, {"assessment_id": assessment_id, "code": code} | agreed.model_dump())


def remove_agreed(unit: WritingUnit, assessment_id: str, code: str) -> None:
    """Takes an agreed level back; no fault if there was none."""
    hold(unit, assessment_id)
    unit.change(delete(AGREED).where(AGREED.c.assessment_id == assessment_id, AGREED.c.code == code))


def load_agreed(unit: Unit, assessment_id: str) -> dict[str, Agreed]:
    """The agreed levels by item."""
    return {row["code"]: agreed_from(row) for row in unit.rows(AgreedRow, assessment_id=assessment_id)}


def load_initiatives(unit: Unit, assessment_id: str) -> list[Initiative]:
    return [Initiative.model_validate(body) for body in _bodies(unit, assessment_id, "initiative")]


def load_use_cases(unit: Unit, assessment_id: str) -> list[UseCase]:
    return [UseCase.model_validate(body) for body in _bodies(unit, assessment_id, "use_case")]


def load_commitments(unit: Unit, assessment_id: str) -> list[Commitment]:
    return [Commitment.model_validate(body) for body in _bodies(unit, assessment_id, "commitment")]


def load_parked(unit: Unit, assessment_id: str) -> list[str]:
    """The codes of the parked items."""
    return [str(body) for body in _bodies(unit, assessment_id, "parked")]


def find_assumptions(unit: Unit, assessment_id: str) -> Assumptions | None:
    """What the value figures rest on, None if nobody ever set it."""
    found = _bodies(unit, assessment_id, "assumptions")
    return Assumptions.model_validate(found[0]) if found else None


def replace_initiatives(unit: WritingUnit, assessment_id: str, initiatives: Sequence[Initiative]) -> None:
    _replace(unit, assessment_id, "initiative", initiatives)


def replace_use_cases(unit: WritingUnit, assessment_id: str, use_cases: Sequence[UseCase]) -> None:
    _replace(unit, assessment_id, "use_case", use_cases)


def replace_commitments(unit: WritingUnit, assessment_id: str, commitments: Sequence[Commitment]) -> None:
    _replace(unit, assessment_id, "commitment", commitments)


def replace_parked(unit: WritingUnit, assessment_id: str, codes: Sequence[str]) -> None:
    _replace(unit, assessment_id, "parked", codes)


def save_assumptions(unit: WritingUnit, assessment_id: str, assumptions: Assumptions | None) -> None:
    """Stores what the value figures rest on; None goes back to never set."""
    _replace(unit, assessment_id, "assumptions", [] if assumptions is None else [assumptions])


def agreed_from(row: Mapping[str, Any]) -> Agreed:
    """The agreed level, with what was never given left out."""
    names = ("level", "backing", "note", "dissent", "owner")
    return Agreed(**{name: row[name] for name in names if row[name] is not None})


def line_from(kind: RegisterKind, body: str) -> Entry | str:
    """One line of the register, checked. Raises ValueError (pydantic's and JSON's are such)."""
    data = json.loads(body)
    match kind:
        case "initiative":
            return Initiative.model_validate(data)
        case "use_case":
            return UseCase.model_validate(data)
        case "commitment":
            return Commitment.model_validate(data)
        case "assumptions":
            return Assumptions.model_validate(data)
        case "parked":
            if isinstance(data, str):
                return data
            raise ValueError("a parked item is a code")


def register_rows(
    assessment_id: str, kind: RegisterKind, lines: Sequence[Entry | str]
) -> list[dict[str, Any]]:
    """The rows that hold `lines` in their order."""
    return [
        {"assessment_id": assessment_id, "kind": kind, "position": position, "body": _body(line)}
        for position, line in enumerate(lines, start=1)
    ]


def _replace(unit: WritingUnit, assessment_id: str, kind: RegisterKind, lines: Sequence[Entry | str]) -> None:
    hold(unit, assessment_id)
    if len(lines) > MOST_LINES:
        raise RefusedInput(_("A list holds at most 200 lines. Nothing was changed."))
    unit.change(delete(REGISTER).where(REGISTER.c.assessment_id == assessment_id, REGISTER.c.kind == kind))
    unit.add_rows(RegisterRow, register_rows(assessment_id, kind, lines))


def _bodies(unit: Unit, assessment_id: str, kind: RegisterKind) -> list[Any]:
    rows = unit.rows(RegisterRow, assessment_id=assessment_id, kind=kind)
    return [json.loads(row["body"]) for row in sorted(rows, key=lambda row: row["position"])]


def _body(line: Entry | str) -> str:
    return json.dumps(line if isinstance(line, str) else line.plain(), ensure_ascii=False, allow_nan=False)
