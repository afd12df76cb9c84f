"""The result: level, evidence, index, sections; every figure as a number that can be used."""

from collections.abc import Iterator

from documents.pdf.engine.styles import LEVEL_COLOURS
from documents.workbook.engine.cells import Area
from documents.workbook.engine.looks import Kind, Value
from documents.workbook.engine.sheet import BookSheet, SheetColumn
from language.translation import _
from report.model.report import Report
from report.text import wording
from report.text.alignment.sentences import difference_size, distance_size, headline_sentence
from report.text.known import known_so_far
from report.text.playbook.sureness import sureness_finding, sureness_lead
from report.text.strategy_gap import gap_figures

FILLS = ("#EEF3F6", LEVEL_COLOURS[0], LEVEL_COLOURS[1], "#8FB6C8", LEVEL_COLOURS[4])
"""Of the five levels: black on the first four, white on the last, each with a contrast of at least 7:1."""


def paint_levels(sheet: BookSheet, area: Area, column: int) -> None:
    """Colours a column of levels: the higher, the darker."""
    for level, fill in enumerate(FILLS, 1):
        sheet.paint(area, column, "==", level, fill, ink="#FFFFFF" if level == 5 else "#1B2430")


def write_results(sheet: BookSheet, report: Report) -> None:
    """Figures and sentences on top, a row for each section below."""
    headline = report.headline
    sheet.title(headline.level, *_sentences(report))
    sheet.heads([SheetColumn(_("Figure"), 34), SheetColumn(_("Value"), 14)])
    for name, value, kind in _figures(report):
        sheet.put(sheet.row, 0, name, "strong")
        sheet.put(sheet.row, 1, value, kind)
        sheet.row += 1
    sheet.row += 1
    if wording.withheld(report):
        return
    sheet.heading(_("Sections"))
    area = sheet.table(_columns(), _rows(report), filtered=False)
    paint_levels(sheet, area, 1)
    paint_levels(sheet, area, 3)


def _sentences(report: Report) -> Iterator[str]:
    headline = report.headline
    yield from (headline.backing, headline.holding, headline.gap, headline.sides or "")
    if report.alignment is not None:
        yield headline_sentence(report.alignment)
    for name, said in known_so_far(report):
        yield f"{name}: {said}"
    if report.plausible is not None:
        yield f"{sureness_finding(report)}. {sureness_lead(report)}"


def _figures(report: Report) -> Iterator[tuple[str, Value, Kind]]:
    result, basis = report.result, report.basis
    yield _("People from business"), basis.business, "whole"
    yield _("People from technology"), basis.technology, "whole"
    if wording.withheld(report):
        return
    yield _("Questions answered"), basis.answered, "whole"
    yield _("Questions asked"), basis.questions, "whole"
    yield _("Level described"), result.level, "whole"
    yield _("Level the evidence shows"), result.shown, "whole"
    yield _("Index, 0 to 100"), None if result.index is None else round(result.index), "whole"
    yield _("Practices at level 3 or higher"), result.backed.of, "whole"
    yield _("of these with evidence"), result.backed.evidenced, "whole"
    gap = result.strategy_gap
    if gap.activity is not None and gap.capability is not None:
        activity, capability = gap_figures(gap)
        yield _("Activity, 0 to 100"), activity, "whole"
        yield _("Capability, 0 to 100"), capability, "whole"


def _columns() -> list[SheetColumn]:
    return [
        SheetColumn(_("Section"), 34, "strong"),
        SheetColumn(_("Level"), 14, "whole"),
        SheetColumn(_("Name"), 16),
        SheetColumn(_("Evidence shows"), 12, "whole"),
        SheetColumn(_("Index"), 10, "whole"),
        SheetColumn(_("Practices answered"), 12, "whole"),
        SheetColumn(_("Practices"), 12, "whole"),
        SheetColumn(_("Distance"), 12, "decimal"),
        SheetColumn(_("Technology minus business"), 14, "decimal"),
        SheetColumn(_("In words"), 80),
    ]


def _rows(report: Report) -> Iterator[list[Value]]:
    apart = {one.pillar.code: one for one in report.alignment.sections} if report.alignment else {}
    for section in report.sections:
        found, spread = section.result, apart.get(section.pillar.code)
        yield [
            section.pillar.title,
            found.level,
            report.instrument.level_name(found.level) if found.level else None,
            found.shown,
            None if found.index is None else round(found.index),
            len(section.practices) - len(found.missing),
            len(section.practices),
            None if spread is None or spread.deviation is None else distance_size(spread.deviation),
            None if spread is None or spread.difference is None else difference_size(spread.difference),
            section.sentence,
        ]
