"""Makes any text printable, and wraps it to lines.

Nothing in this package reads markup: texts reach the page as glyphs only, so `<b>` or `&` in a name
prints as it was typed. What no face prints becomes a marked box with, in brackets, the character's name or
number, so that two different texts never print alike; what does not fit ends in “…”.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from documents.pdf.engine.scripts.faces import HIDDEN, JOINERS
from documents.pdf.engine.scripts.han import HANGUL
from documents.pdf.engine.scripts.marks import MARKED, marked, printable_clusters
from documents.pdf.engine.scripts.runs import cuts
from documents.pdf.engine.styles import REGULAR, Style, is_simple, width_of
from language.catalogues import SOURCE
from language.numbers import NO_BREAK
from language.translation import language_in_use

CUT = "…"
SMALLEST = 0.6
"""Size of a text that does not fit in its language, in parts of its size in English."""
READABLE = 8.0
"""Points below which no text is set to keep a word whole."""
OPENING, CLOSING = ("Ps", "Pi", "Sc"), ("Pe", "Pf", "Po", "Lm", "Mn", "Mc", "Me", "Sk")
"""Categories of characters that end no line, and that begin none."""
_STACKED = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")
_SPACES = re.compile(r"[^\S\xa0]+")
_PER_CENT = re.compile(r"(\d) %")
_BETWEEN = f"]{MARKED}"
"""Between two characters in a row that cannot be printed."""


class _Visible(dict[int, str | None]):
    """Translation table that learns each character on first sight: spaces are one, controls are none."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = _visible(chr(code))
        return found


def _visible(character: str) -> str | None:
    category = unicodedata.category(character)
    if character.isspace():
        return character if character == NO_BREAK else " "
    if category == "Cs":
        return marked(character)
    return None if category in ("Cc", "Cf") and character not in HIDDEN else character


_TABLE = _Visible()


def printable(text: str) -> str:
    """The text as it can be printed: one line, known glyphs, runs of unknown ones in one pair of brackets."""
    known = _STACKED.sub(r"\1", unicodedata.normalize("NFC", text.translate(_TABLE)))
    if not is_simple(known):
        known = unicodedata.normalize("NFC", printable_clusters(known, REGULAR)).replace(_BETWEEN, ", ")
    return _PER_CENT.sub("\\g<1>\N{NO-BREAK SPACE}%", _SPACES.sub(" ", known)).strip()


def is_printable(text: str) -> bool:
    """Can every character be printed?"""
    return MARKED not in printable(text)


def plain(text: str) -> str:
    """The text on one line without control characters, for places that need no glyphs.

    Kept are no-break spaces, and the joiners that scripts and emoji are shaped by.
    """
    kept = (
        " " if c.isspace() and c != NO_BREAK else c
        for c in text
        if c.isspace() or c in JOINERS or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )
    return _SPACES.sub(" ", unicodedata.normalize("NFC", "".join(kept))).strip()


def truncate(text: str, style: Style, width: float) -> str:
    """A printable text on one line, visibly shortened if it is too long."""
    if width_of(text, style) <= width:
        return text
    kept = text[: _fitting(text, style, width - width_of(CUT, style))[-1]]
    whole = kept.rsplit(" ", 1)[0]
    if len(whole) > 0.6 * len(kept):
        kept = whole
    return kept.rstrip(" ,;:.–-(“") + CUT


def lines_for_one() -> int:
    """How many lines the language in use may take where English takes one."""
    return 1 if language_in_use() == SOURCE else 2


def narrowed(text: str, style: Style, width: float) -> Style:
    """The style for one line of this text: as much smaller as a translation needs that is longer than English."""
    wide = width_of(text, style)
    if wide <= width or language_in_use() == SOURCE:
        return style
    return replace(style, size=style.size * max(SMALLEST, 0.999 * width / wide))


def with_whole_words(text: str, style: Style, width: float) -> Style:
    """The style, as much smaller as its longest word needs to fit, and no smaller than can be read."""
    widest = max((width_of(word, style) for word in text.split()), default=0.0)
    if widest <= width:
        return style
    return replace(style, size=min(style.size, max(READABLE, 0.999 * style.size * width / widest)))


def wrap(text: str, style: Style, width: float, most: int) -> list[str]:
    """A printable text as at most `most` lines of `width`; the last ends in “…” if text is left over.

    The numbers of lines are those of English; other languages need more, and have twice as many.
    """
    lines: list[str] = []
    most *= lines_for_one()
    rest = text
    while rest and len(lines) < most - 1:
        line, rest = _line(rest, style, width)
        lines.append(line)
    if rest:
        lines.append(truncate(rest, style, width))
    return lines


def _line(text: str, style: Style, width: float) -> tuple[str, str]:
    """The first line of a text, and what is left of it."""
    fitting = _fitting(text, style, width)
    end = fitting[-1]
    if end == len(text):
        return text, ""
    space = text.rfind(" ", 0, end + 1)
    if not is_simple(text[: end + 1]):
        between = (place for place in reversed(fitting) if place > space and _may_break(text, place))
        if place := next(between, 0):
            return text[:place], text[place:]
    if space > 0:
        return text[:space], text[space + 1 :]
    return text[:end], text[end:]


def _may_break(text: str, place: int) -> bool:
    """Is this between two characters of Chinese or Japanese, and would no punctuation come apart from its word?"""
    before, behind = text[place - 1], text[place]
    return (
        any(unicodedata.east_asian_width(one) in "WF" and not HANGUL.match(one) for one in (before, behind))
        and not (before + behind).isspace()
        and unicodedata.category(before) not in OPENING
        and unicodedata.category(behind) not in CLOSING
        and "SMALL" not in unicodedata.name(behind, "")
    )


def _fitting(text: str, style: Style, width: float) -> Sequence[int]:
    """Where the text may be cut so that what is before fits in a width; at least one place, so that breaking ends."""
    reach = max(2, int(width / (0.12 * style.size)))
    if not is_simple(text[:reach]):
        return _fitting_clusters(text, reach, style, width)
    low, high = 1, min(len(text), reach)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle], style) <= width:
            low = middle
        else:
            high = middle - 1
    return range(1, low + 1)


def _fitting_clusters(text: str, reach: int, style: Style, width: float) -> Sequence[int]:
    """The same where characters belong together. Letters take another form at an end, so it is measured again."""
    places = cuts(text[:reach], style.font)
    if reach < len(text):
        places = places[:-1] or places
    found = [place for place, wide in places if wide * style.size <= width + style.size] or [places[0][0]]
    while len(found) > 1 and width_of(text[: found[-1]], style) > width:
        found.pop()
    return found
