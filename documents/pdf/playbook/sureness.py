"""How sure the level is: the share of draws for each level, other rules, what the answers rest on, and the limits."""

from collections.abc import Iterator, Sequence

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Columns, Drawable, Drawing, Stack, TextBlock, bullet_points
from documents.pdf.engine.pages import PageEntry, height_of
from documents.pdf.engine.styles import (
    ACCENT,
    HAIRLINE,
    INK,
    LABEL,
    LEVEL_COLOURS,
    MUTED,
    SMALL,
    SMALL_STRONG,
    STRONG,
    WASH,
)
from documents.pdf.engine.text import printable, with_whole_words
from documents.pdf.playbook.finding import finding, graphic
from language.translation import _
from report.model.report import Report
from report.text.playbook.sureness import (
    GROUNDS,
    Ground,
    LevelOdds,
    basis_rows,
    grounds,
    grounds_in_words,
    grounds_title,
    level_odds,
    method_lines,
    odds_in_words,
    rule_rows,
    sureness_finding,
    sureness_lead,
)

NAMES = 166.0
BESIDE = 92.0
"""Where the texts on the basis begin."""
PITCH, TALL = (17.0, 14.0), (130.0, 34.0)
"""Height of a line for a rule, and of the highest column: the most generous, and the tightest."""
HEAD = 2 * SMALL.leading + 4
SQUARE, SQUARE_GAP = 14.0, 3.0
SETTINGS = ((True, True, 7), (False, True, 7), (False, False, 7), (False, False, 4), (False, False, 1))
"""Are other rules, and what the answers rest on, drawn one by one; lines of a text: the most generous setting first."""


class OddsStrip(Drawing):
    """Columns are levels: above, how many draws give each; below, the level under each other rule as a dot."""

    def __init__(
        self,
        odds: Sequence[LevelOdds],
        rules: Sequence[tuple[str, int | None]],
        words: str,
        sizes: tuple[float, float],
    ) -> None:
        self.odds, self.rules, self.words = odds, rules, words
        self.tall, self.pitch = sizes

    def height(self, width: float) -> float:  # noqa: ARG002 - one width
        rules = SMALL.leading + 6 + self.pitch * len(self.rules) if self.rules else 0
        return SMALL.leading + self.tall + HEAD + rules

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        wide, left = (width - NAMES) / len(self.odds), x + NAMES
        foot = top - SMALL.leading - self.tall
        most = max(one.share for one in self.odds)
        painter.line_of_text(printable(_("Share of the draws")), SMALL_STRONG, x, foot + SMALL.leading + 2)
        for place, one in enumerate(self.odds):
            at = left + place * wide
            if one.result:
                painter.bar(at, top - self.height(width), wide, self.height(width), WASH)
            high = self.tall * one.share / most
            painter.bar(at + 8, foot, wide - 16, high, ACCENT if one.result else LEVEL_COLOURS[2])
            painter.line_of_text(
                printable(one.words),
                STRONG if one.share else SMALL,
                at,
                foot + high + STRONG.leading,
                width=wide,
                align="centre",
            )
            _level_name(painter, one, at, foot, wide)
        painter.stroke(left, foot, x + width, foot, MUTED, 0.6)
        if self.rules:
            self._rules(painter, x, foot - HEAD, (left, wide, width))

    def _rules(self, painter: Painter, x: float, top: float, columns: tuple[float, float, float]) -> None:
        left, wide, width = columns
        painter.line_of_text(printable(_("By other defensible rules")), SMALL_STRONG, x, top - 4)
        upper = top - SMALL.leading - 6
        for name, level in self.rules:
            middle = upper - self.pitch / 2
            painter.stroke(x, upper, x + width, upper, HAIRLINE)
            painter.fitted_line(printable(name), SMALL, x, middle + SMALL.leading / 2, NAMES - 6)
            if level is None:
                words = printable(_("no level"))
                painter.line_of_text(
                    words, SMALL, left, middle + SMALL.leading / 2, width=5 * wide, align="centre"
                )
            else:
                same = any(one.result and one.level == level for one in self.odds)
                at = left + (level - 0.5) * wide
                painter.dot(at, middle, 4.2, ACCENT if same else INK, hollow=not same)
            upper -= self.pitch


