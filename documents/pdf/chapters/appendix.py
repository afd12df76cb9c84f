"""Appendix: all single answers, where they may be shown."""

from collections.abc import Iterator
from itertools import groupby

from assessment.privacy import WITHHELD
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, paragraph, subhead, table
from language.numbers import integer
from language.translation import _
from report.model.answers import AnswerRow
from report.model.report import Report
from report.text.evidence import shown_for

ROWS_AT_MOST = 1_000


def answer_entries(report: Report) -> Iterator[PageEntry]:
    """Answers by question; the withheld sentence where single answers may not be shown."""
    title = _("Appendix: all answers")
    if not report.disclosure.answers:
        yield chapter(title)
        yield paragraph(_(WITHHELD))
        return
    if not report.answers:
        yield chapter(title)
        yield paragraph(_("Nobody has answered yet."))
        return
    yield chapter(title, _lead(report))
    for (code, question), rows in groupby(
        report.answers[:ROWS_AT_MOST], key=lambda row: (row.code, row.title)
    ):
        yield subhead(f"{code} · {question}", gap=24)
        yield from table(
            (_("Who"), _("Answer"), _("Evidence"), _("Note")),
            [_line(row) for row in rows],
            (30, 56, 44, 38),
            lines=8,
        )


def _lead(report: Report) -> str:
    if len(report.answers) <= ROWS_AT_MOST:
        return _("As given, before anything was agreed.")
    return _(
        "As given, before anything was agreed. The first {n} of {all}; the export in the app has them all."
    ).format(n=integer(ROWS_AT_MOST), all=integer(len(report.answers)))


def _line(row: AnswerRow) -> list[str]:
    return [row.person, row.answer, shown_for(row.backing, row.evidence) or "–", row.note or "–"]
