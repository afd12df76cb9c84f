"""Sentences about ownership and its findings, for screens and documents."""

from collections.abc import Iterable, Mapping

from assessment.instrument.model import Camp, Instrument
from assessment.plan.records import Owners, UseOwners
from language.translation import _, lazy, lazy_table, ngettext
from report.model.ownership import OwnershipView
from report.text.narrative import count, sentence
from report.text.wording import role_titles
from scoring.plan.ownership import MAX_OWNED, Code, OwnershipFinding

ABOUT_ONE: Mapping[Code, str] = lazy_table(
    {
        "nobody": lazy("Nobody answers for {subject}. Name one role."),
        "not_one": lazy("“{role}” stands for {subject}, and that is nobody in particular. Name one role."),
        "no_risk_owner": lazy(
            "Nobody accepts the risk of {subject}. Name somebody who does not answer for its result."
        ),
        "collision": lazy(
            "When you voted, no role was named by more than half of you for {subject}. Tell everybody who it is now."
        ),
        "orphan": lazy(
            "When you voted, “nobody” or “I don’t know” came most often for {subject}. Tell everybody who it is now."
        ),
        "other_than_voted": lazy(
            "For {subject} most of you named {role} when you voted. Say aloud that it has moved."
        ),
    }
)
SAME_DECISION = lazy(
    "{role} answers for the benefit and accepts the risk. The one who gains from a yes should not also say "
    "that the risk is bearable."
)
SAME_USE = lazy(
    "{role} answers for the result of {subject} and accepts its risk. Give the risk to somebody else."
)
UNKNOWN_ROLE = lazy("“{role}” is not among the people who take part. Check that this role still exists.")
MISSING: Mapping[Camp, str] = lazy_table(
    {
        "business": lazy(
            "Nobody from business answers for anything here. AI decided by technology alone stays there."
        ),
        "technology": lazy(
            "Nobody from technology answers for anything here. What is decided may not be buildable."
        ),
    }
)


def unknown_role_sentences(roles: Iterable[str]) -> list[str]:
    """A sentence for each role that nobody here has: somebody may have left."""
    return [_(UNKNOWN_ROLE).format(role=role) for role in roles]


def ownership_sentence(instrument: Instrument, finding: OwnershipFinding) -> str:
    """What is to be settled and how, in one or two sentences."""
    role = instrument.function_titles.get(finding.role or "", finding.role or "")
    subject = _subject(instrument, finding)
    match finding.code:
        case "too_many":
            return ngettext(
                "{role} answers for {held} thing; more than {most} is much for one person. Pass some on.",
                "{role} answers for {held} things; more than {most} is much for one person. Pass some on.",
                finding.owned,
            ).format(role=role, held=count(finding.owned), most=count(MAX_OWNED))
        case "camp_missing":
            return MISSING[finding.camp or "business"]
        case "stranger":
            return _(UNKNOWN_ROLE).format(role=role)
        case "risk_is_benefit":
            return _(_(SAME_USE) if finding.use_case else _(SAME_DECISION)).format(role=role, subject=subject)
        case _:
            return ABOUT_ONE[finding.code].format(role=role, subject=subject)


def settle_sentence(view: OwnershipView) -> str:
    """How much of the grid is still to be settled."""
    if not view.begun:
        return _("Nobody is named yet. Begin where it is clearest; each choice is checked as you make it.")
    n = len(view.findings)
    if not n:
        return _("Nothing is left to settle: each has one owner, and no two duties clash.")
    text = ngettext("{n} point is to be settled.", "{n} points are to be settled.", n)
    return sentence(text.format(n=count(n)))


def others_sentence(instrument: Instrument, owners: Owners) -> str:
    """Who carries it out, who is asked before and who is told after; empty where nobody is named."""
    named = (
        (_("Carried out by {roles}."), [owners.responsible] if owners.responsible else []),
        (_("Asked before: {roles}."), owners.consulted),
        (_("Told after: {roles}."), owners.informed),
    )
    return " ".join(
        words.format(roles="; ".join(role_titles(instrument, roles))) for words, roles in named if roles
    )


def use_owners_sentence(instrument: Instrument, owners: UseOwners) -> str:
    """Who answers for the result of a use case and who for its risk, in one line."""
    result, risk = (
        role_titles(instrument, [role])[0] if role else _("nobody named")
        for role in (owners.accountable, owners.risk_owner)
    )
    return _("Result: {result}. Risk: {risk}.").format(result=result, risk=risk)


def _subject(instrument: Instrument, finding: OwnershipFinding) -> str:
    """“Who accepts the risk?” or a use case's name, in quotation marks."""
    titles = {choice.code: choice.title for choice in instrument.decisions}
    return f"“{finding.use_case or titles.get(finding.decision or '', finding.decision or '')}”"
