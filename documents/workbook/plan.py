"""The plan as a table to work with: owners and states from drop-downs, days that follow from the first one."""

from collections.abc import Iterator

from assessment.instrument.moves import DAYS_A_WEEK
from documents.pdf.engine.styles import MUTED
from documents.workbook.engine.cells import Area, cell
from documents.workbook.engine.lists import Lists
from documents.workbook.engine.looks import Value
from documents.workbook.engine.sheet import BookSheet, SheetColumn
from language.translation import _
from report.model.report import Report
from report.model.roadmap import PlannedItem, RoadmapView
from report.text.commitments import STATUSES
from report.text.plan import path, roadmap

OWNER, FROM, TO, STARTS, ENDS, REVIEW_DAY, REVIEW, STATE = 3, 5, 6, 7, 8, 9, 10, 15
LATE = "#FBE3D6"


def write_plan(sheet: BookSheet, report: Report, view: RoadmapView, lists: Lists) -> None:
    """A row for each item: planned ones, those that come later, and commitments beside them."""
    sheet.title(
        path.path_title(report) if report.next_moves else roadmap.headline(view), roadmap.headline(view)
    )
    first_day = cell(sheet.row, 1, fixed=True)
    sheet.put(sheet.row, 0, _("First day: all days below follow from it"), "label")
    sheet.put(sheet.row, 1, view.start, "date", own=True)
    sheet.row += 2
    items = [*view.items, *view.later]
    area = sheet.table(_columns(report), (_row(report, one) for one in items))
    for number, one in enumerate(items):
        _days(sheet, area.first + number, one, first_day)
    titles = list(
        dict.fromkeys(
            [*report.instrument.function_titles.values(), *(one.owner for one in items if one.owner)]
        )
    )
    sheet.choose(area, OWNER, lists.add("owner", _("Owners"), titles).cells, only=False)
    states = lists.add(
        "plan_state", _("State of an item"), [_("not started"), _("under way"), _("done"), _("dropped")]
    )
    sheet.choose(area, STATE, states.cells)
    _paint(sheet, area, (states.word(2), states.word(3)))


def _columns(report: Report) -> list[SheetColumn]:
    return [
        SheetColumn(_("What"), 46, "strong"),
        SheetColumn(_("Section, or how it pays"), 20),
        SheetColumn(_("Where from"), 18),
        SheetColumn(_("Owner"), 18, own=True),
        SheetColumn(_("Effort, days") if report.instrument.in_days else _("Effort, person-weeks"), 9, "decimal", own=True),
        SheetColumn(_("From day"), 8, "whole", own=True),
        SheetColumn(_("To day"), 8, "whole", own=True),
        SheetColumn(_("Starts"), 12, "date"),
        SheetColumn(_("Ends"), 12, "date"),
        SheetColumn(_("Review on day"), 9, "whole", own=True),
        SheetColumn(_("Review"), 12, "date"),
        SheetColumn(_("Measure"), 40, own=True),
        SheetColumn(_("Today"), 18, own=True),
        SheetColumn(_("Target"), 18, own=True),
        SheetColumn(_("Evidence of completion"), 40),
        SheetColumn(_("State"), 13, own=True),
        SheetColumn(_("Note"), 30, own=True),
    ]  # fmt: skip


def _row(report: Report, one: PlannedItem) -> list[Value]:
    effort = one.item.effort * (DAYS_A_WEEK if report.instrument.in_days else 1)
    bar = one.bar
    return [
        one.title, one.place, roadmap.ORIGINS[one.origin], one.owner or None, round(effort, 1),
        bar.start if bar else None, bar.end if bar else None, None, None, bar.review if bar else None, None,
        one.item.metric or None, one.baseline or None, one.goal or None, one.item.milestone or None, None, None,
    ]  # fmt: skip


def _days(sheet: BookSheet, row: int, one: PlannedItem, first_day: str) -> None:
    """Dates as the first day and so many days more."""
    days = ((FROM, STARTS, one.start_on), (TO, ENDS, one.end_on), (REVIEW_DAY, REVIEW, one.review_on))
    for number, column, known in days:
        day = cell(row, number)
        formula = f'=IF(OR({first_day}="",{day}=""),"",{first_day}+{day})'
        sheet.formula(row, column, formula, known, "date")


def _paint(sheet: BookSheet, area: Area, over: tuple[str, str]) -> None:
    """Done or dropped in grey; late, or without an owner, on a ground of its own."""
    state, ends = (cell(area.first, column, still=True) for column in (STATE, ENDS))
    ended = f"OR({state}={over[0]},{state}={over[1]})"
    sheet.paint_rows(area, f"={ended}", font_color=MUTED, italic=True)
    sheet.paint_rows(area, f"=AND(NOT({ended}),ISNUMBER({ends}),{ends}<TODAY())", bg_color=LATE)
    sheet.paint(area, OWNER, "==", '""', LATE)


def write_commitments(sheet: BookSheet, view: RoadmapView) -> None:
    """What named owners have promised, with its outcome so far."""
    sheet.title(_("Commitments"), _("Named owners have committed to these."))
    columns = [
        SheetColumn(_("What"), 46, "strong"),
        SheetColumn(_("Owner"), 20),
        SheetColumn(_("State"), 14),
        SheetColumn(_("Due"), 12, "date"),
        SheetColumn(_("Measure"), 50),
        SheetColumn(_("Note"), 40, own=True),
    ]
    sheet.table(columns, _promised(view))


def _promised(view: RoadmapView) -> Iterator[list[Value]]:
    for made in view.commitments:
        one = made.commitment
        yield [made.title, made.owner, STATUSES[one.status], made.due_on, one.metric, one.note]
