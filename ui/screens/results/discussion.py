"""What there is to talk about: who expects what, who decides, what was agreed, what comes next."""

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
from report.text.narrative import count, sentence
from scoring.levels.rules import practice_level
from ui.kit.html import HtmlFragment, block, heading, labelled, paragraph, points, show, table


def talk(report: Report, found: Alignment) -> None:
    """Each part only if there is something in it."""
    pieces = [*_expectations(found), *_decisions(found), *_agreed(found), *_next(report, found)]
    if pieces:
        show(*pieces, under="pl-agreement")


def _expectations(found: Alignment) -> list[HtmlFragment]:
    """The hidden disagreements with what to ask; the other predicted practices as lines."""
    asked = predicted(found)
    if not asked:
        return []
    lead = ngettext(
        "Leaders predicted the other side’s answer to {n} question.",
        "Leaders predicted the other side’s answers to {n} questions.",
        len(asked),
    ).format(n=count(len(asked)))
    others = [
        (words, "; ".join(p.practice.title for p in asked if p.belief == belief))
        for belief, words in EXPECTED.items()
        if belief != "hidden disagreement"
    ]
    return [
        heading(hidden_finding(found), 3),
        paragraph(lead, kind="muted"),
        block(*map(_hidden, found.hidden), under="pl-hidden"),
        labelled(others),
    ]


def _hidden(found: AlignedPractice) -> HtmlFragment:
    text = _("Both sides think they agree: {title}.").format(title=found.practice.title)
    return block(
        paragraph(text, kind="strong"),
        labelled([*_pictures(found), (_("Ask the room"), found.prompt or "")]),
        under="pl-card",
    )


def _pictures(found: AlignedPractice) -> list[tuple[str, str]]:
    """The situation each side describes; one sentence where both averages are nearest to the same."""
    if found.business is None or found.technology is None:
        return []
    business, technology = practice_level(found.business), practice_level(found.technology)
    if business == technology:
        text = _("Both averages are nearest to level {level}, but the sides are a level or more apart.")
        return [(_("The sides"), text.format(level=business))]
    return [
        (_("Business, {value}").format(value=decimal(found.business, 1)), found.practice.situation(business)),
        (
            _("Technology, {value}").format(value=decimal(found.technology, 1)),
            found.practice.situation(technology),
        ),
    ]


def _decisions(found: Alignment) -> list[HtmlFragment]:
    """Decisions that nobody holds or several claim; those that sit with one role as a line."""
    if not found.decisions:
        return []
    pieces = [heading(collisions_finding(found).rstrip("."), 3)]
    if found.collisions:
        rows = [(seen.title, decision_sentence(seen)) for seen in found.collisions]
        pieces.append(table((_("Decision"), _("Leaders name")), rows))
    settled = settled_sentence(found.decisions)
    if settled:
        pieces.append(paragraph(_("One role named: {decisions}").format(decisions=settled), kind="muted"))
    return pieces


def _agreed(found: Alignment) -> list[HtmlFragment]:
    """The ledger: as voted, as agreed, the spread before and after, and what was not agreed to."""
    talked = talked_about(found)
    if not talked:
        return []
    title = ngettext("The room agreed one level", "The room agreed {n} levels", len(talked))
    columns = (
        _("Practice"),
        _("Voted"),
        _("Agreed"),
        _("Distance, in levels"),
        _("Reservations and dissent"),
    )
    return [
        heading(sentence(title.format(n=count(len(talked)))), 3),
        table(columns, map(_ledger_row, talked), numeric=(1, 2)),
    ]


def _ledger_row(found: AlignedPractice) -> tuple[str, ...]:
    entry = found.ledger
    if entry is None:
        return ()
    votes = [decimal(spread, 1) for spread in (entry.first, entry.second) if spread is not None]
    open_points = [_("Agreed with reservations.")] if entry.reservations else []
    open_points += [entry.dissent] if entry.dissent else []
    return (
        found.practice.title,
        "–" if found.voted is None else decimal(found.voted, 1),
        str(entry.agreed),
        _(", then ").join(votes) or "–",
        " ".join(open_points) or _("none recorded"),
    )


def _next(report: Report, found: Alignment) -> list[HtmlFragment]:
    """The largest differences that no agreement has settled, with the question that opens each."""
    practices = next_meeting(report, found)
    if not practices:
        return []
    return [
        heading(_("For the next meeting"), 3),
        paragraph(
            _("The largest differences not yet settled."),
            kind="muted",
        ),
        points(map(_question, practices), under="pl-things"),
    ]


def _question(found: AlignedPractice) -> HtmlFragment:
    gap = found.difference.difference if found.difference else 0.0
    title = _("{title}: {difference}").format(title=found.practice.title, difference=higher(gap))
    return HtmlFragment(paragraph(title, kind="strong") + paragraph(found.prompt or ""))
