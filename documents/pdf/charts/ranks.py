"""A slope of ranks: each outcome or barrier from its place on the business side to that on the technology side."""

from collections.abc import Sequence

from assessment.instrument.model import CAMPS
from documents.pdf.charts.levels import camp_mark
from documents.pdf.charts.sides import CAMP_TITLES
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.layout import Drawable
from documents.pdf.engine.styles import CAMP_COLOURS, INK, MUTED, SMALL, SMALL_STRONG
from documents.pdf.engine.text import printable
from report.text.alignment.ranks import RankRow

PITCH = 15.0
INNER = 110.0
"""How wide the slope is between the two sides."""
MARK = 10.0


class RankSlope(Drawable):
    """The first place on top; the line of the widest difference is heavy."""

    def __init__(self, rows: Sequence[RankRow]) -> None:
        self.rows = rows

    def height(self, width: float) -> float:  # noqa: ARG002 - as many lines as rows, and a head
        return PITCH * (len(self.rows) + 1)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        left = x + (width - INNER) / 2
        ends = dict(zip(CAMPS, (left, left + INNER), strict=True))
        outer = (width - INNER) / 2 - MARK
        for camp, turn, start in (
            (CAMPS[0], "right", x),
            (CAMPS[1], "left", ends[CAMPS[1]] + MARK),
        ):
            style = SMALL_STRONG.coloured(CAMP_COLOURS[camp])
            painter.fitted_line(CAMP_TITLES[camp], style, start, top, outer, width=outer, align=turn)  # type: ignore[arg-type]
        for row in sorted(self.rows, key=lambda row: row.widest):
            one, other = _middle(top, row.left), _middle(top, row.right)
            painter.stroke(
                ends[CAMPS[0]],
                one,
                ends[CAMPS[1]],
                other,
                INK if row.widest else MUTED,
                1.8 if row.widest else 0.7,
            )
        for row in self.rows:
            style = SMALL_STRONG if row.widest else SMALL
            title, half = printable(row.title), style.leading / 2
            one, other = _middle(top, row.left), _middle(top, row.right)
            camp_mark(painter, CAMPS[0], ends[CAMPS[0]], one)
            camp_mark(painter, CAMPS[1], ends[CAMPS[1]], other)
            words = f"{title}  {row.left_place}", f"{row.right_place}  {title}"
            painter.fitted_line(words[0], style, x, one + half, outer, width=outer, align="right")
            painter.fitted_line(words[1], style, ends[CAMPS[1]] + MARK, other + half, outer)


def _middle(top: float, line: int) -> float:
    return top - PITCH * (line + 1.5)
