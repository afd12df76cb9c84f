"""The statement of acceptable risk, the forum's charter and the rules for AI use cases as Word files.

The same pieces as in the PDF, recorded and written with Word's own styles, so that headings, tables and lists can be
edited and are read out as such.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from documents.pdf.chapters.governance.ai_uses import inventory_entries
from documents.pdf.chapters.governance.charter import charter_entries
from documents.pdf.chapters.governance.risk import risk_entries
from documents.pdf.engine.geometry import CONTENT, SHEETS
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.scripts.directions import runs_right_to_left, with_order_marks
from documents.pdf.engine.structure import Element
from documents.pdf.engine.styles import ACCENT, BODY, REGULAR, Style
from documents.pdf.engine.text import plain
from documents.recording import Content, RecordingPainter
from documents.undated import undated
from language.dates import long_date
from report.model.governance import RulesView
from report.model.report import Report

FONT, SIZE = "Calibri", Pt(11)
STYLES = {"H2": "Heading 1", "H3": "Heading 2", "LI": "List Bullet"}
CHAPTERS: Mapping[str, Callable[[Report, RulesView], Iterable[PageEntry]]] = {
    "risk": risk_entries,
    "charter": lambda report, rules: charter_entries(report, rules, SHEETS["a4"]),
    "uses": inventory_entries,
}


def render_word(report: Report, chapter: str) -> bytes:
    """A chapter as one Word file. The same input gives the same bytes. Raises LookupError without governance."""
    if report.rules is None:
        raise LookupError(chapter)
    painter = RecordingPainter()
    for entry in CHAPTERS[chapter](report, report.rules):
        entry.piece.paint(painter, 0, 0, CONTENT)
    document = Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = FONT, SIZE
    _describe(document, report)
    for child in painter.document.children:
        _write(document, child)
    foot = f"{plain(report.title)} · {long_date(report.basis.as_of)}"
    document.sections[0].footer.paragraphs[0].text = " · ".join(
        filter(None, (foot, plain(report.confidentiality)))
    )
    out = BytesIO()
    document.save(out)
    return undated(out.getvalue())


def _describe(document: WordDocument, report: Report) -> None:
    day = report.basis.as_of
    about = document.core_properties
    about.title, about.author, about.language = plain(report.title), "Plumbline", report.instrument.language
    about.created = about.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    about.last_modified_by, about.comments = "Plumbline", ""


def _write(document: WordDocument, part: object) -> None:
    if not isinstance(part, Element):
        return
    if part.kind == "Table":
        _table(document, part)
    elif part.kind in ("L", "Sect"):
        for child in part.children:
            _write(document, child)
    elif words := _words(part):
        style = "Heading 2" if part.kind == "P" and _style(part).colour == ACCENT else STYLES.get(part.kind)
        run = _run(document.add_paragraph(style=style), words)
        run.bold = True if style is None and _style(part).font != REGULAR else None
        run.font.strike = True if _style(part).struck else None


def _run(paragraph: Paragraph, words: str) -> Run:
    """The words in a paragraph of their direction."""
    run = paragraph.add_run(with_order_marks(words))
    if runs_right_to_left(words):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - python-docx knows it of runs only
        run.font.rtl = True
    return run


def _table(document: WordDocument, part: Element) -> None:
    rows = [row for row in part.children if isinstance(row, Element)]
    table: Table = document.add_table(rows=len(rows), cols=max(len(row.children) for row in rows))
    table.style = "Table Grid"
    for row, cells in zip(rows, table.rows, strict=True):
        for source, cell in zip(row.children, cells.cells, strict=False):
            if isinstance(source, Element):
                _run(cell.paragraphs[0], _words(source)).bold = (
                    source.kind == "TH" or _style(source).font != REGULAR
                )
    document.add_paragraph()


def _words(part: Element) -> str:
    """Everything the element says; the sign of a point of a list is Word's."""
    found = []
    for child in part.children:
        if isinstance(child, Content):
            found.append(child.text)
        elif isinstance(child, Element) and child.kind != "Lbl":
            found.append(_words(child))
    return " ".join(filter(None, found)).strip()


def _style(part: Element) -> Style:
    """How its first words are set on paper."""
    styles = [child.style for child in part.children if isinstance(child, Content) and child.style]
    return styles[0] if styles else BODY
