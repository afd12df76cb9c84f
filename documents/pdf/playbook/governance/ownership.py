"""Who owns the decisions: a matrix of decisions and roles with the votes, and what is to be settled."""

from collections.abc import Iterator, Sequence

from assessment.privacy import WITHHELD
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Drawing, Stack, TextBlock, bullet_points
from documents.pdf.engine.pages import PageEntry, height_of
from documents.pdf.engine.styles import (
    BODY,
    HAIRLINE,
    INK,
    LEVEL_COLOURS,
    MUTED,
    PAPER,
    QUIET,
    SMALL_STRONG,
    STRONG,
)
from documents.pdf.engine.text import printable, with_whole_words
from documents.pdf.playbook.finding import finding, graphic, how_to_read
from language.translation import _
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.playbook.governance.ownership import (
    UNKNOWN,
    VoteRow,
    cell,
    column_title,
    matrix_columns,
    owners_finding,
    owners_lead,
    to_settle,
    vote_rows,
    votes_in_words,
)

TITLE = 138.0
WIDEST = 62.0
CELL_GAP, HEAD_GAP, AIR, ROOMY = 3.0, 1.0, 8.0, 46.0
HEAD_LINES = 4
POINTS_AT_MOST = 4


class VoteMatrix(Drawing):
    """Votes as numbers on cells, darker where more than half of the votes are; what leads is outlined."""

    def __init__(
        self,
        rows: Sequence[VoteRow],
        columns: Sequence[tuple[str, str]],
        words: str,
        pitch: float,
        *,
        brief: bool,
    ) -> None:
        self.rows, self.columns, self.words, self.pitch, self.brief = rows, columns, words, pitch, brief
        self.wide = min(WIDEST, (CONTENT - TITLE) / max(1, len(columns)))
        self.title = CONTENT - self.wide * len(columns) - UNIT
        self.heads = [
            TextBlock(name, with_whole_words(printable(name), QUIET, self.wide - HEAD_GAP), lines=HEAD_LINES)
            for _column, name in columns
        ]

    def _words(self, row: VoteRow) -> Stack:
        entered = "" if self.brief else row.entered
        lines = [TextBlock(text, QUIET, lines=3) for text in (row.status, entered)]
        return Stack(TextBlock(row.title, SMALL_STRONG, lines=3), *lines)

    def _row_height(self, row: VoteRow) -> float:
        return max(self._words(row).height(self.title - UNIT) + AIR, self.pitch)

    def _head_height(self) -> float:
        return max((head.height(self.wide - HEAD_GAP) for head in self.heads), default=0.0) + 4

    def height(self, width: float) -> float:  # noqa: ARG002 - one width
        return self._head_height() + sum(map(self._row_height, self.rows))

    def alternative(self) -> str:
        return self.words

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        left, upper = x + width - self.wide * len(self.columns), top - self._head_height()
        for place, head in enumerate(self.heads):
            room, at = self.wide - HEAD_GAP, left + place * self.wide - (CELL_GAP - HEAD_GAP) / 2
            above = upper + 4 + head.height(room)
            for line in head.broken(room):
                painter.line_of_text(line, head.style, at, above, width=room, align="centre")
                above -= head.style.leading
        for row in self.rows:
            high = self._row_height(row)
            painter.stroke(x, upper, x + width, upper, HAIRLINE)
            words = self._words(row)
            room = self.title - UNIT
            words.paint(painter, x, upper - (high - words.height(room)) / 2, room)
            for place, (column, _name) in enumerate(self.columns):
                self._cell(painter, row, column, left + place * self.wide, (upper, high))
            upper -= high

    def _cell(
        self, painter: Painter, row: VoteRow, column: str, x: float, place: tuple[float, float]
    ) -> None:
        top, high = place
        number = cell(row, column, [name for name, _title in self.columns])
        leads = column == row.leads
        if not number and not leads:
            if row.whole:
                painter.dot(x + (self.wide - CELL_GAP) / 2, top - high / 2, 1.2, MUTED)
            return
        wide, tall, foot = self.wide - CELL_GAP, high - 2 * CELL_GAP, top - high + CELL_GAP
        most = row.state == "settled" and leads
        if column != UNKNOWN:
            painter.bar(x, foot, wide, tall, LEVEL_COLOURS[4] if most else LEVEL_COLOURS[0])
        if leads or column == UNKNOWN:
            painter.frame(x, foot, wide, tall, INK if leads else MUTED, 1.8 if leads else 0.6)
        style = STRONG.coloured(PAPER if most else INK)
        if row.people == 1:
            painter.dot(x + wide / 2, top - high / 2, 4, style.colour)
            return
        words = str(number) if number else "–"
        painter.line_of_text(words, style, x, top - (high - style.leading) / 2, width=wide, align="centre")


def ownership_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """The page; nothing where nobody has voted on a decision."""
    rows = vote_rows(report)
    if not rows:
        return
    head = finding(_("Who decides"), owners_finding(report, rows), owners_lead(report, rows))
    points = to_settle(report, rows)
    for shown in range(min(POINTS_AT_MOST, len(points)), -1, -1):
        foot = [how_to_read(_key(rows, len(rows))), *_settle(points, shown)]
        room = sheet.available - height_of([head, *foot]) - foot[0].gap - 2 * UNIT
        if _matrix(report, rows, 0).height(CONTENT) <= room:
            break
    chart = _fitting(report, rows, room)
    yield head
    yield graphic(chart)
    yield how_to_read(_key(rows, len(chart.rows)))
    yield from foot[1:]


def _fitting(report: Report, rows: Sequence[VoteRow], room: float) -> VoteMatrix:
    """As generous as it fits: then without the roles entered today, then without the clearest decisions."""
    for pitch in (ROOMY, ROOMY - 2 * UNIT, 0):
        if (chart := _matrix(report, rows, pitch)).height(CONTENT) <= room:
            return chart
    urgent = sorted(rows, key=lambda row: row.state == "settled")
    shown = len(rows)
    while (chart := _matrix(report, urgent[:shown], 0, brief=True)).height(CONTENT) > room and shown > 1:
        shown -= 1
    return chart


def _matrix(report: Report, rows: Sequence[VoteRow], pitch: float, *, brief: bool = False) -> VoteMatrix:
    columns = [(column, column_title(report, column)) for column in matrix_columns(rows)]
    return VoteMatrix(rows, columns, votes_in_words(report, rows), pitch, brief=brief)


def _key(rows: Sequence[VoteRow], shown: int) -> str:
    words = _signs(rows)
    more = len(rows) - shown
    if not more:
        return words
    return f"{words} {sentence(_('{n} more decisions: see the annex.').format(n=count(more)))}"


def _signs(rows: Sequence[VoteRow]) -> str:
    if all(row.people == 1 for row in rows):
        return _("Dark: one role. Outlined without a fill: nobody, or not known.")
    words = _(
        "Numbers are votes. Dark: one role named by more than half. Outlined without a fill: nobody, or not known, with a heavy line where that leads."
    )
    if all(row.whole for row in rows):
        return words
    return f"{words} {_('In rows without dots, some votes are left out.')} {_(WITHHELD)}"


def _settle(points: Sequence[str], shown: int) -> Iterator[PageEntry]:
    """The first points to settle, and how many more there are."""
    more = len(points) - shown
    texts = [*points[:shown], _("{n} more: see the annex.").format(n=sentence(count(more))) if more else ""]
    pieces = bullet_points(texts, BODY, lines=3)
    if pieces:
        yield PageEntry(Stack(*pieces, gap=UNIT / 2), gap=2 * UNIT)
