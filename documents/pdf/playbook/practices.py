"""The page on practices: a grid of all of them, what keeps the level in a strong frame."""

from collections.abc import Iterator

from documents.pdf.chapters.profile import required_level
from documents.pdf.charts.heat_grid import ACROSS, GridCell, GridRow, HeatGrid, lowest
from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.pages import PageEntry
from documents.pdf.playbook.finding import finding, graphic, how_to_read
from language.translation import _
from report.model.report import PracticeView, Report, SectionView
from report.text.playbook.practices import (
    cell_words,
    grid_key,
    grid_words,
    practices_lead,
    practices_title,
    section_words,
)

HIGHEST_ROW = 104.0
"""A row with few sections is no higher than this."""


def practice_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """One grid as high as the page, or several where the instrument has more rows than fit on one."""
    head = finding(_("Practices"), practices_title(report), practices_lead(report))
    key = how_to_read(grid_key(report))
    rows = [row for section in report.sections for row in _rows(report, section)]
    around = head.piece.height(CONTENT) + key.piece.height(CONTENT) + key.gap + 2 * UNIT
    room, least = sheet.available - around, lowest(rows, CONTENT)
    yield head
    first = max(1, int(room / least))
    high = min(HIGHEST_ROW, max(least, room / max(len(rows), 1)))
    yield graphic(HeatGrid(rows[:first], high if first >= len(rows) else least))
    further = max(1, int((sheet.available - around) / least))
    for start in range(first, len(rows), further):
        yield graphic(HeatGrid(rows[start : start + further], least), together=start + further >= len(rows))
    yield key


def _rows(report: Report, section: SectionView) -> Iterator[GridRow]:
    for start in range(0, len(section.practices), ACROSS):
        views = section.practices[start : start + ACROSS]
        title, level = (section.pillar.title, section_words(section)) if start == 0 else ("", "")
        cells = tuple(_cell(report, section, view) for view in views)
        yield GridRow(title, level, cells, grid_words(report, section, views))


def _cell(report: Report, section: SectionView, view: PracticeView) -> GridCell:
    found = view.result
    framed = found.code in report.result.held_by
    return GridCell(
        view.practice.title,
        found.level,
        cell_words(report, view),
        required_level(report, section, view) if framed else None,
        key=view.practice.key,
        framed=framed,
        unknown=found.state == "not_known",
    )
