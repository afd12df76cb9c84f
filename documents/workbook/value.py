"""The value model: estimates and assumptions to change, net present value and payback that follow at once.

Beside them the figures of the simulation, which a sheet cannot repeat: a block with its day, marked as out of date when
an input is no longer what it was. The formulas are those of `scoring.value.cash_flow`.
"""

from dataclasses import dataclass, replace

from assessment.answers.records import Estimate
from documents.pdf.engine.styles import CAMP_COLOURS, PAPER
from documents.workbook.assumptions import FIRST, AssumptionCells, write_assumptions
from documents.workbook.cash_flows import CashFlows
from documents.workbook.engine.cells import Area, cell, span
from documents.workbook.engine.lists import Lists, WordList
from documents.workbook.engine.looks import Value
from documents.workbook.engine.sheet import BookSheet, SheetColumn
from language.dates import long_date
from language.numbers import three_digits
from language.translation import _
from report.model.report import Report
from report.model.value import UseCaseView, ValueView
from report.text.playbook.value import value_title
from report.text.value.figures import LEVERS, money_words, not_computed, portfolio_words
from report.text.wording import role_titles
from scoring.value.estimates import LARGEST
from scoring.value.results import Quantiles
from scoring.value.simulation import USUAL_SUCCESS

SPARE = 3
"""Empty lines for use cases that come to mind while the workbook is open."""
NAME, LEVER, OWNER = range(3)
INVESTED, BENEFIT, COST = FIRST + 1, FIRST + 4, FIRST + 7
"""The most likely amounts, each between its low and its high."""
SUCCESS, CHECK, NPV, PAYBACK, EXPECTED, STATE, REMARK = 12, 13, 14, 15, 16, 21, 22
OUT_OF_DATE = "#FBE3D6"


@dataclass(frozen=True)
class ValueSheets:
    """The sheets of the model: what is changed and read, the amounts year by year, and what the simulation was given."""

    model: BookSheet
    flows: BookSheet
    given: BookSheet


def write_value(sheets: ValueSheets, report: Report, view: ValueView, lists: Lists) -> None:
    """All three sheets."""
    model = sheets.model
    _heads(sheets, report, view)
    states = [_("complete"), _("up to date"), _("out of date: an input has changed"), _("not simulated yet"),
              _("not within these years")]  # fmt: skip
    words = lists.add("value_state", _("State of an estimate"), states)
    levers = lists.add("lever", _("How a use case pays"), list(LEVERS.values()))
    cells = write_assumptions(model, sheets.given, view)
    area = _use_cases(sheets, report, view)
    model.choose(area, LEVER, levers.cells)
    model.limit((area.first, FIRST, area.last, SUCCESS - 1), -LARGEST, LARGEST)
    model.limit(area.of(SUCCESS), 0, 1)
    flows = CashFlows(sheets.flows, model, area, cells)
    for number in range(area.last - area.first + 1):
        line = view.lines[number] if number < len(view.lines) else None
        complete = _check(model, area.first + number, line, words)
        payback = flows.write(number, line, view, f"{model.ref(area.first + number, CHECK)}={words.word(0)}")
        _calculated(model, area.first + number, line, cells, complete, payback.format(never=words.word(4)))
        _simulated(sheets, area.first + number, line, cells, words)
    _together(sheets, area, view, cells, words)
    _paint(model, Area(area.first, area.last + 1, area.columns), words)


def _heads(sheets: ValueSheets, report: Report, view: ValueView) -> None:
    day, money = long_date(report.basis.as_of), money_words(view.currency)
    sheets.model.title(
        _("Value of AI use cases"),
        value_title(view),
        portfolio_words(view),
        _("Amounts {money}. Yellow cells can be changed; net present value and payback follow at once.").format(money=money),
        _("Expected value, range and chance of a loss were simulated on {day}. A changed input marks them as out of date; enter it in Plumbline for new ones.").format(day=day),
    )  # fmt: skip
    sheets.given.title(
        _("Inputs of the simulation"),
        _("What the simulation of {day} was given. The value model compares with it: leave it as it is.").format(day=day),
    )  # fmt: skip


