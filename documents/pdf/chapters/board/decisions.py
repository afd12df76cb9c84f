"""The second board page: exposure today, the decisions asked, what is not known, the next review."""

from collections.abc import Sequence

from assessment.privacy import WITHHELD
from documents.pdf.chapters.board.cover import Page
from documents.pdf.engine.geometry import CONTENT, THIRD, THIRD_GUTTER, UNIT, Sheet
from documents.pdf.engine.layout import Columns, Drawable, Hairline, ReadTogether, Stack, TextBlock, labelled
from documents.pdf.engine.styles import ACCENT, BODY, HEADING, QUIET, SMALL, STRONG
from language.dates import long_date
from language.translation import _
from report.model.plan import AskedMove, MoveCard
from report.model.report import Report
from report.text import wording
from report.text.narrative import count, sentence
from report.text.plan import path
from report.text.unknown import ask_first_sentence, by_person, unknown_holders

ERRANDS_AT_MOST = 4
TITLES_AT_MOST = 6
KEPT_AT_MOST = 10
LINES_OF_ONE = (40, 12, 8, 5, 3, 1)
"""How many decisions of one owner are named, setting by setting; the others are counted with their weeks."""
SIDE_BY_SIDE, ONE_BY_ONE = 3, 5
"""So many decisions fit beside one another, and so many below one another; more are grouped by owner."""
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
        TextBlock(_("What the board is asked to decide"), HEADING, lines=1, kind="H2"),
        _ask_first(report, tight),
        _exposure(report, tight),
        _decisions(report, tight),
        _open_points(report, tight),
        gap=air,
    )
    review = labelled(_("Next review"), TextBlock(long_date(report.review_on), STRONG, lines=1))
    return Page(upper, review, sheet.available)


