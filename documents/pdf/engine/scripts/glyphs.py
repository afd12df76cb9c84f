"""Glyphs on a page and in the file: PDF operators for a run, and the faces with what a document used of them.

A face becomes a composite font (Type 0). Its codes are given out as they are needed, one for each cluster, whose glyphs are
put together as one where there are several; so each code stands for the text of its cluster, and what is copied or searched
is what was written. Source: ISO 32000-1, 9.7 and 9.10.
"""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

import uharfbuzz
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from pikepdf.objects import Object

from documents.pdf.engine.scripts.character_map import character_map
from documents.pdf.engine.scripts.faces import EMOJI, FONTS, Face
from documents.pdf.engine.scripts.runs import Cluster, Run

STROKE = 1 / 40
"""Width of the line drawn around glyphs of a face that has no bold weight, in parts of the size."""
FILLED_AND_STROKED = "2 Tr 1 j"
"""Operators: glyphs with a line around them, whose corners are round."""
SUBSET = "PLUMBL"
SYMBOLIC = 4
UNUSED_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"OS/2", b"cmap", b"name")
Picture = tuple[tuple[int, int, int], ...]
"""Glyphs and where each is drawn, in units of the face."""
Code = tuple[str, Picture, float]
"""Text, picture and width of a cluster."""


class ShownStyle(NamedTuple):
    """Size, and the colour of a line around the glyphs that makes them bold."""

    size: float
    stroke: str = ""


class UsedGlyphs:
    """What a document has used of each face, in order: clusters by code, from 1."""

    def __init__(self) -> None:
        self._faces: dict[Face, dict[Code, int]] = {}

    def show(self, run: Run, x: float, baseline: float, style: ShownStyle) -> str:
        """The operators for a run of a line that begins at `x`."""
        codes = self._faces.setdefault(run.face, {})
        string = "".join(f"{codes.setdefault(_code(run.face, c), len(codes) + 1):04X}" for c in run.clusters)
        place = f"1 0 0 1 {x + run.left * style.size:.3f} {baseline:.3f} Tm"
        shown = f"BT /{self._name(run.face)} {style.size:g} Tf {place} <{string}> Tj ET"
        if not style.stroke or run.face.folder == FONTS or run.face == EMOJI:
            return shown
        colour = " ".join(f"{int(style.stroke[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
        return " ".join(("q", FILLED_AND_STROKED, colour, "RG", f"{style.size * STROKE:.3f} w", shown, "Q"))

    def _name(self, face: Face) -> str:
        return f"S{list(self._faces).index(face) + 1}"

    def embed(self, pdf: Pdf) -> None:
        """Puts the faces into the resources of every page."""
        fonts = {
            f"/{self._name(face)}": _composite(pdf, face, list(codes)) for face, codes in self._faces.items()
        }
        for page in pdf.pages if fonts else ():
            for name, font in fonts.items():
                page.resources.Font[name] = font


def _code(face: Face, cluster: Cluster) -> Code:
    em, left, picture = face.font.face.upem, 0.0, []
    for glyph in cluster.glyphs:
        picture.append((glyph.number, round((left + glyph.right) * em), round(glyph.up * em)))
        left += glyph.advance
    return cluster.text, tuple(picture), left


def _composite(pdf: Pdf, face: Face, codes: list[Code]) -> Object:
    name = Name(f"/{SUBSET}+{face.name}")
    file, numbers = _file(face, codes)
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        CIDToGIDMap=Stream(pdf, b"".join(number.to_bytes(2, "big") for number in (0, *numbers))),
        W=Array([1, Array([round(1000 * width, 2) for _text, _picture, width in codes])]),
        FontDescriptor=pdf.make_indirect(_descriptor(face, name, Stream(pdf, file))),
    )  # fmt: skip
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=Stream(pdf, character_map(enumerate((text for text, _picture, _width in codes), 1), 4)),
        )
    )  # fmt: skip


def _descriptor(face: Face, name: Name, file: Stream) -> Dictionary:
    font = face.font
    extents = font.get_font_extents("ltr")
    high, low = (round(1000 * edge / font.face.upem) for edge in (extents.ascender, extents.descender))
    return Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=SYMBOLIC, FontBBox=Array([-1000, low, 3000, high]),
        Ascent=high, Descent=low, CapHeight=high, ItalicAngle=0, StemV=80, FontFile2=file,
    )  # fmt: skip


def _file(face: Face, codes: Sequence[Code]) -> tuple[bytes, list[int]]:
    """A TrueType file with the pictures of these codes, and the number of each in it."""
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(
        {0, *(number for _text, picture, _width in codes for number, _right, _up in picture)}
    )
    wanted.drop_table_tag_set.update(int.from_bytes(tag) for tag in UNUSED_TABLES)
    wanted.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    plan = uharfbuzz.SubsetPlan(face.font.face, wanted)
    file, new = plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping)
    font, found = face.font, []
    for _text, picture, width in codes:
        units = round(width * font.face.upem)
        whole = picture == ((picture[0][0], 0, 0),) and font.get_glyph_h_advance(picture[0][0]) == units
        parts = [(new[number], right, up) for number, right, up in picture]
        found.append((parts, None if whole else units))
    if all(units is None for _parts, units in found):
        return file, [parts[0][0] for parts, _units in found]
    return _put_together(file, found)


def _put_together(
    file: bytes, pictures: Sequence[tuple[list[tuple[int, int, int]], int | None]]
) -> tuple[bytes, list[int]]:
    """Adds a glyph for each picture that comes with a width of its own; the others are a glyph as they are."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - takes a tenth of a second, and few documents need it
    from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent  # noqa: PLC0415

    font = TTFont(BytesIO(file), recalcTimestamp=False)
    names, numbers = list(font.getGlyphOrder()), []
    for picture, width in pictures:
        if width is None:
            numbers.append(picture[0][0])
            continue
        made = Glyph()
        made.numberOfContours, made.components = -1, []
        for number, right, up in picture:
            part = GlyphComponent()
            part.glyphName, part.x, part.y, part.flags = names[number], right, up, 0
            made.components.append(part)
        made.recalcBounds(font["glyf"])
        numbers.append(len(font.getGlyphOrder()))
        name = f"picture{numbers[-1]}"
        font["glyf"][name], font["hmtx"][name] = made, (width, made.xMin)
    out = BytesIO()
    font.save(out)
    return out.getvalue(), numbers
