"""Sentences about an AI use: its class with reasons, open questions, duties and their dates."""

from collections.abc import Iterable, Sequence

from assessment.governance.ai_uses import Following, UseResult, Verdict, use_class
from assessment.governance.model import RISK_CLASSES, AiUses
from assessment.instrument.standards import Duty, DutyDate
from language.lists import listed
from language.translation import _, lazy, ngettext
from report.text.narrative import count, sentence
from report.text.wording import iso_day

NAMED_AT_MOST = 4
CHECK_FIRST = lazy("Check before relying; not legal advice.")


def class_sentence(uses: AiUses, result: UseResult) -> str:
    """The class and its reasons: “Looks high-risk, because it helps to choose staff.”"""
    name = use_class(uses, result.verdict).name
    reasons = listed([_("because it {reason}").format(reason=q.reason) for q in result.reasons])
    if result.verdict == "unclear":
        return _unclear(uses, result, name, reasons)
    if result.verdict == "minimal":
        return _("{name}: every question that could raise the class was answered “no”.").format(name=name)
    return _("{name}, {reasons}.").format(name=name, reasons=reasons)


def _unclear(uses: AiUses, result: UseResult, name: str, reasons: str) -> str:
    least, most = (use_class(uses, found).name for found in (result.lowest, result.highest))
    missing = ngettext("{n} answer is missing", "{n} answers are missing", len(result.open)).format(
        n=count(len(result.open))
    )
    if not reasons:
        return _("{name}: {missing} that could raise it to “{most}”.").format(
            name=name, missing=missing, most=most
        )
    return _("{name}: at least “{least}”, {reasons}. {missing} that could raise it to “{most}”.").format(
        name=name, least=least, reasons=reasons, missing=sentence(missing), most=most
    )


def open_sentence(result: UseResult) -> str:
    """What is still to be asked; empty when nothing is."""
    if not result.open:
        return ""
    titles = _first_of([f"“{question.title}”" for question in result.open])
    return _("Open questions: {titles}.").format(titles=titles)


def also_sentence(result: UseResult) -> str:
    """The yeses that do not decide the class; empty when there are none."""
    if not result.also:
        return ""
    return _("It also {reasons}.").format(reasons=listed([question.reason for question in result.also]))


def check_lines(result: UseResult) -> list[str]:
    """What to have checked, each with the question it belongs to."""
    return [f"{question.title}: {question.check}" for question in result.checks]


def following_title(found: Following) -> str:
    """“A person who can overrule it (Art. 26(2))”, as a heading for what is to be done."""
    return _("{title} ({duty})").format(title=found.consequence.title, duty=found.duty.id)


def may_follow_sentence(result: UseResult) -> str:
    """What would follow too if the open answers were yes; empty when nothing would."""
    if not result.may_follow:
        return ""
    titles = _first_of([following_title(found) for found in result.may_follow])
    return _("Depending on the open answers, these may follow too: {titles}.").format(titles=titles)


def _first_of(texts: Sequence[str]) -> str:
    """The first few of a list, and how many more there are."""
    more = len(texts) - NAMED_AT_MOST
    if more < 2:
        return listed(texts)
    return listed([*texts[:NAMED_AT_MOST], _("{n} more").format(n=count(more))])


def dates_sentence(duty: Duty) -> str:
    """From when a duty applies, in the law as published and in a change that was only reported."""
    adopted = _("Under the law as published, it applies {dates}.")
    parts = [_applies(adopted, duty.dates_of("adopted"))]
    if not duty.dates:
        since = _("from {day}").format(day=iso_day(duty.applies_from))
        parts = [adopted.format(dates=since)]
    parts.append(
        _applies(
            _("A change was reported but not confirmed; with it, the duty applies {dates}."),
            duty.dates_of("reported"),
        )
    )
    parts.append(_("Read on {day}.").format(day=iso_day(duty.as_of)))
    return " ".join([*filter(None, parts), _(CHECK_FIRST)])


def class_duty(result: UseResult) -> Duty | None:
    """The duty from whose dates the class itself applies: the first that does not follow for every use."""
    duties = (f.duty for f in result.follows if RISK_CLASSES[0] not in f.consequence.classes)
    return next(duties, None)


def class_dates(result: UseResult) -> str:
    """From when the duties of the class apply; empty where it has none of its own."""
    duty = class_duty(result)
    return dates_sentence(duty) if duty else ""


def duty_source(duty: Duty) -> str:
    """The source of the dates and their certainty."""
    return _("Source: {source}. {status}").format(source=duty.source, status=duty.status)


def _applies(template: str, dates: Sequence[DutyDate]) -> str:
    if not dates:
        return ""
    texts = [_("from {day} for {what}").format(day=iso_day(entry.date), what=entry.what) for entry in dates]
    return template.format(dates=listed(texts))


def inventory_sentence(uses: AiUses, verdicts: Iterable[Verdict]) -> str:
    """The whole list in one sentence, the heaviest class first."""
    found = list(verdicts)
    if not found:
        return _("No AI use case is listed yet. Most companies find more than they expect.")
    order: tuple[Verdict, ...] = ("prohibited", "high_risk", "unclear", "transparency", "minimal")
    parts = [
        _("{name}: {n}").format(n=count(number), name=use_class(uses, verdict).name)
        for verdict in order
        if (number := found.count(verdict))
    ]
    head = ngettext("{n} AI use case is listed", "{n} AI use cases are listed", len(found)).format(
        n=count(len(found))
    )
    return f"{sentence(head)}. {'; '.join(parts)}."
