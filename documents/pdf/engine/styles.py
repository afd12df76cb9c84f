"""Fonts and colours: one family in three weights, six sizes from 9 points up, one accent colour, as on the screen."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FONTS = Path(__file__).resolve().parents[3] / "data" / "fonts"
REGULAR, SEMIBOLD, BOLD = "NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Bold"
CAP_HEIGHT = 0.714
"""Height of a capital letter, in parts of the size (Noto Sans)."""

INK = "#1B2430"
MUTED = "#4A5560"
ACCENT = "#0F5C7A"
HAIRLINE = "#D5DAE0"
WASH = "#EEF3F6"
PAPER = "#FFFFFF"
CAMP_COLOURS = {"business": "#1F5593", "technology": "#8A4700"}
"""Each has a contrast of at least 7:1 on white, as all texts have, and a shape of its own beside it."""
LEVEL_COLOURS = ("#DCE8EE", "#B3CEDB", "#7FAEC4", "#3F86A6", "#0F5C7A")


@dataclass(frozen=True)
class Style:
    """How a text is set: sizes in points."""

    font: str
    size: float
    leading: float
    colour: str = INK
    struck: bool = False
    """Struck through: it no longer holds."""

    def coloured(self, colour: str) -> "Style":
        return replace(self, colour=colour)


DISPLAY = Style(BOLD, 28, 36)
HEADING = Style(SEMIBOLD, 16, 22)
FINDING = Style(SEMIBOLD, 20, 26)
LEAD = Style(REGULAR, 10.5, 15)
BODY = Style(REGULAR, 10, 14)
STRONG = Style(SEMIBOLD, 10, 14)
SMALL = Style(REGULAR, 9, 12)
SMALL_STRONG = Style(SEMIBOLD, 9, 12)
QUIET = SMALL.coloured(MUTED)
STRUCK = replace(QUIET, struck=True)
LABEL = Style(SEMIBOLD, 9, 14, ACCENT)
"""Leading of the body text, so that label and text share a baseline."""


@lru_cache(maxsize=1)
def glyphs() -> frozenset[int]:
    """The characters that all three weights can print. Registers the fonts on first use."""
    fonts = [TTFont(name, str(FONTS / f"{name}.ttf"), asciiReadable=0) for name in (REGULAR, SEMIBOLD, BOLD)]
    for font in fonts:
        pdfmetrics.registerFont(font)
    return frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts))


def width_of(text: str, style: Style) -> float:
    """Width of a printable text on one line."""
    return float(pdfmetrics.stringWidth(text, style.font, style.size))
