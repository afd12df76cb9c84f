"""Measures texts as they will be set on a slide, so that none runs over its place.

Widths are those of Noto Sans; a computer without it uses a narrower font. A character that Noto Sans lacks counts as a
square, which is what fonts for other scripts need at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from reportlab.pdfbase import pdfmetrics

from documents.pdf.engine.scripts.faces import clusters
from documents.pdf.engine.styles import BOLD, REGULAR, glyphs

LEADING = 1.37
"""Height of a line in parts of the size: ascent and descent of Noto Sans."""
TIGHT = 0.9 * LEADING
SURE = 0.97
"""The part of a width that is counted on: programs set the same text a little wider or narrower."""
AFTER = 6.0
"""Space before a paragraph in points."""
POINTS = 72.0
CUT = "…"
STEPS = (36.0, 32.0, 28.0, 24.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0, 10.0)


@dataclass(frozen=True)
class Fitted:
    """Texts with the size at which they fit. `left` is how many were left out, `cut` whether one was shortened."""

    texts: tuple[str, ...]
    size: float
    left: int = 0
    cut: bool = False


@lru_cache(maxsize=20_000)
def _word_width(word: str, *, bold: bool) -> float:
    """Width of a word at one point."""
    known = "".join(c for c in word if ord(c) in glyphs())
    shown: float = pdfmetrics.stringWidth(known, BOLD if bold else REGULAR, 1)
    return shown + len(word) - len(known)


def lines_of(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """How many lines a text takes at a width in points; at least one."""
    lines, used, space = 1, 0.0, _word_width(" ", bold=bold) * size
    width *= SURE
    for word in text.split(" "):
        wide = _word_width(word, bold=bold) * size
        if used and used + space + wide <= width:
            used += space + wide
            continue
        lines += 1 if used else 0
        broken = int(wide // width)
        lines, used = lines + broken, wide - broken * width
    return lines


def height_of(texts: Sequence[str], size: float, width: float, *, bold: bool = False) -> float:
    """Height of paragraphs in points."""
    lines = sum(lines_of(text, size, width, bold=bold) for text in texts)
    return lines * size * (TIGHT if bold and size >= 20 else LEADING) + AFTER * max(0, len(texts) - 1)


def shortened(text: str, most: int, size: float, width: float, *, bold: bool = False) -> str:
    """The text in so many lines at most; what is left out is marked by “…”."""
    if lines_of(text, size, width, bold=bold) <= most:
        return text
    ends = [0, *accumulate(len(cluster) for cluster in clusters(text))]
    low, high = 0, len(ends) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if lines_of(text[: ends[middle]] + CUT, size, width, bold=bold) <= most:
            low = middle
        else:
            high = middle - 1
    return text[: ends[low]].rstrip(" ,;:.–-(“") + CUT


def fit(
    texts: Sequence[str], *, largest: float, smallest: float, width: float, height: float, bold: bool = False
) -> Fitted:
    """The texts as large as they fit; at the smallest size the last ones are left out, and a single one is shortened.

    `width` and `height` in inches.
    """
    wide, high = width * POINTS, height * POINTS
    sizes = [largest, *(size for size in STEPS if smallest <= size < largest)]
    for size in sizes:
        if height_of(texts, size, wide, bold=bold) <= high:
            return Fitted(tuple(texts), size)
    size, kept = sizes[-1], list(texts)
    while len(kept) > 1 and height_of([*kept, CUT], size, wide, bold=bold) > high:
        kept.pop()
    more = [CUT] if len(kept) < len(texts) else []
    if len(kept) > 1 or height_of([*kept, *more], size, wide, bold=bold) <= high:
        return Fitted(tuple(kept), size, left=len(texts) - len(kept))
    line = size * (TIGHT if bold and size >= 20 else LEADING)
    most = max(1, int((high - (AFTER + line) * len(more)) / line))
    first = shortened(kept[0], most, size, wide, bold=bold)
    return Fitted((first,), size, left=len(texts) - 1, cut=True)