def _columns() -> list[SheetColumn]:
    amounts = [
        SheetColumn(f"{name}, {end}", 13, "money", own=True)
        for name in (_("Investment"), _("Benefit per year"), _("Cost per year"))
        for end in (_("low"), _("most likely"), _("high"))
    ]
    return [
        SheetColumn(_("Use case"), 44, "strong", own=True),
        SheetColumn(_("How it pays"), 18, own=True),
        SheetColumn(_("Owner"), 18, own=True),
        *amounts,
        SheetColumn(_("Chance of success"), 10, "percent", own=True),
        SheetColumn(_("Estimates"), 20),
        SheetColumn(_("Net present value, most likely"), 16, "cents"),
        SheetColumn(_("Paid back after, years"), 20, "cents"),
        SheetColumn(_("Expected value"), 13, "money"),
        SheetColumn(_("1 in 10 below"), 13, "money"),
        SheetColumn(_("Half below"), 13, "money"),
        SheetColumn(_("1 in 10 above"), 13, "money"),
        SheetColumn(_("Chance of a loss"), 10, "percent"),
        SheetColumn(_("Simulation"), 22),
        SheetColumn(_("Remark"), 50),
    ]


def _use_cases(sheets: ValueSheets, report: Report, view: ValueView) -> Area:
    """The inputs, on both sheets in the same cells, with empty lines below."""
    columns = _columns()
    empty: list[Value] = [None] * (SUCCESS + 1)
    rows = [*(_inputs(report, line) for line in view.lines), *[empty] * SPARE]
    sheets.model.row = sheets.given.row = sheets.model.row + 1
    top = sheets.model.heads(columns)
    sheets.given.heads(columns[: SUCCESS + 1])
    for row in rows:
        sheets.model.record(columns[: SUCCESS + 1], row)
        sheets.given.record([replace(column, own=False) for column in columns[: SUCCESS + 1]], row)
    sheets.model.sheet.freeze_panes(0, 1)
    return Area(top + 1, top + len(rows), len(columns))


def _inputs(report: Report, line: UseCaseView) -> list[Value]:
    case = line.use_case
    owner = role_titles(report.instrument, [case.owner])[0] if case.owner else None
    amounts = [
        end if end is not None and abs(end) <= LARGEST else None
        for estimate in (case.investment, case.annual_benefit, case.annual_cost)
        for end in _ends(estimate)
    ]
    success = USUAL_SUCCESS if case.success_probability is None else case.success_probability
    return [case.name, LEVERS[case.lever] if case.lever else None, owner, *amounts, success]


def _ends(estimate: Estimate | None) -> tuple[float | None, float | None, float | None]:
    return (None, None, None) if estimate is None else (estimate.low, estimate.likely, estimate.high)


def _check(model: BookSheet, row: int, line: UseCaseView | None, words: WordList) -> str:
    """Are all nine amounts there, in order and possible? Returns the condition for formulas of the same row."""
    cells = span(row, FIRST, row, SUCCESS - 1)
    low = [cell(row, likely - 1) for likely in (INVESTED, BENEFIT, COST)]
    rising = [
        f"{cell(row, n)}<={cell(row, n + 1)}"
        for likely in (INVESTED, BENEFIT, COST)
        for n in (likely - 1, likely)
    ]
    good = f"AND({','.join(rising)},{low[0]}>=0,{low[2]}>=0,ABS(SUM({cells}))<={9 * LARGEST:.0f})"
    wrong = _quoted(_("check: low, most likely and high must rise, and costs cannot be below zero"))
    missing = _quoted(_("an amount is missing"))
    formula = f'=IF(COUNTA({cells})=0,"",IF(COUNT({cells})<9,{missing},IF({good},{words.word(0)},{wrong})))'
    ready = line is not None and line.value.state == "ready"
    model.formula(row, CHECK, formula, _("complete") if ready else None)
    return f"{cell(row, CHECK)}={words.word(0)}"


