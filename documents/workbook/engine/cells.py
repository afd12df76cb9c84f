"""How formulas name cells, and where the rows of a table are."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell


@dataclass(frozen=True)
class Area:
    """Where the rows of a table are: the first and the last, counted from 0, and how many columns."""

    first: int
    last: int
    columns: int

    def of(self, column: int) -> tuple[int, int, int, int]:
        """The cells of one column."""
        return self.first, column, self.last, column


def cell(row: int, column: int, *, fixed: bool = False, still: bool = False) -> str:
    """A cell of the same sheet: “B7”; “$B$7” where it stays when a formula is copied, “$B7” where its column does."""
    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed or still))


def span(row: int, column: int, to_row: int, to_column: int, *, fixed: bool = False) -> str:
    """Cells of the same sheet, from the first to the last."""
    return f"{cell(row, column, fixed=fixed)}:{cell(to_row, to_column, fixed=fixed)}"
