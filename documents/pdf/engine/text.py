"""Makes any text printable, and wraps it to lines.

Nothing in this package reads markup: texts reach the page as glyphs only, so `<b>` or `&` in a name
prints as it was typed. What the fonts cannot print becomes `MARK` and, in brackets, the character's name or
number, so that two different texts never print alike; what does not fit ends in “…”.
"""

import re
import unicodedata
from dataclasses import replace

from documents.pdf.engine.styles import Style, glyphs, width_of
from language.catalogues import SOURCE
from language.numbers import NO_BREAK
from language.translation import language_in_use

MARK = "\N{DOTTED CIRCLE}"
CUT = "…"
SMALLEST = 0.6
"""Size of a text that does not fit in its language, in parts of its size in English."""
READABLE = 8.0
"""Points below which no text is set to keep a word whole."""
BASIC_PLANE = 0xFFFF
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
_STACKED = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")
_SPACES = re.compile(r"[^\S\xa0]+")
_PER_CENT = re.compile(r"(\d) %")
_BETWEEN = f"]{MARK}["
"""Between two characters in a row that cannot be printed."""


class _Printable(dict[int, str | None]):
    """Translation table that learns each character on first sight."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = _printed(code)
        return found


def _printed(code: int) -> str | None:
    character = chr(code)
    category = unicodedata.category(character)
    if character.isspace():
        return character if character == "\xa0" else " "
    if category in ("Cc", "Cf") or "VARIATION SELECTOR" in unicodedata.name(character, ""):
        return None
    return character if code in glyphs() and code <= BASIC_PLANE else f"{MARK}[{_called(character)}]"


def _called(character: str) -> str:
    """The name of a sign such as an emoji, “rocket”; the number of a letter, “30D1”."""
    name = "" if unicodedata.category(character)[0] in "LM" else unicodedata.name(character, "")
    return name.lower() or f"{ord(character):04X}"


_TABLE = _Printable()


def printable(text: str) -> str:
    """The text as it can be printed: one line, known glyphs, runs of unknown ones in one pair of brackets."""
    known = unicodedata.normalize("NFC", text).translate(_TABLE).replace(_BETWEEN, ", ")
    single = _SPACES.sub(" ", _STACKED.sub(r"\1", known))
    return _PER_CENT.sub("\\g<1>\N{NO-BREAK SPACE}%", single).strip()


def is_printable(text: str) -> bool:
    """Can every character be printed?"""
    return f"{MARK}[" not in text.translate(_TABLE)


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
    kept = text[: _longest(text, style, width - width_of(CUT, style))]
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
    end = _longest(text, style, width)
    if end == len(text):
        return text, ""
    space = text.rfind(" ", 0, end + 1)
    if space > 0:
        return text[:space], text[space + 1 :]
    return text[:end], text[end:]


def _longest(text: str, style: Style, width: float) -> int:
    """How many characters fit in a width; at least one, so that breaking always ends."""
    low, high = 1, min(len(text), max(2, int(width / (0.12 * style.size))))
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle], style) <= width:
            low = middle
        else:
            high = middle - 1
    return low
