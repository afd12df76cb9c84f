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
        "not_one": lazy("“{role}” is entered for {subject}, which is nobody in particular. Name one role."),
        "no_risk_owner": lazy(
            "Nobody accepts the risk of {subject}. Name someone who does not answer for its result."
        ),
        "collision": lazy(
            "No role was named by more than half of you for {subject}. Tell everyone who it is now."
        ),
        "orphan": lazy(
            "Most votes for {subject} were “nobody” or “I don’t know”. Tell everyone who it is now."
        ),
        "other_than_voted": lazy(
            "Most of you named {role} for {subject} when you voted. Tell everyone it has changed."
        ),
    }
)
SAME_DECISION = lazy(
    "{role} answers for the benefit and accepts the risk. The person who gains should not also accept the "
    "risk."
)
SAME_USE = lazy(
    "{role} answers for the result of {subject} and accepts its risk. Give the risk to someone else."
)
UNKNOWN_ROLE = lazy("Nobody here has the role “{role}”. Check that it still exists.")
MISSING: Mapping[Camp, str] = lazy_table(
    {
        "business": lazy("Business answers for nothing here. AI decided by IT alone rarely spreads."),
        "technology": lazy("Technology answers for nothing here. Decisions may be impossible to carry out."),
    }
)


def unknown_role_sentences(roles: Iterable[str]) -> list[str]:
    """A sentence for each role that nobody here has: somebody may have left."""
    return [_(UNKNOWN_ROLE).format(role=role) for role in roles]


def ownership_sentence(instrument: Instrument, finding: OwnershipFinding) -> str:
    """What is to be settled and how, in one or two sentences."""
    role = instrument.role_titles.get(finding.role or "", finding.role or "")
    subject = _subject(instrument, finding)
    match finding.code:
        case "too_many":
            return ngettext(
                "{role} answers for {held} item; more than {most} is a lot for one person. Delegate some.",
                "{role} answers for {held} items; more than {most} is a lot for one person. Delegate some.",
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
        return _("Nobody is named yet. Begin with the clearest; each choice is checked as you make it.")
    n = len(view.findings)
    if not n:
        return _("Nothing left to settle: each has one owner, and no duties clash.")
    text = ngettext("{n} point to settle.", "{n} points to settle.", n)
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
