"""What the room wrote down: agreed levels, initiatives, use cases, commitments, parked, and the plan.

A list is replaced as a whole and keeps its order; what there is one of is a list of at most one. All
writes raise NotFound or Frozen (closed).
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import delete

from assessment.answers.records import Agreed, Assessment, Assumptions, Commitment, Initiative, UseCase
from assessment.entry import Entry
from assessment.errors import RefusedInput
from assessment.plan.records import AiUse, Charter, Ownership, RiskStatement, Roadmap
from language.translation import _
from storage.db.database import Unit, WritingUnit, table_of
from storage.db.upsert import lock_assessment, upsert
from storage.tables.assessments import AgreedRow, RegisterKind, RegisterRow

MOST_LINES = 200
AGREED = table_of(AgreedRow)
REGISTER = table_of(RegisterRow)
One = TypeVar("One", bound=Entry)


@dataclass(frozen=True)
class Part:
    """Where a kind of line stands in an assessment: the field, the record (None: a code), one or many."""

    field: str
    shape: type[Entry] | None
    many: bool = True


PARTS: Mapping[RegisterKind, Part] = {
    "initiative": Part("initiatives", Initiative),
    "use_case": Part("use_cases", UseCase),
    "commitment": Part("commitments", Commitment),
    "parked": Part("parked", None),
    "assumptions": Part("assumptions", Assumptions, many=False),
    "roadmap": Part("roadmap", Roadmap, many=False),
    "ownership": Part("ownership", Ownership, many=False),
    "ai_use": Part("ai_uses", AiUse),
    "risk_statement": Part("risk_statement", RiskStatement, many=False),
    "charter": Part("charter", Charter, many=False),
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


def load_initiatives(unit: Unit, assessment_id: str) -> list[Initiative]:
    return _lines(unit, assessment_id, "initiative", Initiative)


def load_use_cases(unit: Unit, assessment_id: str) -> list[UseCase]:
    return _lines(unit, assessment_id, "use_case", UseCase)


def load_commitments(unit: Unit, assessment_id: str) -> list[Commitment]:
    return _lines(unit, assessment_id, "commitment", Commitment)


def load_ai_uses(unit: Unit, assessment_id: str) -> list[AiUse]:
    return _lines(unit, assessment_id, "ai_use", AiUse)


def load_parked(unit: Unit, assessment_id: str) -> list[str]:
    """The codes of the parked items."""
    return [str(body) for body in _bodies(unit, assessment_id, "parked")]


def find_assumptions(unit: Unit, assessment_id: str) -> Assumptions | None:
    """What the value figures rest on, None if nobody ever set it."""
    return _one(unit, assessment_id, "assumptions", Assumptions)


def find_roadmap(unit: Unit, assessment_id: str) -> Roadmap | None:
    return _one(unit, assessment_id, "roadmap", Roadmap)


def find_ownership(unit: Unit, assessment_id: str) -> Ownership | None:
    return _one(unit, assessment_id, "ownership", Ownership)


def find_risk_statement(unit: Unit, assessment_id: str) -> RiskStatement | None:
    return _one(unit, assessment_id, "risk_statement", RiskStatement)


def find_charter(unit: Unit, assessment_id: str) -> Charter | None:
    return _one(unit, assessment_id, "charter", Charter)


def replace_initiatives(unit: WritingUnit, assessment_id: str, initiatives: Sequence[Initiative]) -> None:
    _replace(unit, assessment_id, "initiative", initiatives)


def replace_use_cases(unit: WritingUnit, assessment_id: str, use_cases: Sequence[UseCase]) -> None:
    _replace(unit, assessment_id, "use_case", use_cases)


def replace_commitments(unit: WritingUnit, assessment_id: str, commitments: Sequence[Commitment]) -> None:
    _replace(unit, assessment_id, "commitment", commitments)


def replace_ai_uses(unit: WritingUnit, assessment_id: str, ai_uses: Sequence[AiUse]) -> None:
    _replace(unit, assessment_id, "ai_use", ai_uses)


def replace_parked(unit: WritingUnit, assessment_id: str, codes: Sequence[str]) -> None:
    _replace(unit, assessment_id, "parked", codes)


def save_assumptions(unit: WritingUnit, assessment_id: str, assumptions: Assumptions | None) -> None:
    """Stores what the value figures rest on; None goes back to never set."""
    _replace(unit, assessment_id, "assumptions", [] if assumptions is None else [assumptions])


def save_roadmap(unit: WritingUnit, assessment_id: str, roadmap: Roadmap) -> None:
    _replace(unit, assessment_id, "roadmap", [roadmap])


def save_ownership(unit: WritingUnit, assessment_id: str, ownership: Ownership) -> None:
    _replace(unit, assessment_id, "ownership", [ownership])


def save_risk_statement(unit: WritingUnit, assessment_id: str, statement: RiskStatement) -> None:
    _replace(unit, assessment_id, "risk_statement", [statement])


def save_charter(unit: WritingUnit, assessment_id: str, charter: Charter) -> None:
    _replace(unit, assessment_id, "charter", [charter])


def agreed_from(row: Mapping[str, Any]) -> Agreed:
    """The agreed level, with what was never given left out."""
    names = ("level", "backing", "note", "dissent", "owner")
    return Agreed(**{name: row[name] for name in names if row[name] is not None})


def line_from(kind: RegisterKind, body: str) -> Entry | str:
    """One line of the register, checked. Raises ValueError (pydantic's and JSON's are such)."""
    data, part = json.loads(body), PARTS.get(kind)
    if part is None:
        raise ValueError("there is no such kind of line")
    if part.shape is not None:
        return part.shape.model_validate(data)
    if isinstance(data, str):
        return data
    raise ValueError("a parked item is a code")


def lines_of(assessment: Assessment) -> dict[RegisterKind, Sequence[Entry | str]]:
    """The lines of all kinds that a whole assessment holds."""
    found: dict[RegisterKind, Sequence[Entry | str]] = {}
    for kind, part in PARTS.items():
        held = getattr(assessment, part.field)
        found[kind] = held if part.many else [] if held is None else [held]
    return found


def register_rows(
    assessment_id: str, kind: RegisterKind, lines: Sequence[Entry | str]
) -> list[dict[str, Any]]:
    """The rows that hold `lines` in their order."""
    return [
        {"assessment_id": assessment_id, "kind": kind, "position": position, "body": _body(line)}
        for position, line in enumerate(lines, start=1)
    ]


def _replace(unit: WritingUnit, assessment_id: str, kind: RegisterKind, lines: Sequence[Entry | str]) -> None:
    lock_assessment(unit, assessment_id)
    if len(lines) > MOST_LINES:
        raise RefusedInput(_("A list holds at most 200 lines. Nothing was changed."))
    unit.change(delete(REGISTER).where(REGISTER.c.assessment_id == assessment_id, REGISTER.c.kind == kind))
    unit.add_rows(RegisterRow, register_rows(assessment_id, kind, lines))


def _lines(unit: Unit, assessment_id: str, kind: RegisterKind, shape: type[One]) -> list[One]:
    return [shape.model_validate(body) for body in _bodies(unit, assessment_id, kind)]


def _one(unit: Unit, assessment_id: str, kind: RegisterKind, shape: type[One]) -> One | None:
    return next(iter(_lines(unit, assessment_id, kind, shape)), None)


def _bodies(unit: Unit, assessment_id: str, kind: RegisterKind) -> list[Any]:
    rows = unit.rows(RegisterRow, assessment_id=assessment_id, kind=kind)
    return [json.loads(row["body"]) for row in sorted(rows, key=lambda row: row["position"])]


def _body(line: Entry | str) -> str:
    return json.dumps(line if isinstance(line, str) else line.plain(), ensure_ascii=False, allow_nan=False)
