"""The finding on AI use cases by class: the steps of a pyramid with their use cases, next duty and first step."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.governance.ai_uses import UseResult, Verdict, use_class
from assessment.governance.model import RISK_CLASSES
from language.lists import listed
from language.translation import _, ngettext
from report.model.governance import HEAVIEST_FIRST, RulesView, UseView
from report.model.report import Report
from report.text.governance.ai_uses import CHECK_FIRST, following_title, open_sentence
from report.text.narrative import count, sentence
from report.text.wording import iso_day, role_titles


@dataclass(frozen=True)
class ClassStep:
    """One class with its use cases, in words. `open` are use cases without a class yet."""

    name: str
    uses: tuple[str, ...]
    duty: str
    first_step: str
    open: bool = False


def class_steps(report: Report) -> tuple[ClassStep, ...]:
    """The four classes, the heaviest first, then what has no class yet; empty while no use case is listed."""
    rules = report.rules
    if rules is None or not rules.uses:
        return ()
    order = [verdict for verdict in HEAVIEST_FIRST if verdict != "unclear"]
    steps = [_step(report, rules, verdict) for verdict in order]
    unclear = _step(report, rules, "unclear")
    return (*steps, unclear) if unclear.uses else tuple(steps)


def _step(report: Report, rules: RulesView, verdict: Verdict) -> ClassStep:
    found = use_class(rules.governance.ai_uses, verdict)
    views = [view for view in rules.uses if view.result.verdict == verdict]
    duty = "" if verdict == "unclear" else next_duty([view.result for view in views], report.basis.as_of)
    return ClassStep(
        name=found.name,
        uses=tuple(_named(report, view) for view in views),
        duty=duty,
        first_step=found.first_step if views else "",
        open=verdict == "unclear",
    )


def _named(report: Report, view: UseView) -> str:
    """“Sorting applications (People)”, with the open questions of one that has no class yet."""
    owner = role_titles(report.instrument, [view.use.owner])[0] if view.use.owner else _("nobody named")
    named = _("{use} ({owner})").format(use=view.use.name, owner=owner)
    asked = open_sentence(view.result) if view.result.verdict == "unclear" else ""
    return f"{named}. {asked}" if asked else named


def next_duty(results: Sequence[UseResult], as_of: date) -> str:
    """The first duty of a class with the days from which it applies and for what; empty for no use case.

    The first that does not follow for every use case; where there is none, the first of all.
    """
    follows = [found for result in results for found in result.follows]
    own = [found for found in follows if RISK_CLASSES[0] not in found.consequence.classes]
    found = next(iter(own or follows), None)
    if found is None:
        return ""
    dates = sorted((entry.date, entry.what) for entry in found.duty.dates_of("adopted"))
    days = [_from(day, what, as_of) for day, what in dates] or [_from(found.duty.applies_from, "", as_of)]
    coming = all(day > as_of.isoformat() for day, _what in dates)
    text = _("Next duty: {duty}, {days}.") if coming else _("Duty: {duty}, {days}.")
    return text.format(duty=following_title(found), days=listed(days))


def _from(day: str, what: str, as_of: date) -> str:
    """“from 2 December 2027 for high-risk uses listed in Annex III”."""
    when = _("since {day}") if day <= as_of.isoformat() else _("from {day}")
    said = when.format(day=iso_day(day))
    return _("{since} for {what}").format(since=said, what=what) if what else said


def uses_finding(report: Report) -> str:
    """“One AI use case looks high-risk and one is not yet clear”."""
    if report.rules is None or not report.rules.uses:
        return ""
    tally = Counter(view.result.verdict for view in report.rules.uses)
    heavy: list[Verdict] = [v for v in ("prohibited", "high_risk", "unclear") if tally[v]]
    if heavy:
        first, *others = heavy
        said = [_first(first, tally[first]), *(_then(verdict, tally[verdict]) for verdict in others)]
        return listed(said)
    if tally["transparency"]:
        text = ngettext(
            "No AI use case looks banned or high-risk; people must be told about {n}",
            "No AI use case looks banned or high-risk; people must be told about {n}",
            tally["transparency"],
        )
        return text.format(n=count(tally["transparency"]))
    return ngettext(
        "The one AI use case listed has no special duties",
        "None of the {n} AI use cases listed has special duties",
        tally["minimal"],
    ).format(n=count(tally["minimal"]))


def _first(verdict: Verdict, number: int) -> str:
    texts: Mapping[Verdict, str] = {
        "prohibited": ngettext("{n} AI use case looks banned", "{n} AI use cases look banned", number),
        "high_risk": ngettext("{n} AI use case looks high-risk", "{n} AI use cases look high-risk", number),
        "unclear": ngettext(
            "The class of {n} AI use case is not yet clear",
            "The class of {n} AI use cases is not yet clear",
            number,
        ),
    }
    return sentence(texts[verdict].format(n=count(number)))


def _then(verdict: Verdict, number: int) -> str:
    text = (
        ngettext("{n} looks high-risk", "{n} look high-risk", number)
        if verdict == "high_risk"
        else ngettext("{n} is not yet clear", "{n} are not yet clear", number)
    )
    return text.format(n=count(number))


def uses_lead(report: Report) -> str:
    """How many are listed, by whose classes, and that it is no legal advice."""
    listed_uses = len(report.rules.uses) if report.rules else 0
    text = ngettext(
        "{n} AI use case is listed and sorted by the classes of the EU AI Act.",
        "{n} AI use cases are listed and sorted by the classes of the EU AI Act.",
        listed_uses,
    )
    return f"{sentence(text.format(n=count(listed_uses)))} {_(CHECK_FIRST)}"


def steps_in_words(report: Report, steps: Sequence[ClassStep]) -> str:
    """The pyramid for those who do not see it: the finding, then class by class."""
    said = [uses_finding(report)]
    for step in steps:
        uses = "; ".join(step.uses) or _("none")
        said.append(" ".join(part for part in (f"{step.name}: {uses}.", step.duty) if part))
    return " ".join([f"{said[0]}.", *said[1:]])
