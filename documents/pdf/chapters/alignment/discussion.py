"""Alignment chapter, second part: expected and found, decisions without an owner, agreed levels."""

from collections.abc import Iterator

from documents.pdf.engine.geometry import BODY, BODY_X, UNIT
from documents.pdf.engine.layout import Drawable, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import keep_together, subhead, table
from documents.pdf.engine.styles import QUIET, SMALL, SMALL_STRONG
from language.translation import _, ngettext
from report.model.alignment import AlignedPractice, Alignment
from report.model.report import Report
from report.text.alignment.findings import (
    EXPECTED,
    collisions_finding,
    distance_text,
    hidden_finding,
    in_order,
    predicted,
    settled_sentence,
    talked_about,
    value_text,
)
from report.text.alignment.sentences import decision_sentence
from report.text.narrative import count

GUTTER = 14.0
HALF = (BODY - GUTTER) / 2


def discussion_entries(report: Report, found: Alignment) -> Iterator[PageEntry]:
    """Each part only if there is something in it."""
    yield from _expectations(report, found)
    yield from _decisions(report, found)
    yield from _agreed(found)


def _expectations(report: Report, found: Alignment) -> Iterator[PageEntry]:
    """What was expected and found on the predicted practices, in the order of what to settle."""
    asked = in_order(report, predicted(found))
    if not asked:
        return
    lead = ngettext(
        "Leaders predicted the other side’s answer on {n} practice. Hidden: the sides’ middle answers are a level or more apart, and leaders did not expect it.",
        "Leaders predicted the other side’s answer on {n} practices. Hidden: the sides’ middle answers are a level or more apart, and leaders did not expect it.",
        len(asked),
    ).format(n=count(len(asked)))
    yield subhead(hidden_finding(found), lead)
    titles = {belief: [p.practice.title for p in asked if p.belief == belief] for belief in EXPECTED}
    rows = [[EXPECTED[belief], "; ".join(named)] for belief, named in titles.items() if named]
    heads = (_("Expected and found"), _("Practices"))
    yield from keep_together(table(heads, rows, (BODY_X, BODY), lines=3), gap=UNIT)


def _decisions(report: Report, found: Alignment) -> Iterator[PageEntry]:
    """The decision map; only the number of open decisions if a later chapter lists each with its owner."""
    if not found.decisions:
        return
    settled = settled_sentence(found.decisions)
    yield subhead(_("Who decides"), collisions_finding(found))
    if report.ownership is not None and report.ownership.begun:
        pointer = _("“Who owns what” shows each with its owner today.")
        yield PageEntry(TextBlock(pointer, SMALL, lines=2), gap=UNIT / 2)
        return
    if not found.collisions:
        yield PageEntry(TextBlock(settled, SMALL, lines=6), gap=UNIT / 2)
        return
    rows = table(
        (_("Decision"), _("Leaders name")),
        [[seen.title, decision_sentence(seen)] for seen in found.collisions],
        (62, 106),
        lines=3,
    )
    text = _("One role named: {decisions}").format(decisions=settled) if settled else ""
    yield from keep_together([*rows, PageEntry(TextBlock(text, QUIET, lines=6), gap=UNIT)])


def _agreed(found: Alignment) -> Iterator[PageEntry]:
    """The ledger: as voted, as agreed, the spread of both votes, and what was not agreed to."""
    talked = talked_about(found)
    if not talked:
        return
    lead = _(
        "Voted: average of the first vote. Distance: typical distance from the middle answer in the first vote and, if any, the second."
    )
    yield subhead(_("What the room agreed"), lead)
    yield from table(
        (_("Practice"), _("Voted"), _("Agreed"), _("Distance"), _("Reservations and dissent")),
        [_ledger_row(practice) for practice in talked],
        (54, 18, 20, 26, 50),
        lines=4,
    )


def _ledger_row(found: AlignedPractice) -> list[str | Drawable]:
    entry = found.ledger
    if entry is None:
        return []
    votes = [distance_text(spread) for spread in (entry.first, entry.second) if spread is not None]
    open_points = [_("Agreed with reservations.")] if entry.reservations else []
    open_points += [entry.dissent] if entry.dissent else []
    return [
        found.practice.title,
        "–" if found.voted is None else value_text(found.voted),
        TextBlock(str(entry.agreed), SMALL_STRONG),
        _(", then ").join(votes) or "–",
        " ".join(open_points) or _("none recorded"),
    ]
