"""The statement of acceptable risk: its lines decided, and signed by each of the executives."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from assessment.errors import NotFound, RefusedInput
from assessment.governance.acceptable_risk import default_signers
from assessment.plan.records import MOST_POINTS, RiskLine, Signature, Stance
from language.translation import _
from report.build.governance import risk_view
from report.model.governance import RiskView
from services.core.identity import Owned
from services.core.installation import Installation
from services.plan.conflicts import alike, lost_line
from services.plan.edit import ONE, PlanEdit, edit
from services.plan.parts import RISK_LINES, RISK_STATEMENT, Key, risk_line_key
from services.plan.rows import Row, given, record_of
from services.reports.results import answers_in_force

DECIDED = ("decision", "limit", "ask")
SIGNATURE = ("signed_by", "signed_on", "signatures")


def risk_now(inst: Installation, owned: Owned, today: date) -> RiskView:
    """The statement of acceptable risk as it stands, with who has signed nothing yet."""
    with inst.database.reading() as unit:
        assessment, _day = answers_in_force(inst, unit, owned, today)
    return risk_view(inst.asked(owned), inst.governance, assessment)


def decide_risk_line(
    inst: Installation,
    owned: Owned,
    code: str,
    values: Row,
    seen: Row | None = None,
    replacing: date | None = None,
) -> RiskLine | None:
    """Decides one drafted line: `decision`, `limit`, `ask`; without a decision it is undecided again.

    What it says comes from the installation’s draft. A signed line changes only where somebody has said so, on the
    day `replacing`: what was signed then goes into its history. With `seen`, what the screen had shown in these fields, only what differs from it is changed.
    """
    drafted = next((line for line in inst.governance.acceptable_risk.lines if line.code == code), None)
    if drafted is None:
        raise RefusedInput(_("This line is not offered. Nothing was stored; please choose again."))
    said = {"area": drafted.area, "text": drafted.decision, "code": code}
    with edit(inst, owned, RISK_LINES) as lines:
        lines.begin(_default(inst, owned))
        return _decide(lines, code, said, values, seen, replacing)


def add_risk_line(inst: Installation, owned: Owned, area: str, text: str) -> RiskLine:
    """Adds a line of the leaders’ own, put under “ask first” until they decide otherwise."""
    line = given({"area": area, "text": text, "decision": "ask_first"})
    with edit(inst, owned, RISK_LINES) as lines:
        if lines.find((line["area"], line.get("text"))) is not None:
            raise RefusedInput(
                _("This line is on the list already. Nothing was added; change the existing one.")
            )
        lines.begin(_default(inst, owned))
        return lines.add(line)


def decide_own_line(
    inst: Installation,
    owned: Owned,
    line: RiskLine,
    values: Row,
    seen: Row | None = None,
    replacing: date | None = None,
) -> RiskLine | None:
    """Decides one of the leaders’ own lines; without a decision it is taken out. NotFound. The rest as above."""
    key = (line.area, line.text)
    with edit(inst, owned, RISK_LINES) as lines:
        lines.begin(_default(inst, owned))
        if lines.find(key) is None:
            raise NotFound(_("Someone has since changed this line. Nothing was stored; read it again."))
        return _decide(lines, key, {"area": line.area, "text": line.text}, values, seen, replacing)


def sign_risk_line(
    inst: Installation,
    owned: Owned,
    line: RiskLine,
    roles: Sequence[str],
    today: date,
    stance: Stance = "accepted",
    note: str | None = None,
) -> RiskLine:
    """Signs a line as it was read, in the names of roles; one that has signed it before signs it again.

    `note` is the condition, or why it is refused; an acceptance has none. NotFound when the words or the
    decision of the line have changed meanwhile: nobody signs what they have not read.
    """
    words = "" if stance == "accepted" else (note or "").strip()
    if not roles:
        raise RefusedInput(_("Choose who signs, then sign. Nothing was signed."))
    if stance == "with_condition" and not words:
        raise RefusedInput(_("Write the condition, then sign. Nothing was signed."))
    said = {"day": today, "stance": stance, "note": words}
    new = [record_of(Signature, said | {"role": role}) for role in dict.fromkeys(roles)]
    return _sign(inst, owned, line, roles, new)


def unsign_risk_line(inst: Installation, owned: Owned, line: RiskLine, role: str) -> RiskLine:
    """Takes one signature back; those of the others stay. NotFound as above."""
    return _sign(inst, owned, line, [role], [])


def set_signers(inst: Installation, owned: Owned, roles: Sequence[str], seen: Row | None = None) -> None:
    """Who is to sign each line; nobody named goes back to the default signers."""
    default = _default(inst, owned)["signers"]
    named = list(dict.fromkeys(roles)) or default
    with edit(inst, owned, RISK_STATEMENT) as statement:
        stored = (statement.find(ONE) or {}).get("signers")
        if seen is not None and not seen.get("signers") and stored == default:
            seen = {**seen, "signers": default}  # stored meanwhile with the first line, and shown all along
        statement.update(ONE, {"signers": named or None}, seen, new={})


def _default(inst: Installation, owned: Owned) -> dict[str, list[str]]:
    return {"signers": list(default_signers(inst.asked(owned), inst.governance.acceptable_risk))}


def _sign(
    inst: Installation, owned: Owned, line: RiskLine, instead_of: Sequence[str], new: Sequence[Signature]
) -> RiskLine:
    key = risk_line_key(line.plain())
    with edit(inst, owned, RISK_LINES) as lines:
        before = lines.find(key)
        if before is None or _unsigned(before) != _unsigned(line.plain()):
            raise NotFound(_("Someone has since changed this line. Nothing was signed; read it again."))
        kept = [found for found in RiskLine.model_validate(before).signed if found.role not in instead_of]
        signatures = [found.plain() for found in [*kept, *new]]
        history = {"history": before["history"]} if before.get("history") else {}
        return lines.put(key, _unsigned(before) | history | {"signatures": signatures})


def _decide(
    lines: PlanEdit[RiskLine], key: Key, said: Row, values: Row, seen: Row | None, replacing: date | None
) -> RiskLine | None:
    before = lines.find(key) or {}
    changes = {**dict.fromkeys(DECIDED), **values}
    if seen is not None:
        changes = {name: value for name, value in changes.items() if not alike(value, seen.get(name))}
        if not before and seen.get("decision") and "decision" not in changes:
            raise lost_line(said, RISK_LINES.name, {})
    line = {**before, **said, **changes}
    if not line.get("decision"):
        _check_removable(before)
        lines.remove(key, seen)
        return None
    if _unsigned(line) == _unsigned(before):
        return RiskLine.model_validate(before)
    kept = {**dict.fromkeys(SIGNATURE), "history": _history(before, replacing)}
    return lines.update(key, {**said, **changes, **kept}, seen, new={})


def _history(before: Row, replacing: date | None) -> list[dict[str, Any]]:
    """What no longer holds, with what was signed until now. RefusedInput where nobody has said that it may go."""
    history: list[dict[str, Any]] = list(before.get("history", []))
    signed = RiskLine.model_validate(before).signed if before else ()
    if not signed:
        return history
    if replacing is None:
        raise RefusedInput(
            _(
                "This line is signed. Nothing was stored; press “Change what was decided” first, then change it."
            )
        )
    decided = {name: before[name] for name in DECIDED if before.get(name)}
    past = {**decided, "until": replacing.isoformat(), "signatures": [found.plain() for found in signed]}
    return [*history, past][-MOST_POINTS:]


def _check_removable(before: Row) -> None:
    if before and (RiskLine.model_validate(before).signed or before.get("history")):
        raise RefusedInput(
            _("This line has been signed, so it stays. Nothing was stored; decide it differently instead.")
        )


def _unsigned(line: Row) -> dict[str, Any]:
    """The line without its signatures, past ones included."""
    return {name: value for name, value in given(line).items() if name not in (*SIGNATURE, "history")}
