"""The first board page: the finding and what to approve, what keeps the level, what it costs, who answered."""

from dataclasses import replace
from math import ceil

from documents.pdf.chapters.profile import section_row
from documents.pdf.charts.levels import BOARD_SCALE, LevelAxis, SectionRows
from documents.pdf.charts.staircase import LevelStep, Panel, Staircase
from documents.pdf.engine.geometry import CONTENT, LOGO_WIDTH, UNIT, Sheet
from documents.pdf.engine.images import LogoImage
from documents.pdf.engine.layout import (
    Cell,
    Columns,
    Drawable,
    ReadTogether,
    Space,
    Stack,
    TextBlock,
    Unspoken,
    bullet_points,
    labelled,
)
from documents.pdf.engine.styles import (
    BODY,
    BOLD,
    DISPLAY,
    HEADING,
    LABEL,
    QUIET,
    SMALL,
    SMALL_STRONG,
    Style,
    width_of,
)
from documents.pdf.engine.text import printable
from documents.pdf.engine.titles import Title
from documents.pdf.playbook.board.page import Page, fitted
from language.dates import long_date
from language.translation import _
from report.model.report import Report
from report.text import wording
from report.text.alignment.sentences import headline_sentence
from report.text.known import known_so_far
from report.text.narrative import count
from report.text.playbook.board.cover import cover_title, money_strip
from report.text.playbook.board.staircase import Blockers, blockers, points_words, staircase_words, step_words

ROWS_AT_MOST = 7
PITCH = 20.0
AIR = (3.5, 3, 2.5, 2, 1.75, 1.5, 1.25, 1, 1, 0.75, 0.75, 0.5)
"""White space between the parts in units, from the most generous setting to the tightest."""
RISE = (26, 24, 20, 17, 16, 14, 12, 10, 9, 8, 6, 5)
"""How high a step of the staircase is, setting by setting."""
TITLES = (*[replace(DISPLAY, size=24, leading=30)] * 7, *[replace(DISPLAY, size=20, leading=25)] * 5)
ONE_COLUMN, TWO_COLUMNS = 6, 24
"""So many blockers have a line each; so many are named, in two columns, where the texts are at their longest."""
SMALL_FROM, SHORT_FROM, CUT_FROM = 6, 8, 10
"""The settings from which sentences are smaller, blockers are named by title alone, and texts are cut."""
COLUMN_GAP = 12.0
FIGURE = Style(BOLD, 18, 24)
SMALLEST = 8.0


def cover_page(report: Report, sheet: Sheet, logo: LogoImage | None) -> Page:
    """The page, as generous as its texts allow: tighter settings are tried until it fits."""
    return fitted(lambda tight: _cover(report, sheet, logo, tight), len(AIR), sheet)


def _cover(report: Report, sheet: Sheet, logo: LogoImage | None, tight: int) -> Page:
    air = AIR[tight] * UNIT
    upper = Stack(
        _masthead(report, logo),
        Space(air / 2),
        _title(report, tight),
        _staircase(report, tight),
        _profile(report, tight),
        _strip(report),
        _statements(report, tight),
        gap=air,
    )
    foot = Stack(
        labelled(_("Who answered"), _who_answered(report, tight)),
        labelled(_("What this is not"), TextBlock(not_this(report), QUIET, lines=2)),
        gap=UNIT / 2,
    )
    return Page(upper, foot, sheet.available)


def not_this(report: Report) -> str:
    """The limits of the instrument in short: their first sentence."""
    first, _dot, _rest = report.instrument.limits.partition(". ")
    return first.rstrip(".") + "."


def _masthead(report: Report, logo: LogoImage | None) -> Drawable:
    wide = CONTENT - LOGO_WIDTH - 2 * UNIT if logo else CONTENT
    label = f"{_('AI readiness')} · {long_date(report.basis.as_of)}"
    about = Stack(
        TextBlock(label, LABEL, lines=1), TextBlock(report.basis.organisation.name, HEADING, lines=2)
    )
    cells: list[Cell] = [(0, wide, about)]
    if logo:
        cells.append((CONTENT - LOGO_WIDTH, LOGO_WIDTH, logo))
    return Columns(cells)


def _who_answered(report: Report, tight: int) -> Drawable:
    basis = report.basis
    much = "" if wording.withheld(report) else wording.how_much_answered(basis)
    return Stack(
        TextBlock(f"{wording.who_answered(basis)} {much}", QUIET, lines=4 if tight < CUT_FROM else 2),
        TextBlock(wording.who_in_person(basis), QUIET, lines=3 if tight < CUT_FROM else 1),
    )


def _title(report: Report, tight: int) -> Drawable:
    title, below = cover_title(report), ""
    if wording.withheld(report):
        below = wording.shown_from(report)
    elif not headline_says(report):
        title, below = _("No level yet"), title
    return Stack(
        Title(title, TITLES[tight], lines=4, kind="H1"),
        TextBlock(below, BODY, lines=4 if tight < CUT_FROM else 2),
        gap=UNIT / 2,
    )


def headline_says(report: Report) -> bool:
    """Does the headline say something of the level: which it is, how high at most, or that too much is not known?"""
    result, bound = report.result, report.ceiling
    return result.level is not None or result.unknown or (bound is not None and bound.level is not None)


def reached_level(report: Report) -> int | None:
    """The level described, or the highest that is still possible; None where neither is known."""
    return report.result.level or (report.ceiling.level if report.ceiling else None)


