"""Acceptable risk, the forum’s charter and the portfolio’s rules, in words."""

from collections.abc import Sequence

from assessment.acceptable_risk import DecidedLine, RiskStatement
from assessment.charter import CharterDraft, CharterFinding, CharterMember, CharterRight, FirstBusiness
from assessment.governance import AcceptableRisk, CharterText, FlowDirection, FlowMetric, RiskOption
from assessment.instrument import Instrument
from assessment.legacy import LegacyResult
from assessment.plan_records import RiskLine
from assessment.words import _, ngettext
from playbook.narrative import count, listed, sentence
from playbook.rules import RiskView
from playbook.wording import iso_day, role_titles

MODE_TITLES = {"running": _("Running"), "exploring": _("Exploring")}
FLOW_WAYS: dict[FlowDirection, str] = {
    "up": _("should rise"),
    "down": _("should fall"),
    "watch": _("neither way is good in itself"),
}


def risk_progress(statement: RiskStatement) -> str:
    """How far the executives are: “Nine of twelve lines are decided.”"""
    every, left = len(statement.lines), len(statement.open)
    if not left:
        return _("All {n} lines are decided.").format(n=count(every))
    if left == every and not any(found.option for found in statement.lines):
        return _("None of the {n} lines is decided yet.").format(n=count(every))
    done = every - left
    text = ngettext("{done} of {n} lines is decided.", "{done} of {n} lines are decided.", done).format(
        done=sentence(count(done)) if done else _("None"), n=count(every)
    )
    unlimited = [f for f in statement.lines if f.option == "with_limit" and not f.limit]
    if unlimited:
        titles = listed([f"“{found.line.title}”" for found in unlimited])
        text += " " + _("A limit still has to be written for {titles}.").format(titles=titles)
    return text


def decided_sentence(
    instrument: Instrument, risk: AcceptableRisk, found: DecidedLine, record: RiskLine | None
) -> str:
    """One line as decided and signed: “Ask first: Finance. Signed by Finance, 24 November 2026.”"""
    if found.option is None:
        return _("Not decided yet.")
    decided = decided_words(instrument, risk, found)
    return f"{decided} {signed_sentence(instrument, record)}".strip()


def decided_words(instrument: Instrument, risk: AcceptableRisk, found: DecidedLine) -> str:
    """What was decided on one line: “Ask first: Finance.” Empty before it is decided."""
    return _decided(instrument, risk, found.option, found.limit, found.ask) if found.option else ""


def _decided(instrument: Instrument, risk: AcceptableRisk, option: RiskOption, limit: str, ask: str) -> str:
    text = option_title(risk, option)
    if option == "ask_first":
        who = role_titles(instrument, [ask])[0] if ask else _("nobody named yet")
        text = _("{option}: {who}").format(option=text, who=who)
    elif option == "with_limit" and not limit:
        text = _("{option}, which is not written yet").format(option=text)
    elif option == "with_limit":
        text = _("{option}: {limit}").format(option=text, limit=limit.rstrip("."))
    return f"{text}."


def own_sentence(instrument: Instrument, risk: AcceptableRisk, line: RiskLine) -> str:
    """The same of a line the leaders wrote themselves."""
    return f"{own_words(instrument, risk, line)} {signed_sentence(instrument, line)}"


def own_words(instrument: Instrument, risk: AcceptableRisk, line: RiskLine) -> str:
    """What was decided on such a line: “Accepted with a limit: ten people.”"""
    return _decided(instrument, risk, line.decision, line.limit or "", line.ask or "")


def signed_sentence(instrument: Instrument, record: RiskLine | None) -> str:
    """Who signed a line and when; that nobody has; empty where nothing is decided."""
    if record is None:
        return ""
    if not record.signed_by or not record.signed_on:
        return _("Not signed yet.")
    (role,) = role_titles(instrument, [record.signed_by])
    return _("Signed by {role}, {day}.").format(role=role, day=iso_day(record.signed_on))


def signed_progress(instrument: Instrument, view: RiskView) -> str:
    """How many decided lines are signed, and who has signed nothing yet."""
    lines = view.lines
    if not lines:
        return ""
    signed = sum(line.signed_by is not None for line in lines)
    text = ngettext(
        "{signed} of {n} decided line is signed.", "{signed} of {n} decided lines are signed.", len(lines)
    ).format(signed=sentence(count(signed)) if signed else _("None"), n=count(len(lines)))
    if not view.unsigned_by:
        return text
    roles = "; ".join(role_titles(instrument, view.unsigned_by))
    return f"{text} " + _("Nothing signed yet by: {roles}.").format(roles=roles)


