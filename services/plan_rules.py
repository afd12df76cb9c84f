"""What governs AI here: the register of AI uses, the risk statement with its signatures, the charter."""

from collections.abc import Mapping, Sequence
from datetime import date

from assessment.errors import NotFound, RefusedInput
from assessment.plan_records import MOST_LINES, AiUse, RiskLine, RiskStatement, UseAnswer
from assessment.words import _
from playbook.rules import RiskView, UseView
from services.identity import Owned
from services.installation import Installation
from services.plan_lines import Row, changing, check_distinct, record_of, records_of
from services.results import in_force
from services.rules import risk_view, use_views
from storage import register
from storage.database import WritingUnit

SIGNATURE = {"signed_by", "signed_on"}


def uses_now(inst: Installation, owned: Owned) -> tuple[UseView, ...]:
    """Every AI use with its class, in the order entered."""
    with inst.database.reading() as unit:
        uses = register.load_ai_uses(unit, owned.assessment_id)
    return use_views(inst.governance, inst.standards, uses)


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


def add_ai_use(inst: Installation, owned: Owned, name: str) -> AiUse:
    """Puts one more use at the end of the register. RefusedInput without a name or with one that stands already."""
    use = record_of(AiUse, {"name": name})
    with changing(inst, owned) as unit:
        uses = register.load_ai_uses(unit, owned.assessment_id)
        if use.name in {found.name for found in uses}:
            raise RefusedInput(_("This use is on the list already. Nothing was added; give it another name."))
        if len(uses) >= MOST_LINES:
            raise RefusedInput(_("A list holds at most 200 lines. Nothing was changed; take one out first."))
        register.replace_ai_uses(unit, owned.assessment_id, [*uses, use])
    return use


def adopt_initiatives(inst: Installation, owned: Owned) -> tuple[AiUse, ...]:
    """Puts every initiative of the pilot register on the list that is not there yet, with its owner."""
    with changing(inst, owned) as unit:
        uses = register.load_ai_uses(unit, owned.assessment_id)
        known = {use.name for use in uses}
        pilots = register.load_initiatives(unit, owned.assessment_id)
        new = {p.name: AiUse(name=p.name, owner=p.owner or None) for p in pilots if p.name not in known}
        added = tuple(new.values())[: MOST_LINES - len(uses)]
        register.replace_ai_uses(unit, owned.assessment_id, [*uses, *added])
    return added


def change_ai_use(inst: Installation, owned: Owned, name: str, changes: Row) -> AiUse:
    """Changes fields of one use; an empty value forgets it. Its answers go with it to a new name. NotFound."""
    with changing(inst, owned) as unit:
        uses = register.load_ai_uses(unit, owned.assessment_id)
        position = _position(uses, name)
        changed = record_of(AiUse, uses[position].plain() | dict(changes))
        others = [use.name for use in (*uses[:position], *uses[position + 1 :])]
        if changed.name in others:
            raise RefusedInput(
                _("This use is on the list already. Nothing was changed; give it another name.")
            )
        uses[position] = changed
        register.replace_ai_uses(unit, owned.assessment_id, uses)
    return changed


def remove_ai_use(inst: Installation, owned: Owned, name: str) -> None:
    """Takes one use off the register with its answers; no fault if it is gone."""
    with changing(inst, owned) as unit:
        uses = register.load_ai_uses(unit, owned.assessment_id)
        register.replace_ai_uses(unit, owned.assessment_id, [use for use in uses if use.name != name])


def answer_ai_use(
    inst: Installation, owned: Owned, name: str, answers: Mapping[str, UseAnswer | None]
) -> AiUse:
    """Stores the answers about one use (by the code of the question) in place of earlier ones. NotFound."""
    with changing(inst, owned) as unit:
        uses = register.load_ai_uses(unit, owned.assessment_id)
        position = _position(uses, name)
        uses[position] = record_of(AiUse, uses[position].plain() | {"answers": answers})
        register.replace_ai_uses(unit, owned.assessment_id, uses)
    return uses[position]


