"""The pages on the next level: a row for each practice with its level, its evidence, today and one level up."""

from collections.abc import Iterator

from assessment.answers.records import Backing
from documents.pdf.charts.levels import LevelSquares
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import UNIT, Sheet
from documents.pdf.engine.layout import Columns, Drawable, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry, compose
from documents.pdf.engine.parts import table
from documents.pdf.engine.styles import ACCENT, LABEL, MUTED, QUIET, SMALL, SMALL_STRONG
from documents.pdf.playbook.finding import finding, how_to_read
from language.translation import _
from report.model.report import Report
from report.text.playbook.next_level import EVIDENCE, NextStep, next_steps, next_title, without_row
from scoring.levels.results import MEAN

SETTINGS = ((True, 4.0), (True, 3.0), (True, 2.0), (False, 4.0), (False, 3.0), (False, 2.0))
"""With today or without, and the air above and below a row: the first that fits is taken."""
PAGES_AT_MOST = 2
SHARES = (50, 118)
SQUARES, BESIDE, SIGN = 69.0, 66.0, 11.0
LINES = 24


def next_level_pages(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """Two pages at most where the texts allow it; nothing where no practice has an answer."""
    if any(next_steps(report, section) for section in report.sections):
        tries = (list(_pages(report, air, today=today)) for today, air in SETTINGS)
        fits = next((found for found in tries if len(compose(found, sheet)) <= PAGES_AT_MOST), None)
        yield from fits or _pages(report, SETTINGS[-1][1], today=False)


def _pages(report: Report, air: float, *, today: bool) -> Iterator[PageEntry]:
    yield finding(_("The next level"), next_title(report), without_row(report))
    for section in report.sections:
        steps = next_steps(report, section)
        if steps:
            head = (TextBlock(section.pillar.title, LABEL, lines=4), _head(report, today=today))
            rows = [(_name(step), _words(step, today=today)) for step in steps]
            yield from table(head, rows, SHARES, LINES, air=air)
    yield how_to_read(_key(report))


def _head(report: Report, *, today: bool) -> str:
    if report.result.level == 5:
        return _("Must stay true")
    if report.result.level == 1:
        return _("What there will be at the next level")
    return _("Today, and at the next level") if today else _("At the next level")


def _words(step: NextStep, *, today: bool) -> Drawable:
    return Stack(TextBlock(step.today if today else "", QUIET, LINES), TextBlock(step.ahead, SMALL, LINES))


def _name(step: NextStep) -> Drawable:
    keeps = TextBlock(_("limits the level") if step.keeps else "", SMALL.coloured(ACCENT), lines=1)
    sign = EvidenceSign(step.backing, asked=step.asked)
    if step.level is None:
        state: tuple[Drawable, ...] = (LevelSquares(None, _("not known")), keeps)
    else:
        words = str(step.level) if step.level == 5 else f"{step.level} → {step.level + 1}"
        beside, *below = (sign, keeps) if step.asked else (keeps,)
        squares = (0.0, SQUARES, LevelSquares(step.level, words))
        state = (Columns([squares, (SQUARES, BESIDE, beside)]), *below)
    piece = Stack(TextBlock(step.title, SMALL_STRONG, LINES), *state)
    return Barred(piece) if step.keeps else piece


class Barred(Drawable):
    """A piece with a bar beside it."""

    def __init__(self, piece: Drawable) -> None:
        self.piece = piece

    def height(self, width: float) -> float:
        return self.piece.height(width)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        tall = self.height(width)
        painter.bar(x - UNIT, top - tall, 3, tall, ACCENT)
        self.piece.paint(painter, x, top, width)


class EvidenceSign(Drawable):
    """What backs an answer, as a sign with its word: a ring, a page, or bars."""

    def __init__(self, backing: Backing | None, *, asked: bool) -> None:
        self.backing = backing
        self.words = EVIDENCE[backing] if backing else _("not recorded") if asked else ""

    def height(self, width: float) -> float:  # noqa: ARG002 - one line at any width
        return SMALL.leading if self.words else 0

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        middle = top - SMALL.leading / 2
        if self.backing == "opinion":
            painter.dot(x + 4, middle, 3.2, MUTED, hollow=True)
        elif self.backing == "document":
            painter.outline(x + 1.5, middle - 4, 6, 8, MUTED)
            for line in (-1.5, 0.5, 2.5):
                painter.stroke(x + 3, middle + line - 0.5, x + 6, middle + line - 0.5, MUTED)
        elif self.backing == "number":
            for place, tall in enumerate((3, 5.5, 8)):
                painter.bar(x + 1 + 2.6 * place, middle - 4, 1.9, tall, MUTED)
        if self.words:
            start = SIGN if self.backing else 0
            painter.fitted_line(self.words, QUIET, x + start, top, width - start)


def _key(report: Report) -> str:
    words = _("Squares: the level today.")
    if any(code != MEAN for code in report.result.held_by):
        words += " " + _("Bar beside a practice: it limits the level.")
    steps = [step for section in report.sections for step in next_steps(report, section)]
    if any(step.asked for step in steps):
        words += " " + _("Sign: what backs the answer, asked from level 3.")
    if any(step.level is None for step in steps):
        words += " " + _("Empty squares: not known.")
    return words
