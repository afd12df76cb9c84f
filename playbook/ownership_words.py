"""What is to be settled about ownership, in sentences for screen and document alike."""

from assessment.instrument import Camp, Instrument
from assessment.words import _, ngettext
from playbook.narrative import count
from scoring.ownership import MOST_HELD, Code, OwnershipFinding

ABOUT_ONE: dict[Code, str] = {
    "nobody": _("Nobody answers for {subject}. Name one role."),
    "not_one": _("“{role}” stands for {subject}, and that is nobody in particular. Name one role."),
    "no_risk_owner": _(
        "Nobody accepts the risk of {subject}. Name somebody who does not answer for its result."
    ),
    "collision": _("When you voted, several claimed {subject}. Tell everybody who it is now."),
    "orphan": _("When you voted, most of you could name nobody for {subject}. Tell everybody who it is now."),
    "other_than_voted": _(
        "For {subject} most of you named {role} when you voted. Say aloud that it has moved."
    ),
}
SAME_DECISION = _(
    "{role} answers for the benefit and accepts the risk. Whoever gains from a yes should not be the one who says "
    "the risk is bearable."
)
SAME_USE = _(
    "{role} answers for the result of {subject} and accepts its risk. Give the risk to somebody else."
)
STRANGER = _("“{role}” is not among the people who take part. Check that this role still exists.")
MISSING: dict[Camp, str] = {
    "business": _(
        "Nobody from business answers for anything here. AI decided by technology alone stays there."
    ),
    "technology": _(
        "Nobody from technology answers for anything here. What is decided may not be buildable."
    ),
}


def ownership_sentence(instrument: Instrument, finding: OwnershipFinding) -> str:
    """What is to be settled and how, in one or two sentences."""
    role = instrument.function_titles.get(finding.role or "", finding.role or "")
    subject = _subject(instrument, finding)
    match finding.code:
        case "too_many":
            return ngettext(
                "{role} answers for {held} thing; {most} is what one person can hold. Pass some on.",
                "{role} answers for {held} things; {most} is what one person can hold. Pass some on.",
                finding.held,
            ).format(role=role, held=count(finding.held), most=count(MOST_HELD))
        case "camp_missing":
            return _(MISSING[finding.camp or "business"])
        case "stranger":
            return _(STRANGER).format(role=role)
        case "risk_is_benefit":
            return _(SAME_USE if finding.use_case else SAME_DECISION).format(role=role, subject=subject)
        case _:
            return _(ABOUT_ONE[finding.code]).format(role=role, subject=subject)


def _subject(instrument: Instrument, finding: OwnershipFinding) -> str:
    """“Who accepts the risk?” or a use case's name, in quotation marks."""
    titles = {choice.code: choice.title for choice in instrument.decisions}
    return f"“{finding.use_case or titles.get(finding.decision or '', finding.decision or '')}”"
