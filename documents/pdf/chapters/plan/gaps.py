"""Gaps to close first: each with both sides' answers, the deciding question and evidence."""

from collections.abc import Iterator

from documents.pdf.engine.geometry import BODY, BODY_X, CONTENT, LABEL, MM, UNIT
from documents.pdf.engine.layout import Columns, Drawable, Hairline, Stack, TextBlock, labelled
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter
from documents.pdf.engine.styles import ACCENT, QUIET, SMALL, STRONG
from language.translation import _
from report.model.plan import OpenGap
from report.model.report import Report
from report.text.plan import gaps

NAME = 30 * MM


def gap_entries(report: Report) -> Iterator[PageEntry]:
    """The chapter; a sentence if no gap is open or may be shown."""
    title, lead = gaps.gaps_title(report), gaps.gaps_lead(report)
    if report.gaps:
        lead = f"{title}. {lead}"
    yield chapter(_("What to settle first"), lead)
    for number, found in enumerate(report.gaps, 1):
        yield PageEntry(_gap(report, number, found), gap=3 * UNIT)
    for label, titles in gaps.tagged_beyond(report):
        yield PageEntry(labelled(label, TextBlock(titles, SMALL, lines=6)), gap=2 * UNIT)


def _gap(report: Report, number: int, found: OpenGap) -> Drawable:
    name = Stack(
        TextBlock(str(number), STRONG.coloured(ACCENT), lines=1),
        TextBlock(found.practice.title, STRONG, lines=5),
        TextBlock(found.pillar.title, QUIET, lines=2),
        TextBlock(gaps.apart(found), SMALL, lines=3),
        TextBlock(gaps.tag_words(found.tags), QUIET, lines=6),
        gap=UNIT / 2,
    )
    facts = [_fact(label, text) for label, text in gaps.gap_facts(report, found)]
    return Stack(
        Hairline(), Columns([(0, LABEL, name), (BODY_X, BODY, Stack(*facts, gap=UNIT / 2))]), gap=UNIT
    )


def _fact(label: str, text: str) -> Drawable:
    wide = CONTENT - BODY_X - NAME
    return Columns(
        [(0, NAME - UNIT, TextBlock(label, QUIET, lines=3)), (NAME, wide, TextBlock(text, SMALL, lines=6))]
    )
