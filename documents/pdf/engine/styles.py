"""Fonts and colours: one family in three weights (other scripts: `documents.pdf.engine.scripts`), six sizes from 9 points up, one accent colour, as on the screen."""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from documents.pdf.engine.scripts.faces import FONTS
from documents.pdf.engine.scripts.runs import width_of_line

REGULAR, SEMIBOLD, BOLD = "NotoSans-Regular", "NotoSans-SemiBold", "NotoSans-Bold"
CAP_HEIGHT = 0.714
"""Height of a capital letter, in parts of the size (Noto Sans)."""

BASIC_PLANE = 0xFFFF

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


@lru_cache(maxsize=1)
def _not_simple() -> re.Pattern[str]:
    simple = (chr(code) for code in glyphs() if code <= BASIC_PLANE)
    known = "".join(re.escape(one) for one in simple if unicodedata.category(one)[0] != "M")
    return re.compile(f"[^{known}]")


def is_simple(text: str) -> bool:
    """Is each character a glyph of its own in all three weights, from left to right? ReportLab draws such a text."""
    return text.isascii() or not _not_simple().search(text)


def width_of(text: str, style: Style) -> float:
    """Width of a printable text on one line."""
    glyphs()
    if is_simple(text):
        return float(pdfmetrics.stringWidth(text, style.font, style.size))
    return width_of_line(text, style.font) * style.size
