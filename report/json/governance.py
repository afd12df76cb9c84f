"""Ownership and governance as plain data, for `score --json`. Keys without entries are absent."""

from dataclasses import asdict
from typing import Any

from assessment.plan.records import RiskLine
from language.translation import _
from report.model.governance import RiskView, RulesView, UseView
from report.model.ownership import OwnershipView
from report.model.report import Report
from report.text.governance.ai_uses import CHECK_FIRST
from report.text.governance.ownership import ownership_sentence

Json = dict[str, Any]


def governance(report: Report) -> Json:
    """`ownership`, `ai_uses`, `risk_statement`, `charter` and `forums`, as far as there is something in them."""
    found: Json = {}
    if report.ownership is not None and report.ownership.begun:
        found["ownership"] = _ownership(report, report.ownership)
    if report.rules is not None:
        found |= _rules(report.rules)
    return found


def _ownership(report: Report, view: OwnershipView) -> Json:
    return {
        "decisions": {
            line.choice.code: line.owners.model_dump(mode="json")
            for line in view.decisions
            if line.owners.plain()
        },
        "use_cases": {
            line.name: line.owners.model_dump(mode="json") for line in view.uses if line.owners.plain()
        },
        "to_settle": [ownership_sentence(report.instrument, finding) for finding in view.findings],
    }


def _rules(rules: RulesView) -> Json:
    found: Json = {}
    if rules.uses:
        found["ai_uses"] = [_use(view) for view in rules.uses]
    if rules.risk.lines:
        found["risk_statement"] = {
            "lines": [_line(rules.risk, line) for line in rules.risk.lines],
            "undecided": [open_.line.code for open_ in rules.risk.statement.open],
            "signed_nothing_yet": list(rules.risk.unsigned_by),
            "signature_counts": asdict(rules.risk.counts(*rules.risk.lines)),
        }
    if rules.forum.kept:
        charter = rules.forum.charter.model_dump(mode="json", exclude={"forums"})
        found["charter"] = charter | {
            "may_not": list(rules.forum.may_not),
            "first_meeting": list(rules.forum.first),
        }
    if rules.forum.beside:
        found["forums"] = [forum.model_dump(mode="json") for forum in rules.forum.beside]
    return found


def _use(view: UseView) -> Json:
    result = view.result
    return {
        "name": view.use.name,
        "owner": view.use.owner,
        "class": result.verdict,
        "at_least": result.lowest,
        "at_most": result.highest,
        "reasons": [question.code for question in result.reasons],
        "open": [question.code for question in result.open],
        "duties": list(dict.fromkeys(found.duty.id for found in result.follows)),
        "note": _(CHECK_FIRST),
    }


def _line(view: RiskView, line: RiskLine) -> Json:
    signatures = {
        "signatures": [found.model_dump(mode="json") for found in line.signed],
        "not_signed_by": list(view.not_yet(line)),
        "signature_counts": asdict(view.counts(line)),
    }
    return line.model_dump(mode="json", exclude={"signatures"}) | signatures
