"""The next moves as operator's cards, none of them split over two pages."""

from collections.abc import Iterator

from assessment.words import _
from playbook import wording
from playbook.narrative import listed, sentence
from playbook.pdf.decisions import nothing_asked
from playbook.pdf.geometry import BODY, BODY_X, LABEL, UNIT
from playbook.pdf.layout import Columns, Gap, Piece, Rule, Stack, Words
from playbook.pdf.pages import Entry
from playbook.pdf.parts import chapter, paragraph, subhead, table
from playbook.pdf.styles import ACCENT, QUIET, SMALL, SMALL_STRONG, STRONG
from playbook.pdf.styles import BODY as BODY_STYLE
from playbook.report import MoveCard, Report

CARDS_AT_MOST = 12
GUTTER = 14.0
HALF = (BODY - GUTTER) / 2
NUMBER = 14.0


def move_entries(report: Report) -> Iterator[Entry]:
    """Cards for the first twelve moves, a table for the rest."""
    cards = report.next_moves[:CARDS_AT_MOST]
    yield chapter(_("Next moves"), _lead(report) if cards else nothing_asked(report))
    if not cards:
        yield paragraph(_("The five sections before this page say what has to be kept."), gap=UNIT)
        return
    for number, card in enumerate(cards, 1):
        yield Entry(_card(number, card), gap=3 * UNIT)
    rest = report.next_moves[CARDS_AT_MOST:]
    if rest:
        yield subhead(_("Then"), _("Each of these is a card in the app."))
        yield from table(
            (_("Move"), _("Owner"), _("Effort, person-weeks"), _("Time")),
            [[c.move.title, c.lead, str(c.move.effort), wording.weeks(c.move)] for c in rest],
            (90, 36, 24, 18),
            lines=2,
        )


def _lead(report: Report) -> str:
    if report.target is None:
        return _("The first step of every practice that is at level 1.")
    return _(
        "What level {level} asks for, with what it rests on: first what holds you, then by effort. A complete list, not yet the cheapest one."
    ).format(level=report.target)


def _card(number: int, card: MoveCard) -> Piece:
    columns = Columns([(0, LABEL, _side(number, card)), (BODY_X, BODY, _body(card))])
    return Stack(Rule(), columns, gap=UNIT)


def _side(number: int, card: MoveCard) -> Piece:
    move = card.move
    facts = [
        (_("Owner"), card.lead, 2),
        (_("With"), listed(card.supporting), 3),
        (_("Effort"), sentence(wording.effort(move)), 2),
        (_("Time"), wording.weeks(move), 1),
        (_("Measured by"), f"{move.kpi.name} ({wording.kpi_reading(move.kpi)})", 6),
        (_("How it is measured"), move.kpi.how, 7),
        (_("What it does"), sentence(wording.PORTFOLIO[move.portfolio]), 2),
    ]
    held = [Words(_("Holds you today"), SMALL_STRONG.coloured(ACCENT), lines=1)] if card.holds else []
    return Stack(
        Words(str(number), STRONG.coloured(ACCENT), lines=1),
        *held,
        *(Stack(Words(n, QUIET, lines=1), Words(t, SMALL, lines=most)) for n, t, most in facts if t),
        gap=UNIT / 2,
    )


def _body(card: MoveCard) -> Piece:
    move = card.move
    place = _("{section}: {practice}, to level {level}").format(
        section=card.pillar.title, practice=card.practice.title, level=move.to
    )
    return Stack(
        Words(move.title, STRONG, lines=3),
        Words(place, QUIET, lines=2),
        Gap(UNIT / 2),
        Columns(
            [(0, HALF, _quoted(_("From"), card.situation)), (HALF + GUTTER, HALF, _quoted(_("To"), card.becomes))]
        ),
        Gap(UNIT / 2),
        _steps(card),
        Gap(UNIT / 2),
        _quoted(_("Done when there is"), move.evidence),
        gap=UNIT / 2,
    )


def _quoted(name: str, text: str) -> Piece:
    return Stack(Words(name, QUIET, lines=1), Words(text, SMALL, lines=6))


def _steps(card: MoveCard) -> Piece:
    steps = [
        Columns([(0, NUMBER, Words(str(n), QUIET, lines=1)), (NUMBER, BODY - NUMBER, Words(step, BODY_STYLE, lines=6))])
        for n, step in enumerate(card.move.steps, 1)
    ]
    return Stack(*steps, gap=UNIT / 2)
