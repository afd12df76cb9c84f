"""Slide master and four layouts of our own: light, one accent, Noto Sans; 16:9.

Made from the empty presentation of python-pptx, whose parts are known to open everywhere; only what is seen is replaced.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Literal

from lxml import etree
from pptx import Presentation
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Slides
from pptx.slide import SlideLayout
from pptx.util import Inches

from documents.pdf.engine.styles import ACCENT, CAMP_COLOURS, INK, LEVEL_COLOURS, MUTED, WASH

FAMILY = "Noto Sans"
WIDE, HIGH = 13.333, 7.5
MARGIN = 0.62
CONTENT = WIDE - 2 * MARGIN
HALF = 5.8
RIGHT = WIDE - MARGIN - HALF
LayoutName = Literal["Title", "Finding", "Chart", "Two columns"]
Colour = Literal["tx1", "tx2", "accent1"]
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
KEPT_PARTS = ("slideMaster", "theme", "presProps", "viewProps", "tableStyles")
ABOUT_THE_FILE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Plumbline</Application></Properties>"
)


@dataclass(frozen=True)
class Place:
    """A placeholder: where it is in inches, and how its text is set in points."""

    idx: int
    name: str
    x: float
    y: float
    width: float
    height: float
    size: float = 16
    kind: str = "body"
    bold: bool = False
    colour: Colour = "tx1"
    smallest: float = 12
    anchor: Literal["t", "b"] = "t"

    @property
    def grows(self) -> bool:
        """Has it more to show where there is more room?"""
        return self.kind == "obj" or self.idx == LEFT

    def xml(self, number: int) -> str:
        """The shape on a layout or on the master."""
        box = f'<a:off x="{_emu(self.x)}" y="{_emu(self.y)}"/><a:ext cx="{_emu(self.width)}" cy="{_emu(self.height)}"/>'
        index = "" if self.kind == "title" else f' idx="{self.idx}"'
        kind = f' type="{self.kind}"' if self.kind != "obj" else ""
        say = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
        text = say if self.kind == "sldNum" else '<a:r><a:rPr lang="en-GB"/><a:t>Text</a:t></a:r>'
        align = "r" if self.kind == "sldNum" else "l"
        return (
            f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name="{self.name}"/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{index}/></p:nvPr></p:nvSpPr>'
            f'<p:spPr><a:xfrm>{box}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
            '<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
            f'anchor="{self.anchor}">'
            f'<a:normAutofit/></a:bodyPr><a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}">'
            f'<a:spcBef><a:spcPts val="{600 if self.kind in ("body", "obj") else 0}"/></a:spcBef><a:buNone/>'
            f'<a:defRPr lang="en-GB" sz="{round(100 * self.size)}" b="{int(self.bold)}"><a:solidFill>'
            f'<a:schemeClr val="{self.colour}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
            f"<a:p>{text}</a:p></p:txBody></p:sp>"
        )


TITLE = 0
TOPIC, LEAD, LEFT_HEAD, LEFT, RIGHT_HEAD, RIGHT_SIDE, NOTE, FOOT, NUMBER = range(20, 29)
_COMMON = (
    Place(TOPIC, "Topic", MARGIN, 0.40, CONTENT, 0.30, 12, bold=True, colour="accent1"),
    Place(TITLE, "Title", MARGIN, 0.72, CONTENT, 1.10, 28, "title", bold=True, smallest=20),
    Place(LEAD, "Lead", MARGIN, 1.86, CONTENT, 0.60, 16, colour="tx2"),
)
_FOOT = (
    Place(NOTE, "Note", MARGIN, 6.36, CONTENT, 0.50, 12, colour="tx2", smallest=10),
    Place(FOOT, "Footer", MARGIN, 7.04, CONTENT - 1, 0.22, 10, "ftr", colour="tx2", smallest=10),
    Place(NUMBER, "Slide number", WIDE - MARGIN - 0.8, 7.04, 0.8, 0.22, 10, "sldNum", colour="tx2"),
)
LAYOUTS: Mapping[LayoutName, tuple[Place, ...]] = {
    "Title": (
        Place(TOPIC, "Topic", MARGIN, 0.40, CONTENT, 0.30, 12, bold=True, colour="accent1"),
        Place(TITLE, "Title", MARGIN, 0.76, CONTENT, 1.30, 36, "title", bold=True, smallest=20),
        Place(LEAD, "Lead", MARGIN, 2.12, CONTENT, 0.54, 14, colour="tx2"),
        Place(LEFT, "Text", MARGIN, 2.86, 5.9, 3.90, 16),
        Place(RIGHT_SIDE, "Chart", 6.9, 2.86, WIDE - MARGIN - 6.9, 3.40, kind="obj"),
        *_FOOT,
    ),
    "Finding": (*_COMMON, Place(LEFT, "Table", MARGIN, 2.56, CONTENT, 3.72, kind="obj"), *_FOOT),
    "Chart": (*_COMMON, Place(LEFT, "Chart", MARGIN, 2.56, CONTENT, 3.72, kind="obj"), *_FOOT),
    "Two columns": (
        *_COMMON[:2],
        Place(LEFT_HEAD, "Left heading", MARGIN, 2.00, HALF, 0.56, 14, bold=True, anchor="b"),
        Place(LEFT, "Left", MARGIN, 2.62, HALF, 3.66, kind="obj"),
        Place(RIGHT_HEAD, "Right heading", RIGHT, 2.00, HALF, 0.56, 14, bold=True, anchor="b"),
        Place(RIGHT_SIDE, "Right", RIGHT, 2.62, HALF, 3.66, kind="obj"),
        *_FOOT,
    ),
}
"""In the order in which they are read. Not on the layouts: notes, which PowerPoint has beside a slide."""


def new_slides() -> Slides:
    """An empty presentation on our master."""
    return Presentation(BytesIO(_template()))


@lru_cache(maxsize=1)
def _template() -> bytes:
    made = Presentation()
    made.slide_width, made.slide_height = Inches(WIDE), Inches(HIGH)
    made.element.find("{*}sldSz").attrib.pop("type", None)
    _leave_out(made)
    master = made.slide_master
    master.part.part_related_by(_kind("theme"))._blob = _theme(made)  # noqa: SLF001 - python-pptx has no themes
    placed = [*_COMMON[1:2], Place(1, "Text", MARGIN, 2.56, CONTENT, 3.72), *_FOOT[1:]]
    _replace_shapes(master.shapes._spTree, placed)  # noqa: SLF001
    _set_fonts(master.element)
    for layout, (name, places) in zip(master.slide_layouts, LAYOUTS.items(), strict=True):
        _redraw(layout, name, places)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _leave_out(made: Slides) -> None:
    """What the empty presentation has and ours has not: other layouts, a printer, a thumbnail."""
    layouts = made.slide_master.slide_layouts
    for extra in list(layouts)[len(LAYOUTS) :]:
        layouts.remove(extra)
    for related in list(made.part.rels.values()):
        if related.reltype.rsplit("/", 1)[1] not in KEPT_PARTS:
            made.part.drop_rel(related.rId)
    package = made.part.package
    for related in list(package._rels.values()):  # noqa: SLF001 - the package has no such method
        name = related.reltype.rsplit("/", 1)[1]
        if name == "thumbnail":
            package.drop_rel(related.rId)
        if name == "extended-properties":
            related.target_part._blob = ABOUT_THE_FILE.encode()  # noqa: SLF001


def _redraw(layout: SlideLayout, name: str, places: tuple[Place, ...]) -> None:
    element = layout.element
    element.attrib.pop("type", None)
    element.set("userDrawn", "1")
    element.find("{*}cSld").set("name", name)
    _replace_shapes(layout.shapes._spTree, places)  # noqa: SLF001


def _replace_shapes(tree: etree._Element, places: list[Place] | tuple[Place, ...]) -> None:
    for shape in tree.findall("{*}sp"):
        tree.remove(shape)
    for number, place in enumerate(places, 2):
        tree.append(parse_xml(place.xml(number)))


def _set_fonts(master: etree._Element) -> None:
    """Titles on the left and tight; text without bullets of its own size."""
    styles = master.find("{*}txStyles")
    for style in styles:
        for level in style.findall("{*}lvl1pPr"):
            level.set("algn", "l")
    title = styles.find("{*}titleStyle").find("{*}lvl1pPr")
    title.insert(0, parse_xml(f'<a:lnSpc {NAMESPACES}><a:spcPct val="90000"/></a:lnSpc>'))


def _theme(made: Slides) -> bytes:
    """The theme with our colours and fonts."""
    part: Part = made.slide_master.part.part_related_by(_kind("theme"))
    root = etree.fromstring(part.blob)
    elements = root.find("{*}themeElements")
    root.set("name", "Plumbline")
    elements.replace(elements.find("{*}clrScheme"), parse_xml("".join(_colours())))
    fonts = "".join(
        f'<a:{which}Font><a:latin typeface="{FAMILY}"/><a:ea typeface=""/><a:cs typeface=""/></a:{which}Font>'
        for which in ("major", "minor")
    )
    given = parse_xml(f'<a:fontScheme {NAMESPACES} name="Plumbline">{fonts}</a:fontScheme>')
    elements.replace(elements.find("{*}fontScheme"), given)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _colours() -> Iterator[str]:
    named = {
        "dk1": INK, "lt1": "#FFFFFF", "dk2": MUTED, "lt2": WASH, "accent1": ACCENT, "accent2": CAMP_COLOURS["business"],
        "accent3": CAMP_COLOURS["technology"], "accent4": LEVEL_COLOURS[3], "accent5": LEVEL_COLOURS[2],
        "accent6": LEVEL_COLOURS[1], "hlink": ACCENT, "folHlink": MUTED,
    }  # fmt: skip
    yield f'<a:clrScheme {NAMESPACES} name="Plumbline">'
    for name, colour in named.items():
        yield f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>'
    yield "</a:clrScheme>"


def _kind(name: str) -> str:
    return f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"


def _emu(inches: float) -> int:
    return int(Inches(inches))
