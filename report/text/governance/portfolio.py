"""Sentences about the charter's rights and findings, and about legacy systems."""

from collections.abc import Sequence

from assessment.governance.charter import CharterDraft, CharterFinding, CharterRight
from assessment.governance.legacy import LegacyResult
from assessment.governance.model import CharterText
from assessment.instrument.model import Instrument
from language.lists import listed
from language.translation import _
from report.text.narrative import count, sentence


def chair_duty(chair: str, text: CharterText) -> str:
    """The chair with what it is: “Finance. Speaks last, …”"""
    return f"{sentence(chair)}. {text.chair_duty}"


def right_sentence(instrument: Instrument, right: CharterRight) -> str:
    """Who answers for it, who carries it out, who is heard and who is told."""
    titles = instrument.role_titles
    if right.accountable is None:
        text = _("Nobody is named yet.")
    else:
        text = _("Owner: {role}.").format(role=titles[right.accountable])
    if right.responsible and right.responsible != right.accountable:
        text += " " + _("Done by: {role}.").format(role=titles[right.responsible])
    for template, roles in (
        (_("Asked before: {roles}."), right.consulted),
        (_("Told after: {roles}."), right.informed),
    ):
        if roles:
            text += " " + template.format(roles="; ".join(titles[role] for role in roles))
    return text


def finding_sentence(instrument: Instrument, draft: CharterDraft, finding: CharterFinding) -> str:
    """Something to settle before the charter is signed."""
    roles = "; ".join(instrument.role_titles[role] for role in finding.roles)
    decisions = _quoted(draft, finding.decisions)
    if finding.kind == "open":
        return _("Nobody is named for {decisions}. Name an owner first; a forum cannot replace one.").format(
            decisions=decisions
        )
    if finding.kind == "together":
        return _("{roles} would answer for both {decisions}. {why}").format(
            roles=roles, decisions=decisions, why=finding.why
        )
    if finding.kind == "one_side":
        return _("All members are from one side: {roles}. Add someone from the other.").format(roles=roles)
    if finding.kind == "large":
        return _("{n} people are too many to decide in one meeting. Invite some for their item only.").format(
            n=sentence(count(len(finding.roles)))
        )
    return _("The decision owners suggest no chair. Name one.")


def _quoted(draft: CharterDraft, codes: Sequence[str]) -> str:
    texts = {right.code: right.text for right in draft.rights}
    return listed([f"“{texts[code]}”" for code in codes])


def legacy_sentence(result: LegacyResult) -> str:
    """The class of an old system with its reasons."""
    if result.verdict.code == "unclear" or not result.reasons:
        return f"{result.verdict.title}. {result.verdict.meaning}"
    reasons = listed([question.reason for question in result.reasons])
    return _("{title}, because {reasons}.").format(title=result.verdict.title, reasons=reasons)
