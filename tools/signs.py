"""Adds signs to the typeface of the playbook: `python -m tools.signs FOLDER`, with the Noto fonts in FOLDER.

Noto Sans has letters; arrows, comparison and check marks are in Noto Sans Math, Symbols and Symbols 2 (all under
the same licence, SIL OFL 1.1, without a reserved name; Debian: fonts-noto-core). Signs that are in the typeface
already stay as they are, so running it again changes nothing. The signs have one weight in all three.
"""

import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[1] / "data" / "fonts"
DONORS = ("NotoSansMath-Regular.ttf", "NotoSansSymbols-Regular.ttf", "NotoSansSymbols2-Regular.ttf")
SIGNS = (
    range(0x2190, 0x2200),  # arrows
    range(0x2200, 0x2300),  # mathematical operators, the minus sign among them
    range(0x2460, 0x2474),  # circled numbers
    range(0x25A0, 0x2600),  # geometric shapes
    range(0x2605, 0x2607),  # stars
    range(0x2610, 0x2614),  # ballot boxes
    range(0x2639, 0x263B),  # faces
    range(0x26A0, 0x26A1),  # warning
    range(0x2705, 0x2706),
    range(0x2713, 0x2719),  # check marks and crosses
    range(0x274C, 0x274D),
    range(0x2794, 0x2795),
    range(0x27F5, 0x27FB),  # long arrows
    range(0x2A7D, 0x2A7F),  # slanted less and greater
)


def add_signs(font: TTFont, donors: Sequence[TTFont]) -> int:
    """Copies the outlines that `font` lacks from the first donor that has them; returns how many."""
    known, added = font.getBestCmap(), {}
    for code in sorted(set(chain(*SIGNS)) - set(known)):
        donor = next((donor for donor in donors if code in donor.getBestCmap()), None)
        if donor is not None:
            added[code] = f"uni{code:04X}"
            _copy(font, added[code], donor, donor.getBestCmap()[code])
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap |= added
    return len(added)


def _copy(font: TTFont, name: str, donor: TTFont, source: str) -> None:
    """A glyph under a new name, without references to others and without hints."""
    drawn, pen = DecomposingRecordingPen(donor.getGlyphSet()), TTGlyphPen(None)
    donor.getGlyphSet()[source].draw(drawn)
    drawn.replay(pen)
    font["glyf"][name] = pen.glyph()
    font["hmtx"][name] = donor["hmtx"][source]


def main(folder: Path) -> None:
    donors = [TTFont(folder / name) for name in DONORS]
    for path in sorted(FONTS.glob("*.ttf")):
        font = TTFont(path, recalcTimestamp=False)
        added = add_signs(font, donors)
        if added:
            font.save(path)
        print(f"{path.name}: {added} signs added")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
