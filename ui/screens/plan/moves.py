"""The moves of the cheapest path as an operator's cards."""

from language.lists import listed
from language.translation import _
from report.model.plan import MoveCard
from report.model.report import Report
from report.text import wording
from report.text.narrative import sentence
from report.text.plan import path, work
from ui.kit import text
from ui.kit.html import HtmlFragment, block, fold, heading, labelled, listing, paragraph, show, table

ASKED = 3


def next_moves(report: Report) -> None:
    """All moves of the path: the first three as cards, the others folded; and where it can be changed."""
    if not report.next_moves:
        return
    text.heading(path.path_title(report), "moves")
    text.muted(path.path_sentence(report))
    cards = [_card(report, number, card) for number, card in enumerate(report.next_moves[:ASKED], 1)]
    show(block(*cards, under="pl-moves"))
    others = report.next_moves[ASKED:]
    if others:
        show(*(move_fold(report, number, card) for number, card in enumerate(others, ASKED + 1)))
    text.link("plan", _("Change the target level or an effort"))


def _card(report: Report, number: int, card: MoveCard) -> HtmlFragment:
    return block(
        paragraph(f"{number} · {card.pillar.title}", kind="muted"),
        heading(card.move.title, 3),
        paragraph(_owner(card)),
        paragraph(_effort(card), kind="muted"),
        listing(card.move.steps, ordered=True),
        *_days(report, card),
        fold(_("Effect, measure and evidence"), _behind(card)),
        under="pl-move",
    )


def move_fold(report: Report, number: int, card: MoveCard) -> HtmlFragment:
    """A move behind its title: who leads, what it takes, its steps, what it changes."""
    return fold(
        f"{number}. {card.move.title}",
        paragraph(f"{_owner(card)}. {sentence(_effort(card))}."),
        listing(card.move.steps, ordered=True),
        *_days(report, card),
        _behind(card),
        aside=wording.who_and_when(card),
    )


def _days(report: Report, card: MoveCard) -> list[HtmlFragment]:
    """How the days of our estimate add up, behind a line; nothing where the edition does not say it."""
    if not card.move.work:
        return []
    head, rows = work.work_table(report.instrument, card.move)
    how = paragraph(work.work_sentence(card.move), kind="muted")
    return [fold(_("How the days add up"), table(head, rows, numeric=(2, 3, 4, 5)), how)]


def _owner(card: MoveCard) -> str:
    if not card.supporting:
        return card.lead
    return _("{lead}, with {roles}").format(lead=card.lead, roles=listed(card.supporting))


def _effort(card: MoveCard) -> str:
    words = _("{effort}, done in {weeks}").format(effort=wording.effort(card), weeks=wording.weeks(card.move))
    return ", ".join(filter(None, (words, wording.by_day(card))))


def _behind(card: MoveCard) -> HtmlFragment:
    kpi = card.move.kpi
    return labelled(
        [
            (_("Today"), card.situation),
            (_("Afterwards"), card.becomes),
            (_("Measure"), f"{kpi.name} ({wording.kpi_reading(kpi)})"),
            (_("Evidence"), card.move.evidence),
        ]
    )
