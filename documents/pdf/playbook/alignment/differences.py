"""The page on differences: the ten practices that differ most, with the averages of both sides."""

from collections.abc import Iterator, Sequence

from assessment.instrument.model import Camp
from documents.pdf.charts.dumbbell import DistanceBar, DistanceBars, Dumbbell, DumbbellRow
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Drawing, Stack, TextBlock, labelled
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.styles import BODY, STRONG
from documents.pdf.playbook.finding import finding, graphic, how_to_read
from language.translation import _
from report.model.alignment import AlignedPractice
from report.model.report import Report
from report.text.alignment.findings import is_large, value_text
from report.text.alignment.sentences import within_one
from report.text.playbook.alignment.differences import (
    apart_words,
    differences_key,
    differences_lead,
    differences_title,
    furthest_apart,
    practice_words,
)

MOST = 10
WIDEST, NARROWEST = 46.0, 32.0
"""How far rows are apart at most and at least."""


def difference_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """One page where answers of two or more leaders differ."""
    found = report.alignment
    shown = furthest_apart(found, MOST) if found else []
    if found is None or not shown:
        return
    head = finding(_("Alignment"), differences_title(report, found, shown), differences_lead(found, shown))
    key, first = how_to_read(differences_key(report, found, shown)), list(_settle_first(report))
    around = sum(entry.piece.height(CONTENT) + entry.gap for entry in (key, *first))
    room = sheet.available - head.piece.height(CONTENT) - around - 2 * UNIT
    yield head
    yield graphic(_chart(report, shown, room))
    yield key
    yield from first


def _chart(report: Report, shown: Sequence[AlignedPractice], room: float) -> Drawing:
    words = "; ".join(practice_words(report, practice) for practice in shown) + "."
    pitch = min(WIDEST, max(NARROWEST, (room - 60) / len(shown)))
    names = report.instrument.levels
    rows = [row for practice in shown if (row := _row(report, practice)) is not None]
    if rows:
        return Dumbbell(rows, (f"1 {names[0].name}", f"5 {names[-1].name}"), pitch, words)
    bars = [DistanceBar(p.practice.title, p.deviation, apart_words(p), within_one(p)) for p in shown]
    return DistanceBars(bars, pitch, words)


def _row(report: Report, practice: AlignedPractice) -> DumbbellRow | None:
    if practice.business is None or practice.technology is None:
        return None
    values: dict[Camp, float] = {"business": practice.business, "technology": practice.technology}
    return DumbbellRow(
        practice.practice.title,
        values,
        {camp: value_text(value) for camp, value in values.items()},
        apart_words(practice),
        is_large(practice.technology - practice.business),
        report.result.practices[practice.practice.code].agreed,
    )


def _settle_first(report: Report) -> Iterator[PageEntry]:
    """The first of what to settle, with the question that settles it."""
    if report.gaps:
        first = report.gaps[0]
        body = Stack(
            TextBlock(first.practice.title, STRONG, lines=2), TextBlock(first.question, BODY, lines=6)
        )
        yield PageEntry(labelled(_("Settle first"), body), gap=2 * UNIT)
