"""Writes recorded elements as one HTML page that needs nothing else: no script, no file, no connection."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from documents.pdf.engine.geometry import CONTENT, SHEETS
from documents.pdf.engine.pages import note_on_marks
from documents.pdf.engine.scripts.directions import runs_right_to_left, with_order_marks
from documents.pdf.engine.structure import Element
from documents.pdf.engine.styles import ACCENT, MUTED, REGULAR, Style
from documents.pdf.engine.text import plain, printable
from documents.pdf.render import entries_of
from documents.recording import Content, RecordingPainter
from language.translation import _, speaking
from report.model.report import Report

STYLE = (Path(__file__).parent / "page.css").read_text()
TAGS = {"H1": "h1", "H2": "h2", "H3": "h3", "P": "p", "Table": "table", "TR": "tr", "TH": "th", "TD": "td"}
TAGS |= {"L": "ul", "LI": "li", "Sect": "section", "LBody": "span"}
ENLARGED = 1.45
"""Pixels of a figure for a point on paper."""
LEFT_OUT = frozenset({"Lbl"})
"""The sign of a point of a list, which the browser draws."""


def render_html(report: Report, *, appendix: bool = False, logo: bytes | None = None) -> bytes:
    """The whole playbook as a page. The same input gives the same bytes."""
    with speaking(report.instrument.language):
        painter = RecordingPainter()
        for entry in entries_of(report, SHEETS["a4"], length="full", appendix=appendix, logo=logo):
            entry.piece.paint(painter, 0, 0, CONTENT)
        return "".join(_page(report, painter.document, note_on_marks() if painter.marked else "")).encode()


def _page(report: Report, document: Element, note: str) -> Iterator[str]:
    title = _("AI readiness: {organisation}").format(organisation=plain(report.title))
    language = "en-GB" if report.instrument.language == "en" else report.instrument.language
    chapters = [child for child in _inside(document) if child.kind == "H2"]
    yield f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="robots" content="noindex">\n'
    yield f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    yield f"<nav>\n<details><summary>{escape(_('Contents'))}</summary>\n<ol>\n"
    for number, chapter in enumerate(chapters, 1):
        yield f'<li><a href="#c{number}">{escape(_words(chapter))}</a></li>\n'
    yield "</ol>\n</details>\n</nav>\n<main>\n"
    numbers = {id(chapter): number for number, chapter in enumerate(chapters, 1)}
    for child in document.children:
        yield from _element(child, numbers)
    yield f'<p class="quiet">{escape(note)}</p>\n' if note else ""
    yield "</main>\n"
    if report.confidentiality:
        yield f"<footer><p>{escape(printable(report.confidentiality))}</p></footer>\n"
    yield "</body>\n</html>\n"


def _element(part: object, numbers: dict[int, int]) -> Iterator[str]:
    if isinstance(part, Content):
        yield _text(part)
    elif isinstance(part, Element) and part.kind not in LEFT_OUT:
        if part.kind == "Figure":
            yield _figure(part)
            return
        tag = "td" if part.kind == "TH" and not _words(part) else TAGS[part.kind]
        number = numbers.get(id(part))
        anchor = f' id="c{number}"' if number else ""
        scope = ' scope="col"' if tag == "th" else ""
        inside = "".join(piece for child in part.children for piece in _element(child, numbers))
        kind = _kind(part.children) if part.kind == "P" else ""
        if part.kind == "TR" and all(isinstance(c, Element) and c.kind == "TH" for c in part.children):
            yield f"<thead><tr>{inside}</tr></thead>\n"
            return
        table = '<div class="wide" tabindex="0" role="group" aria-label="{}">' if part.kind == "Table" else ""
        before = table.format(escape(_head(part))) if table else ""
        yield f"{before}<{tag}{anchor}{scope}{kind}>{inside}</{tag}>{'</div>' if table else ''}\n"


def _text(part: Content) -> str:
    words = escape(with_order_marks(part.text))
    if runs_right_to_left(part.text):
        words = f'<bdi dir="rtl">{words}</bdi>'
    if part.style is not None and part.style.struck:
        return f"<s>{words}</s> "
    strong = part.style is not None and part.style.font != REGULAR
    return f"<strong>{words}</strong> " if strong else f"{words} "


def _kind(children: Sequence[object]) -> str:
    """What a paragraph looks like: quiet remarks and labels as on paper."""
    styles = [child.style for child in children if isinstance(child, Content)]
    return f' class="{_class_of(styles[0])}"' if styles and styles[0] and _class_of(styles[0]) else ""


def _class_of(style: Style) -> str:
    named = {MUTED: "quiet", ACCENT: "label"}.get(style.colour, "")
    return named or ("" if style.font == REGULAR else "strong")


def _figure(part: Element) -> str:
    """The shapes as SVG with the words that say what they show."""
    left, low, right, high = part.box or (0, 0, 0, 0)
    shapes = "".join(shape for child in part.children if isinstance(child, Content) for shape in child.shapes)
    label = escape(part.alternative)
    size = f"{left - 4:.1f} {-high - 4:.1f} {right - left + 8:.1f} {high - low + 8:.1f}"
    return (
        f'<figure><svg viewBox="{size}" width="{(right - left + 8) * ENLARGED:.0f}" role="img" aria-label="{label}">'
        f"{shapes}</svg></figure>\n"
    )


def _inside(part: Element) -> Iterator[Element]:
    for child in part.children:
        if isinstance(child, Element):
            yield child
            yield from _inside(child)


def _words(part: Element) -> str:
    return "".join(child.text for child in part.children if isinstance(child, Content)).strip()


def _head(table: Element) -> str:
    """The names of a table's columns, by which it is announced."""
    return ", ".join(_words(cell) for cell in _inside(table) if cell.kind == "TH")
