"""Page geometry. Constants are given in millimetres and converted to points (1/72 inch)."""

from dataclasses import dataclass
from typing import Literal

Paper = Literal["a4", "letter"]

MM = 72 / 25.4
UNIT = 8.0
"""Base unit of vertical spacing in points."""

CONTENT = 168 * MM
LABEL = 44 * MM
BODY_X = 50 * MM
BODY = CONTENT - BODY_X
THIRD_GUTTER = 8 * MM
THIRD = (CONTENT - 2 * THIRD_GUTTER) / 3
LOGO_WIDTH, LOGO_HEIGHT = 40 * MM, 14 * MM


@dataclass(frozen=True)
class Sheet:
    """A sheet of paper with its margins. Both papers hold the same width of content."""

    width: float
    height: float
    left: float
    top: float
    bottom: float

    @property
    def available(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom

    @property
    def first_line(self) -> float:
        """The upper edge of the content, counted from the foot of the page as PDF does."""
        return self.height - self.top


SHEETS: dict[Paper, Sheet] = {
    "a4": Sheet(210 * MM, 297 * MM, left=22 * MM, top=20 * MM, bottom=26 * MM),
    "letter": Sheet(215.9 * MM, 279.4 * MM, left=24 * MM, top=17 * MM, bottom=24 * MM),
}
FOOTER = 12 * MM
"""Height of the page number above the foot of the page."""
