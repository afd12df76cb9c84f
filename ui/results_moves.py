"""The next moves as an operator's cards."""

from assessment.words import _, ngettext
from playbook import wording
from playbook.narrative import count, listed, sentence
from playbook.report import MoveCard, Report
from ui import parts
from ui.markup import Piece, block, fold, heading, labelled, listing, paragraph, show

ASKED = 3


def next_moves(report: Report) -> None:
    """All moves for the next level: the first three as cards, the others folded."""
    if not report.next_moves:
        return
    number = len(report.next_moves)
    if report.target is None:
        title = _("First moves where a practice is at level 1")
    else:
        title = ngettext("One move to level {target}", "{n} moves to level {target}", number)
    parts.heading(title.format(n=sentence(count(number)), target=report.target))
    parts.muted(
        _(
            "Everything the next level asks for, what holds the level first. Effort in person-weeks is our estimate."
        )
    )
    cards = [_card(number, card) for number, card in enumerate(report.asked, 1)]
    show(block(*cards, under="pl-moves"))
    others = report.next_moves[ASKED:]
    if others:
        show(*(_folded(number, card) for number, card in enumerate(others, ASKED + 1)))


def _card(number: int, card: MoveCard) -> Piece:
    return block(
        paragraph(f"{number} · {card.pillar.title}", kind="muted"),
        heading(card.move.title, 3),
        *_details(card),
        under="pl-move",
    )


def _folded(number: int, card: MoveCard) -> Piece:
    aside = f"{card.lead} · {wording.effort(card.move)}"
    return fold(f"{number}. {card.move.title}", *_details(card), aside=aside)


def _details(card: MoveCard) -> list[Piece]:
    supporting = _("with {roles}").format(roles=listed(card.supporting)) if card.supporting else ""
    owner = f"{card.lead} {supporting}".strip()
    kpi = card.move.kpi
    return [
        labelled(
            [
                (_("Owner"), owner),
                (_("Effort"), f"{wording.effort(card.move)}; {wording.weeks(card.move)}"),
                (_("Today"), card.situation),
                (_("Then"), card.becomes),
                (_("Measure"), f"{kpi.name} ({wording.kpi_reading(kpi)})"),
                (_("Evidence"), card.move.evidence),
            ]
        ),
        listing(card.move.steps, ordered=True),
    ]
