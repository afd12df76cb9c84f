"""What must hold across the governance texts beyond the shape of their records.

Each check yields (file, place, sentence): file is a file's stem.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, get_args

from assessment.governance.model import LEGACY_CLASSES, RISK_CLASSES, Governance, RiskOption
from assessment.instrument.base import Record
from assessment.instrument.moves import PortfolioClass
from assessment.instrument.standards import Standards
from assessment.instrument.strict_yaml import Place
from assessment.instrument.typography import Problem, typography_of
from language.translation import _

QUESTION_WORDS = 24
DECISION_WORDS = 26
LONGEST_FORUM = 90
LONGEST_KIND = 240
TRANSLATED = {
    *("title", "question", "example", "reason", "check", "name", "meaning", "first_step", "to_do", "note"),
    *("purpose", "how", "why", "decision", "limit", "text", "what", "chair_duty", "board", "may_not"),
    *("running", "exploring", "entry", "funding", "review", "stop", "unit", "trap", "brings", "leaves"),
}
"""Fields that hold text of a language; a right’s `decision` is a code and is compared as such."""


def check_governance(governance: Governance, standards: Standards) -> Iterator[Problem]:
    """All faults that need more than one field to see."""
    yield from _uses(governance, standards)
    yield from _risk(governance)
    yield from _charter(governance)
    yield from _forums(governance)
    yield from _portfolio(governance)
    for file in type(governance).model_fields:
        yield from typography_of(file, getattr(governance, file))


def _uses(governance: Governance, standards: Standards) -> Iterator[Problem]:
    uses, known = governance.ai_uses, standards.known("euaiact")
    codes = [question.code for question in uses.questions]
    yield from _once("ai_uses", "questions", codes)
    yield from _once("ai_uses", "follows", [follow.code for follow in uses.follows])
    yield from _all_of("ai_uses", "classes", [c.code for c in uses.classes], (*RISK_CLASSES, "unclear"))
    for position, question in enumerate(uses.questions):
        place = ("questions", position)
        yield from _short("ai_uses", (*place, "question"), question.question, QUESTION_WORDS)
        yield from _clause("ai_uses", (*place, "reason"), question.reason)
        yield from _laws("ai_uses", (*place, "law"), question.law, known)
    for position, follow in enumerate(uses.follows):
        yield from _laws("ai_uses", ("follows", position, "duty"), [follow.duty], known)
        for code in follow.if_any:
            if code not in codes:
                yield (
                    "ai_uses",
                    ("follows", position, "if_any"),
                    _("“{code}” is not a question here").format(code=code),
                )


def _risk(governance: Governance) -> Iterator[Problem]:
    risk = governance.acceptable_risk
    areas = [area.code for area in risk.areas]
    yield from _once("acceptable_risk", "areas", areas)
    yield from _once("acceptable_risk", "lines", [line.code for line in risk.lines])
    yield from _all_of("acceptable_risk", "options", [o.code for o in risk.options], get_args(RiskOption))
    for position, line in enumerate(risk.lines):
        place = ("lines", position)
        if line.area not in areas:
            yield (
                "acceptable_risk",
                (*place, "area"),
                _("“{area}” is not an area here").format(area=line.area),
            )
        yield from _short("acceptable_risk", (*place, "decision"), line.decision, DECISION_WORDS)
        if ". " in line.why or not line.why.endswith("."):
            yield "acceptable_risk", (*place, "why"), _("why: one sentence, with its full stop")


def _charter(governance: Governance) -> Iterator[Problem]:
    charter = governance.charter
    yield from _once("charter", "rights", [right.decision for right in charter.rights])
    yield from _once("charter", "agenda", [point.code for point in charter.agenda])
    levels = [rhythm.from_level for rhythm in charter.rhythms]
    if levels[0] != 1 or levels != sorted(set(levels)):
        yield "charter", ("rhythms",), _("rhythms: from level 1 upwards, each level once")
    total = sum(point.minutes for point in charter.agenda)
    yield from _lasts("charter", ("agenda",), total, LONGEST_FORUM)


def _forums(governance: Governance) -> Iterator[Problem]:
    kinds = governance.forums.kinds
    yield from _once("forums", "kinds", [kind.code for kind in kinds])
    for position, kind in enumerate(kinds):
        place = ("kinds", position)
        if kind.chair not in kind.members:
            yield "forums", (*place, "chair"), _("“{chair}” is not a member").format(chair=kind.chair)
        yield from _lasts("forums", (*place, "agenda"), kind.minutes, LONGEST_KIND)


def _lasts(file: str, place: Place, total: int, most: int) -> Iterator[Problem]:
    if total > most:
        yield (
            file,
            place,
            _("the agenda takes {total} minutes, at most {most}").format(total=total, most=most),
        )


def _portfolio(governance: Governance) -> Iterator[Problem]:
    found = governance.portfolio
    classes = [rule.portfolio for rule in found.rules]
    yield from _all_of("portfolio", "rules", classes, get_args(PortfolioClass))
    yield from _all_of("portfolio", "legacy", [v.code for v in found.legacy], (*LEGACY_CLASSES, "unclear"))
    for name in ("modes", "metrics", "legacy_questions"):
        yield from _once("portfolio", name, [entry.code for entry in getattr(found, name)])
    for position, question in enumerate(found.legacy_questions):
        place = ("legacy_questions", position)
        yield from _short("portfolio", (*place, "question"), question.question, QUESTION_WORDS)
        yield from _clause("portfolio", (*place, "reason"), question.reason)


def _once(file: str, name: str, codes: Sequence[str]) -> Iterator[Problem]:
    for code, count in Counter(codes).items():
        if count > 1:
            last = len(codes) - 1 - codes[::-1].index(code)
            yield (
                file,
                (name, last),
                _("{name}: “{code}” appears {count} times").format(name=name, code=code, count=count),
            )


def _all_of(file: str, name: str, found: Sequence[str], wanted: Sequence[str]) -> Iterator[Problem]:
    if sorted(found) != sorted(wanted):
        yield (
            file,
            (name,),
            _("{name}: each of {wanted} once, not {found}").format(
                name=name, wanted=", ".join(wanted), found=", ".join(found)
            ),
        )


def _short(file: str, place: tuple[str | int, ...], text: str, most: int) -> Iterator[Problem]:
    if (count := len(text.split())) > most:
        yield (
            file,
            place,
            _("{place}: {count} words, at most {most}").format(place=place[-1], count=count, most=most),
        )


def _clause(file: str, place: tuple[str | int, ...], text: str) -> Iterator[Problem]:
    if text.endswith(".") or (text[:1].isupper() and not text[:2].isupper()):
        yield file, place, _("{place}: a lower-case clause without a full stop").format(place=place[-1])


def _laws(
    file: str, place: tuple[str | int, ...], named: Iterable[str], known: set[str]
) -> Iterator[Problem]:
    for identifier in named:
        if identifier not in known:
            yield (
                file,
                place,
                _("“{identifier}” is not a known identifier of euaiact").format(identifier=identifier),
            )


def check_governance_translation(governance: Governance, reference: Governance) -> Iterator[Problem]:
    """Where a language differs from another in what is not text."""
    for file in type(governance).model_fields:
        yield from _compared(file, (), getattr(governance, file), getattr(reference, file))


def _compared(file: str, place: tuple[str | int, ...], found: Any, wanted: Any) -> Iterator[Problem]:
    if isinstance(wanted, Record):
        for name in type(wanted).model_fields:
            text = name in TRANSLATED and not (name == "decision" and "rights" in place)
            if not text:
                yield from _compared(file, (*place, name), getattr(found, name), getattr(wanted, name))
    elif isinstance(wanted, list) and isinstance(found, list) and len(found) == len(wanted):
        for position, (one, other) in enumerate(zip(found, wanted, strict=True)):
            yield from _compared(file, (*place, position), one, other)
    elif found != wanted:
        name = ".".join(map(str, place))
        yield (
            file,
            place,
            _("{name}: differs from another language; only texts may differ between languages").format(
                name=name
            ),
        )