def _ask_first(report: Report, tight: int) -> Drawable:
    """What keeps the level down only because nobody could say comes before anything that is decided."""
    holders = unknown_holders(report.result)
    errands = [errand for errand in report.errands if errand.practice.code in holders]
    if not errands:
        return Stack()
    return labelled(_("Before deciding"), TextBlock(ask_first_sentence(errands), BODY, lines=4 - tight // 3))


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
        return _("Not enough answers yet.")
    deciding = [p for p in report.result.practices.values() if p.key and _decides(report, p.pillar)]
    if any(found.state in ("not_known", "missing") for found in deciding):
        return _(
            "Of the key practices that set the level, those known are at level 3 or higher; the rest are "
            "not known."
        )
    return _("No key practice that sets the level is below level 3.")


def _decides(report: Report, pillar: str) -> bool:
    return report.instrument.pillar(pillar).role == "gate"


def _decisions(report: Report, tight: int) -> Drawable:
    asked = report.decisions_asked
    if not asked:
        return _instead(report)
    if len(asked) <= SIDE_BY_SIDE:
        rows = _in_columns(asked, tight)
    elif len(asked) <= ONE_BY_ONE:
        rows = [_decision(number, one) for number, one in enumerate(asked, 1)]
    else:
        rows = [_of_one_owner(owner, theirs, tight) for owner, theirs in path.asked_by_owner(report).items()]
    title = TextBlock(path.decisions_title(report), STRONG, lines=2)
    return Stack(title, Hairline(), *rows, gap=UNIT if tight < 4 else UNIT / 2)


def _in_columns(asked: Sequence[AskedMove], tight: int) -> list[Drawable]:
    rows: list[Drawable] = [_beside([_heading(n, one.card) for n, one in enumerate(asked, 1)])]
    if tight < 4:
        rows.append(_beside([_fact(_("Afterwards"), one.card.becomes, 6 - tight // 2) for one in asked]))
    return rows + [
        _beside([_fact(name, text, most) for text in texts]) for name, texts, most in _facts(asked, tight)
    ]


def _decision(number: int, one: AskedMove) -> Drawable:
    """One of four or five decisions: its title, who owns it, what it takes and how it is measured."""
    facts = f"{sentence(one.owner)}; {path.time_and_effort(one)}"
    measured = _("Measure: {kpi}").format(kpi=one.card.move.kpi.name)
    body = Stack(
        TextBlock(one.card.move.title, STRONG, lines=2),
        TextBlock(facts, SMALL, lines=2),
        TextBlock(measured, QUIET, lines=2),
    )
    return labelled(str(number), body)


def _of_one_owner(owner: str, asked: Sequence[AskedMove], tight: int) -> Drawable:
    """The decisions of one owner as lines: with more than five the board decides by owner."""
    named = asked[: LINES_OF_ONE[tight]]
    lines = [
        TextBlock(f"{one.card.move.title} ({path.time_and_effort(one)})", SMALL, lines=2 if tight < 3 else 1)
        for one in named
    ]
    rest = asked[len(named) :]
    if rest:
        effort = wording.summed_effort([one.card for one in rest])
        text = _("and {n} more on the path, about {effort}").format(n=count(len(rest)), effort=effort)
        lines.append(TextBlock(text, SMALL, lines=1))
    return labelled(sentence(owner), Stack(*lines, gap=UNIT / 4))


def nothing_asked(report: Report) -> str:
    """Why there is no move to decide."""
    if wording.withheld(report):
        return _("None until the result may be shown.")
    if report.result.level == 5:
        return _("None. This is the highest level; keep the practices below in place.")
    if report.path is not None:
        return path.no_path(report, report.path.found)
    return _("None until the open questions are answered.")


def _instead(report: Report) -> Drawable:
    """Without decisions: what has to stay true at the highest level, else the key questions still open."""
    none = labelled(_("Decisions asked"), TextBlock(nothing_asked(report), BODY, lines=3))
    practices = [p for p in report.instrument.practices.values() if p.key]
    if report.result.level == 5:
        name, texts = _("To keep in place"), [f"{p.title}: {p.situation(5)}" for p in practices]
    elif report.result.unknown:
        asked = by_person(report.errands).items()
        name = _("Whom to ask first")
        texts = [f"{who}: {'; '.join(e.practice.title for e in errands)}" for who, errands in asked]
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
    parts = [ReadTogether(piece, ("decision", position)) for position, piece in enumerate(pieces)]
    return Columns([(position * step, THIRD, part) for position, part in enumerate(parts)])


def _heading(number: int, card: MoveCard) -> Drawable:
    return Stack(
        TextBlock(f"{number}", STRONG.coloured(ACCENT), lines=1),
        TextBlock(card.move.title, STRONG, lines=4),
    )


def _facts(asked: Sequence[AskedMove], tight: int) -> list[tuple[str, list[str], int]]:
    """Name, one text per decision, and the lines each may take."""
    return [
        (_("Owner"), [one.owner for one in asked], 2),
        (_("Effort and time"), [sentence(path.time_and_effort(one)) for one in asked], 3),
        (_("Measure"), [one.card.move.kpi.name for one in asked], 4 - tight // 3),
        (_("Evidence of completion"), [one.card.move.evidence for one in asked], 6 - tight // 2),
    ]


def _fact(name: str, text: str, lines: int) -> Drawable:
    return Stack(TextBlock(name, QUIET, lines=1), TextBlock(text, SMALL, lines=lines))


def _open_points(report: Report, tight: int) -> Drawable:
    points = []
    if report.errands and not report.result.unknown:
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
            labelled(_("No evidence yet"), TextBlock(unbacked_sentence(report), BODY, lines=4 - tight // 3))
        )
    return Stack(*points, gap=2 * UNIT)


def unbacked_sentence(report: Report) -> str:
    """The practices at level 3 or more with nothing to show, a few by title."""
    titles = [practice.title for practice in report.unbacked]
    named = titles[:TITLES_AT_MOST]
    if len(titles) > len(named):
        named.append(_("{n} more").format(n=count(len(titles) - len(named))))
    return _("Described at level 3 or higher, without a document or a number: {titles}.").format(
        titles="; ".join(named)
    )
