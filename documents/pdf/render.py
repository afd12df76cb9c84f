"""Renders the frozen report as a PDF."""

from collections.abc import Iterator
from typing import Literal

from documents.pdf.chapters.alignment.practices import alignment_entries
from documents.pdf.chapters.appendix import answer_entries
from documents.pdf.chapters.board.cover import cover_page
from documents.pdf.chapters.board.decisions import decisions_page
from documents.pdf.chapters.figures import context_entries
from documents.pdf.chapters.governance.ai_uses import governance_entries
from documents.pdf.chapters.governance.crosswalk import crosswalk_entries
from documents.pdf.chapters.governance.owners import owner_entries
from documents.pdf.chapters.method import method_entries
from documents.pdf.chapters.plan.gaps import gap_entries
from documents.pdf.chapters.plan.initiatives import initiative_entries
from documents.pdf.chapters.plan.moves import move_entries
from documents.pdf.chapters.plan.roadmap import roadmap_entries
from documents.pdf.chapters.plan.value import value_entries
from documents.pdf.chapters.profile import profile_entries
from documents.pdf.chapters.progress import others_entries, progress_entries
from documents.pdf.chapters.questions import question_entries
from documents.pdf.chapters.sections import section_entries
from documents.pdf.engine.contents import with_contents
from documents.pdf.engine.geometry import MM, SHEETS, Paper, Sheet
from documents.pdf.engine.images import read_logo
from documents.pdf.engine.pages import DocumentInfo, PageEntry, PlacedDrawable, compose, draw
from documents.pdf.engine.styles import QUIET
from documents.pdf.engine.text import plain, printable, truncate
from language.dates import long_date
from language.translation import _, speaking
from report.model.report import Report
from report.text import wording

Length = Literal["board", "full"]
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
    """The playbook as a PDF: two board pages, or the full document that they open.

    The same input gives the same bytes; the only date is `report.basis.as_of`. `appendix` adds all
    single answers (or the sentence that withholds them); `logo` is a PNG or JPEG and is left out if
    it cannot be read. No text, however long or strange, makes this raise. It is in the report's language.
    """
    with speaking(report.instrument.language):
        pages = lay_out(report, length=length, paper=paper, appendix=appendix, logo=logo)
        return draw(pages, SHEETS[paper], _about(report))


def lay_out(
    report: Report, *, length: Length, paper: Paper, appendix: bool = False, logo: bytes | None = None
) -> list[list[PlacedDrawable]]:
    """The composed pages before drawing."""
    sheet = SHEETS[paper]
    return with_contents(
        compose(entries_of(report, sheet, length=length, appendix=appendix, logo=logo), sheet), sheet
    )


def entries_of(
    report: Report, sheet: Sheet, *, length: Length, appendix: bool = False, logo: bytes | None = None
) -> list[PageEntry]:
    """What the document holds, in its order, before it is divided into pages."""
    entries = list(_board(report, sheet, logo))
    if length == "full":
        entries += _full(report, sheet, appendix=appendix)
    return entries


def _board(report: Report, sheet: Sheet, logo: bytes | None) -> Iterator[PageEntry]:
    cover = cover_page(report, sheet, read_logo(logo))
    yield PageEntry(cover, outline=(_("Where we are"), 0))
    yield PageEntry(
        decisions_page(report, sheet), fresh=True, outline=(_("What the board is asked to decide"), 0)
    )


def _full(report: Report, sheet: Sheet, *, appendix: bool) -> Iterator[PageEntry]:
    if report.basis.answered and not wording.withheld(report):
        yield from profile_entries(report)
        yield from section_entries(report, sheet)
        yield from alignment_entries(report)
        yield from question_entries(report)
    yield from initiative_entries(report)
    if report.basis.answered and not wording.withheld(report):
        yield from gap_entries(report)
        yield from move_entries(report)
    yield from roadmap_entries(report)
    yield from value_entries(report)
    yield from owner_entries(report)
    yield from governance_entries(report, sheet)
    if report.basis.answered and not wording.withheld(report):
        yield from progress_entries(report)
    yield from others_entries(report)
    yield from method_entries(report)
    yield from context_entries(report)
    yield from crosswalk_entries(report)
    if appendix:
        yield from answer_entries(report)


def _about(report: Report) -> DocumentInfo:
    name = plain(report.basis.organisation.name)[:TITLE_LIMIT]
    language = report.instrument.language
    return DocumentInfo(
        title=_("AI readiness: {organisation}").format(organisation=name),
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
