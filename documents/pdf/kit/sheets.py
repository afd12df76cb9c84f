"""Agenda, voting sheet, question cards and move cards of a workshop."""

from collections.abc import Iterator, Sequence

from assessment.instrument.model import Instrument, Practice
from assessment.workshop.meeting import Plan
from documents.pdf.chapters.plan.moves import move_card
from documents.pdf.engine.geometry import CONTENT, UNIT
from documents.pdf.engine.layout import Cell, Columns, Drawable, Hairline, RoomToSign, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, paragraph, table
from documents.pdf.engine.styles import ACCENT, BODY, FINDING, QUIET, SMALL, STRONG
from documents.pdf.kit.boxes import TickBoxes
from language.translation import _
from report.model.report import Report
from report.text.workshop.agenda import agenda, agenda_title

LEVELS = ("1", "2", "3", "4", "5", "?")
STEP = 30.0
MOVES_AT_MOST = 3
CARD_NUMBER = 24.0


def agenda_entries(instrument: Instrument, plan: Plan) -> Iterator[PageEntry]:
    """The annotated agenda on one page."""
    yield chapter(_("Agenda"), agenda_title(instrument, plan) + ".")
    rows: list[list[str | Drawable]] = [
        [
            _("{n} min").format(n=line.begins),
            _("{n} min").format(n=line.minutes),
            TextBlock(line.title, STRONG, lines=2),
            TextBlock(line.said, BODY, lines=9),
        ]
        for line in agenda(plan)
    ]
    yield from table(
        (_("From"), _("Takes"), _("Part"), _("What the facilitator says")), rows, (16, 16, 38, 98)
    )


def voting_entries(instrument: Instrument, codes: Sequence[str]) -> Iterator[PageEntry]:
    """One sheet for a person: who they are, and a row of boxes for each question."""
    yield chapter(
        _("Voting sheet"),
        _("Answer alone: the highest situation in which every part is true. ? means “I don’t know”."),
    )
    who = Stack(
        TickBoxes([_("Business"), _("Technology")]),
        TextBlock(_("Your function"), QUIET, lines=1),
        RoomToSign(),
        gap=UNIT,
    )
    yield PageEntry(who, gap=UNIT)
    yield from _votes(instrument, codes)
    yield paragraph(
        _(
            "Evidence: O my opinion, D a document, N a number. Hand the sheet in folded; it is shuffled before anyone reads it."
        ),
        gap=2 * UNIT,
    )


def _votes(instrument: Instrument, codes: Sequence[str]) -> Iterator[PageEntry]:
    rows: list[list[str | Drawable]] = [
        [
            str(number),
            instrument.practices[code].title,
            TickBoxes(LEVELS, STEP),
            TickBoxes([_("O"), _("D"), _("N")], STEP),
        ]
        for number, code in enumerate(codes, 1)
    ]
    head = ("", _("Question"), _("Your answer"), _("Evidence"))
    yield from table(head, rows, (8, 62, 66, 32), air=UNIT / 2 if len(codes) > 15 else UNIT)


def question_entries(instrument: Instrument, codes: Sequence[str]) -> Iterator[PageEntry]:
    """A card for each question, two on a page: the question and its five situations."""
    for number, code in enumerate(codes, 1):
        card = _question(number, instrument.practices[code], instrument)
        yield PageEntry(
            card, gap=6 * UNIT, fresh=number == 1, outline=(_("Question cards"), 0) if number == 1 else None
        )


def _question(number: int, practice: Practice, instrument: Instrument) -> Drawable:
    pillar = instrument.pillar_of[practice.code]
    head = Stack(
        TextBlock(f"{number} · {pillar.title}", SMALL.coloured(ACCENT), lines=1),
        TextBlock(practice.title, FINDING, lines=2, kind="H2"),
        TextBlock(practice.stem, BODY, lines=4),
        gap=UNIT / 2,
    )
    return Stack(head, *(_situation(level, text) for level, text in enumerate(practice.levels, 1)), gap=UNIT)


def _situation(level: int, text: str) -> Drawable:
    cells: list[Cell] = [
        (0, CARD_NUMBER, TextBlock(str(level), STRONG.coloured(ACCENT), lines=1)),
        (CARD_NUMBER, CONTENT - CARD_NUMBER, TextBlock(text, BODY, lines=6)),
    ]
    return Stack(Hairline(), Columns(cells), gap=UNIT / 2)


def move_entries(report: Report) -> Iterator[PageEntry]:
    """Cards of the first three moves of the path, each on its own; none without a path."""
    moves = report.next_moves[:MOVES_AT_MOST]
    if moves:
        yield chapter(
            _("The first moves"), _("Who does what, in which steps, and what shows that it is done.")
        )
        for number, card in enumerate(moves, 1):
            yield PageEntry(move_card(number, card), gap=3 * UNIT)
