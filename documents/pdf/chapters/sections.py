"""A page per section: what is described today in the instrument's own words, and what the next level is."""

from collections.abc import Iterator

from assessment.privacy import WITHHELD
from documents.pdf.charts.levels import LevelSquares
from documents.pdf.engine.geometry import BODY, BODY_X, LABEL, UNIT, Sheet
from documents.pdf.engine.layout import Columns, Drawable, Hairline, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry, compose
from documents.pdf.engine.parts import chapter
from documents.pdf.engine.styles import BODY as BODY_STYLE
from documents.pdf.engine.styles import MUTED, QUIET, SMALL_STRONG, STRONG
from language.translation import _
from report.model.report import PracticeView, Report, SectionView
from report.text.narrative import sentence

SETTINGS = 3
"""How many settings are tried, from the most generous to the tightest."""
GUTTER = 14.0
HALF = (BODY - GUTTER) / 2


def section_entries(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """Every section on a page of its own; set tighter if that keeps it on one page."""
    for section in report.sections:
        settings = [list(_section(report, section, tight)) for tight in range(SETTINGS)]
        yield from next((found for found in settings if len(compose(found, sheet)) == 1), settings[0])


def _section(report: Report, section: SectionView, tight: int) -> Iterator[PageEntry]:
    yield chapter(section.pillar.title, section.sentence)
    yield PageEntry(TextBlock(section.pillar.why, QUIET, lines=4), gap=UNIT, together=True)
    for position, view in enumerate(section.practices):
        yield PageEntry(_practice(report, view, tight), gap=(2 - tight / 4) * UNIT if position else 3 * UNIT)


def _practice(report: Report, view: PracticeView, tight: int) -> Drawable:
    holds = view.practice.code in report.result.held_by
    side = Stack(
        TextBlock(view.practice.title, STRONG, lines=4),
        LevelSquares(
            None if view.result.state == "not_known" else view.result.level, _level_words(report, view)
        ),
        TextBlock(_("Key practice") if view.practice.key else "", QUIET, lines=1),
        TextBlock(_("Limits the level") if holds else "", SMALL_STRONG, lines=1),
        TextBlock(_backing(view), QUIET, lines=3),
    )
    body = _situations(report, view)
    columns = Columns([(0, LABEL, side), (BODY_X, BODY, body)])
    return Stack(Hairline(), columns, gap=(1 - tight / 4) * UNIT)


def _level_words(report: Report, view: PracticeView) -> str:
    found = view.result
    if found.state == "not_applicable":
        return _("does not apply")
    if found.state == "not_known":
        return _("not known")
    if found.level is None:
        return _("not shown") if found.code in report.withheld else _("no answer")
    if found.agreed is not None:
        return _("Level {level}, agreed").format(level=found.level)
    return _("Level {level}").format(level=found.level)


def _situations(report: Report, view: PracticeView) -> Drawable:
    text = BODY_STYLE if view.situation else BODY_STYLE.coloured(MUTED)
    today = Stack(
        TextBlock(_("Today"), QUIET, lines=1),
        TextBlock(view.situation or _no_situation(report, view), text, lines=7),
    )
    if view.next_situation is None or view.result.level is None:
        return today
    ahead = Stack(
        TextBlock(_("At level {level}").format(level=view.result.level + 1), QUIET, lines=1),
        TextBlock(view.next_situation, BODY_STYLE, lines=7),
    )
    return Columns([(0, HALF, today), (HALF + GUTTER, HALF, ahead)])


def _no_situation(report: Report, view: PracticeView) -> str:
    if view.practice.code in report.withheld:
        return _(WITHHELD)
    return _("Not answered yet: {question}").format(question=view.practice.stem)


def _backing(view: PracticeView) -> str:
    """The evidence type; nothing below level 3, where none is asked."""
    found = view.result
    if found.state != "scored" or found.level is None or found.level < 3:
        return ""
    return sentence(view.backing)
