"""Renders the paper of a workshop as PDF files, tagged as the playbook is."""

from collections.abc import Iterable

from assessment.workshop.meeting import Way, asked, plan
from documents.pdf.engine.geometry import SHEETS, Paper
from documents.pdf.engine.pages import PageEntry, compose, draw
from documents.pdf.kit.review import review_entries
from documents.pdf.kit.sheets import agenda_entries, move_entries, question_entries, voting_entries
from documents.pdf.render import document_info
from language.translation import _, speaking
from report.model.report import Report

MINUTES: dict[Way, int] = {"ten": 60, "prepared": 120}
"""How long a meeting about the key questions, and about all of them, usually takes."""


def render_kit(report: Report, *, way: Way = "ten", paper: Paper = "a4") -> bytes:
    """Agenda, voting sheet and question cards for the key questions or all, and cards of the first three moves.

    The same input gives the same bytes.
    """
    instrument = report.instrument
    with speaking(instrument.language):
        meeting, codes = plan(instrument, way, MINUTES[way]), asked(instrument, way)
        entries = [
            *agenda_entries(instrument, meeting),
            *voting_entries(instrument, codes),
            *question_entries(instrument, codes),
            *move_entries(report),
        ]
        return _drawn(report, entries, _("Workshop kit: {organisation}"), paper)


def render_review(report: Report, *, paper: Paper = "a4") -> bytes:
    """The sheet for the review. The same input gives the same bytes."""
    with speaking(report.instrument.language):
        return _drawn(report, review_entries(report), _("Review sheet: {organisation}"), paper)


def _drawn(report: Report, entries: Iterable[PageEntry], title: str, paper: Paper) -> bytes:
    sheet = SHEETS[paper]
    return draw(compose(list(entries), sheet), sheet, document_info(report, title))
