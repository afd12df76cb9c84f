"""The annex: what the finding pages rest on, in detail. A file of its own, or behind the playbook."""

from collections.abc import Iterator

from documents.pdf.chapters.alignment.practices import alignment_entries
from documents.pdf.chapters.appendix import answer_entries
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
from documents.pdf.engine.geometry import Sheet
from documents.pdf.engine.pages import PageEntry
from report.model.report import Report
from report.text import wording


def annex_entries(report: Report, sheet: Sheet, *, answers: bool = False) -> Iterator[PageEntry]:
    """The chapters of the annex in their order; `answers` adds every single answer, or the sentence that withholds them."""
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
    if answers:
        yield from answer_entries(report)
