"""The plane of activity and capability as a vector drawing."""

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.layout import Drawing
from documents.pdf.engine.styles import ACCENT, MUTED, QUIET, WASH
from documents.pdf.engine.text import printable
from language.numbers import integer
from language.translation import _


class ActivityPlane(Drawing):
    """Activity against the capability to scale it: one dot, the band in which they are in step."""

    def __init__(
        self, activity: float, capability: float, side: float, words: tuple[str, str, str, str]
    ) -> None:
        self.activity, self.capability, self.side = activity, capability, side
        self.up, self.along, self.above, self.below = (printable(word) for word in words)

    def height(self, width: float) -> float:  # noqa: ARG002 - a square with its axis names
        return self.side + 2 * QUIET.leading

    def alternative(self) -> str:
        return _("{activity} {a} out of 100, {capability} {c} out of 100").format(
            activity=self.up, a=integer(self.activity), capability=self.along, c=integer(self.capability)
        )

    def draw(self, painter: Painter, x: float, top: float, width: float) -> None:
        painter.fitted_line(self.up, QUIET, x, top, width)
        foot, side = top - QUIET.leading - self.side, self.side
        share = side / 100
        corners = [(0, 0), (20, 0), (100, 80), (100, 100), (80, 100), (0, 20)]
        painter.area([(x + a * share, foot + b * share) for a, b in corners], WASH)
        painter.stroke(x, foot, x + side, foot, MUTED, 0.6)
        painter.stroke(x, foot, x, foot + side, MUTED, 0.6)
        inner = side - 10
        painter.fitted_line(self.above, QUIET, x + 5, foot + side - 1, inner)
        painter.fitted_line(
            self.below,
            QUIET,
            x + 5,
            foot + QUIET.leading + 2,
            inner,
            width=inner,
            align="right",
        )
        painter.fitted_line(self.along, QUIET, x, foot, width, width=side, align="right")
        painter.dot(x + self.capability * share, foot + self.activity * share, 4.2, ACCENT)