def _level_name(painter: Painter, one: LevelOdds, x: float, foot: float, wide: float) -> None:
    style = SMALL_STRONG if one.result else SMALL
    painter.line_of_text(str(one.level), style, x, foot - 2, width=wide, align="centre")
    name = printable(one.name)
    small = with_whole_words(name, style, wide - 3)
    painter.fitted_line(name, small, x, foot - 2 - style.leading, wide - 2, width=wide, align="centre")


class GroundsStrip(Drawing):
    """A square for each practice by what its answer rests on; what is not known is hollow."""

    def __init__(self, found: Sequence[tuple[Ground, int]], words: str) -> None:
        self.found, self.words = found, words

    def height(self, width: float) -> float:  # noqa: ARG002 - a line for each kind
        return SQUARE * len(self.found) + SQUARE_GAP * (len(self.found) - 1)

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        most = max((number for _ground, number in self.found), default=1)
        step = min(SQUARE + SQUARE_GAP, (width - NAMES) / most)
        for row, (ground, number) in enumerate(self.found):
            upper = top - row * (SQUARE + SQUARE_GAP)
            words = printable(f"{number} {GROUNDS[ground]}")
            line = upper - (SQUARE - SMALL.leading) / 2
            painter.fitted_line(words, SMALL, x, line, NAMES - 6)
            for place in range(number):
                _square(painter, ground, x + NAMES + place * step, upper - SQUARE, step - SQUARE_GAP)


def _square(painter: Painter, ground: Ground, x: float, y: float, wide: float) -> None:
    fills = {"evidence": ACCENT, "opinion": LEVEL_COLOURS[2], "below": LEVEL_COLOURS[0]}
    if ground in fills:
        painter.bar(x, y, wide, SQUARE, fills[ground])
    else:
        painter.frame(x, y, wide, SQUARE, INK if ground == "not_known" else MUTED, 1.0)


def sureness_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """The page; the strip of draws is there where more than one person answered and there is a level."""
    head = finding(_("How sure, and what this is not"), sureness_finding(report), sureness_lead(report))
    odds, every = level_odds(report), rule_rows(report)
    for with_rules, with_grounds, lines in SETTINGS:
        rules = every if with_rules else []
        foot = [*_grounds(report, drawn=with_grounds), *_basis(report, lines)]
        room = sheet.available - height_of([head, *foot]) - foot[0].gap - 2 * UNIT
        if (_strip(report, rules, TALL[1], PITCH[1]).height(CONTENT) if odds else 0) <= room:
            break
    yield head
    if odds:
        pitch = next(
            (p for p in PITCH if _strip(report, rules, TALL[1], p).height(CONTENT) <= room), PITCH[1]
        )
        spare = room - _strip(report, rules, 0, pitch).height(CONTENT)
        yield graphic(_strip(report, rules, max(TALL[1], min(TALL[0], spare)), pitch))
    yield from foot


def _strip(report: Report, rules: Sequence[tuple[str, int | None]], tall: float, pitch: float) -> OddsStrip:
    return OddsStrip(level_odds(report), rules, odds_in_words(report), (tall, pitch))


def _grounds(report: Report, *, drawn: bool) -> Iterator[PageEntry]:
    yield PageEntry(TextBlock(grounds_title(report), STRONG, lines=3), gap=3 * UNIT, together=drawn)
    if drawn:
        yield PageEntry(GroundsStrip(grounds(report), grounds_in_words(report)), gap=UNIT)


def _basis(report: Report, lines: int) -> Iterator[PageEntry]:
    """Who answered, what is not known, the method in six lines, the limits, the next review."""
    rows: list[tuple[str, Drawable]] = [
        (name, TextBlock(text, SMALL, lines=lines)) for name, text in basis_rows(report)
    ]
    rows.insert(-2, (_("The method"), Stack(*bullet_points(method_lines(report), SMALL, lines=2))))
    for place, (name, piece) in enumerate(rows):
        named = TextBlock(name, LABEL, lines=2)
        row = Columns([(0, BESIDE - UNIT, named), (BESIDE, CONTENT - BESIDE, piece)])
        yield PageEntry(row, gap=6.0 if place else 2 * UNIT)
