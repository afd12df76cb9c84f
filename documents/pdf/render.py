"""Renders the frozen report as a PDF."""

from collections.abc import Iterator
from typing import Literal

from documents.pdf.annex import annex_entries
from documents.pdf.engine.contents import with_contents
from documents.pdf.engine.geometry import MM, SHEETS, Paper, Sheet
from documents.pdf.engine.images import read_logo
from documents.pdf.engine.pages import DocumentInfo, PageEntry, PlacedDrawable, compose, draw
from documents.pdf.engine.scripts.han import document_of
from documents.pdf.engine.styles import QUIET
from documents.pdf.engine.text import plain, printable, truncate
from documents.pdf.playbook.board.cover import cover_page
from documents.pdf.playbook.board.decisions import decisions_page
from documents.pdf.playbook.pages import finding_entries
from documents.pdf.unprintable import texts_of
from language.dates import long_date
from language.translation import _, speaking
from report.model.report import Report
from report.text.playbook.board.decisions import decisions_finding

Length = Literal["board", "full", "annex"]
TITLE_LIMIT = 160
FOOT_NAME = 70 * MM


def render_playbook(
    report: Report,
    *,
    length: Length = "full",
    paper: Paper = "a4",
    appendix: bool = False,
    logo: bytes | None = None,
) -> bytes:
    """The playbook as a PDF: two board pages, the full document that they open, or its annex as a file of its own.

    The same input gives the same bytes; the only date is `report.basis.as_of`. `appendix` puts the annex with
    all single answers (or the sentence that withholds them) behind the playbook; `logo` is a PNG or JPEG and is
    left out if it cannot be read. No text, however long or strange, makes this raise. It is in the report's language.
    """
    with speaking(report.instrument.language), document_of(lambda: texts_of(report)):
        pages = lay_out(report, length=length, paper=paper, appendix=appendix, logo=logo)
        return draw(pages, SHEETS[paper], document_info(report, _title(length)))


def lay_out(
    report: Report, *, length: Length, paper: Paper, appendix: bool = False, logo: bytes | None = None
) -> list[list[PlacedDrawable]]:
    """The composed pages before drawing."""
    sheet = SHEETS[paper]
    pages = compose(playbook_entries(report, sheet, logo, length), sheet) if length != "annex" else []
    if length == "annex" or (length == "full" and appendix):
        annex = compose(list(annex_entries(report, sheet, answers=appendix)), sheet)
        pages = with_contents(pages, annex, sheet)
    return pages


def entries_of(
    report: Report, sheet: Sheet, *, length: Length, appendix: bool = False, logo: bytes | None = None
) -> list[PageEntry]:
    """What the document says, in its order, before it is divided into pages."""
    entries = playbook_entries(report, sheet, logo, length) if length != "annex" else []
    if length == "annex" or (length == "full" and appendix):
        entries += annex_entries(report, sheet, answers=appendix)
    return entries


def playbook_entries(report: Report, sheet: Sheet, logo: bytes | None, length: Length) -> list[PageEntry]:
    """The two board pages, and the finding pages of a full document."""
    entries = list(_board(report, sheet, logo))
    if length == "full":
        entries += finding_entries(report, sheet)
    return entries


def _board(report: Report, sheet: Sheet, logo: bytes | None) -> Iterator[PageEntry]:
    cover = cover_page(report, sheet, read_logo(logo))
    yield PageEntry(cover, outline=(_("Where we are"), 0))
    yield PageEntry(decisions_page(report, sheet), fresh=True, outline=(decisions_finding(report), 0))


def _title(length: Length) -> str:
    return (
        _("AI readiness, annex: {organisation}") if length == "annex" else _("AI readiness: {organisation}")
    )


def document_info(report: Report, title: str) -> DocumentInfo:
    """What the file says of itself; `title` has a place for the organisation."""
    name = plain(report.basis.organisation.name)[:TITLE_LIMIT]
    language = report.instrument.language
    return DocumentInfo(
        title=title.format(organisation=name),
        subject=_("Playbook of {day}, {instrument}, edition {edition}").format(
            day=long_date(report.basis.as_of),
            instrument=plain(report.instrument.title),
            edition=report.instrument.edition,
        ),
        as_of=report.basis.as_of,
        language="en-GB" if language == "en" else language,
        foot=_("{organisation} · AI readiness · {day}").format(
            organisation=truncate(printable(name), QUIET, FOOT_NAME), day=long_date(report.basis.as_of)
        ),
        confidentiality=report.confidentiality,
    )