def _calculated(
    model: BookSheet, row: int, line: UseCaseView | None, cells: AssumptionCells, complete: str, payback: str
) -> None:
    """What follows from the most likely amounts at once."""
    worth = (
        f"-{cell(row, INVESTED)}+{cell(row, BENEFIT)}*{cells.of_benefit}-{cell(row, COST)}*{cells.of_cost}"
    )
    model.formula(row, NPV, f'=IF({complete},{worth},"")', line.value.likely_npv if line else None, "cents")
    known: Value = None
    if line is not None and line.value.state == "ready":
        known = (
            line.value.payback_years if line.value.payback_years is not None else _("not within these years")
        )
    model.formula(row, PAYBACK, payback, known, "cents")


def _simulated(
    sheets: ValueSheets, row: int, line: UseCaseView | None, cells: AssumptionCells, words: WordList
) -> None:
    """The block of the simulation for one use case, and whether it still belongs to the inputs."""
    model, value = sheets.model, line.value if line else None
    if value is None or value.npv is None or value.loss is None or value.mean is None:
        model.formula(row, STATE, f'=IF({cell(row, CHECK)}={words.word(0)},{words.word(3)},"")', None)
        if value is not None:
            model.put(row, REMARK, not_computed(value))
        return
    _block(model, row, value.npv, value.mean, value.loss.share)
    inputs, before = span(row, FIRST, row, SUCCESS), sheets.given.ref(row, FIRST, row, SUCCESS)
    changed = f"SUMPRODUCT(--({inputs}<>{before}))+{cells.changed}"
    model.formula(row, STATE, f"=IF({changed}>0,{words.word(2)},{words.word(1)})", _("up to date"))
    if value.assumed:
        model.put(row, REMARK, _("No chance of success was given: the usual one is assumed."))


def _block(model: BookSheet, row: int, npv: Quantiles, mean: float, loss: float) -> None:
    """As the playbook prints them: three digits are all that a simulation knows."""
    for column, amount in enumerate((mean, npv.p10, npv.p50, npv.p90), EXPECTED):
        model.put(row, column, three_digits(amount), "money")
    model.put(row, STATE - 1, round(loss, 2), "percent")


def _together(
    sheets: ValueSheets, area: Area, view: ValueView, cells: AssumptionCells, words: WordList
) -> None:
    model, row = sheets.model, area.last + 1
    model.put(row, NAME, _("All together"), "strong")
    values = span(area.first, NPV, area.last, NPV)
    ready = [line.value.likely_npv for line in view.lines if line.value.likely_npv is not None]
    model.formula(
        row, NPV, f'=IF(COUNT({values})=0,"",SUM({values}))', sum(ready) if ready else None, "cents"
    )
    found = view.portfolio
    if found is None or found.loss is None:
        return
    _block(model, row, found.npv, found.mean, found.loss.share)
    inputs = span(area.first, FIRST, area.last, SUCCESS)
    before = sheets.given.ref(area.first, FIRST, area.last, SUCCESS)
    changed = f"SUMPRODUCT(--({inputs}<>{before}))+{cells.changed_together}"
    model.formula(row, STATE, f"=IF({changed}>0,{words.word(2)},{words.word(1)})", _("up to date"))


def _paint(model: BookSheet, area: Area, words: WordList) -> None:
    for column in range(NPV, STATE - 1):
        if column != PAYBACK:
            model.paint(area, column, "<", 0, PAPER, ink=CAMP_COLOURS["technology"])
    model.paint(area, STATE, "==", f"={words.word(2)}", OUT_OF_DATE)


def _quoted(text: str) -> str:
    """A text in a formula."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