def answer_one(inst: Installation, owned: Owned, name: str, question: str, answer: UseAnswer | None) -> AiUse:
    """Stores one answer about one use, or takes it back; the others stay. NotFound."""
    with changing(inst, owned) as unit:
        uses = register.load_ai_uses(unit, owned.assessment_id)
        position = _position(uses, name)
        answers = {**uses[position].answers, question: answer}
        uses[position] = record_of(AiUse, uses[position].plain() | {"answers": answers})
        register.replace_ai_uses(unit, owned.assessment_id, uses)
    return uses[position]


def risk_now(inst: Installation, owned: Owned, today: date) -> RiskView:
    """The statement of acceptable risk as it stands, with who has signed nothing yet."""
    with inst.database.reading() as unit:
        assessment, _day = in_force(inst, unit, owned, today)
    return risk_view(inst.governance, assessment)


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


def decide_risk_line(inst: Installation, owned: Owned, code: str, values: Row) -> RiskStatement:
    """Decides one drafted line: `decision`, `limit`, `ask`; without a decision it is undecided again.

    What it says comes from the installation’s draft. A line of which anything changes loses its signature.
    """
    drafted = next((line for line in inst.governance.acceptable_risk.lines if line.code == code), None)
    if drafted is None:
        raise RefusedInput(_("This line is not offered. Nothing was stored; please choose again."))
    said = {"area": drafted.area, "text": drafted.decision, "code": code}
    with changing(inst, owned) as unit:
        before = register.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        lines = {line.code or str(i): line for i, line in enumerate(before.lines)}
        if values.get("decision"):
            lines[code] = _signed_as(lines.get(code), record_of(RiskLine, {**values, **said}))
        else:
            lines.pop(code, None)
        return _keep(unit, owned, list(lines.values()))


def add_risk_line(inst: Installation, owned: Owned, area: str, text: str) -> RiskStatement:
    """Adds a line of the leaders’ own, put under “ask first” until they decide otherwise."""
    line = record_of(RiskLine, {"area": area, "text": text, "decision": "ask_first"})
    with changing(inst, owned) as unit:
        before = register.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        if any(_same_words(found, line) for found in before.lines):
            raise RefusedInput(
                _("This line stands there already. Nothing was added; change the one that is there.")
            )
        return _keep(unit, owned, [*before.lines, line])


def decide_own_line(inst: Installation, owned: Owned, line: RiskLine, values: Row) -> RiskStatement:
    """Decides one of the leaders’ own lines as it was read; without a decision it is taken out. NotFound."""
    with changing(inst, owned) as unit:
        before = register.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        position = next((i for i, found in enumerate(before.lines) if _same_words(found, line)), None)
        if position is None:
            raise NotFound(_("This sentence has changed meanwhile. Nothing was stored; read it again."))
        said = {"area": line.area, "text": line.text}
        new = [record_of(RiskLine, {**values, **said})] if values.get("decision") else []
        kept = [_signed_as(before.lines[position], found) for found in new]
        return _keep(unit, owned, [*before.lines[:position], *kept, *before.lines[position + 1 :]])


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


def _position(uses: Sequence[AiUse], name: str) -> int:
    found = next((i for i, use in enumerate(uses) if use.name == name), None)
    if found is None:
        raise NotFound(
            _("There is no AI use of this name any longer. Nothing was stored; choose one of the list.")
        )
    return found


def _keep(unit: WritingUnit, owned: Owned, lines: Sequence[RiskLine]) -> RiskStatement:
    statement = record_of(RiskStatement, {"lines": [line.plain() for line in lines]})
    register.save_risk_statement(unit, owned.assessment_id, statement)
    return statement


def _signed_as(before: RiskLine | None, line: RiskLine) -> RiskLine:
    """The line with the signature it had, if it says what it said."""
    return before if before is not None and _said(before) == _said(line) else line


def _same_words(one: RiskLine, other: RiskLine) -> bool:
    """Is it the same line of the leaders’ own, whatever was decided on it?"""
    return not one.code and (one.area, one.text) == (other.area, other.text)


def _said(line: RiskLine) -> str:
    """The line without its signature."""
    return line.model_dump_json(exclude=SIGNATURE)
