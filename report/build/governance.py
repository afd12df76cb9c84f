"""Builds the governance views: AI uses, acceptable risk, forum and evidence."""

from collections.abc import Iterable, Mapping, Sequence

from assessment.answers.records import Agreed, Assessment
from assessment.governance.acceptable_risk import default_signers, risk_statement
from assessment.governance.ai_uses import classify
from assessment.governance.charter import charter_draft
from assessment.governance.model import Governance
from assessment.instrument.model import Instrument
from assessment.instrument.standards import Standards
from assessment.plan.records import AiUse, Charter, Ownership, RiskStatement
from report.model.governance import ForumView, RiskView, RulesView, UseView
from report.text.governance.charter import charter_text, first_business
from scoring.levels.crosswalk import standards_evidence
from scoring.levels.results import AssessmentResult


def rules_view(
    instrument: Instrument,
    assessment: Assessment,
    result: AssessmentResult,
    agreed: Mapping[str, Agreed],
    governance: Governance,
    standards: Standards,
) -> RulesView:
    """All governance views. `result` and `agreed` must be disclosed ones; everything else is no answer of a person."""
    return RulesView(
        governance=governance,
        uses=use_views(governance, standards, assessment.ai_uses),
        risk=risk_view(instrument, governance, assessment),
        forum=forum_view(instrument, assessment, result.level, agreed, governance),
        evidence=standards_evidence(instrument, result, standards),
    )


def use_views(governance: Governance, standards: Standards, uses: Sequence[AiUse]) -> tuple[UseView, ...]:
    """Each AI use with its class."""
    return tuple(UseView(use, classify(governance.ai_uses, standards, use.answers)) for use in uses)


def risk_view(instrument: Instrument, governance: Governance, assessment: Assessment) -> RiskView:
    """The statement as decided. Those named sign it; a new one, the installation's default signers.

    A statement with decided lines and nobody named was written before there were default signers: the forum's
    members sign it, or all who take part.
    """
    record = assessment.risk_statement or RiskStatement()
    members = assessment.charter.members if assessment.charter else []
    people = sorted(person.function for person in assessment.respondents if person.responses)
    known = {line.code for line in governance.acceptable_risk.lines}
    besides = [role for line in record.lines for role in line.signed_roles]
    default = () if record.lines else default_signers(instrument, governance.acceptable_risk)
    signers = tuple(dict.fromkeys([*(record.signers or default or members or people), *besides]))
    asked = [line.ask for line in record.lines if line.decision == "ask_first"]
    return RiskView(
        statement=risk_statement(governance.acceptable_risk, record.by_code),
        kept={line.code: line for line in record.lines if line.code in known},
        own=tuple(line for line in record.lines if line.code not in known),
        signers=signers,
        unknown_roles=unknown_roles(instrument, assessment, [*signers, *asked]),
    )


def unknown_roles(
    instrument: Instrument, assessment: Assessment, roles: Iterable[str | None]
) -> tuple[str, ...]:
    """The roles that are neither in the instrument nor held by a respondent, each once."""
    known = {*instrument.function_titles, *(person.function for person in assessment.respondents)}
    return tuple(dict.fromkeys(role for role in roles if role and role not in known))


def forum_view(
    instrument: Instrument,
    assessment: Assessment,
    level: int | None,
    agreed: Mapping[str, Agreed],
    governance: Governance,
) -> ForumView:
    """The charter as stored, else as drafted from the grid."""
    ownership = assessment.ownership or Ownership()
    draft = charter_draft(
        instrument,
        governance.charter,
        ownership.model_dump(),
        agreed={code: found.level for code, found in agreed.items()},
        level=level,
    )
    drafted = charter_text(instrument, draft)
    stored = assessment.charter or Charter()
    charter = stored if stored.written else drafted
    seats = [role for forum in stored.forums for role in (*forum.members, forum.chair)]
    return ForumView(
        charter=charter,
        kept=stored.written,
        draft=draft,
        drafted=drafted,
        unknown_roles=unknown_roles(instrument, assessment, [*charter.members, charter.chair, *seats]),
        beside=tuple(stored.forums),
        first=tuple(first_business(instrument, assessment, draft)),
    )
