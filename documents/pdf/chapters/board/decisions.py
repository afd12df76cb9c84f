"""The second board page: exposure today, three decisions asked, what is not known, the next review."""

from assessment.privacy import WITHHELD
from documents.pdf.chapters.board.cover import Page
from documents.pdf.engine.geometry import CONTENT, THIRD, THIRD_GUTTER, UNIT, Sheet
from documents.pdf.engine.layout import Columns, Drawable, Hairline, Stack, TextBlock, labelled
from documents.pdf.engine.styles import ACCENT, BODY, HEADING, QUIET, SMALL, STRONG
from language.dates import long_date
from language.translation import _, ngettext
from report.model.report import MoveCard, Report
from report.text import wording
from report.text.narrative import count, sentence
from report.text.plan import path

ERRANDS_AT_MOST = 4
TITLES_AT_MOST = 6
KEPT_AT_MOST = 10
AIR = (6, 5, 4, 3, 2.5, 2)
"""White space between the parts in units, from the most generous setting to the tightest."""


def decisions_page(report: Report, sheet: Sheet) -> Page:
    """The page, as generous as its texts allow: tighter settings are tried until it fits."""
    page = _page(report, sheet, tight=0)
    for tight in range(1, len(AIR)):
        if page.needs(CONTENT) <= sheet.available:
            break
        page = _page(report, sheet, tight)
    return page


def _page(report: Report, sheet: Sheet, tight: int) -> Page:
    air = AIR[tight] * UNIT
    upper = Stack(
        TextBlock(_("What the board is asked"), HEADING, lines=1),
        _exposure(report, tight),
        _decisions(report, tight),
        _open_points(report, tight),
        gap=air,
    )
    review = labelled(_("Next review"), TextBlock(long_date(report.review_on), STRONG, lines=1))
    return Page(upper, review, sheet.available)


def _exposure(report: Report, tight: int) -> Drawable:
    if not report.exposures:
        return labelled(_("Exposure today"), TextBlock(_no_exposure(report), BODY, lines=3))
    lines = [
        TextBlock(text, BODY, lines=2 if tight < 4 else 1) for text in report.exposures[: 6 - tight // 2]
    ]
    return labelled(_("Exposure today"), Stack(*lines, gap=UNIT / 2))


def _no_exposure(report: Report) -> str:
    if wording.withheld(report):
        return _(WITHHELD)
    if report.result.level is None:
        return _("Nothing can be said yet: there are not enough answers.")
    return _("No key practice in the sections that decide the level is below level 3.")


def _decisions(report: Report, tight: int) -> Drawable:
    asked = report.asked
    if not asked:
        return _instead(report)
    title = ngettext("One decision asked", "{n} decisions asked", len(asked)).format(
        n=sentence(count(len(asked)))
    )
    rows = [_beside([_heading(n, card) for n, card in enumerate(asked, 1)])]
    if tight < 4:
        rows.append(_beside([_fact(_("Afterwards"), card.becomes, 6 - tight // 2) for card in asked]))
    rows += [
        _beside([_fact(name, text, most) for text in texts]) for name, texts, most in _facts(asked, tight)
    ]
    return Stack(TextBlock(title, STRONG, lines=1), Hairline(), *rows, gap=UNIT)


def nothing_asked(report: Report) -> str:
    """Why there is no move to decide."""
    if wording.withheld(report):
        return _("None yet. They follow when the result may be shown.")
    if report.result.level == 5:
        return _("None. Nothing is above this level; what is in place has to be kept there.")
    if report.path is not None:
        return path.no_path(report, report.path.found)
    return _("None yet. The decisions follow from the answers that are still open.")


def _instead(report: Report) -> Drawable:
    """Without decisions: what has to stay true at the highest level, else the key questions still open."""
    none = labelled(_("Decisions asked"), TextBlock(nothing_asked(report), BODY, lines=3))
    practices = [p for p in report.instrument.practices.values() if p.key]
    if report.result.level == 5:
        name, texts = _("What has to stay true"), [f"{p.title}: {p.situation(5)}" for p in practices]
    else:
        missing = [p for p in practices if _unanswered(report, p.code)]
        name, texts = _("Questions to answer first"), [p.stem for p in missing]
    if wording.withheld(report) or not texts:
        return none
    lines = [TextBlock(text, BODY, lines=3) for text in texts[:KEPT_AT_MOST]]
    return Stack(none, labelled(name, Stack(*lines, gap=UNIT / 2)), gap=4 * UNIT)


def _unanswered(report: Report, code: str) -> bool:
    return report.result.practices[code].state == "missing" and code not in report.withheld


def _beside(pieces: list[Drawable]) -> Columns:
    step = THIRD + THIRD_GUTTER
    return Columns([(position * step, THIRD, piece) for position, piece in enumerate(pieces)])


def _heading(number: int, card: MoveCard) -> Drawable:
    return Stack(
        TextBlock(f"{number}", STRONG.coloured(ACCENT), lines=1),
        TextBlock(card.move.title, STRONG, lines=4),
    )


def _facts(asked: tuple[MoveCard, ...], tight: int) -> list[tuple[str, list[str], int]]:
    """Name, one text per decision, and the lines each may take."""
    time = [f"{sentence(wording.effort(card))}; {wording.weeks(card.move)}" for card in asked]
    by = [sentence(wording.by_day(card)) for card in asked]
    owners = [". ".join(filter(None, (card.lead, day))) for card, day in zip(asked, by, strict=True)]
    return [
        (_("Owner"), owners, 3),
        (_("Effort and time"), time, 3),
        (_("Measured by"), [card.move.kpi.name for card in asked], 4 - tight // 3),
        (_("Done when there is"), [card.move.evidence for card in asked], 6 - tight // 2),
    ]


def _fact(name: str, text: str, lines: int) -> Drawable:
    return Stack(TextBlock(name, QUIET, lines=1), TextBlock(text, SMALL, lines=lines))


def _open_points(report: Report, tight: int) -> Drawable:
    points = []
    if report.errands:
        shown = min(len(report.errands), ERRANDS_AT_MOST - tight // 2)
        lines = [
            TextBlock(_("{title}: ask {who}").format(title=e.practice.title, who=e.ask), BODY, lines=1)
            for e in report.errands[:shown]
        ]
        more = len(report.errands) - shown
        if more:
            lines.append(TextBlock(_("and {n} more").format(n=count(more)), BODY, lines=1))
        points.append(labelled(_("Not yet known"), Stack(*lines)))
    if report.unbacked:
        points.append(
            labelled(_("Not yet backed"), TextBlock(unbacked_sentence(report), BODY, lines=4 - tight // 3))
        )
    return Stack(*points, gap=2 * UNIT)


def unbacked_sentence(report: Report) -> str:
    """The practices at level 3 or more with nothing to show, a few by title."""
    titles = [practice.title for practice in report.unbacked]
    named = titles[:TITLES_AT_MOST]
    if len(titles) > len(named):
        named.append(_("{n} more").format(n=count(len(titles) - len(named))))
    return _("Described at level 3 or higher, with nothing recorded to show: {titles}.").format(
        titles="; ".join(named)
    )
