"""Makes the typefaces of other scripts in `data/fonts/scripts/`: `python -m tools.fonts FOLDER`.

FOLDER has the unpacked npm packages `@expo-google-fonts/noto-sans-arabic` and so on (`npm pack`; those of November
2026 were 0.4.1 to 0.4.7), whose files named `…_400Regular.ttf` are the static faces of Google Fonts, all under the SIL
OFL 1.1. Each is cut to the characters named here. What `data/fonts/NotoSans-Regular.ttf` prints is left to it.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from documents.pdf.engine.scripts.faces import FONTS, SCRIPTS

SHARED = (0x20, 0xA0, 0x200C, 0x200D, 0x25CC)
"""Spaces, joiners and the circle that carries a mark without a letter."""
SMALL = ("Arabic", "Armenian", "Bengali", "Devanagari", "Georgian", "Hebrew", "Tamil", "Thai")
"""Scripts whose face is kept with all of its letters."""
ENCODINGS = {
    "SC": ("gbk",),
    "TC": ("big5",),
    "JP": ("euc_jis_2004", "cp932"),
    "KR": ("cp949",),
}
"""The characters of a large script are those of the encodings in use before Unicode; GBK has the rarer names."""
RARE_NAMES = "JP"
"""The face whose characters beyond the basic plane are kept too; they are in names."""
BASIC_PLANE = range(0x10000)
SELECTORS = (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
JOINING_JAMO = range(0x1100, 0x1200)
PRIVATE = (range(0xE000, 0xF900), range(0xF0000, 0x110000))
SKIN = range(0x1F3FB, 0x1F400)
LEADING = "🧑👨👩🏴🏳🐻❤🐈🐦😶🐕👁😮😵"
"""What the emoji of several characters begin with; the face has them in reversed order as well."""
EMOJI_SIZE = 1.25
"""By how much the em of the emoji is larger than drawn, so that they are about as high as a line of text."""


def main(folder: Path) -> None:
    base = set(TTFont(FONTS / "NotoSans-Regular.ttf").getBestCmap())
    for name in SMALL:
        font = _open(folder, f"NotoSans{name}")
        _save(font, f"NotoSans{name}", _own(font, base), ["*"])
    for name, encodings in ENCODINGS.items():
        font = _open(folder, f"NotoSans{name}")
        rare = {code for code in font.getBestCmap() if code not in BASIC_PLANE and name == RARE_NAMES}
        wanted = (set(encoded(encodings)) | rare) & _own(font, base)
        _save(font, f"NotoSans{name}", wanted | set(SELECTORS), ["ccmp"])
    emoji = _open(folder, "NotoEmoji")
    kept = tell_apart(emoji)
    emoji["head"].unitsPerEm = round(emoji["head"].unitsPerEm * EMOJI_SIZE)
    _save(emoji, "NotoEmoji", kept, ["ccmp"])


def encoded(encodings: Iterable[str]) -> Iterator[int]:
    """The code points that any of these encodings has, without the parts of Korean syllables."""
    for code in range(0x30000):
        if code not in JOINING_JAMO and any(_fits(chr(code), encoding) for encoding in encodings):
            yield code


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _own(font: TTFont, base: set[int]) -> set[int]:
    """What this face is needed for: its visible characters that the main face lacks."""
    private = {code for code in font.getBestCmap() if any(code in area for area in PRIVATE)}
    visible = {code for code, name in font.getBestCmap().items() if outline(font, name)}
    return (visible - base - private) | set(SHARED)


def outline(font: TTFont, name: str) -> str:
    """The drawing of a glyph as text; empty for a blank."""
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return str(pen.value) if pen.value else ""


def tell_apart(font: TTFont) -> set[int]:
    """Leaves each picture to one emoji: the plainest. Without colours women, men and skins look alike.

    Returns the characters that remain; the others have no picture, and are named in the document.
    """
    characters = {
        name: code
        for code, name in font.getBestCmap().items()
        if code not in SKIN and not any(code in area for area in PRIVATE)
    }
    lookups = font["GSUB"].table.LookupList.Lookup
    pictures: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in characters:
        pictures[outline(font, name) or name].append((name,))
    ligatures = lookups[0].SubTable[0].ligatures
    for first, follow in ligatures.items():
        for ligature in follow:
            sequence = (first, *ligature.Component)
            if characters.keys() >= set(sequence):
                pictures[outline(font, ligature.LigGlyph)].append(sequence)
    kept = {min(alike, key=lambda one: _plainness(one, characters)) for alike in pictures.values()}
    for first, follow in list(ligatures.items()):
        ligatures[first] = [one for one in follow if (first, *one.Component) in kept]
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        record.Feature.LookupListIndex = [0]
    return {characters[one[0]] for one in kept if len(one) == 1}


def _plainness(sequence: tuple[str, ...], characters: dict[str, int]) -> tuple[int, int, list[int]]:
    codes = [characters[name] for name in sequence]
    place = LEADING.find(chr(codes[0]))
    return len(codes), place if place >= 0 else len(LEADING), codes


def _open(folder: Path, name: str) -> TTFont:
    return TTFont(next(folder.rglob(f"{name}_400Regular.ttf")), recalcTimestamp=False)


def _save(font: TTFont, name: str, characters: set[int], features: list[str]) -> None:
    options = Options(
        layout_features=features, hinting=False, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True,
        drop_tables=["BASE", "STAT", "gasp", "meta", "prep", "vhea", "vmtx"],
    )  # fmt: skip
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    path = SCRIPTS / f"{name}-Regular.ttf"
    font.save(path)
    print(f"{path.name}: {len(characters):,} characters, {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
