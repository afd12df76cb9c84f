"""The data sheet behind a native chart: what the chart shows, and no text in it that calculates."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from documents.slides.render import render_slides
from tests import reports
from tests.documents.slides.decks import charts, drawn, slides
from tests.reports import leader, report_on

TEXTS = ["=1+1", "+cmd", "@x", "-1", "=cmd|' /C calc'!A0", "<b>&"]


def sheets(content: bytes) -> list[bytes]:
    with ZipFile(BytesIO(content)) as packed:
        return [packed.read(name) for name in packed.namelist() if name.endswith(".xlsx")]


def with_pilots(names: list[str]) -> bytes:
    """Slides on pilots with these names, each with a cost."""
    pilots = [{"name": name, "stage": "pilot", "monthly_cost": 100.0 + n} for n, name in enumerate(names)]
    answers = dict.fromkeys(reports.northgate().instrument.practices, 2)
    return render_slides(report_on([leader("CEO", "business", answers)], initiatives=pilots))


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    content = with_pilots(TEXTS)
    slide = next(one for one in Presentation(BytesIO(content)).slides if any(shape.has_chart for shape in one.shapes)
                 and set(TEXTS) == set(charts(one)[0].plots[0].categories))  # fmt: skip
    with BytesIO(charts(slide)[0].part.chart_workbook.xlsx_part.blob) as sheet:
        cells = [row[0] for row in load_workbook(sheet).active.iter_rows(min_row=2)]
    assert {cell.value for cell in cells} == set(TEXTS)
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_changed_value_moves_the_line_between_both_sides() -> None:
    """The line is drawn from cells that are calculated from the two values."""
    chart = charts(slides("example")[3])[0]
    with BytesIO(chart.part.chart_workbook.xlsx_part.blob) as sheet:
        second = [cell.value for cell in load_workbook(sheet).active[2]]
    assert second[1] == "=MIN(C2:D2)"
    assert second[4:] == ["=MAX(C2:D2)", "=E2-B2"]


@pytest.mark.parametrize("company", ["example", "alone", "level 1"])
def test_data_sheets_are_dated_by_the_report(company: str) -> None:
    found = sheets(drawn(company))
    assert found
    for sheet in found:
        with BytesIO(sheet) as content:
            created = load_workbook(content).properties.created
        assert created is not None
        assert created.date() == date(2026, 11, 22)
