"""The finding pages in the order of the argument. Adding one is one module and one line here."""

from collections.abc import Callable, Iterator

from documents.pdf.engine.geometry import Sheet
from documents.pdf.engine.pages import PageEntry
from documents.pdf.playbook.alignment.differences import difference_page
from documents.pdf.playbook.alignment.expectations import expectation_page
from documents.pdf.playbook.alignment.questions import question_page
from documents.pdf.playbook.governance.ai_uses import ai_uses_page
from documents.pdf.playbook.governance.ownership import ownership_page
from documents.pdf.playbook.governance.risk import risk_page
from documents.pdf.playbook.next_level import next_level_pages
from documents.pdf.playbook.pilots import pilots_page
from documents.pdf.playbook.plan.path import path_page
from documents.pdf.playbook.plan.roadmap import roadmap_page
from documents.pdf.playbook.practices import practice_page
from documents.pdf.playbook.sureness import sureness_page
from documents.pdf.playbook.value import value_page
from documents.pdf.playbook.verdicts import verdicts_page
from report.model.report import Report
from report.text import wording

FindingPage = Callable[[Report, Sheet], Iterator[PageEntry]]
PAGES: tuple[FindingPage, ...] = (
    practice_page,
    difference_page,
    expectation_page,
    question_page,
    next_level_pages,
    pilots_page,
    value_page,
    verdicts_page,
    path_page,
    roadmap_page,
    ownership_page,
    ai_uses_page,
    risk_page,
    sureness_page,
)


def finding_entries(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """Every finding that this report has; a page without anything to say yields nothing.

    Below half of the answers there are none: the board pages say what is known.
    """
    if wording.withheld(report) or 2 * report.basis.answered < report.basis.questions:
        return
    for page in PAGES:
        yield from page(report, sheet)
