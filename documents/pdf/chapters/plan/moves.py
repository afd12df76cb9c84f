"""The cheapest path and its moves as operator's cards, none of them split over two pages."""

from collections.abc import Iterator

from assessment.instrument.moves import DAYS_A_WEEK
from documents.pdf.engine.geometry import BODY, BODY_X, LABEL, UNIT
from documents.pdf.engine.layout import Columns, Drawable, Hairline, Space, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, table
from documents.pdf.engine.styles import ACCENT, MUTED, QUIET, SMALL, SMALL_STRONG, STRONG
from documents.pdf.engine.styles import BODY as BODY_STYLE
from language.lists import listed
from language.numbers import integer, shortest
from language.translation import _
from report.model.plan import MoveCard
from report.model.report import Report
from report.text import wording
from report.text.narrative import sentence
from report.text.plan.path import path_sentence, path_title, runner_up_sentence
from scoring.plan.path import Path

CARDS_AT_MOST = 12
GUTTER = 14.0
HALF = (BODY - GUTTER) / 2
NUMBER = 14.0


def move_entries(report: Report) -> Iterator[PageEntry]:
    """The path at a glance with the next best plan, then cards for the first twelve; nothing without a move."""
    path = report.path
    if path is None or not path.moves:
        return
    title = _chapter(path.found)
    count = sentence(path_title(report).removeprefix(f"{title}: "))
    yield chapter(title, f"{count}. {path_sentence(report)}")
    yield from _overview(path.moves, in_days=report.instrument.in_days)
    whole = wording.whole_effort(report.instrument, path.found.effort, path.found.participants)
    yield PageEntry(
        TextBlock(_sum(path.found, whole, runner_up_sentence(report)), SMALL_STRONG, lines=6), gap=UNIT
    )
    for number, card in enumerate(path.moves[:CARDS_AT_MOST], 1):
        yield PageEntry(move_card(number, card), gap=3 * UNIT)


def _chapter(found: Path) -> str:
    title = _("Least effort to level {level}") if found.optimal else _("A way to level {level}")
    return title.format(level=found.target)


def _sum(found: Path, whole: str, runner_up: str) -> str:
    total = _("{weeks} in all.").format(weeks=whole)
    if len(found.moves) > CARDS_AT_MOST:
        total += " " + _("Cards for the first twelve follow; the app has the others.")
    return f"{total} {runner_up}"


def _overview(moves: tuple[MoveCard, ...], *, in_days: bool) -> Iterator[PageEntry]:
    if len(moves) < 2:
        return
    yield from table(
        (
            "",
            _("Move"),
            _("Owner"),
            _("Days, plus others’") if in_days else _("Effort, person-weeks"),
            _("Time"),
        ),
        [[str(n), c.move.title, c.lead, _effort(c), _time(c)] for n, c in enumerate(moves, 1)],
        (8, 74, 34, 26, 26),
        lines=2,
    )


def _time(card: MoveCard) -> str:
    """How long it takes, and the day of its item on the roadmap."""
    return ", ".join(filter(None, (wording.weeks(card.move), wording.by_day(card))))


def _effort(card: MoveCard) -> str:
    """The effort; marked if it was set by people."""
    figure = shortest(card.effort)
    if card.move.days:
        own = shortest(round(card.effort * DAYS_A_WEEK, 1))
        own = _("{n}, yours").format(n=own) if card.own_effort else own
        return f"{own} + {integer(card.move.participants)}"
    return _("{n}, yours").format(n=figure) if card.own_effort else figure


def move_card(number: int, card: MoveCard) -> Drawable:
    """A move as a card: who, how much, which steps, and what shows that it is done."""
    columns = Columns([(0, LABEL, _side(number, card)), (BODY_X, BODY, _body(card))])
    return Stack(Hairline(), columns, gap=UNIT)


def _side(number: int, card: MoveCard) -> Drawable:
    move = card.move
    kpi = f"{move.kpi.name} ({wording.kpi_reading(move.kpi)}). {move.kpi.how}"
    facts = [
        (_("Owner"), card.lead, 2),
        (_("With"), listed(card.supporting), 6),
        (_("Effort and time"), f"{sentence(wording.effort(card))}; {_time(card)}", 4),
        (_("Measure"), kpi, 12),
        (_("Evidence of completion"), move.evidence, 8),
    ]
    mark = _("{n} · Limits the level").format(n=number) if card.holds else str(number)
    return Stack(
        TextBlock(mark, STRONG.coloured(ACCENT), lines=1),
        *(Stack(TextBlock(n, QUIET, lines=1), TextBlock(t, SMALL, lines=most)) for n, t, most in facts if t),
        gap=UNIT / 2,
    )


def _body(card: MoveCard) -> Drawable:
    move = card.move
    place = _("{section}: {practice}, to level {level}; {does}").format(
        section=card.pillar.title,
        practice=card.practice.title,
        level=move.to,
        does=wording.PORTFOLIO[move.portfolio],
    )
    return Stack(
        Stack(TextBlock(move.title, STRONG, lines=3), TextBlock(place, QUIET, lines=2)),
        Columns(
            [
                (0, HALF, _quoted(_("From"), card.situation)),
                (HALF + GUTTER, HALF, _quoted(_("To"), card.becomes)),
            ]
        ),
        Space(UNIT / 2),
        _steps(card),
        gap=UNIT / 2,
    )


def _quoted(name: str, text: str) -> Drawable:
    return Stack(TextBlock(name, QUIET, lines=1), TextBlock(text, SMALL, lines=6))


def _steps(card: MoveCard) -> Drawable:
    steps = [
        Columns(
            [
                (0, NUMBER, TextBlock(str(n), BODY_STYLE.coloured(MUTED), lines=1)),
                (NUMBER, BODY - NUMBER, TextBlock(step, BODY_STYLE, lines=6)),
            ]
        )
        for n, step in enumerate(card.move.steps, 1)
    ]
    return Stack(*steps, gap=UNIT / 2)
