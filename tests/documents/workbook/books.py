"""Workbooks read back: as they are written, as a program calculates them anew, and with an input changed."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from assessment.answers.interchange import parse_assessment
from documents.workbook.render import render_workbook
from report.build.report import build_report
from report.model.report import Report
from tests.documents.longest import longest
from tests.odd_files import odd_file
from tests.reports import AS_OF, STATES
from tests.texts import real_instrument


@lru_cache(maxsize=1)
def odd() -> Report:
    """The report on the oddest file that keeps every rule."""
    return build_report(real_instrument(), parse_assessment(odd_file(), real_instrument()), AS_OF)


COMPANIES = {**STATES, "longest texts": longest, "odd file": odd}
"""Companies of every kind, by name."""


@lru_cache(maxsize=40)
def written(company: str) -> bytes:
    """The workbook of a company."""
    return render_workbook(COMPANIES[company]())


def book(company: str) -> Workbook:
    return load_workbook(BytesIO(written(company)))


def opened(content: bytes) -> Workbook:
    """With the values that a program has calculated, instead of the formulas."""
    return load_workbook(BytesIO(content), data_only=True)


def cells(workbook: Workbook) -> Iterator[Cell]:
    """Every cell that holds something."""
    for sheet in workbook.worksheets:
        yield from (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)  # type: ignore[misc]


def table(sheet: Worksheet, head: str) -> list[dict[str, Any]]:
    """The rows below the one that has this head, by the names of their columns, until an empty first cell."""
    rows = list(sheet.iter_rows())
    top = next(number for number, row in enumerate(rows) if any(cell.value == head for cell in row))
    names = [cell.value for cell in rows[top]]
    found = []
    for row in rows[top + 1 :]:
        if row[0].value is None:
            break
        found.append(dict(zip(names, [cell.value for cell in row], strict=True)))
    return found


def place(sheet: Worksheet, row: str, column: str) -> str:
    """The address of the cell in the row that begins so, below this head."""
    found = {cell.value: cell for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)}
    return f"{found[column].column_letter}{found[row].row}"


def changed(content: bytes, sheet: str, values: Mapping[str, float | None]) -> bytes:
    """The workbook after somebody typed these values; no result of a formula is left in it."""
    workbook = load_workbook(BytesIO(content))
    for address, value in values.items():
        workbook[sheet][address] = value
    out = BytesIO()
    workbook.save(out)
    return out.getvalue()
