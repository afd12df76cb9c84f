"""Writes the structure tree, metadata and character maps of PDF/UA-1 into a drawn PDF."""

import re
from collections import defaultdict
from io import BytesIO

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, Stream, String
from pikepdf.objects import Object

from documents.pdf.engine.scripts.character_map import character_map
from documents.pdf.engine.scripts.glyphs import UsedGlyphs
from documents.pdf.engine.structure import Element, LinkArea, MarkedContent

UA = "http://www.aiim.org/pdfua/ns/id/"
PRINTED = 4
"""Annotation flag: print."""
PAIR = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{4,})>")
RANGE = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<([0-9A-Fa-f]{2})>\s*(\[[^\]]*\]|<[0-9A-Fa-f]+>)")
FIRST_PRINTABLE = 32


def with_structure(drawn: bytes, document: Element, glyphs: UsedGlyphs) -> bytes:
    """The PDF with its tree and the faces of other scripts. Deterministic: the same pages give the same bytes."""
    out = BytesIO()
    with Pdf.open(BytesIO(drawn)) as pdf:
        _Tree(pdf).write(document)
        for font in _fonts(pdf):
            font.ToUnicode = Stream(pdf, _with_characters_alone(font.ToUnicode.read_bytes()))
        glyphs.embed(pdf)
        del pdf.docinfo[Name.Trapped]
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata.load_from_docinfo(pdf.docinfo)
            metadata.register_xml_namespace(UA, "pdfuaid")
            metadata["pdfuaid:part"] = "1"
        pdf.save(out, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


class _Tree:
    """Elements as objects of the file, and the way back from content to them."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.pages = [page.obj for page in pdf.pages]
        self.by_page: dict[int, dict[int, Object]] = defaultdict(dict)
        self.by_area: list[Object] = []

    def write(self, document: Element) -> None:
        root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._object(document, root)
        numbers: list[Object | int] = []
        for page, owners in sorted(self.by_page.items()):
            self.pages[page].StructParents = page
            numbers += [page, self.pdf.make_indirect(Array(owners[mark] for mark in sorted(owners)))]
        for position, owner in enumerate(self.by_area):
            numbers += [len(self.pages) + position, owner]
        root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(self.pages) + len(self.by_area)
        self.pdf.Root.StructTreeRoot = root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)
        for sheet in self.pages:
            sheet.Tabs = Name.S

    def _object(self, element: Element, parent: Object) -> Object:
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
        pages = [child.page for child in element.children if isinstance(child, MarkedContent)]
        if pages:
            made.Pg = self.pages[pages[0]]
        if element.alternative:
            made.Alt = String(element.alternative)
        if element.spoken:
            made.ActualText = String(element.spoken)
        if element.scope:
            made.A = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
        if element.box:
            made.A = Dictionary(O=Name.Layout, BBox=Array([round(edge, 2) for edge in element.box]))
        made.K = Array([self._child(child, made, pages) for child in element.children])
        return made

    def _child(self, child: object, owner: Object, pages: list[int]) -> Object | int:
        if isinstance(child, Element):
            return self._object(child, owner)
        if isinstance(child, LinkArea):
            return self._area(child, owner)
        if not isinstance(child, MarkedContent):
            raise TypeError(child)
        self.by_page[child.page][child.number] = owner
        if child.page == pages[0]:
            return child.number
        return Dictionary(Type=Name.MCR, Pg=self.pages[child.page], MCID=child.number)

    def _area(self, area: LinkArea, owner: Object) -> Object:
        page = self.pages[area.page]
        annotation = page.Annots[area.position]
        annotation.Contents = String(area.words)
        annotation.StructParent = len(self.pages) + len(self.by_area)
        annotation.F = PRINTED
        self.by_area.append(owner)
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)


def _fonts(pdf: Pdf) -> list[Object]:
    """The fonts with a character map; each once."""
    found = {}
    for page in pdf.pages:
        for font in page.resources.get("/Font", Dictionary()).values():
            if "/ToUnicode" in font:
                found[font.objgen] = font
    return list(found.values())


def _with_characters_alone(given: bytes) -> bytes:
    """The map from codes to characters without the entries of unused codes, which ReportLab maps to U+0000."""
    pairs = [
        (int(code, 16), bytes.fromhex(target.decode()).decode("utf-16-be"))
        for code, target in _entries(given)
        if int(target, 16) >= FIRST_PRINTABLE
    ]
    return character_map(pairs, 2)


def _entries(given: bytes) -> list[tuple[bytes, bytes]]:
    """Code and character of each entry, single or in a range."""
    found: list[tuple[bytes, bytes]] = []
    for body in re.findall(rb"beginbfchar(.*?)endbfchar", given, re.DOTALL):
        found += PAIR.findall(body)
    for body in re.findall(rb"beginbfrange(.*?)endbfrange", given, re.DOTALL):
        for first, _last, targets in RANGE.findall(body):
            for offset, target in enumerate(re.findall(rb"<([0-9A-Fa-f]+)>", targets)):
                found.append((b"%02X" % (int(first, 16) + offset), target))
    return found
