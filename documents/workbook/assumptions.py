"""The assumptions of the value model: discount rate, years, how fast the benefit comes; and what one a year is worth."""

from dataclasses import dataclass

from documents.workbook.engine.cells import cell, span
from documents.workbook.engine.looks import Kind, Value
from documents.workbook.engine.sheet import BookSheet
from language.translation import _
from report.model.value import ValueView
from scoring.value.cash_flow import present_values, ramp_over

YEARS = 10
FIRST = 3
"""The column in which the figures begin."""
RATE, COUNTED, DEPENDENCE, YEAR, RAMP, WORTH, OF_BENEFIT, OF_COST = range(8)
"""Their rows, from the first."""


@dataclass(frozen=True)
class AssumptionCells:
    """Cells of the assumptions, as formulas name them; `changed` counts those that are no longer as the simulation had them."""

    years: str
    ramp_row: int
    of_benefit: str
    of_cost: str
    changed: str
    changed_together: str
    """The same with what matters for all use cases together only."""


def write_assumptions(model: BookSheet, given: BookSheet, view: ValueView) -> AssumptionCells:
    """On both sheets in the same cells: in the model to be changed, beside it as the simulation was given them."""
    chosen = view.assumptions
    top = model.row = given.row = max(model.row, given.row)
    inputs: list[tuple[int, str, Value, Kind]] = [
        (RATE, _("Discount rate per year"), chosen.rate, "percent"),
        (COUNTED, _("Years counted, 1 to 10"), chosen.years, "whole"),
        (
            DEPENDENCE,
            _("Luck shared between use cases, 0 to 1; in the simulation only"),
            chosen.dependence,
            "cents",
        ),
    ]
    for sheet, own in ((model, True), (given, False)):
        for row, name, value, kind in inputs:
            sheet.put(top + row, 0, name, "label")
            sheet.put(top + row, FIRST, value, kind, own=own)
        _write_ramp(sheet, view, top, own=own)
    _limit(model, top)
    _write_worths(model, view, top)
    model.row = given.row = top + OF_COST + 2
    return _cells(given, top)


def _write_ramp(sheet: BookSheet, view: ValueView, top: int, *, own: bool) -> None:
    """The share of the benefit reached in each year; the last one given holds on."""
    sheet.put(top + YEAR, 0, _("Year"), "label")
    sheet.put(top + RAMP, 0, _("Share of the full benefit in that year"), "label")
    for year, share in enumerate(ramp_over(YEARS, view.assumptions.ramp), 1):
        sheet.put(top + YEAR, FIRST + year - 1, year, "whole")
        sheet.put(top + RAMP, FIRST + year - 1, share, "percent", own=own)


def _write_worths(model: BookSheet, view: ValueView, top: int) -> None:
    chosen, last = view.assumptions, FIRST + YEARS - 1
    rate, years = cell(top + RATE, FIRST, fixed=True), cell(top + COUNTED, FIRST, fixed=True)
    model.put(top + WORTH, 0, _("Worth today of 1 at the end of that year"), "label")
    for year in range(1, YEARS + 1):
        number, column = cell(top + YEAR, FIRST + year - 1), FIRST + year - 1
        worth = (1 + chosen.rate) ** -year if year <= chosen.years else 0.0
        model.formula(top + WORTH, column, f"=IF({number}<={years},(1+{rate})^-{number},0)", worth, "factor")
    shares, worths = (span(top + row, FIRST, top + row, last) for row in (RAMP, WORTH))
    of_benefit, of_cost = present_values(chosen.rate, chosen.years, chosen.ramp)
    model.put(top + OF_BENEFIT, 0, _("Worth today of 1 a year, growing with that share"), "label")
    model.formula(top + OF_BENEFIT, FIRST, f"=SUMPRODUCT({shares},{worths})", of_benefit, "factor")
    model.put(top + OF_COST, 0, _("Worth today of 1 a year from the start"), "label")
    model.formula(top + OF_COST, FIRST, f"=SUM({worths})", of_cost, "factor")


def _limit(model: BookSheet, top: int) -> None:
    """What may be entered; a range, not a drop-down of numbers."""
    last = FIRST + YEARS - 1
    model.limit((top + RATE, FIRST, top + RATE, FIRST), -0.5, 1)
    model.limit((top + COUNTED, FIRST, top + COUNTED, FIRST), 1, YEARS, whole=True)
    model.limit((top + DEPENDENCE, FIRST, top + DEPENDENCE, FIRST), 0, 0.99)
    model.limit((top + RAMP, FIRST, top + RAMP, last), 0, 1)


def _cells(given: BookSheet, top: int) -> AssumptionCells:
    last = FIRST + YEARS - 1
    rate, years, dependence = (cell(top + row, FIRST, fixed=True) for row in (RATE, COUNTED, DEPENDENCE))
    before = {row: given.ref(top + row, FIRST) for row in (RATE, COUNTED, DEPENDENCE)}
    ramp = span(top + RAMP, FIRST, top + RAMP, last, fixed=True)
    ramp_before = given.ref(top + RAMP, FIRST, top + RAMP, last)
    changed = f"({rate}<>{before[RATE]})+({years}<>{before[COUNTED]})+SUMPRODUCT(--({ramp}<>{ramp_before}))"
    return AssumptionCells(
        years=years,
        ramp_row=top + RAMP,
        of_benefit=cell(top + OF_BENEFIT, FIRST, fixed=True),
        of_cost=cell(top + OF_COST, FIRST, fixed=True),
        changed=changed,
        changed_together=f"{changed}+({dependence}<>{before[DEPENDENCE]})",
    )
