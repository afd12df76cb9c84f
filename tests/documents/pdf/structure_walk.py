"""Walks through the structure of a tagged PDF: what a screen reader hears, and every fault on the way.

Independent of the validator: it misses swapped entries of the parent tree, pages without it, and marks left open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Pdf
from pikepdf.objects import Object

PAINTING = frozenset({"Tj", "TJ", "'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "EI"})
PAIRS = {"BT": "ET", "q": "Q", "BDC": "EMC", "BMC": "EMC"}
ENTRY = re.compile(r"<([0-9A-F]{2}|[0-9A-F]{4})> <([0-9A-F]{4,})>")


@dataclass
class Spoken:
    """An element as it is read out: its kind and depth, its text or the words for a figure."""

    kind: str
    depth: int
    text: str


@dataclass
class Walk:
    """What was heard, in order, and what is wrong."""

    spoken: list[Spoken] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def texts(self, *kinds: str) -> list[str]:
        return [one.text for one in self.spoken if one.kind in kinds]


def walk(data: bytes) -> Walk:
    """Reads the file through its structure tree."""
    with Pdf.open(BytesIO(data)) as pdf:
        found = _Walker(pdf)
        found.faults += list(pdf.check_pdf_syntax())
        for number, page in enumerate(pdf.pages):
            found.read_page(number, page)
        found.tree()
        return Walk(found.spoken, found.faults)


class _Walker:
    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.spoken: list[Spoken] = []
        self.faults: list[str] = []
        self.content: dict[tuple[int, int], str] = {}
        self.reached: set[tuple[int, int]] = set()
        self.page_of = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        self.owners = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        self.links: set[tuple[int, int]] = set()

    def read_page(self, number: int, page: pikepdf.Page) -> None:
        """Text by mark; operators in balance; nothing is painted outside a mark."""
        fonts = {name: _characters(font) for name, font in page.resources.get("/Font", Dictionary()).items()}
        waiting: list[str] = []
        mark: int | None = None
        font: tuple[int, dict[int, str]] = 1, {}
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in PAIRS:
                if name in ("BDC", "BMC") and "EMC" in waiting:
                    self.faults.append(f"page {number}: a mark inside a mark")
                waiting.append(PAIRS[name])
                if name == "BDC" and "/MCID" in operands[1]:
                    mark = int(operands[1].MCID)
                    if (number, mark) in self.content:
                        self.faults.append(f"page {number}: mark {mark} twice")
                    self.content[number, mark] = ""
            elif name in PAIRS.values():
                if not waiting or waiting.pop() != name:
                    self.faults.append(f"page {number}: {name} closes something else")
                mark = None if name == "EMC" else mark
            elif name == "Tf":
                font = fonts[str(operands[0])]
            elif name in PAINTING and "EMC" not in waiting:
                self.faults.append(f"page {number}: {name} outside a mark")
            if name == "Tj" and mark is not None:
                self.content[number, mark] += _text(bytes(operands[0]), *font)
        self.faults += [f"page {number}: {name} is missing" for name in waiting]
        self._annotations(number, page)

    def _annotations(self, number: int, page: pikepdf.Page) -> None:
        for annotation in page.obj.get("/Annots", []):
            if annotation.get("/StructParent") is None or not str(annotation.get("/Contents", "")):
                self.faults.append(f"page {number}: a link without words or parent")
            self.links.add(annotation.objgen)

    def tree(self) -> None:
        root = self.pdf.Root.StructTreeRoot
        self._element(root.K, root, 0)
        self.faults += [
            f"page {page}: mark {mark} is in no element" for page, mark in self.content.keys() - self.reached
        ]
        self.faults += ["a link that no element holds" for _link in self.links]
        for number, page in enumerate(self.pdf.pages):
            marks = [mark for at, mark in self.content if at == number]
            owners = self.owners.get(int(page.obj.get("/StructParents", -1)), [])
            if len(marks) != len(owners):
                self.faults.append(f"page {number}: {len(marks)} marks, {len(owners)} in the parent tree")

    def _element(self, element: Object, parent: Object, depth: int) -> None:
        kind = str(element.S).removeprefix("/")
        if element.P.objgen != parent.objgen:
            self.faults.append(f"{kind} points at another parent")
        said = Spoken(kind, depth, "")
        self.spoken.append(said)
        for child in _children(element):
            if isinstance(child, int):
                said.text += self._marked(element, self.page_of[element.Pg.objgen], child)
            elif child.get("/Type") == Name.MCR:
                said.text += self._marked(element, self.page_of[child.Pg.objgen], int(child.MCID))
            elif child.get("/Type") == Name.OBJR:
                self._linked(element, child.Obj)
            elif Name.Span == child.S:
                self._element(child, element, depth + 1)
                said.text += self.spoken.pop().text
            else:
                self._element(child, element, depth + 1)
        if spoken := str(element.get("/ActualText", "")):
            if sorted("".join(spoken.split())) != sorted("".join(said.text.split())):
                self.faults.append(f"{kind} is read out as {spoken}, and written {said.text}")
            said.text = spoken
        if kind == "Figure":
            said.text = str(element.get("/Alt", ""))
            if not said.text:
                self.faults.append("a figure without words")

    def _marked(self, element: Object, page: int, mark: int) -> str:
        self.reached.add((page, mark))
        owners = self.owners.get(int(self.pdf.pages[page].obj.get("/StructParents", -1)), [])
        if mark >= len(owners) or owners[mark].objgen != element.objgen:
            self.faults.append(f"page {page}: the parent tree gives mark {mark} to another element")
        if (page, mark) not in self.content:
            self.faults.append(f"page {page}: mark {mark} is nowhere on the page")
        return self.content.get((page, mark), "")

    def _linked(self, element: Object, annotation: Object) -> None:
        self.links.discard(annotation.objgen)
        owner = self.owners.get(int(annotation.StructParent))
        if owner is None or owner.objgen != element.objgen:
            self.faults.append("the parent tree gives a link to another element")


def _children(element: Object) -> Iterator[Object | int]:
    for child in element.K:
        yield int(child) if isinstance(child, int) else child


def _characters(font: Object) -> tuple[int, dict[int, str]]:
    """Bytes of a code, and character by code, from the map in the file."""
    entries = ENTRY.findall(font.ToUnicode.read_bytes().decode())
    length = 2 if font.Subtype == Name.Type0 else 1
    return length, {int(code, 16): bytes.fromhex(to).decode("utf-16-be") for code, to in entries}


def _text(string: bytes, length: int, characters: dict[int, str]) -> str:
    codes = (int.from_bytes(string[at : at + length]) for at in range(0, len(string), length))
    return "".join(characters.get(code, "\0") for code in codes)
