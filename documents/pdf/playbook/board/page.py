"""A board page: everything on one sheet, as generous as its texts allow."""

from collections.abc import Callable

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Drawable


class Page(Drawable):
    """A page with one part aligned to the top and another to the bottom."""

    def __init__(self, upper: Drawable, foot: Drawable, room: float) -> None:
        self.upper, self.foot, self.room = upper, foot, room

    def height(self, width: float) -> float:  # noqa: ARG002 - always the whole page
        return self.room

    def needs(self, width: float) -> float:
        """The height that would be needed; more than `room` means it does not fit."""
        return self.upper.height(width) + 2 * UNIT + self.foot.height(width)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        self.upper.paint(painter, x, top, width)
        self.foot.paint(painter, x, top - self.room + self.foot.height(width), width)


def fitted(page_of: Callable[[int], Page], settings: int, sheet: Sheet) -> Page:
    """The page in the first of its settings, from 0 for the most generous, that fits; else in the last."""
    page = page_of(0)
    for tight in range(1, settings):
        if page.needs(CONTENT) <= sheet.available:
            break
        page = page_of(tight)
    return page
