"""What there is to talk about: what to settle first, who expects what, who decides, what was agreed."""

from language.translation import _, ngettext
from report.model.alignment import AlignedPractice, Alignment
from report.model.plan import OpenGap
from report.model.report import Report
from report.text.alignment.findings import (
    EXPECTED,
    collisions_finding,
    distance_text,
    hidden_finding,
    higher,
    in_order,
    predicted,
    settled_sentence,
    talked_about,
    value_text,
)
from report.text.alignment.sentences import decision_sentence
from report.text.narrative import count, sentence
from report.text.plan.gaps import gaps_title, tag_words
from ui.kit.html import HtmlFragment, heading, labelled, paragraph, points, show, table


def talk(report: Report, found: Alignment) -> None:
    """Each part only if there is something in it."""
    pieces = [*_settle_first(report), *_expectations(report, found), *_decisions(found), *_agreed(found)]
    if pieces:
        show(*pieces, under="pl-agreement")


def _expectations(report: Report, found: Alignment) -> list[HtmlFragment]:
    """What was expected and found on the predicted practices, in the order of what to settle."""
    asked = in_order(report, predicted(found))
    if not asked:
        return []
    lead = ngettext(
        "Leaders predicted the other side’s answer to {n} question.",
        "Leaders predicted the other side’s answers to {n} questions.",
        len(asked),
    ).format(n=count(len(asked)))
    lines = [
        (words, "; ".join(p.practice.title for p in asked if p.belief == b)) for b, words in EXPECTED.items()
    ]
    return [heading(hidden_finding(found), 3), paragraph(lead, kind="muted"), labelled(lines)]


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
    votes = [distance_text(spread) for spread in (entry.first, entry.second) if spread is not None]
    open_points = [_("Agreed with reservations.")] if entry.reservations else []
    open_points += [entry.dissent] if entry.dissent else []
    return (
        found.practice.title,
        "–" if found.voted is None else value_text(found.voted),
        str(entry.agreed),
        _(", then ").join(votes) or "–",
        " ".join(open_points) or _("none recorded"),
    )


def _settle_first(report: Report) -> list[HtmlFragment]:
    """The first of what to settle, each with what else is known of it and the question that opens it."""
    if not report.gaps:
        return []
    return [heading(gaps_title(report), 3), points(map(_question, report.gaps), under="pl-things")]


def _question(found: OpenGap) -> HtmlFragment:
    gap = found.gap.difference
    title = found.practice.title
    if gap is not None:
        title = _("{title}: {difference}").format(title=title, difference=higher(gap))
    return HtmlFragment(
        paragraph(title, kind="strong")
        + paragraph(tag_words(found.tags), kind="muted")
        + paragraph(found.question)
    )
