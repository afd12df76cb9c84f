"""The statement of acceptable risk: its lines decided, and signed by each of the executives."""

from collections.abc import Sequence
from datetime import date

from assessment.errors import NotFound, RefusedInput
from assessment.plan.records import RiskLine, RiskStatement, Signature, Stance
from language.translation import _
from report.build.governance import risk_view
from report.model.governance import RiskView
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.rows import Row, changing, record_of
from services.reports.results import answers_in_force
from storage.db.database import WritingUnit
from storage.repositories import plan_parts

SIGNATURE = {"signed_by", "signed_on", "signatures"}


def risk_now(inst: Installation, owned: Owned, today: date) -> RiskView:
    """The statement of acceptable risk as it stands, with who has signed nothing yet."""
    with inst.database.reading() as unit:
        assessment, _day = answers_in_force(inst, unit, owned, today)
    return risk_view(inst.instrument, inst.governance, assessment)


def decide_risk_line(inst: Installation, owned: Owned, code: str, values: Row) -> RiskStatement:
    """Decides one drafted line: `decision`, `limit`, `ask`; without a decision it is undecided again.

    What it says comes from the installation’s draft. A line of which anything changes loses its signature.
    """
    drafted = next((line for line in inst.governance.acceptable_risk.lines if line.code == code), None)
    if drafted is None:
        raise RefusedInput(_("This line is not offered. Nothing was stored; please choose again."))
    said = {"area": drafted.area, "text": drafted.decision, "code": code}
    with changing(inst, owned) as unit:
        before = plan_parts.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        lines = {line.code or str(i): line for i, line in enumerate(before.lines)}
        if values.get("decision"):
            lines[code] = _signed_as(lines.get(code), record_of(RiskLine, {**values, **said}))
        else:
            lines.pop(code, None)
        return _keep(unit, owned, before, list(lines.values()))


def add_risk_line(inst: Installation, owned: Owned, area: str, text: str) -> RiskStatement:
    """Adds a line of the leaders’ own, put under “ask first” until they decide otherwise."""
    line = record_of(RiskLine, {"area": area, "text": text, "decision": "ask_first"})
    with changing(inst, owned) as unit:
        before = plan_parts.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        if any(_same_words(found, line) for found in before.lines):
            raise RefusedInput(
                _("This line stands there already. Nothing was added; change the one that is there.")
            )
        return _keep(unit, owned, before, [*before.lines, line])


def decide_own_line(inst: Installation, owned: Owned, line: RiskLine, values: Row) -> RiskStatement:
    """Decides one of the leaders’ own lines as it was read; without a decision it is taken out. NotFound."""
    with changing(inst, owned) as unit:
        before = plan_parts.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        position = next((i for i, found in enumerate(before.lines) if _same_words(found, line)), None)
        if position is None:
            raise NotFound(_("This sentence has changed meanwhile. Nothing was stored; read it again."))
        said = {"area": line.area, "text": line.text}
        new = [record_of(RiskLine, {**values, **said})] if values.get("decision") else []
        kept = [_signed_as(before.lines[position], found) for found in new]
        return _keep(unit, owned, before, [*before.lines[:position], *kept, *before.lines[position + 1 :]])


def sign_risk_line(
    inst: Installation,
    owned: Owned,
    line: RiskLine,
    roles: Sequence[str],
    today: date,
    stance: Stance = "accepted",
    note: str | None = None,
) -> RiskStatement:
    """Signs a line as it was read, in the names of roles; one that has signed it before signs it anew.

    `note` is the condition, or why it is refused; an acceptance has none. NotFound when the words or the
    decision of the line have changed meanwhile: nobody signs what they have not read.
    """
    words = "" if stance == "accepted" else (note or "").strip()
    if not roles:
        raise RefusedInput(_("Nobody is named to sign. Nothing was signed; choose who signs, then sign."))
    if stance == "with_condition" and not words:
        raise RefusedInput(_("A condition needs its words. Nothing was signed; write it, then sign."))
    given = {"day": today, "stance": stance, "note": words}
    new = [record_of(Signature, given | {"role": role}) for role in dict.fromkeys(roles)]
    return _sign(inst, owned, line, roles, new)


def unsign_risk_line(inst: Installation, owned: Owned, line: RiskLine, role: str) -> RiskStatement:
    """Takes one signature back; those of the others stay. NotFound as above."""
    return _sign(inst, owned, line, [role], [])


def set_signers(inst: Installation, owned: Owned, roles: Sequence[str]) -> RiskStatement:
    """Who is to sign each line; nobody named goes back to the forum, or to those who take part."""
    with changing(inst, owned) as unit:
        before = plan_parts.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        known = before.plain() | {"signers": list(dict.fromkeys(roles))}
        statement = record_of(RiskStatement, {name: value for name, value in known.items() if value})
        plan_parts.save_risk_statement(unit, owned.assessment_id, statement)
    return statement


def _sign(
    inst: Installation, owned: Owned, line: RiskLine, instead_of: Sequence[str], new: Sequence[Signature]
) -> RiskStatement:
    with changing(inst, owned) as unit:
        before = plan_parts.find_risk_statement(unit, owned.assessment_id) or RiskStatement()
        if _said(line) not in map(_said, before.lines):
            raise NotFound(_("This sentence has changed meanwhile. Nothing was signed; read it again."))
        lines = [
            _with_signatures(found, instead_of, new) if _said(found) == _said(line) else found
            for found in before.lines
        ]
        return _keep(unit, owned, before, lines)


def _with_signatures(line: RiskLine, instead_of: Sequence[str], new: Sequence[Signature]) -> RiskLine:
    signatures = [*(found for found in line.signed if found.role not in instead_of), *new]
    said = {name: value for name, value in line.plain().items() if name not in SIGNATURE}
    return record_of(RiskLine, said | {"signatures": [found.plain() for found in signatures]})


def _keep(unit: WritingUnit, owned: Owned, before: RiskStatement, lines: Sequence[RiskLine]) -> RiskStatement:
    known = {"signers": before.signers} | {"lines": [line.plain() for line in lines]}
    statement = record_of(RiskStatement, {name: value for name, value in known.items() if value})
    plan_parts.save_risk_statement(unit, owned.assessment_id, statement)
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
