"""The typefaces: which of them prints a character, and the glyphs of a text in it.

Noto Sans prints Latin, Greek and Cyrillic in three weights. Every other script has a face of its own in one weight, read
when a text needs it.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import uharfbuzz

FONTS = Path(__file__).resolve().parents[4] / "data" / "fonts"
SCRIPTS = FONTS / "scripts"
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
STYLE_SELECTORS = "\N{VARIATION SELECTOR-15}" + EMOJI_STYLE
"""Ask for a plain or a coloured picture."""
SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
TAGS = frozenset(map(chr, range(0xE0020, 0xE0080)))
HIDDEN = SELECTORS | TAGS | frozenset(JOINERS)
"""Characters that have no picture and change the one before them."""


class Glyph(NamedTuple):
    """A glyph: its number in the face, the place of its character in the text, and lengths in parts of the size."""

    number: int
    place: int
    advance: float
    right: float
    up: float


@dataclass(frozen=True, eq=False)
class Face:
    """A TrueType file. `joins`: its letters merge, so that a joiner between them means something."""

    name: str
    folder: Path = SCRIPTS
    joins: bool = False

    @cached_property
    def font(self) -> uharfbuzz.Font:
        """The file, mapped into memory on first use."""
        return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(self.folder / f"{self.name}.ttf")))

    def has(self, text: str) -> bool:
        """Is there a glyph for each character that has a picture?"""
        glyph = self.font.get_nominal_glyph
        return all(glyph(ord(c)) or c in HIDDEN for c in text)

    def has_variant(self, text: str) -> bool:
        """Is each selector in the text known for the character before it?"""
        return all(
            self.font.get_variation_glyph(ord(one), ord(selector))
            for one, selector in pairwise(text)
            if selector in SELECTORS
        )

    def shape(self, text: str, *, right_to_left: bool = False) -> tuple[Glyph, ...]:
        """The glyphs of a text from left to right; joiners have one from right to left alone, where each is needed."""
        buffer = uharfbuzz.Buffer()
        if right_to_left:
            buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        else:
            buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        uharfbuzz.shape(self.font, buffer, {"liga": self.joins, "kern": self.joins})
        em = self.font.face.upem
        return tuple(
            Glyph(info.codepoint, info.cluster, at.x_advance / em, at.x_offset / em, at.y_offset / em)
            for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )


@lru_cache(maxsize=8)
def weight(name: str) -> Face:
    """Noto Sans in the weight of this name."""
    return Face(name, FONTS)


ARABIC, BENGALI, DEVANAGARI, TAMIL, THAI = (
    Face(f"NotoSans{name}-Regular", joins=True)
    for name in ("Arabic", "Bengali", "Devanagari", "Tamil", "Thai")
)
ARMENIAN, GEORGIAN, HEBREW = (Face(f"NotoSans{name}-Regular") for name in ("Armenian", "Georgian", "Hebrew"))
SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN = (
    Face(f"NotoSans{name}-Regular") for name in ("SC", "TC", "JP", "KR")
)
EMOJI = Face("NotoEmoji-Regular")
LETTERS = (ARABIC, HEBREW, DEVANAGARI, BENGALI, TAMIL, THAI, ARMENIAN, GEORGIAN)
HAN = (SIMPLIFIED, TRADITIONAL, JAPANESE, KOREAN)

_NO_FACE = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(b"")))


def clusters(text: str) -> list[str]:
    """What a reader takes for one character each: letters with their marks, emoji of several parts, flags."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    uharfbuzz.shape(_NO_FACE, buffer)
    places = [*sorted({0, *(info.cluster for info in buffer.glyph_infos)}), len(text)]
    return [text[at:end] for at, end in pairwise(places) if end > at]


@lru_cache(maxsize=8192)
def face_of(cluster: str, main: Face, han: tuple[Face, ...]) -> Face | None:
    """The face that prints the cluster as a whole: `main`, that of its script, or None."""
    order = (main, *LETTERS, *han, EMOJI)
    if EMOJI_STYLE in cluster:
        order = (EMOJI, *order)
    found = (face for face in order if face.has(cluster))
    first = next(found, None)
    if first is None or SELECTORS.isdisjoint(cluster):
        return first
    return next((face for face in (first, *found) if face.has_variant(cluster)), first)