def option_title(risk: AcceptableRisk, option: RiskOption) -> str:
    """The title of one of the four answers."""
    return next(found.title for found in risk.options if found.code == option)


def member_line(instrument: Instrument, member: CharterMember) -> str:
    """A seat and what it is there for: “Finance: answers for two decisions.”"""
    role = instrument.function_titles[member.role]
    parts = []
    if member.accountable:
        n = len(member.accountable)
        parts.append(ngettext("answers for {n} decision", "answers for {n} decisions", n).format(n=count(n)))
    if member.responsible:
        n = len(member.responsible)
        parts.append(ngettext("carries out {n}", "carries out {n}", n).format(n=count(n)))
    return f"{role}: {listed(parts)}."


def chair_duty(chair: str, text: CharterText) -> str:
    """The chair with what it is: “Finance. Speaks last, …”"""
    return f"{sentence(chair)}. {text.chair_duty}"


def chair_sentence(instrument: Instrument, draft: CharterDraft) -> str:
    """Who takes the chair and what that is."""
    if draft.chair is None:
        return _("Chair: not named yet. {duty}").format(duty=draft.chair_duty)
    return _("Chair: {role}. {duty}").format(
        role=instrument.function_titles[draft.chair], duty=draft.chair_duty
    )


def rhythm_sentence(draft: CharterDraft) -> str:
    """How often and how long, with the reason."""
    every = ngettext("Every week", "Every {n} weeks", draft.rhythm.weeks).format(n=count(draft.rhythm.weeks))
    return _("{every}, {minutes} minutes. {why}").format(
        every=every, minutes=draft.minutes, why=draft.rhythm.why
    )


def right_sentence(instrument: Instrument, right: CharterRight) -> str:
    """Who answers for it, who carries it out, who is heard and who is told."""
    titles = instrument.function_titles
    if right.accountable is None:
        text = _("Nobody is named yet.")
    else:
        text = _("Answers for it: {role}.").format(role=titles[right.accountable])
    if right.responsible and right.responsible != right.accountable:
        text += " " + _("Carries it out: {role}.").format(role=titles[right.responsible])
    for template, roles in (
        (_("Asked before: {roles}."), right.consulted),
        (_("Told after: {roles}."), right.informed),
    ):
        if roles:
            text += " " + template.format(roles="; ".join(titles[role] for role in roles))
    return text


def finding_sentence(instrument: Instrument, draft: CharterDraft, finding: CharterFinding) -> str:
    """Something to settle before the charter is signed."""
    roles = "; ".join(instrument.function_titles[role] for role in finding.roles)
    decisions = _quoted(draft, finding.decisions)
    if finding.kind == "open":
        return _(
            "Nobody is named for {decisions}. Settle this first; a forum cannot stand in for it."
        ).format(decisions=decisions)
    if finding.kind == "together":
        return _("{roles} would answer for both {decisions}. {why}").format(
            roles=roles, decisions=decisions, why=finding.why
        )
    if finding.kind == "one_side":
        return _("Everybody in it is from one side: {roles}. Add somebody from the other.").format(
            roles=roles
        )
    if finding.kind == "large":
        return _("{n} people are too many to decide in an hour. Let some come for their point only.").format(
            n=sentence(count(len(finding.roles)))
        )
    return _("No chair follows from who decides. Name one.")


def _quoted(draft: CharterDraft, codes: Sequence[str]) -> str:
    texts = {right.code: right.text for right in draft.rights}
    return listed([f"“{texts[code]}”" for code in codes])


def first_business_sentence(first: Sequence[FirstBusiness]) -> str:
    """What the forum begins with; empty where nothing was agreed below level 3."""
    if not first:
        return ""
    return _("The room agreed on what is missing: {list}. The forum begins there.").format(
        list="; ".join(found.lacking for found in first)
    )


def metric_line(metric: FlowMetric) -> str:
    """Unit and direction of a flow measure."""
    return f"{metric.unit}; {FLOW_WAYS[metric.direction]}"


def legacy_sentence(result: LegacyResult) -> str:
    """The class of an old system with its reasons."""
    if result.verdict.code == "unclear" or not result.reasons:
        return f"{result.verdict.title}. {result.verdict.meaning}"
    reasons = listed([question.reason for question in result.reasons])
    return _("{title}, because {reasons}.").format(title=result.verdict.title, reasons=reasons)
