"""All practices in one grid, a row for each section, darker where the level is higher; what limits the level is outlined."""

from documents.pdf.engine.styles import ACCENT, HAIRLINE, INK, LEVEL_COLOURS
from documents.slides.engine import master
from documents.slides.engine.deck import Deck
from documents.slides.engine.tables import TableCell, table
from language.numbers import NO_BREAK
from language.translation import _
from report.model.report import PracticeView, Report, SectionView
from report.text import wording
from report.text.playbook.practices import (
    cell_words,
    grid_words,
    practices_lead,
    practices_title,
    section_words,
)

FILLS = ("#EEF3F6", LEVEL_COLOURS[0], LEVEL_COLOURS[1], "#8FB6C8", LEVEL_COLOURS[4])
"""Lighter than elsewhere, so that black text has a contrast of at least 7:1 on the first four, white on the last."""
NOBODY = "#FFFFFF"
LIMITS = f"●{NO_BREAK}"
"""Beside the outline, which cells share with their neighbours."""


def practices_slide(deck: Deck, report: Report) -> None:
    """Nothing while nobody has answered or nothing may be shown."""
    if wording.withheld(report) or not report.basis.answered:
        return
    page = deck.page(
        "Finding", _("Practices"), practices_title(report), practices_lead(report),
        [report.headline.holding, *(f"{one.pillar.title}: {one.sentence}" for one in report.sections)],
    )  # fmt: skip
    widest = max(len(section.practices) for section in report.sections)
    rows = [_row(report, section, widest) for section in report.sections]
    said = " ".join(grid_words(report, section, section.practices) for section in report.sections)
    table(
        page, master.LEFT, f"{practices_title(report)}. {said}", [""] * (1 + widest), rows, [1.1, *[1.0] * widest],
        sizes=(14, 12, 11, 10), filling=True,
    )  # fmt: skip
    page.notes.append(_key(report))


def _row(report: Report, section: SectionView, widest: int) -> list[TableCell]:
    cells = [TableCell(f"{section.pillar.title}: {section_words(section)}", bold=True)]
    cells += [_cell(report, view) for view in section.practices]
    return cells + [TableCell("", fill=NOBODY)] * (widest - len(section.practices))


def _cell(report: Report, view: PracticeView) -> TableCell:
    found = view.result
    holds = found.code in report.result.held_by
    remark = cell_words(report, view) or str(found.level)
    known = found.level is not None and found.state == "scored"
    fill = FILLS[(found.level or 1) - 1] if known else NOBODY
    return TableCell(
        f"{LIMITS if holds else ''}{view.practice.title}:{' ' if len(remark) > 1 else NO_BREAK}{remark}",
        bold=view.practice.key,
        colour="#FFFFFF" if known and found.level == 5 else INK,
        fill=fill,
        outline=ACCENT if holds else "" if known else HAIRLINE,
    )


def _key(report: Report) -> str:
    key = _("Number: level described, 1 to 5. Bold: key practice. White: not known or not answered.")
    if any(code in report.instrument.practices for code in report.result.held_by):
        key += " " + _("● and outlined: limits the overall level.")
    return key
