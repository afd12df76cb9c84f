"""The practices one by one, and everything that is open, as tables to filter."""

from collections.abc import Iterator

from documents.pdf.chapters.profile import required_level
from documents.pdf.engine.styles import MUTED
from documents.workbook.engine.cells import cell
from documents.workbook.engine.lists import Lists
from documents.workbook.engine.looks import Value
from documents.workbook.engine.sheet import BookSheet, SheetColumn
from documents.workbook.results import paint_levels
from language.numbers import beside
from language.translation import _
from report.model.report import Report
from report.text.alignment.findings import CUTS
from report.text.alignment.sentences import difference_size, distance_size
from report.text.plan import gaps

LEVEL, LIMITS, STATE = 4, 3, 6


def write_practices(sheet: BookSheet, report: Report) -> None:
    """A row for each practice, with what may be shown of both sides."""
    sheet.title(_("Practices"), _("Levels 1 to 5. Values by side are averages of the first votes."))
    columns = [
        SheetColumn(_("Practice"), 34, "strong"),
        SheetColumn(_("Section"), 20),
        SheetColumn(_("Key practice"), 9),
        SheetColumn(_("Limits the level"), 9),
        SheetColumn(_("Level"), 8, "whole"),
        SheetColumn(_("Needed for the next level"), 10, "whole"),
        SheetColumn(_("Value"), 8, "decimal"),
        SheetColumn(_("Agreed in the room"), 9, "whole"),
        SheetColumn(_("Business"), 9, "decimal"),
        SheetColumn(_("Technology"), 11, "decimal"),
        SheetColumn(_("Technology minus business"), 12, "decimal"),
        SheetColumn(_("Distance"), 9, "decimal"),
        SheetColumn(_("Evidence"), 22),
        SheetColumn(_("Situation today"), 60),
        SheetColumn(_("Next situation"), 60),
    ]
    area = sheet.table(columns, _practices(report))
    paint_levels(sheet, area, LEVEL)
    sheet.paint_rows(area, f'={cell(area.first, LIMITS, still=True)}<>""', bold=True)


def _practices(report: Report) -> Iterator[list[Value]]:
    seen = {one.practice.code: one for one in report.alignment.practices} if report.alignment else {}
    for section in report.sections:
        for view in section.practices:
            found, aligned = view.result, seen.get(view.practice.code)
            known = found.state == "scored" and found.described is not None
            yield [
                view.practice.title,
                section.pillar.title,
                _("key") if view.practice.key else "",
                _("limits") if found.code in report.result.held_by else "",
                found.level,
                required_level(report, section, view),
                beside(found.described, 1, above=CUTS) if known and found.described is not None else None,
                found.agreed,
                None if aligned is None or aligned.business is None else beside(aligned.business, 1, above=CUTS),
                None if aligned is None or aligned.technology is None else beside(aligned.technology, 1, above=CUTS),
                None if aligned is None or aligned.difference is None else difference_size(aligned.difference.difference),
                None if aligned is None else distance_size(aligned.deviation),
                view.backing,
                view.situation,
                view.next_situation,
            ]  # fmt: skip


def write_gaps(sheet: BookSheet, report: Report, lists: Lists) -> None:
    """What to settle, to ask and to show, one row each, with a state to keep."""
    sheet.title(gaps.gaps_title(report), gaps.gaps_lead(report))
    columns = [
        SheetColumn(_("Practice"), 34, "strong"),
        SheetColumn(_("Open point"), 20),
        SheetColumn(_("Why"), 50),
        SheetColumn(_("Question, or evidence to show"), 70),
        SheetColumn(_("Whom to ask"), 20),
        SheetColumn(_("Who deals with it"), 20, own=True),
        SheetColumn(_("State"), 14, own=True),
        SheetColumn(_("Note"), 40, own=True),
    ]
    area = sheet.table(columns, ([*row, None, None, None] for row in _open(report)))
    states = lists.add("gap_state", _("State of a gap"), [_("open"), _("settled"), _("parked")])
    sheet.choose(area, STATE, states.cells)
    sheet.paint_rows(area, f"={cell(area.first, STATE, still=True)}={states.word(1)}", font_color=MUTED)


def has_gaps(report: Report) -> bool:
    """Is there anything open?"""
    return next(_open(report), None) is not None


def _open(report: Report) -> Iterator[list[Value]]:
    for one in report.gaps:
        words = " ".join(filter(None, (gaps.apart(one), gaps.why(report, one))))
        kind = _("to move first") if report.result.single_view else _("leaders differ")
        yield [one.practice.title, kind, words, one.question, ""]
    for errand in report.errands:
        why = _("Counts as level 1 until someone can say.")
        yield [errand.practice.title, _("not known"), why, errand.practice.stem, errand.ask]
    for practice in report.unbacked:
        why = _("Described at level 3 or higher, without a document or a number.")
        yield [practice.title, _("no evidence"), why, practice.evidence, ""]
    for found in report.contradictions:
        yield [found.practice.title, _("answers contradict"), found.sentence, found.other.title, ""]
