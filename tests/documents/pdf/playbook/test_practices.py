"""The page on practices: one grid of all of them, with what keeps the level in a strong frame."""

from dataclasses import replace
from typing import Any

import pytest

from documents.pdf.charts.heat_grid import CELL_COLOURS, HeatGrid
from documents.pdf.engine.geometry import SHEETS
from documents.pdf.engine.layout import Drawable
from documents.pdf.engine.pages import compose
from documents.pdf.engine.styles import INK, PAPER
from documents.pdf.playbook.practices import practice_page
from report.model.report import Report
from report.text.playbook.practices import practices_lead, practices_title
from scoring.levels.results import MEAN
from tests import reports
from tests.documents.contrast import contrast
from tests.documents.reading import pages
from tests.toy import toy_instrument, toy_pillar


def grids(report: Report, paper: Any = "a4") -> list[HeatGrid]:
    pieces: list[Drawable] = [entry.piece for entry in practice_page(report, SHEETS[paper])]
    return [piece for piece in pieces if isinstance(piece, HeatGrid)]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_practice_is_on_one_page_with_its_level(paper: Any) -> None:
    report = reports.northgate()
    (grid,) = grids(report, paper)
    found = {cell.title: cell for row in grid.rows for cell in row.cells}
    assert len(found) == len(report.instrument.practices)
    for code, practice in report.instrument.practices.items():
        cell = found[practice.title]
        assert cell.level == report.result.practices[code].level
        assert cell.framed == (code in report.result.held_by)
    (page,) = [text for text in pages(report, paper=paper) if practices_title(report) in text]
    assert "Strong frame: keeps the level at 2" in page


def test_the_title_counts_what_keeps_the_level_and_what_does_not() -> None:
    report = reports.northgate()
    assert practices_title(report) == (
        "Four practices keep you at level 2; two of five sections already allow level 3"
    )
    assert practices_lead(report) == (
        "Six of your ten key practices are at level 3 or higher. The average in Governance must rise too. "
        "Strategy and Operational readiness already allow level 3."
    )


def test_a_cell_that_keeps_the_level_names_the_level_it_needs() -> None:
    (grid,) = grids(reports.northgate())
    framed = [cell for row in grid.rows for cell in row.cells if cell.framed]
    assert [(cell.level, cell.needed) for cell in framed] == [(2, 3)] * 4


def test_what_nobody_knows_is_hollow_and_said() -> None:
    report = reports.alone()
    (grid,) = grids(report)
    unknown = [cell for row in grid.rows for cell in row.cells if cell.unknown]
    assert len(unknown) == len(report.errands)
    assert {cell.remark for cell in unknown} == {"not known"}
    assert "All AI in use is known: not known, keeps the level" in grid.alternative()
    assert any("Dashed: not known, counts as level 1." in text for text in pages(report))


def test_at_level_1_no_count_of_what_is_missing_is_given() -> None:
    report = reports.everyone_at(1)
    assert practices_title(report) == (
        "Eight practices lead to level 2; one of five sections already allows level 2"
    )
    assert "None" not in practices_lead(report)


def test_at_level_5_it_says_how_many_are_there() -> None:
    assert practices_title(reports.everyone_at(5, "number")) == "Every practice is at level 5"


def test_an_average_alone_is_named_as_what_keeps_the_level() -> None:
    report = reports.northgate()
    pillars = {code: replace(p, held_by=(MEAN,)) for code, p in report.result.pillars.items()}
    result = replace(report.result, held_by=(MEAN,), binding=("value",), pillars=pillars)
    assert practices_title(replace(report, result=result)) == (
        "No single practice keeps you at level 2; the average in Value does"
    )


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_section_with_many_practices_goes_on_below_and_over_pages(paper: Any) -> None:
    asked = toy_instrument([toy_pillar("alpha", "ABC", 70), toy_pillar("beta", "DEF", 3)])
    people = [
        reports.leader("CEO", "business", dict.fromkeys(asked.practices, 2)),
        reports.leader("CIO", "technology", dict.fromkeys(asked.practices, 2)),
    ]
    report = reports.report_on(people, asked, privacy="open")
    sheet = SHEETS[paper]
    made = compose(list(practice_page(report, sheet)), sheet)
    assert len(made) > 1
    shown = [cell.title for grid in grids(report, paper) for row in grid.rows for cell in row.cells]
    assert shown == [practice.title for practice in asked.practices.values()]


@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_a_title_reads_on_the_colour_of_its_level(level: int) -> None:
    assert contrast(PAPER if level > 3 else INK, CELL_COLOURS[level - 1]) >= 7
