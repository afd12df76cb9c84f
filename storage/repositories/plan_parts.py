"""What the room wrote down: agreed levels, initiatives, use cases, commitments, parked, and the plan.

A part is loaded and replaced as a list in its order; of some parts there is one line at most. All writes raise
NotFound or Frozen (closed).
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import delete

from assessment.answers.records import Agreed, Assessment, Assumptions, Commitment, Initiative, UseCase
from assessment.entry import Entry
from assessment.errors import RefusedInput
from assessment.plan.records import MOST_LINES, AiUse, Charter, Ownership, RiskStatement, Roadmap
from language.translation import _
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.upsert import lock_assessment, upsert
from storage.tables.assessments import AgreedRow, RegisterKind, RegisterRow

AGREED = table_of(AgreedRow)
REGISTER = table_of(RegisterRow)
Line = TypeVar("Line", bound=Entry | str)


@dataclass(frozen=True)
class Part(Generic[Line]):
    """Where a kind of line stands: its name in the register, its field of `Assessment`, its class, one or many."""

    kind: RegisterKind
    field: str
    shape: type[Line]
    many: bool = True


INITIATIVES = Part("initiative", "initiatives", Initiative)
USE_CASES = Part("use_case", "use_cases", UseCase)
COMMITMENTS = Part("commitment", "commitments", Commitment)
PARKED = Part("parked", "parked", str)
ASSUMPTIONS = Part("assumptions", "assumptions", Assumptions, many=False)
ROADMAP = Part("roadmap", "roadmap", Roadmap, many=False)
OWNERSHIP = Part("ownership", "ownership", Ownership, many=False)
AI_USES = Part("ai_use", "ai_uses", AiUse)
RISK_STATEMENT = Part("risk_statement", "risk_statement", RiskStatement, many=False)
CHARTER = Part("charter", "charter", Charter, many=False)
PARTS: Mapping[RegisterKind, Part[Any]] = {
    part.kind: part
    for part in (
        INITIATIVES,
        USE_CASES,
        COMMITMENTS,
        PARKED,
        ASSUMPTIONS,
        ROADMAP,
        OWNERSHIP,
        AI_USES,
        RISK_STATEMENT,
        CHARTER,
    )
}


def save_agreed(unit: WritingUnit, assessment_id: str, code: str, agreed: Agreed) -> None:
    """Stores the level the room agreed on for one item, in place of an earlier one."""
    upsert(unit, AgreedRow, {"assessment_id": assessment_id, "code": code} | agreed.model_dump())


def remove_agreed(unit: WritingUnit, assessment_id: str, code: str) -> None:
    """Takes an agreed level back; no fault if there was none."""
    lock_assessment(unit, assessment_id)
    unit.change(delete(AGREED).where(AGREED.c.assessment_id == assessment_id, AGREED.c.code == code))


def load_agreed(unit: Unit, assessment_id: str) -> dict[str, Agreed]:
    """The agreed levels by item."""
    return {row["code"]: agreed_from(row) for row in unit.rows(AgreedRow, assessment_id=assessment_id)}


def load_register(unit: Unit, assessment_id: str) -> dict[str, Any]:
    """Everything but the agreed levels, by its field of `Assessment`, in one look; never set is absent."""
    bodies: dict[RegisterKind, dict[int, str]] = defaultdict(dict)
    for row in unit.rows(RegisterRow, assessment_id=assessment_id):
        bodies[row["kind"]][row["position"]] = row["body"]
    found: dict[str, Any] = {}
    for kind, places in bodies.items():
        lines = [line_from(kind, places[position]) for position in sorted(places)]
        found[PARTS[kind].field] = lines if PARTS[kind].many else lines[0]
    return found


def load(unit: Unit, assessment_id: str, part: Part[Line]) -> list[Line]:
    """The lines of a part in their order."""
    return [_line(part, body) for body in load_bodies(unit, assessment_id, part)]


def find(unit: Unit, assessment_id: str, part: Part[Line]) -> Line | None:
    """The one line of a part, None if nobody ever set it."""
    return next(iter(load(unit, assessment_id, part)), None)


def replace(unit: WritingUnit, assessment_id: str, part: Part[Line], lines: Sequence[Line]) -> None:
    """Stores these lines of a part and no others."""
    replace_bodies(unit, assessment_id, part, [_plain(line) for line in lines])


def load_bodies(unit: Unit, assessment_id: str, part: Part[Any]) -> list[Any]:
    """The lines of a part as plain data, as they were stored; nothing is validated."""
    rows = unit.rows(RegisterRow, assessment_id=assessment_id, kind=part.kind)
    return [json.loads(row["body"]) for row in sorted(rows, key=lambda row: row["position"])]


def replace_bodies(unit: WritingUnit, assessment_id: str, part: Part[Any], bodies: Sequence[Any]) -> None:
    """`replace` for lines as plain data, which are valid."""
    lock_assessment(unit, assessment_id)
    _check_number(len(bodies))
    of_part = (REGISTER.c.assessment_id == assessment_id) & (REGISTER.c.kind == part.kind)
    unit.change(delete(REGISTER).where(of_part))
    unit.add_rows(RegisterRow, register_rows(assessment_id, part.kind, bodies))


def save_body(unit: WritingUnit, assessment_id: str, part: Part[Any], position: int, body: Any) -> None:
    """Stores one valid line at `position` (from 1) in place of the one there; the others are not touched."""
    _check_number(position)
    (row,) = register_rows(assessment_id, part.kind, [body])
    upsert(unit, RegisterRow, row | {"position": position})


def agreed_from(row: Mapping[str, Any]) -> Agreed:
    """The agreed level, with what was never given left out."""
    names = ("level", "backing", "evidence", "note", "dissent", "owner")
    return Agreed(**{name: row[name] for name in names if row[name] is not None})


def line_from(kind: RegisterKind, body: str) -> Entry | str:
    """One line of the register, checked. Raises ValueError (pydantic's and JSON's are such)."""
    if kind not in PARTS:
        raise ValueError("there is no such kind of line")
    line: Entry | str = _line(PARTS[kind], json.loads(body))
    return line


def lines_of(assessment: Assessment) -> dict[RegisterKind, list[Any]]:
    """The lines of all kinds that a whole assessment holds, as plain data."""
    found = {}
    for kind, part in PARTS.items():
        value = getattr(assessment, part.field)
        lines = value if part.many else [] if value is None else [value]
        found[kind] = [_plain(line) for line in lines]
    return found


def register_rows(assessment_id: str, kind: RegisterKind, bodies: Sequence[Any]) -> list[dict[str, Any]]:
    """The rows that hold lines, given as plain data, in their order."""
    return [
        {
            "assessment_id": assessment_id,
            "kind": kind,
            "position": position,
            "body": json.dumps(body, ensure_ascii=False, allow_nan=False),
        }
        for position, body in enumerate(bodies, start=1)
    ]


def _check_number(lines: int) -> None:
    if lines > MOST_LINES:
        raise RefusedInput(_("A list can have up to 200 lines. Nothing was changed; remove one first."))


def _plain(line: Entry | str) -> Any:
    return line if isinstance(line, str) else line.plain()


def _line(part: Part[Line], body: Any) -> Line:
    if issubclass(part.shape, Entry):
        return part.shape.model_validate(body)
    if isinstance(body, str):
        return part.shape(body)
    raise ValueError("a parked item is a code")
