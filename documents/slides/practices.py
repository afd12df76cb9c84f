"""All practices in one grid, a row for each section, darker where the level is higher; what limits the level is outlined."""

from documents.pdf.engine.styles import ACCENT, HAIRLINE, INK, LEVEL_COLOURS
from documents.slides.engine import master
from documents.slides.engine.deck import Deck
from documents.slides.engine.tables import TableCell, table
from language.numbers import NO_BREAK
from language.translation import _
from report.model.report import PracticeView, Report, SectionView
from report.text import wording

FILLS = ("#EEF3F6", LEVEL_COLOURS[0], LEVEL_COLOURS[1], "#8FB6C8", LEVEL_COLOURS[4])
"""Lighter than elsewhere, so that black text has a contrast of at least 7:1 on the first four, white on the last."""
NOBODY = "#FFFFFF"


def practices_slide(deck: Deck, report: Report) -> None:
    """Nothing while nobody has answered or nothing may be shown."""
    if wording.withheld(report) or not report.basis.answered:
        return
    page = deck.page(
        "Finding", _("Practices"), wording.sets_the_level(report),
        say=[report.headline.holding, *(f"{section.pillar.title}: {section.sentence}" for section in report.sections)],
    )  # fmt: skip
    widest = max(len(section.practices) for section in report.sections)
    rows = [_row(report, section, widest) for section in report.sections]
    alternative = f"{wording.sets_the_level(report)}. " + "; ".join(
        f"{row[0].text}: {', '.join(cell.text for cell in row[1:] if cell.text)}" for row in rows
    )
    table(page, master.LEFT, alternative, [""] * (1 + widest), rows, [1.1, *[1.0] * widest], sizes=(14, 12, 11, 10),
          filling=True)  # fmt: skip
    page.notes.append(_key(report))


def _row(report: Report, section: SectionView, widest: int) -> list[TableCell]:
    found = section.result
    level = _("no level") if found.level is None else _("level {level}").format(level=found.level)
    cells = [TableCell(f"{section.pillar.title}: {level}", bold=True)]
    cells += [_cell(report, view) for view in section.practices]
    return cells + [TableCell("", fill=NOBODY)] * (widest - len(section.practices))


def _cell(report: Report, view: PracticeView) -> TableCell:
    found = view.result
    holds = found.code in report.result.held_by
    if found.state == "not_applicable":
        remark = _("does not apply")
    elif found.level is None:
        remark = _("not shown") if found.code in report.withheld else _("no answer")
    elif found.state == "not_known":
        remark = _("not known")
    else:
        remark = str(found.level)
    known = found.level is not None and found.state == "scored"
    fill = FILLS[(found.level or 1) - 1] if known else NOBODY
    return TableCell(
        f"{view.practice.title}:{' ' if len(remark) > 1 else NO_BREAK}{remark}",
        bold=view.practice.key,
        colour="#FFFFFF" if known and found.level == 5 else INK,
        fill=fill,
        outline=ACCENT if holds else "" if known else HAIRLINE,
    )


def _key(report: Report) -> str:
    key = _("Number: level described, 1 to 5. Bold: key practice. White: not known or not answered.")
    if any(code in report.instrument.practices for code in report.result.held_by):
        key += " " + _("Outlined: limits the overall level.")
    return key
