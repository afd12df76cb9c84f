"""Logical structure of a PDF: headings, paragraphs, tables and figures in reading order, while pages are drawn.

Content is enclosed in marks (`BDC … EMC`), and each mark belongs to an element; whatever carries no meaning is an
artefact. `documents.pdf.engine.tagged_file` writes the elements into the file. Source: ISO 14289-1 (PDF/UA-1),
ISO 32000-1, 14.7 and 14.8.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class MarkedContent:
    """Marked content: page from 0, and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True)
class LinkArea:
    """A link annotation: page from 0, position among the page's annotations, and where it leads, in words."""

    page: int
    position: int
    words: str


@dataclass(eq=False)
class Element:
    """A node of the structure tree. `kind` is a standard structure type such as P or TH."""

    kind: str
    scope: str = ""
    alternative: str = ""
    spoken: str = ""
    """Its text in the order it is read, where its content is in another, as lines from right to left are."""
    box: Box | None = None
    leaf: bool = False
    """Texts are its own content, not paragraphs inside."""
    children: list[object] = field(default_factory=list)
    """Elements, and the content: marks and links of a page, or what another painter records in their place."""


class Structure:
    """Builds the tree in drawing order, and writes the marks to a ReportLab canvas."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self.document = Element("Document")
        self._open = [self.document]
        self._shared: dict[object, Element] = {}
        self._closed = False
        """Inside a mark or an artefact, where no other may begin."""
        self._page, self._marks, self._areas = 0, 0, 0

    def next_page(self) -> None:
        self._page, self._marks, self._areas = self._page + 1, 0, 0

    @contextmanager
    def element(
        self, kind: str, *, scope: str = "", leaf: bool = False, shared: object = None
    ) -> Iterator[None]:
        """An element around what is drawn. Those of one `shared` are one element, also over several pages."""
        if self._closed:
            yield
            return
        found = self._shared.get(shared)
        if found is None:
            found = Element(kind, scope=scope, leaf=leaf)
            self._open[-1].children.append(found)
            if shared is not None:
                self._shared[shared] = found
        self._open.append(found)
        try:
            yield
        finally:
            self._open.pop()

    @property
    def shares_its_element(self) -> bool:
        """Is the text drawn now one of several of a leaf, so that a space has to part it from the next?"""
        return self._open[-1].leaf

    @contextmanager
    def text(self, kind: str = "P", *, spoken: str = "") -> Iterator[None]:
        """One text: an element of its own, or part of a leaf. `spoken` where its content is in another order."""
        if self._closed:
            yield
        elif self._open[-1].leaf and not spoken:
            with self._mark():
                yield
        else:
            with self.element("Span" if self._open[-1].leaf else kind), self._mark():
                self._open[-1].spoken = spoken
                yield

    @contextmanager
    def figure(self, alternative: str, box: Box) -> Iterator[None]:
        """A picture with its words; everything inside is part of it."""
        if self._closed:
            yield
            return
        with self.element("Figure"):
            self._open[-1].alternative, self._open[-1].box = alternative, box
            with self._mark():
                yield

    @contextmanager
    def artefact(self, properties: str = "") -> Iterator[None]:
        """What is not read out: rules, backgrounds, repeated heads, footers."""
        begin = f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC"
        with self._enclosed(begin):
            yield

    def link(self, words: str) -> None:
        """The annotation just made belongs to the open element."""
        self._open[-1].children.append(LinkArea(self._page, self._areas, words))
        self._areas += 1

    @contextmanager
    def _mark(self) -> Iterator[None]:
        here = self._open[-1]
        here.children.append(MarkedContent(self._page, self._marks))
        begin = f"/{here.kind} <</MCID {self._marks}>> BDC"
        self._marks += 1
        with self._enclosed(begin):
            yield

    @contextmanager
    def _enclosed(self, begin: str) -> Iterator[None]:
        if self._closed:
            yield
            return
        self._closed = True
        self.canvas._code.append(begin)  # noqa: SLF001 - the canvas has no call for marked content
        try:
            yield
        finally:
            self.canvas._code.append("EMC")  # noqa: SLF001
            self._closed = False
