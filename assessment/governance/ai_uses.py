"""Classifies an AI use under the EU AI Act from answers of yes, no and unknown. Not legal advice.

The dates of the duties are data (data/standards.yaml) and are returned with each duty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assessment.governance.model import RISK_CLASSES, AiUses, Consequence, RiskClass, UseClass, UseQuestion
from assessment.governance.triage import YesNo, classify_answers
from assessment.instrument.standards import Duty, Standards

Verdict = Literal["minimal", "transparency", "high_risk", "prohibited", "unclear"]


@dataclass(frozen=True)
class Following:
    """One consequence, with its duty and that duty’s dates."""

    consequence: Consequence
    duty: Duty


@dataclass(frozen=True)
class UseResult:
    """The classification of one AI use."""

    verdict: Verdict
    lowest: RiskClass
    """The class by the yeses alone; equal to `verdict` unless that is *unclear*."""
    highest: RiskClass
    """The class if every unknown answer were a yes."""
    reasons: tuple[UseQuestion, ...]
    """The yeses that lead to `lowest`, in the order asked."""
    also: tuple[UseQuestion, ...]
    """The other yeses: they change what follows, not the class."""
    open: tuple[UseQuestion, ...]
    """Unknown answers that could move the use to a stricter class."""
    checks: tuple[UseQuestion, ...]
    """The yeses with something to have checked, in the order asked."""
    follows: tuple[Following, ...]
    """What follows from `lowest`; while the verdict is *unclear*, more may follow."""
    may_follow: tuple[Following, ...]
    """What would follow in addition if the unknown answers were yes."""


def classify(uses: AiUses, standards: Standards, answers: Mapping[str, YesNo]) -> UseResult:
    """The class of one use with its reasons and what follows. `answers` maps question codes.

    Unanswered counts as unknown, so a use about which nothing is known is *unclear*.
    """
    raises = {question.code: question.raises_to for question in uses.questions}
    reading = classify_answers(RISK_CLASSES, raises, answers)
    yes = [question for question in uses.questions if answers.get(question.code) == "yes"]
    unsure = {code for code in raises if answers.get(code, "unknown") == "unknown"}
    said = {question.code for question in yes}
    follows = _follows(uses, standards, reading.lowest, said)
    possible = [
        found
        for place in RISK_CLASSES[RISK_CLASSES.index(reading.lowest) :]
        if place == reading.lowest or any(raises[code] == place for code in reading.open)
        for found in _follows(uses, standards, place, said | unsure)
    ]
    known = {found.consequence.code for found in follows}
    more = {f.consequence.code: f for f in possible if f.consequence.code not in known}
    return UseResult(
        verdict=reading.settled or "unclear",
        lowest=reading.lowest,
        highest=reading.highest,
        reasons=tuple(question for question in yes if question.code in reading.reasons),
        also=tuple(question for question in yes if question.code not in reading.reasons),
        open=tuple(question for question in uses.questions if question.code in reading.open),
        checks=tuple(question for question in yes if question.check),
        follows=follows,
        may_follow=tuple(more[c.code] for c in uses.follows if c.code in more),
    )


def use_class(uses: AiUses, verdict: Verdict) -> UseClass:
    """The name, meaning and first step of a class."""
    return next(found for found in uses.classes if found.code == verdict)


def _follows(uses: AiUses, standards: Standards, found: RiskClass, yes: set[str]) -> tuple[Following, ...]:
    duties = {duty.id: duty for duty in standards.euaiact}
    return tuple(
        Following(consequence, duties[consequence.duty])
        for consequence in uses.follows
        if found in consequence.classes and (not consequence.if_any or yes & set(consequence.if_any))
    )