def _staircase(report: Report, tight: int) -> Drawable:
    """The levels with what blocks the next one; nothing where neither a level nor a bound is known."""
    reached = reached_level(report)
    if reached is None or wording.withheld(report):
        return Stack()
    found = blockers(report)
    steps = [_step(report, level, reached, found) for level in range(1, len(report.instrument.levels) + 1)]
    chart = Staircase(steps, RISE[tight], staircase_words(report))
    return Stack(chart, Panel(_blocked_by(found, tight))) if found else chart


def _step(report: Report, level: int, reached: int, found: Blockers | None) -> LevelStep:
    words, described, shown = step_words(report, level), report.result.level or 0, report.result.shown or 0
    name = report.instrument.level_name(level)
    if found is not None and level == reached + 1:
        return LevelStep(level, name, "blocked", words, points_words(found))
    return LevelStep(
        level, name, "shown" if level <= shown else "described" if level <= described else "ahead", words
    )


def _blocked_by(found: Blockers, tight: int) -> Drawable:
    """Every blocker in a line; many in two columns; at the longest texts by title."""
    texts = found.clauses if tight < SHORT_FROM else found.in_short
    title = TextBlock(f"{found.title}:", SMALL_STRONG, lines=2)
    if len(texts) <= ONE_COLUMN:
        return Stack(title, *bullet_points(texts, SMALL, 2 if tight < SHORT_FROM else 1), gap=1)
    if tight >= CUT_FROM and len(texts) > TWO_COLUMNS:
        more = _("{n} more, all in the annex").format(n=count(len(texts) - TWO_COLUMNS + 1))
        texts = (*texts[: TWO_COLUMNS - 1], more)
    points = bullet_points(texts, SMALL, 4 if tight < SHORT_FROM else 2 if tight < CUT_FROM else 1)
    half, wide = ceil(len(points) / 2), (CONTENT - 2 * UNIT - COLUMN_GAP) / 2
    columns: list[Cell] = [
        (start, wide, Stack(*some, gap=1))
        for start, some in ((0, points[:half]), (wide + COLUMN_GAP, points[half:]))
    ]
    return Stack(title, Columns(columns), gap=1)


def _strip(report: Report) -> Drawable:
    """The figures of effort and money side by side."""
    figures = money_strip(report)
    if not figures:
        return Stack()
    step = (CONTENT + COLUMN_GAP) / max(len(figures), 3)
    wide = step - COLUMN_GAP
    cells = [
        (at * step, wide, ReadTogether(_figure(f, w, wide), ("money", at)))
        for at, (f, w) in enumerate(figures)
    ]
    return Columns(cells)


def _figure(figure: str, words: str, wide: float) -> Drawable:
    return Stack(
        TextBlock(figure, shrunk(printable(figure), FIGURE, wide), lines=1), TextBlock(words, SMALL, lines=8)
    )


def shrunk(text: str, style: Style, width: float) -> Style:
    """The style in which a printable text takes one line of `width`, no smaller than the smallest print."""
    wide = width_of(text, style)
    return style if wide <= width else replace(style, size=max(SMALLEST, 0.999 * style.size * width / wide))


def _statements(report: Report, tight: int) -> Drawable:
    """Evidence, the gap between activity and capability, and the agreement, a sentence each."""
    headline, alignment, level = report.headline, report.alignment, report.result.level
    known, asked = level is not None, report.result.strategy_gap.gap is not None
    backing = headline.backing if report.basis.answered else ""
    described = headline.level if known and cover_title(report) != headline.level else ""
    most = 6 if tight < CUT_FROM else 1
    rows = [
        (_("Level and evidence"), f"{described} {backing}".strip(), most),
        (_("Needed first"), "" if known else headline.holding, 9 if tight < CUT_FROM else 2),
        *((name, text, most) for name, text in known_so_far(report)),
        (_("Activity and capability"), headline.gap if asked else "", most),
        (_("The other side"), (headline.sides or "") if report.result.single_view else "", most),
        (_("Alignment"), headline_sentence(alignment) if alignment else "", most),
    ]
    style = BODY if tight < SMALL_FROM else SMALL
    found = [labelled(name, TextBlock(text, style, lines=lines)) for name, text, lines in rows if text]
    return Stack(*found, gap=UNIT * (0.75 if tight < SMALL_FROM else 0.5))


def _profile(report: Report, tight: int) -> Drawable:
    """The sections, where there is no staircase."""
    if wording.withheld(report) or not report.basis.answered or reached_level(report) is not None:
        return Stack()
    rows = [section_row(report, section) for section in report.sections][:ROWS_AT_MOST]
    pitch = min(PITCH - tight, (5 * PITCH - 4 * tight) / len(rows))
    key = _("Bar: level. Dot: average. A dot beyond its bar: single practices limit the section.")
    if len(report.sections) > ROWS_AT_MOST:
        key = _("The first {n} sections; the full document has the others.").format(n=count(ROWS_AT_MOST))
    return Stack(
        TextBlock(wording.sets_the_level(report), SMALL_STRONG, lines=2 - tight // 5),
        Space(UNIT / 2),
        Unspoken(LevelAxis(BOARD_SCALE)),
        SectionRows(rows, BOARD_SCALE, pitch),
        Space(UNIT / 2),
        TextBlock(key, QUIET, lines=1),
    )
