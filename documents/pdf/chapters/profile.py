"""The profile: every section and practice against the levels, with a table beneath."""

from collections.abc import Iterator
from dataclasses import replace

from documents.pdf.charts.levels import FULL_SCALE, LevelAxis, LevelRow, PracticeRows, SectionRows, index_of
from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Stack, TextBlock, Unspoken
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, table
from documents.pdf.engine.styles import LABEL, QUIET, SMALL, SMALL_STRONG
from language.translation import _
from report.model.report import PracticeView, Report, SectionView
from report.text import wording

SECTION_PITCH, PRACTICE_PITCH = 15.0, 13.0
ROWS_AT_MOST = 30
"""Practices of one section that stay together on a page."""


def profile_entries(report: Report) -> Iterator[PageEntry]:
    """Chart and table; the chart of a section is split only beyond thirty practices."""
    yield chapter(_("Profile"), f"{wording.sets_the_level(report)}. {_key(report)}")
    for position, section in enumerate(report.sections):
        for start in range(0, len(section.practices), ROWS_AT_MOST):
            axis = [Unspoken(LevelAxis(FULL_SCALE))] if position == 0 and start == 0 else []
            head = [_head(report, section)] if start == 0 else []
            rows = [practice_row(report, section, v) for v in section.practices[start : start + ROWS_AT_MOST]]
            chart = Stack(*axis, *head, PracticeRows(rows, FULL_SCALE, PRACTICE_PITCH))
            yield PageEntry(chart, gap=UNIT if start == 0 else 0, repeat=LevelAxis(FULL_SCALE))
    yield PageEntry(TextBlock(_level_names(report), QUIET, lines=2), gap=UNIT)
    yield from table(
        (_("Section"), _("Level described"), _("Could show"), _("Index out of 100"), _("Answered")),
        [_line(report, section) for section in report.sections],
        (50, 34, 34, 26, 24),
        lines=2,
    )


def section_row(report: Report, section: SectionView) -> LevelRow:
    """A section as a line of a profile, with the name of its level."""
    result = section.result
    if result.level is None:
        done = len(section.practices) - len(result.missing)
        remark = _("{done} of {all} answered").format(done=done, all=len(section.practices))
    else:
        remark = f"{result.level} {report.instrument.level_name(result.level)}"
    return LevelRow(section.pillar.title, result.level, result.index, remark)


def _head(report: Report, section: SectionView) -> SectionRows:
    return SectionRows([replace(section_row(report, section), style=LABEL)], FULL_SCALE, SECTION_PITCH)


def _key(report: Report) -> str:
    key = _("Bar: level of a section. Dot: average. Bold: key practice.")
    if any(found.state == "not_known" for found in report.result.practices.values()):
        key += " " + _("Hollow dot: not known, counts as level 1.")
    if report.target is None:
        return key
    lacking = _("Line: from today to what level {level} needs.")
    return f"{key} {lacking.format(level=report.target)}"


def _level_names(report: Report) -> str:
    return " · ".join(f"{n} {level.name}" for n, level in enumerate(report.instrument.levels, 1))


def required_level(report: Report, section: SectionView, view: PracticeView) -> int | None:
    """The level the target asks of a practice; None without a target or when nothing is asked."""
    if report.target is None:
        return None
    needed = report.target - (section.pillar.role == "enabling") - (not view.practice.key)
    return needed if needed >= 2 else None


def practice_row(report: Report, section: SectionView, view: PracticeView) -> LevelRow:
    """A practice as a line of the full profile; what is not known is hollow and lacks nothing."""
    found = view.result
    index = None if found.described is None else index_of(found.described)
    required = required_level(report, section, view)
    if found.state == "not_applicable":
        remark = _("does not apply")
    elif found.level is None:
        remark = _("not shown") if found.code in report.withheld else _("no answer")
    else:
        short = required is not None and found.level < required
        remark = (
            _("{known}, needs {level}").format(known=found.level, level=required)
            if short
            else str(found.level)
        )
    if found.state == "not_known":
        remark = _("not known")
    return LevelRow(
        view.practice.title,
        found.level,
        index,
        remark,
        style=SMALL_STRONG if view.practice.key else SMALL,
        required=required,
        unknown=found.state == "not_known",
    )


def _line(report: Report, section: SectionView) -> list[str]:
    found = section.result
    name = report.instrument.level_name
    done = len(section.practices) - len(found.missing)
    return [
        section.pillar.title,
        _("no level") if found.level is None else f"{found.level} {name(found.level)}",
        _("no level") if found.shown is None else f"{found.shown} {name(found.shown)}",
        "–" if found.index is None else str(round(found.index)),
        _("{done} of {all}").format(done=done, all=len(section.practices)),
    ]
