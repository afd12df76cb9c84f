"""Renders the frozen report as a workbook."""

from collections.abc import Callable
from dataclasses import dataclass

from assessment.privacy import WITHHELD
from documents.workbook.engine.book import Book
from documents.workbook.engine.lists import Lists
from documents.workbook.engine.sheet import BookSheet, SheetColumn
from documents.workbook.plan import write_commitments, write_plan
from documents.workbook.practices import has_gaps, write_gaps, write_practices
from documents.workbook.registers import write_answers, write_uses
from documents.workbook.results import write_results
from documents.workbook.value import ValueSheets, write_value
from language.dates import long_date
from language.translation import LazyText, _, lazy, speaking
from report.model.report import Report
from report.text import wording


@dataclass(frozen=True)
class SheetKind:
    """A sheet: its name, what it is for, and whether this report has something for it."""

    code: str
    name: LazyText
    about: LazyText
    there: Callable[[Report], bool] = lambda _report: True


def _shown(report: Report) -> bool:
    return report.basis.answered > 0 and not wording.withheld(report)


def _planned(report: Report) -> bool:
    view = report.roadmap
    return view is not None and bool(view.items or view.later)


def _promised(report: Report) -> bool:
    return report.roadmap is not None and bool(report.roadmap.commitments)


def _valued(report: Report) -> bool:
    return report.value is not None


KINDS = (
    SheetKind("results", lazy("Results"), lazy("Level, index, evidence and the sections."), _shown),
    SheetKind("practices", lazy("Practices"), lazy("Every practice with level, evidence and, where shown, both sides."), _shown),
    SheetKind("gaps", lazy("Gaps"), lazy("What to settle, to ask and to show; keep its state here."), lambda r: _shown(r) and has_gaps(r)),
    SheetKind("plan", lazy("Plan"), lazy("Items with owner, days, measure and review; filter it, keep its state here."), _planned),
    SheetKind("commitments", lazy("Commitments"), lazy("What named owners have promised."), _promised),
    SheetKind("value", lazy("Value model"), lazy("Change an estimate and see net present value and payback."), _valued),
    SheetKind("flows", lazy("Cash flows"), lazy("The most likely case of each use case, year by year."), _valued),
    SheetKind("given", lazy("Inputs of the simulation"), lazy("What the simulated figures rest on."), _valued),
    SheetKind("answers", lazy("Answers"), lazy("Every answer as given."), lambda r: bool(r.answers)),
    SheetKind("uses", lazy("AI register"), lazy("AI use cases with owner, supplier, class and duties."), lambda r: bool(r.rules and r.rules.uses)),
    SheetKind("lists", lazy("Lists"), lazy("The words of the drop-downs.")),
)  # fmt: skip
"""In the order of the workbook, behind the first one."""


def render_workbook(report: Report) -> bytes:
    """The workbook. The same input gives the same bytes; the only date is `report.basis.as_of`."""
    with speaking(report.instrument.language):
        foot = " · ".join(filter(None, (report.title, long_date(report.basis.as_of), report.confidentiality)))
        book = Book(
            report.basis.as_of, _("AI readiness: {organisation}").format(organisation=report.title), foot
        )
        first = book.sheet(_("Read me"))
        sheets = {kind.code: book.sheet(_(kind.name)) for kind in KINDS if kind.there(report)}
        _read_me(first, report, sheets)
        lists = Lists(book, sheets["lists"])
        if "results" in sheets:
            write_results(sheets["results"], report)
            write_practices(sheets["practices"], report)
        if "gaps" in sheets:
            write_gaps(sheets["gaps"], report, lists)
        if "plan" in sheets and report.roadmap:
            write_plan(sheets["plan"], report, report.roadmap, lists)
        if "commitments" in sheets and report.roadmap:
            write_commitments(sheets["commitments"], report.roadmap)
        if "value" in sheets and report.value:
            write_value(
                ValueSheets(sheets["value"], sheets["flows"], sheets["given"]), report, report.value, lists
            )
        if "answers" in sheets:
            write_answers(sheets["answers"], report)
        if "uses" in sheets and report.rules:
            write_uses(sheets["uses"], report, report.rules, lists)
        return book.save()


def _read_me(sheet: BookSheet, report: Report, sheets: dict[str, BookSheet]) -> None:
    basis = report.basis
    answered = "" if wording.withheld(report) else wording.how_much_answered(basis)
    answers = (
        ""
        if report.disclosure.answers
        else _("{withheld} For that reason individual answers are not in this workbook.").format(
            withheld=_(WITHHELD)
        )
    )
    sheet.title(
        report.title,
        f"{long_date(basis.as_of)}. {wording.who_answered(basis)} {answered}",
        report.confidentiality,
        report.headline.level,
    )
    sheet.heading(_("How to use it"))
    for text in (
        _(
            "Yellow cells are yours to fill in or change. All others come from the assessment or are calculated."
        ),
        _("Nothing is sent back: enter in Plumbline what the next playbook should contain."),
        answers,
    ):
        sheet.line(text)
    sheet.row += 1
    sheet.heading(_("Sheets"))
    sheet.heads([SheetColumn(_("Sheet"), 30), SheetColumn(_("What it is for"), 90)])
    for kind in KINDS:
        if kind.code in sheets:
            sheet.link(sheets[kind.code])
            sheet.put(sheet.row, 1, _(kind.about))
            sheet.row += 1
    sheet.row += 1
    sheet.heading(_("What this is not"))
    sheet.line(report.instrument.limits)
