"""The governance texts as frozen records: AI uses, acceptable risk, forum, portfolio.

All of it is text of one language in `data/governance/<language>/`. The program knows no question, line or
rule by name; it knows the four classes of a use, the four answers to a risk and the shape of the rest.
"""

from typing import Annotated, Literal

from pydantic import Field

from assessment.governance.forums import AgendaPoint, Forums, Minutes
from assessment.instrument.base import Record, ShortText, Slug, Text
from assessment.instrument.moves import PortfolioClass

RiskClass = Literal["minimal", "transparency", "high_risk", "prohibited"]
RISK_CLASSES: tuple[RiskClass, ...] = ("minimal", "transparency", "high_risk", "prohibited")
"""From the lightest to the heaviest; *unclear* is no class but the lack of one."""
LegacyClass = Literal["good_enough", "costly", "strategic"]
LEGACY_CLASSES: tuple[LegacyClass, ...] = ("good_enough", "costly", "strategic")
"""From the lightest to the heaviest."""
RiskOption = Literal["never", "ask_first", "with_limit", "free"]
FlowDirection = Literal["up", "down", "watch"]


class UseQuestion(Record):
    """One question about an AI use, answered with yes, no or unknown.

    `raises_to` is the class a yes may lead to (None: it decides no class). `reason` completes “…, because
    it …”. `law` names where that is written, by id in standards.yaml; `check` is what makes the class
    doubtful and has to be looked at by somebody who knows the law.
    """

    code: Slug
    title: ShortText
    question: Text
    example: Text
    raises_to: RiskClass | None = None
    reason: ShortText
    law: list[str]
    check: Text | None = None


class UseClass(Record):
    """A class of AI uses, or `unclear`: its name, what it means and the first thing to do."""

    code: Literal["minimal", "transparency", "high_risk", "prohibited", "unclear"]
    name: ShortText
    meaning: Text
    first_step: Text


class Consequence(Record):
    """What follows for a company that uses the system, and from which duty.

    It follows in each of `classes`, and where `if_any` names questions only with a yes to one of them.
    """

    code: Slug
    title: ShortText
    duty: str
    classes: Annotated[list[RiskClass], Field(min_length=1)]
    if_any: list[Slug]
    to_do: Text


class AiUses(Record):
    """The questionnaire for one AI use, its classes and their consequences."""

    note: Text
    questions: Annotated[list[UseQuestion], Field(min_length=1, max_length=12)]
    classes: Annotated[list[UseClass], Field(min_length=5, max_length=5)]
    follows: Annotated[list[Consequence], Field(min_length=1)]


class RiskArea(Record):
    """One of the areas in which risk is accepted or not."""

    code: Slug
    title: ShortText
    question: Text


class RiskAnswer(Record):
    """One of the four answers to a line, with what signing it means."""

    code: RiskOption
    title: ShortText
    meaning: Text


class DraftedRiskLine(Record):
    """A decision the executives sign: `draft` is where the talk starts, `limit` an example of a limit."""

    code: Slug
    area: Slug
    title: ShortText
    decision: Text
    why: Text
    draft: RiskOption
    limit: Text


class AcceptableRisk(Record):
    """The statement of acceptable risk, before anybody has signed.

    `signers` are codes of functions that sign a new statement, unless others are named.
    """

    title: ShortText
    purpose: Text
    how: Annotated[list[Text], Field(min_length=1)]
    minutes: Minutes
    signers: Annotated[list[str], Field(min_length=1, max_length=20)]
    areas: Annotated[list[RiskArea], Field(min_length=1)]
    options: Annotated[list[RiskAnswer], Field(min_length=4, max_length=4)]
    lines: Annotated[list[DraftedRiskLine], Field(min_length=1)]


class Right(Record):
    """How a decision of the instrument reads as a right that somebody answers for. `decision` is its code."""

    decision: Slug
    text: Text


class Rhythm(Record):
    """How often the forum meets while the company is at level `from_level` or above."""

    from_level: Annotated[int, Field(ge=1, le=5)]
    weeks: Annotated[int, Field(ge=1, le=13)]
    why: Text


class Apart(Record):
    """Two decisions that should not have the same owner, and why."""

    decisions: Annotated[list[Slug], Field(min_length=2, max_length=2)]
    why: Text


class CharterText(Record):
    """What every forum charter says; roles and rights come from the decision grid.

    `chair_from` lists decisions: who is accountable for the first of them that has a role takes the chair.
    `board` is what the board or owners get, and how often; a file from before it was asked for has none.
    """

    name: ShortText
    purpose: Text
    chair_from: Annotated[list[Slug], Field(min_length=1)]
    chair_duty: Text
    board: Text | None = None
    largest: Annotated[int, Field(ge=3, le=20)]
    rhythms: Annotated[list[Rhythm], Field(min_length=1)]
    rights: list[Right]
    apart: list[Apart]
    agenda: Annotated[list[AgendaPoint], Field(min_length=1)]
    may_not: Annotated[list[Text], Field(min_length=1)]
    running: Annotated[list[Text], Field(min_length=1)]
    exploring: Annotated[list[Text], Field(min_length=1)]


class PortfolioRule(Record):
    """What holds for initiatives of one class: what lets one in (all of it), its money, its reviews, its end."""

    portfolio: Annotated[PortfolioClass, Field(alias="class")]
    title: ShortText
    meaning: Text
    entry: Annotated[list[Text], Field(min_length=1, max_length=4)]
    funding: Text
    review: Text
    stop: Text


class ModeRule(Record):
    """One subject on which running and exploring follow different rules."""

    code: Slug
    title: ShortText
    running: Text
    exploring: Text


class FlowMetric(Record):
    """One of the five flow measures. `direction` is which way is good; *watch* where neither is."""

    code: Slug
    title: ShortText
    meaning: Text
    unit: Annotated[str, Field(min_length=1, max_length=40)]
    direction: FlowDirection
    how: Text
    trap: Text


class LegacyQuestion(Record):
    """One question about an old system; a yes raises it to a class. `reason` completes “…, because …”."""

    code: Slug
    question: Text
    raises_to: LegacyClass
    reason: ShortText


class LegacyVerdict(Record):
    """A class of old systems and what is done about one."""

    code: Literal["good_enough", "costly", "strategic", "unclear"]
    title: ShortText
    meaning: Text
    to_do: Text


class Portfolio(Record):
    """The rules by which initiatives and old systems are treated."""

    rules: Annotated[list[PortfolioRule], Field(min_length=3, max_length=3)]
    modes: Annotated[list[ModeRule], Field(min_length=1)]
    metrics: Annotated[list[FlowMetric], Field(min_length=5, max_length=5)]
    legacy_questions: Annotated[list[LegacyQuestion], Field(min_length=1)]
    legacy: Annotated[list[LegacyVerdict], Field(min_length=4, max_length=4)]


class Governance(Record):
    """All governance texts in one language, complete and checked."""

    ai_uses: AiUses
    acceptable_risk: AcceptableRisk
    charter: CharterText
    forums: Forums
    portfolio: Portfolio
