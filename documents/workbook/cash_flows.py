"""The most likely case of every use case year by year, and when its money is back, as formulas.

The rule is that of `scoring.value.cash_flow.payback`: the last time the sum of all years so far turns positive.
"""

from itertools import accumulate

from documents.workbook.assumptions import FIRST, YEARS, AssumptionCells
from documents.workbook.engine.cells import Area, cell, span
from documents.workbook.engine.sheet import BookSheet, SheetColumn
from language.translation import _
from report.model.value import UseCaseView, ValueView
from scoring.value.cash_flow import TOLERANCE, yearly_flows

YEAR = 1
"""The column of year 0."""
SLIP, BELOW = YEAR + YEARS + 1, YEAR + YEARS + 2


class CashFlows:
    """Two tables on a sheet of their own, a row for each row of the model: what is left each year, and the sum so far."""

    def __init__(self, sheet: BookSheet, model: BookSheet, area: Area, cells: AssumptionCells) -> None:
        self.sheet, self.model, self.area, self.cells = sheet, model, area, cells
        sheet.title(
            _("Cash flow of the most likely case, if it succeeds"),
            _("Calculated from the value model: nothing is entered here."),
        )
        heads = [SheetColumn("", 44), *(SheetColumn("", 13) for _year in range(YEARS + 1))]
        rows = area.last - area.first + 1
        sheet.heading(_("Left at the end of each year"))
        self.flows = self._years(heads) + 1
        sheet.row = self.flows + rows + 1
        sheet.heading(_("Sum of all years so far, not discounted"))
        more = [
            SheetColumn(_("Counts as zero up to"), 12),
            SheetColumn(_("Last year below zero, plus one"), 12),
        ]
        self.sums = self._years([*heads, *more]) + 1

    def _years(self, columns: list[SheetColumn]) -> int:
        top = self.sheet.heads(columns)
        for year in range(YEARS + 1):
            self.sheet.put(top, YEAR + year, year, "whole")
        return top

    def write(self, number: int, line: UseCaseView | None, view: ValueView, complete: str) -> str:
        """The row of one use case in both tables; returns the formula of its payback. `complete` says whether it has figures."""
        flows, sums = _known(line, view)
        invested, benefit, cost = (
            self.model.ref(self.area.first + number, column) for column in (FIRST + 1, FIRST + 4, FIRST + 7)
        )
        name = self.model.ref(self.area.first + number, 0)
        row, below = self.flows + number, self.sums + number
        for at in (row, below):
            self.sheet.formula(
                at, 0, f'=IF({name}="","",{name})', line.use_case.name if line else None, "strong"
            )
        years = f"'{self.model.name}'!{self.cells.years}"
        for year in range(YEARS + 1):
            column = YEAR + year
            share = f"'{self.model.name}'!{cell(*self._ramp(year), fixed=True)}" if year else ""
            amount = f"IF({year}<={years},{share}*{benefit}-{cost},0)" if year else f"-{invested}"
            self.sheet.formula(
                row, column, f'=IF({complete},{amount},"")', flows[year] if flows else None, "cents"
            )
            before = f"{cell(below, column - 1)}+" if year else ""
            total = f'=IF({complete},{before}{cell(row, column)},"")'
            self.sheet.formula(below, column, total, sums[year] if sums else None, "cents")
        return self._payback(below, complete)

    def _ramp(self, year: int) -> tuple[int, int]:
        """Where the share of the benefit in a year is."""
        return self.cells.ramp_row, FIRST + year - 1

    def _payback(self, row: int, complete: str) -> str:
        sums = span(row, YEAR, row, YEAR + YEARS)
        top = self.sums - 1
        numbers = span(top, YEAR, top, YEAR + YEARS, fixed=True)
        slip, below, last = cell(row, SLIP), cell(row, BELOW), cell(row, YEAR + YEARS)
        self.sheet.formula(
            row, SLIP, f'=IF({complete},{TOLERANCE}*MAX(MAX({sums}),-MIN({sums})),"")', None, "cents"
        )
        found = f"SUMPRODUCT(MAX(({sums}<-{slip})*({numbers}+1)))"
        self.sheet.formula(row, BELOW, f'=IF({complete},{found},"")', None, "whole")
        here = {
            name: f"'{self.sheet.name}'!{place}"
            for name, place in (("slip", slip), ("n", below), ("last", last), ("sums", sums))
        }
        before, after = f"INDEX({here['sums']},{here['n']})", f"INDEX({here['sums']},{here['n']}+1)"
        within = f"{here['n']}-1+MIN(1,-{before}/({after}-{before}))"
        return f'=IF({complete},IF({here["last"]}<-{here["slip"]},{{never}},IF({here["n"]}=0,0,{within})),"")'


def _known(line: UseCaseView | None, view: ValueView) -> tuple[list[float], list[float]]:
    """The amounts as they are now, over all years of the sheet; nothing without figures."""
    if line is None or line.value.state != "ready":
        return [], []
    case, chosen = line.use_case, view.assumptions
    if case.investment is None or case.annual_benefit is None or case.annual_cost is None:
        return [], []
    amounts = (case.investment.likely, case.annual_benefit.likely, case.annual_cost.likely)
    flows = yearly_flows(*amounts, chosen.years, chosen.ramp) + [0.0] * (YEARS - chosen.years)
    return flows, list(accumulate(flows))
