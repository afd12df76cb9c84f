"""What to close first: each gap with what was said, what settles it, and the evidence that would."""

from collections.abc import Iterator

from assessment.words import _
from playbook import plan_words
from playbook.pdf.geometry import BODY, BODY_X, CONTENT, LABEL, MM, UNIT
from playbook.pdf.layout import Columns, Piece, Rule, Stack, Words
from playbook.pdf.pages import Entry
from playbook.pdf.parts import chapter
from playbook.pdf.styles import ACCENT, QUIET, SMALL, STRONG
from playbook.report import OpenGap, Report

NAME = 30 * MM


def gap_entries(report: Report) -> Iterator[Entry]:
    """The chapter; where no gap may be shown or is open, the sentence that says so."""
    title, lead = plan_words.gaps_title(report), plan_words.gaps_lead(report)
    if report.gaps:
        lead = f"{title}. {lead}"
    yield chapter(_("What to close first"), lead)
    for number, found in enumerate(report.gaps, 1):
        yield Entry(_gap(report, number, found), gap=3 * UNIT)


def _gap(report: Report, number: int, found: OpenGap) -> Piece:
    name = Stack(
        Words(str(number), STRONG.coloured(ACCENT), lines=1),
        Words(found.practice.title, STRONG, lines=5),
        Words(found.pillar.title, QUIET, lines=2),
        Words(plan_words.apart(found), SMALL, lines=3),
        Words(plan_words.close_call(found), QUIET, lines=4),
        gap=UNIT / 2,
    )
    facts = [_fact(label, text) for label, text in plan_words.gap_facts(report, found)]
    return Stack(Rule(), Columns([(0, LABEL, name), (BODY_X, BODY, Stack(*facts, gap=UNIT / 2))]), gap=UNIT)


def _fact(label: str, text: str) -> Piece:
    wide = CONTENT - BODY_X - NAME
    return Columns(
        [(0, NAME - UNIT, Words(label, QUIET, lines=3)), (NAME, wide, Words(text, SMALL, lines=6))]
    )
