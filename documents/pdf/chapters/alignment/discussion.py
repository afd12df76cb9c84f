"""Alignment chapter, second part: hidden disagreements, decisions without an owner, agreed levels, next meeting."""

from collections.abc import Iterator

from documents.pdf.charts.sides import CampName
from documents.pdf.engine.geometry import BODY, BODY_X, LABEL, UNIT
from documents.pdf.engine.layout import Columns, Drawable, Hairline, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import keep_together, subhead, table
from documents.pdf.engine.styles import ACCENT, QUIET, SMALL, SMALL_STRONG, STRONG
from documents.pdf.engine.styles import BODY as BODY_STYLE
from language.numbers import decimal
from language.translation import _, ngettext
from report.model.alignment import AlignedPractice, Alignment
from report.model.report import Report
from report.text.alignment.findings import (
    EXPECTED,
    collisions_finding,
    hidden_finding,
    higher,
    next_meeting,
    predicted,
    settled_sentence,
    talked_about,
)
from report.text.alignment.sentences import decision_sentence
from report.text.narrative import count
from scoring.levels.rules import practice_level

GUTTER = 14.0
HALF = (BODY - GUTTER) / 2


def discussion_entries(report: Report, found: Alignment) -> Iterator[PageEntry]:
    """Each part only if there is something in it."""
    yield from _expectations(found)
    yield from _decisions(report, found)
    yield from _agreed(found)
    yield from _next_meeting(report, found)


def _expectations(found: Alignment) -> Iterator[PageEntry]:
    """The hidden disagreements as cards; what was expected of the other predicted practices as lines."""
    asked = predicted(found)
    if not asked:
        return
    lead = ngettext(
        "On {n} practice leaders said what they expect of the other side. Hidden: the middle answers of the sides lie a level or more apart, and the leaders did not expect it.",
        "On {n} practices leaders said what they expect of the other side. Hidden: the middle answers of the sides lie a level or more apart, and the leaders did not expect it.",
        len(asked),
    ).format(n=count(len(asked)))
    if found.hidden:
        lead += " " + _("Below each average stands the situation nearest to it.")
    yield subhead(hidden_finding(found), lead)
    for practice in found.hidden:
        yield PageEntry(_card(practice), gap=UNIT)
    others = [(words, [p for p in asked if p.belief == belief]) for belief, words in EXPECTED.items()]
    rows = [
        [words, "; ".join(p.practice.title for p in practices)]
        for words, practices in others
        if practices and practices[0] not in found.hidden
    ]
    if rows:
        heads = (_("What was expected and found"), _("Practices"))
        yield from keep_together(
            table(heads, rows, (BODY_X, BODY), lines=3), gap=2 * UNIT if found.hidden else UNIT
        )


def _card(found: AlignedPractice) -> Drawable:
    parts: list[Drawable] = [_pictures(found)]
    if found.prompt is not None:
        parts.append(
            Stack(TextBlock(_("Ask the room"), QUIET, lines=1), TextBlock(found.prompt, BODY_STYLE, lines=6))
        )
    title = TextBlock(found.practice.title, STRONG, lines=4)
    body = Stack(*parts, gap=UNIT)
    return Stack(Hairline(), Columns([(0, LABEL, title), (BODY_X, BODY, body)]), gap=UNIT)


def _pictures(found: AlignedPractice) -> Drawable:
    """The situation each side describes; one sentence where both averages point to the same one."""
    if found.business is None or found.technology is None:
        return Stack()
    levels = practice_level(found.business), practice_level(found.technology)
    if levels[0] == levels[1]:
        text = _(
            "Both sides’ averages are nearest to level {level}; their middle answers are a level or more apart."
        )
        return TextBlock(text.format(level=levels[0]), BODY_STYLE, lines=3)
    business = _picture(CampName("business", found.business), found.practice.situation(levels[0]))
    technology = _picture(CampName("technology", found.technology), found.practice.situation(levels[1]))
    return Columns([(0, HALF, business), (HALF + GUTTER, HALF, technology)])


def _picture(name: Drawable, situation: str) -> Drawable:
    return Stack(name, TextBlock(situation, BODY_STYLE, lines=7))


def _decisions(report: Report, found: Alignment) -> Iterator[PageEntry]:
    """The decision map; only the number of open decisions if a later chapter lists each with its owner."""
    if not found.decisions:
        return
    settled = settled_sentence(found.decisions)
    yield subhead(_("Who decides"), collisions_finding(found))
    if report.ownership is not None and report.ownership.begun:
        pointer = _("Each stands under “Who owns what”, with what is settled now.")
        yield PageEntry(TextBlock(pointer, SMALL, lines=2), gap=UNIT / 2)
        return
    if not found.collisions:
        yield PageEntry(TextBlock(settled, SMALL, lines=6), gap=UNIT / 2)
        return
    rows = table(
        (_("Decision"), _("Where it sits in the leaders’ eyes")),
        [[seen.title, decision_sentence(seen)] for seen in found.collisions],
        (62, 106),
        lines=3,
    )
    text = _("With one role: {decisions}").format(decisions=settled) if settled else ""
    yield from keep_together([*rows, PageEntry(TextBlock(text, QUIET, lines=6), gap=UNIT)])


def _agreed(found: Alignment) -> Iterator[PageEntry]:
    """The ledger: as voted, as agreed, the spread of both votes, and what was not agreed to."""
    talked = talked_about(found)
    if not talked:
        return
    lead = _(
        "As voted: the average of the first vote. Distance: how far an answer typically lay from the middle one, in the first vote and, where there was one, the second."
    )
    yield subhead(_("What the room agreed"), lead)
    yield from table(
        (_("Practice"), _("As voted"), _("As agreed"), _("Distance"), _("Reservations and dissent")),
        [_ledger_row(practice) for practice in talked],
        (54, 18, 20, 26, 50),
        lines=4,
    )


def _ledger_row(found: AlignedPractice) -> list[str | Drawable]:
    entry = found.ledger
    if entry is None:
        return []
    votes = [decimal(spread, 1) for spread in (entry.first, entry.second) if spread is not None]
    open_points = [_("Agreed with reservations.")] if entry.reservations else []
    open_points += [entry.dissent] if entry.dissent else []
    return [
        found.practice.title,
        "–" if found.voted is None else decimal(found.voted, 1),
        TextBlock(str(entry.agreed), SMALL_STRONG),
        _(", then ").join(votes) or "–",
        " ".join(open_points) or _("none recorded"),
    ]


def _next_meeting(report: Report, found: Alignment) -> Iterator[PageEntry]:
    practices = next_meeting(report, found)
    if not practices:
        return
    lead = _("The largest differences that no agreement has settled, each with the question that opens it.")
    yield subhead(_("For the next meeting"), lead)
    for number, practice in enumerate(practices, 1):
        yield PageEntry(_question(number, practice), gap=UNIT)


def _question(number: int, found: AlignedPractice) -> Drawable:
    gap = found.difference.difference if found.difference else 0.0
    name = Stack(
        TextBlock(f"{number}", STRONG.coloured(ACCENT), lines=1),
        TextBlock(found.practice.title, STRONG, lines=4),
        TextBlock(higher(gap), SMALL, lines=1),
    )
    text = TextBlock(found.prompt or "", BODY_STYLE, lines=8)
    return Stack(Hairline(), Columns([(0, LABEL, name), (BODY_X, BODY, text)]), gap=UNIT)
