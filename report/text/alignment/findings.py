"""Findings of the alignment chapter: titles of its charts and tables, and selections of practices."""

from collections.abc import Iterable, Mapping

from assessment.instrument.model import Camp
from assessment.privacy import WITHHELD
from language.numbers import beside, decimal, percent
from language.translation import _, lazy, lazy_table, ngettext
from report.model.alignment import AlignedPractice, AlignedSection, Alignment, DecisionSeen
from report.model.report import Report
from report.text.alignment.sentences import difference_size, distance_in_words, distance_size, levels_in_words
from report.text.narrative import count, sentence
from scoring.alignment.agreement import APART, CLOSE, Belief, LedgerEntry, SpreadWord
from scoring.levels.rules import HALF_STEP, HIGHEST, LOWEST

LARGE = 1.0
TOLERANCE = 1e-9
CUTS = tuple(level + HALF_STEP for level in range(LOWEST, HIGHEST))
"""Where the next level of a practice begins."""
FURTHEST = 2.0
"""Half the scale: no answers can typically lie further from their middle one."""
SPREAD: Mapping[SpreadWord, str] = lazy_table(
    {"close": lazy("close"), "mixed": lazy("mixed"), "apart": lazy("apart")}
)
EXPECTED: Mapping[Belief, str] = lazy_table(
    {
        "hidden disagreement": lazy("The sides differ unexpectedly"),
        "disagree and know it": lazy("The sides differ, as expected"),
        "imagined conflict": lazy("The sides expect to differ but agree"),
        "agree and know it": lazy("The sides agree, as expected"),
    }
)


def is_large(difference: float) -> bool:
    """A level or more."""
    return abs(difference) >= LARGE - TOLERANCE


def higher(difference: float) -> str:
    """“business 0.9 higher”: technology minus business, in levels."""
    size = difference_size(abs(difference))
    if size == 0:
        return _("no difference")
    side = _("technology {n} higher") if difference > 0 else _("business {n} higher")
    return side.format(n=size)


def sides_finding(found: Alignment) -> str | None:
    """The finding of the chart of both sides, as its title; None where no practice shows them."""
    shown = [p for p in found.practices if p.difference is not None]
    if not shown or shown[0].difference is None:
        return None
    first, gap = shown[0], shown[0].difference.difference
    if difference_size(gap) == 0:
        return _("Business and technology do not differ on any practice")
    text = (
        _("The sides differ most on “{title}”: technology {levels} higher")
        if gap > 0
        else _("The sides differ most on “{title}”: business {levels} higher")
    )
    return text.format(title=first.practice.title, levels=levels_in_words(abs(gap)))


def spread_finding(practices: list[AlignedPractice]) -> str:
    """The finding of the chart of distances, as its title."""
    widest = max(practices, key=lambda p: p.deviation)
    if widest.deviation == 0:
        return _("Everyone gave the same answer on these practices")
    return _("Answers differ most on “{title}”").format(title=widest.practice.title)


def without_sides_finding(practices: list[AlignedPractice]) -> str:
    """The title above the practices that cannot show both sides while others do."""
    text = ngettext("{n} practice not shown by side", "{n} practices not shown by side", len(practices))
    return sentence(text.format(n=count(len(practices))))


def no_sides_reason(report: Report) -> str:
    """Why the sides are not shown separately: withheld, or one side is empty."""
    if not (report.basis.business and report.basis.technology):
        return _("All answers come from one side, so there is nothing to compare.")
    if report.disclosure.privacy == "open":
        return _("One side gave no level on these.")
    return _(WITHHELD)


def distance_text(deviation: float, digits: int = 1) -> str:
    """A typical distance with so many decimals that bears out the word for it."""
    return decimal(distance_size(deviation, digits), digits)


def value_text(value: float, digits: int = 1) -> str:
    """The value of a practice, on the side of the cut on which its level is: 2.52 is level 3 and reads 2.6."""
    return decimal(beside(value, digits, above=CUTS), digits)


def overall_sentence(found: Alignment) -> str:
    """“Over all questions typically 0.4 levels away from the middle answer: close.”"""
    if found.deviation is None:
        return ""
    if found.word is None:
        text = _("Answers are typically {distance} from the middle one.")
        return text.format(distance=distance_in_words(found.deviation))
    text = _(
        "Answers are typically {distance} from the middle one: {word}. Under {close} is close, {apart} or "
        "more apart."
    )
    distance = distance_in_words(found.deviation)
    return text.format(distance=distance, word=SPREAD[found.word], close=CLOSE, apart=APART)


def unknown_sentence(report: Report) -> str:
    """Which side says “I don’t know” most, and where; empty where the sides or no such answers are shown."""
    shares = {p.code: report.result.pillars[p.code].dont_know for p in report.instrument.pillars}
    known = [(share, camp, code) for code, found in shares.items() for camp, share in found.items() if share]
    if not known:
        return ""
    share, camp, code = max(known, key=lambda entry: entry[0])
    text = (
        _("“I don’t know” is most frequent in business on {section}: {share} of its answers.")
        if camp == "business"
        else _("“I don’t know” is most frequent in technology on {section}: {share} of its answers.")
    )
    return text.format(section=report.instrument.pillar(code).title, share=percent(share))


def knows_unknown(shares: Mapping[str, Mapping[Camp, float | None]]) -> bool:
    """Is there a don’t-know on either side that may be shown?"""
    return any(share for found in shares.values() for share in found.values())


def section_difference(section: AlignedSection) -> str:
    """Which side answers a section higher, and by how much."""
    return "–" if section.difference is None else higher(section.difference)


def hidden_finding(found: Alignment) -> str:
    """How many hidden disagreements there are, as a title."""
    if not found.hidden:
        return _("No hidden disagreement")
    text = ngettext("{n} hidden disagreement", "{n} hidden disagreements", len(found.hidden))
    return sentence(text.format(n=count(len(found.hidden))))


def predicted(found: Alignment) -> list[AlignedPractice]:
    """The practices on which somebody said what the other side will answer."""
    return [p for p in found.practices if p.belief is not None]


def collisions_finding(found: Alignment) -> str:
    """How many decisions have no single holder, as a sentence."""
    if not found.collisions:
        return _("Leaders name one owner for every decision.")
    if len(found.collisions) == len(found.decisions):
        return _("Leaders name more than one owner, or none, for every decision.")
    return ngettext(
        "Leaders name more than one owner, or none, for {n} of {all} decisions.",
        "Leaders name more than one owner, or none, for {n} of {all} decisions.",
        len(found.collisions),
    ).format(n=count(len(found.collisions)), all=count(len(found.decisions)))


def settled_sentence(decisions: tuple[DecisionSeen, ...]) -> str:
    """The decisions that sit with one role: “Who releases the money? Finance.”"""
    return " ".join(f"{d.title} {d.role_title}." for d in decisions if d.state == "settled" and d.role_title)


def talked_about(found: Alignment) -> list[AlignedPractice]:
    """The practices with an agreed level and the votes before it."""
    return [p for p in found.practices if p.ledger is not None]


def in_order(report: Report, practices: Iterable[AlignedPractice]) -> list[AlignedPractice]:
    """Practices in the one order of what to settle; those with an agreed level, which are not in it, last."""
    place = {code: position for position, code in enumerate(report.order)}
    return sorted(practices, key=lambda p: place.get(p.practice.code, len(place)))


def settled(found: LedgerEntry) -> bool:
    """Agreed, and nobody holds back: neither reservations nor dissent."""
    return not found.reservations and not found.dissent
