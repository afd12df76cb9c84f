"""The first board page: the level in words, what is backed, what holds it, the profile, the gap."""

from documents.pdf.charts.levels import BOARD_SCALE, LevelAxis, LevelRow, SectionRows
from documents.pdf.charts.plane import ActivityPlane
from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import BODY, BODY_X, CONTENT, LABEL, LOGO_WIDTH, PLANE, UNIT, Sheet
from documents.pdf.engine.images import LogoImage
from documents.pdf.engine.layout import Cell, Columns, Drawable, Space, Stack, TextBlock, Unspoken, labelled
from documents.pdf.engine.styles import BODY as BODY_STYLE
from documents.pdf.engine.styles import DISPLAY, HEADING, QUIET, SMALL_STRONG
from documents.pdf.engine.styles import LABEL as LABEL_STYLE
from documents.pdf.engine.text import narrowed, printable
from language.dates import long_date
from language.translation import _
from report.model.report import Report, SectionView
from report.text import wording
from report.text.alignment.sentences import headline_sentence
from report.text.known import known_so_far
from report.text.narrative import count

ROWS_AT_MOST = 7
PITCH = 20.0
AIR = (3, 2.75, 2.5, 2, 1.5, 1, 1)
"""White space between the parts in units, from the most generous setting to the tightest."""
AGREEMENT = (3, 3, 3, 3, 3, 3, 1)
"""Lines of the sentence on alignment: cut only where no other setting fits."""


class Page(Drawable):
    """A page with one part aligned to the top and another to the bottom."""

    def __init__(self, upper: Drawable, foot: Drawable, room: float) -> None:
        self.upper, self.foot, self.room = upper, foot, room

    def height(self, width: float) -> float:  # noqa: ARG002 - always the whole page
        return self.room

    def needs(self, width: float) -> float:
        """The height that would be needed; more than `room` means it does not fit."""
        return self.upper.height(width) + 3 * UNIT + self.foot.height(width)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        self.upper.paint(painter, x, top, width)
        self.foot.paint(painter, x, top - self.room + self.foot.height(width), width)


def cover_page(report: Report, sheet: Sheet, logo: LogoImage | None) -> Page:
    """The page, as generous as its texts allow: tighter settings are tried until it fits."""
    page = _cover(report, sheet, logo, tight=0)
    for tight in range(1, len(AIR)):
        if page.needs(CONTENT) <= sheet.available:
            break
        page = _cover(report, sheet, logo, tight)
    return page


def _cover(report: Report, sheet: Sheet, logo: LogoImage | None, tight: int) -> Page:
    air = AIR[tight] * UNIT
    upper = Stack(
        _masthead(report, logo, tight),
        Space(air),
        _level(report),
        _statements(report, tight),
        _profile(report, tight),
        _gap(report, tight),
        gap=air,
    )
    foot = labelled(_("What this is not"), TextBlock(not_this(report), QUIET, lines=2))
    return Page(upper, foot, sheet.available)


def not_this(report: Report) -> str:
    """The limits of the instrument in short: their first sentence."""
    first, _dot, _rest = report.instrument.limits.partition(". ")
    return first.rstrip(".") + "."


def _masthead(report: Report, logo: LogoImage | None, tight: int) -> Drawable:
    basis = report.basis
    wide = CONTENT - LOGO_WIDTH - 2 * UNIT if logo else CONTENT
    about = Stack(
        TextBlock(_("AI readiness"), LABEL_STYLE, lines=1),
        TextBlock(basis.organisation.name, HEADING, lines=2),
        Space(UNIT / 2),
        TextBlock(f"{long_date(basis.as_of)}. {wording.who_answered(basis)}", QUIET, lines=2),
        TextBlock(wording.who_in_person(basis), QUIET, lines=2 - tight // 5),
        TextBlock("" if wording.withheld(report) else wording.how_much_answered(basis), QUIET, lines=1),
    )
    cells: list[Cell] = [(0, wide, about)]
    if logo:
        cells.append((CONTENT - LOGO_WIDTH, LOGO_WIDTH, logo))
    return Columns(cells)


def _level(report: Report) -> Drawable:
    headline = report.headline
    if wording.withheld(report):
        return Stack(
            TextBlock(headline.level, DISPLAY, lines=3, kind="H1"),
            TextBlock(wording.shown_from(report), BODY_STYLE, lines=2),
            gap=UNIT,
        )
    if headline_says(report):
        level = printable(headline.level)
        return TextBlock(level, narrowed(level, DISPLAY, CONTENT), lines=3, kind="H1")
    return Stack(
        TextBlock(_("No level yet"), DISPLAY, lines=1, kind="H1"),
        TextBlock(headline.level, BODY_STYLE, lines=4),
        gap=UNIT,
    )


def headline_says(report: Report) -> bool:
    """Does the headline say something of the level: which it is, how high at most, or that too much is not known?"""
    result, bound = report.result, report.ceiling
    return result.level is not None or result.unknown or (bound is not None and bound.level is not None)


def _statements(report: Report, tight: int) -> Drawable:
    headline, alignment = report.headline, report.alignment
    rows = [
        (_("Evidence"), headline.backing, 3 - tight // 4),
        (
            _("What limits the level") if report.result.level else _("Needed first"),
            headline.holding,
            9 - tight,
        ),
        *((name, text, 3 - tight // 3) for name, text in known_so_far(report)),
        (_("The other side") if report.result.single_view else _("Each side alone"), headline.sides or "", 2),
        (_("Alignment"), headline_sentence(alignment) if alignment else "", AGREEMENT[tight]),
    ]
    found = [labelled(name, TextBlock(text, BODY_STYLE, lines=lines)) for name, text, lines in rows if text]
    return Stack(*found, gap=UNIT)


def _profile(report: Report, tight: int) -> Drawable:
    if wording.withheld(report) or not report.basis.answered:
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


def section_row(report: Report, section: SectionView) -> LevelRow:
    """A section as a line of a profile, with the name of its level."""
    result = section.result
    if result.level is None:
        done = len(section.practices) - len(result.missing)
        remark = _("{done} of {all} answered").format(done=done, all=len(section.practices))
    else:
        remark = f"{result.level} {report.instrument.level_name(result.level)}"
    return LevelRow(section.pillar.title, result.level, result.index, remark)


def _gap(report: Report, tight: int) -> Drawable:
    sentence = TextBlock(report.headline.gap, BODY_STYLE, lines=4)
    side = PLANE - 4 * tight
    plane = activity_plane(report, side)
    if plane is None:
        return labelled(_("Activity"), sentence) if report.headline.gap else Stack()
    name = TextBlock(_("Activity and capability"), LABEL_STYLE, lines=2)
    beside = BODY - side - 4 * UNIT
    return Columns([(0, LABEL, name), (BODY_X, beside, sentence), (CONTENT - side, side, plane)])


def activity_plane(report: Report, side: float) -> ActivityPlane | None:
    """The activity × capability plane; None without activity answers."""
    gap = report.result.strategy_gap
    if gap.activity is None or gap.capability is None:
        return None
    words = (_("Activity"), _("Capability"), _("pilot trap"), _("unused capacity"))
    return ActivityPlane(gap.activity, gap.capability, side, words)
