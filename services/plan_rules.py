"""What governs AI here: the register of AI uses, the risk statement with its signatures, the charter."""

from collections.abc import Mapping, Sequence
from datetime import date

from assessment.errors import NotFound
from assessment.plan_records import AiUse, Charter, RiskLine, RiskStatement, UseAnswer
from assessment.words import _
from services.identity import Owned
from services.installation import Installation
from services.plan_lines import Row, changing, check_distinct, record_of, records_of
from storage import register

SIGNATURE = {"signed_by", "signed_on"}


def save_ai_uses(inst: Installation, owned: Owned, rows: Sequence[Row]) -> list[AiUse]:
    """Replaces the register of AI uses; a line without `answers` keeps those given under its name."""
    lines = records_of(AiUse, rows)
    check_distinct([line.name for line in lines])
    with changing(inst, owned) as unit:
        known = {use.name: use.answers for use in register.load_ai_uses(unit, owned.assessment_id)}
        told = [
            line
            if "answers" in line.model_fields_set or not known.get(line.name)
            else AiUse.model_validate(line.plain() | {"answers": known[line.name]})
            for line in lines
        ]
        register.replace_ai_uses(unit, owned.assessment_id, told)
    return told


def answer_ai_use(
    inst: Installation, owned: Owned, name: str, answers: Mapping[str, UseAnswer | None]
) -> AiUse:
    """Stores the answers about one use (by the code of the question) in place of earlier ones. NotFound."""
    with changing(inst, owned) as unit:
        uses = register.load_ai_uses(unit, owned.assessment_id)
        position = next((i for i, use in enumerate(uses) if use.name == name), None)
        if position is None:
            raise NotFound(_("There is no AI use of this name any longer. Nothing was stored."))
        uses[position] = record_of(AiUse, uses[position].plain() | {"answers": answers})
        register.replace_ai_uses(unit, owned.assessment_id, uses)
    return uses[position]


def save_risk_statement(inst: Installation, owned: Owned, rows: Sequence[Row]) -> RiskStatement:
    """Replaces the lines of the risk statement: `area`, `text`, `decision`, and `code`, `limit`, `ask`.

    A signature stays with a line of which all of these stay; any other line is unsigned.
    """
    unsigned = [{name: value for name, value in row.items() if name not in SIGNATURE} for row in rows]
    lines = records_of(RiskLine, unsigned, ("area", "decision"))
    with changing(inst, owned) as unit:
        before = register.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        signed = {_said(line): line for line in before.lines if line.signed_by}
        statement = record_of(RiskStatement, {"lines": [signed.get(_said(x), x).plain() for x in lines]})
        register.save_risk_statement(unit, owned.assessment_id, statement)
    return statement


def sign_risk_line(
    inst: Installation, owned: Owned, line: RiskLine, role: str | None, today: date
) -> RiskStatement:
    """Signs a line as it was read, in the name of a role; None takes the signature back.

    NotFound when its words or its decision have changed meanwhile: nobody signs what they have not read.
    """
    signature = {"signed_by": role, "signed_on": today} if role else {}
    signed = record_of(RiskLine, line.model_dump(exclude=SIGNATURE) | signature)
    with changing(inst, owned) as unit:
        before = register.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        if _said(line) not in map(_said, before.lines):
            raise NotFound(_("This sentence has changed meanwhile. Nothing was signed; read it again."))
        lines = [signed if _said(found) == _said(line) else found for found in before.lines]
        statement = RiskStatement(lines=lines)
        register.save_risk_statement(unit, owned.assessment_id, statement)
    return statement


def save_charter(inst: Installation, owned: Owned, values: Row) -> Charter:
    """Replaces the charter of the group that steers AI."""
    charter = record_of(Charter, values)
    with changing(inst, owned) as unit:
        register.save_charter(unit, owned.assessment_id, charter)
    return charter


def _said(line: RiskLine) -> str:
    """The line without its signature."""
    return line.model_dump_json(exclude=SIGNATURE)
