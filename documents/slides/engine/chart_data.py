"""The data sheet that every native chart carries: dated by the report, without a formula of anybody's text."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import IO, Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook

from language.translation import _


class DatedWorkbookWriter(CategoryWorkbookWriter):  # type: ignore[misc] # python-pptx has no types
    """Writes texts as texts: a name that begins with “=” stays a name."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: IO[bytes]) -> Iterator[tuple[Any, Any]]:
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        day: date = self._chart_data.day
        with Workbook(xlsx_file, options) as workbook:
            workbook.set_properties({"created": datetime(day.year, day.month, day.day)})  # noqa: DTZ001 - a day
            yield workbook, workbook.add_worksheet()

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        super()._populate_worksheet(workbook, worksheet)
        if self._chart_data.ends:
            self._write_spans(worksheet)

    def _write_spans(self, worksheet: Any) -> None:
        """Where each span ends and how long it is, as formulas, so that a changed value moves its span."""
        data, last = self._chart_data, len(self._chart_data)
        worksheet.write_row(0, last + 1, [_("To"), _("Length")])
        starts = next(iter(data)).values
        for row, (start, end) in enumerate(zip(starts, data.ends, strict=True), 2):
            if data.between_series:
                values = f"C{row}:{_letter(last)}{row}"
                worksheet.write_formula(f"B{row}", f"=MIN({values})", None, start)
                worksheet.write_formula(row - 1, last + 1, f"=MAX({values})", None, end)
            else:
                worksheet.write_number(row - 1, last + 1, end)
            worksheet.write_formula(row - 1, last + 2, f"={_letter(last + 1)}{row}-B{row}", None, end - start)

    @property
    def span_ref(self) -> str:
        """Where the lengths of the spans are, for the bars that show them."""
        letter = _letter(len(self._chart_data) + 2)
        return f"Sheet1!${letter}$2:${letter}${1 + len(self._chart_data.ends)}"


class DatedChartData(CategoryChartData):  # type: ignore[misc] # as above
    """Chart data for a report of `day`.

    With `ends` each category has a span, which begins at the value of the first series; `between_series`: it reaches
    from the smallest to the greatest value of the others.
    """

    def __init__(
        self,
        day: date,
        categories: Sequence[str],
        ends: Sequence[float] = (),
        *,
        between_series: bool = False,
    ) -> None:
        super().__init__()
        self.day, self.ends, self.between_series = day, ends, between_series
        self.categories = categories

    @property
    def _workbook_writer(self) -> DatedWorkbookWriter:
        return DatedWorkbookWriter(self)

    @property
    def span_ref(self) -> str:
        return self._workbook_writer.span_ref


def _letter(column: int) -> str:
    """The letter of one of the first 26 columns, counted from 0."""
    return chr(ord("A") + column)
