"""The second board page: the decisions with boxes to mark, what not deciding costs, what is not known, the next review."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from documents.pdf.engine.geometry import CONTENT, UNIT, Sheet
from documents.pdf.engine.layout import Cell, Drawable, Hairline, Row, Stack, TextBlock, labelled
from documents.pdf.engine.styles import FINDING, LABEL, LEAD, QUIET, REGULAR, SMALL, STRONG, Style
from documents.pdf.engine.titles import Title
from documents.pdf.playbook.board.open_points import (
    CUT_FROM,
    SMALL_FROM,
    ask_first,
    if_undecided,
    instead_of_decisions,
    open_points,
)
from documents.pdf.playbook.board.page import Page, fitted
from language.dates import long_date
from language.translation import _
from report.model.plan import AskedMove
from report.model.report import Report
from report.text.narrative import count, sentence
from report.text.plan import path
from report.text.playbook.board.decisions import (
    decisions_finding,
    effort_words,
    evidence_words,
    last_day_words,
    when_words,
)

LINES_OF_ONE = (*[40] * 9, 5, 3, 1)
"""How many decisions of one owner are named, setting by setting; the others are counted with their weeks."""
EVIDENCE_LINES = (*[6] * 9, 3, 2, 1)
TINY_FROM = 7
TINY = replace(QUIET, size=8, leading=10)
"""The smallest print, for the evidence from a tight setting on."""
ONE_BY_ONE = 5
"""So many decisions have a row each; more are grouped by owner."""
AIR = (4, 3.5, 3, 2.5, 2, 1.5, 1.5, 1, 0.75, 0.75, 0.75, 0.75)
"""White space between the parts in units, from the most generous setting to the tightest."""
WIDTHS = (262.0, CONTENT - 262 - 28 - 26 - 44, 28.0, 26.0, 44.0)
GUTTER = 8.0
BOX = "☐"
MARK = Style(REGULAR, 16, 18)
"""A box to mark by hand."""
DecisionRow = tuple[Drawable, Sequence[Drawable]]
"""What is to be decided, and the facts beside it."""


def decisions_page(report: Report, sheet: Sheet) -> Page:
    """The page, as generous as its texts allow: tighter settings are tried until it fits."""
    return fitted(lambda tight: _page(report, sheet, tight), len(AIR), sheet)


def _page(report: Report, sheet: Sheet, tight: int) -> Page:
    air = AIR[tight] * UNIT
    marks = (
        _("Mark each one by hand: yes, no or amend.") if report.decisions_asked and tight <= TINY_FROM else ""
    )
    upper = Stack(
        Stack(
            TextBlock(_("What the board is asked to decide"), LABEL, lines=1),
            Title(decisions_finding(report), FINDING, lines=3, kind="H2"),
            TextBlock(marks, LEAD, lines=1),
            gap=UNIT / 2,
        ),
        ask_first(report, tight),
        _decisions(report, tight),
        if_undecided(report, tight),
        open_points(report, tight),
        gap=air,
    )
    review = labelled(_("Next review"), TextBlock(long_date(report.review_on), STRONG, lines=1))
    return Page(upper, review, sheet.available)


def _decisions(report: Report, tight: int) -> Drawable:
    """The table of decisions with boxes to mark; many are grouped by owner."""
    asked = report.decisions_asked
    if not asked:
        return instead_of_decisions(report, tight)
    few, rows_of = len(asked) <= ONE_BY_ONE, object()
    rows = _one_by_one(report, tight) if few else _by_owner(report, tight)
    heads = (
        _("Decision"),
        _("Owner, effort, date") if few else _("Effort, date"),
        _("Yes"),
        _("No"),
        _("Amend"),
    )
    table: list[Drawable] = [
        Row(_placed([TextBlock(head, QUIET, lines=1) for head in heads]), rows_of, head=True)
    ]
    for what, facts in rows:
        boxes = [TextBlock(BOX, MARK, lines=1) for _answer in heads[2:]]
        table += [Hairline(), Row(_placed([what, Stack(*facts), *boxes]), rows_of)]
    note = TextBlock(path.proof_sentence(report), QUIET, lines=2)
    return Stack(*table, Hairline(), note, gap=UNIT / 2 if tight < SMALL_FROM else UNIT / 4)


def _placed(cells: Sequence[Drawable]) -> list[Cell]:
    starts = accumulate(WIDTHS, initial=0.0)
    return [(at, wide - GUTTER, cell) for at, wide, cell in zip(starts, WIDTHS, cells, strict=False)]


def _one_by_one(report: Report, tight: int) -> Iterator[DecisionRow]:
    for number, one in enumerate(report.decisions_asked, 1):
        title = TextBlock(f"{number}. {one.card.move.title}", STRONG, lines=3)
        facts = (sentence(one.owner), effort_words(one), when_words(one))
        yield (
            Stack(
                title,
                TextBlock(evidence_words(one), TINY if tight >= TINY_FROM else QUIET, EVIDENCE_LINES[tight]),
            ),
            [TextBlock(fact, SMALL, lines=2) for fact in facts],
        )


def _by_owner(report: Report, tight: int) -> Iterator[DecisionRow]:
    """The decisions of one owner as lines of one row: with more than five the board decides by owner."""
    for owner, asked in path.asked_by_owner(report).items():
        named = asked[: LINES_OF_ONE[tight]]
        lines: list[Drawable] = [_line(one, tight) for one in named]
        rest = asked[len(named) :]
        if rest:
            text = _("and {n} more on the path, about {effort}").format(
                n=count(len(rest)), effort=effort_words(*rest)
            )
            lines.append(TextBlock(text, SMALL, lines=1))
        facts = (effort_words(*asked), last_day_words(asked))
        yield (
            Stack(TextBlock(sentence(owner), STRONG, lines=1), *lines, gap=UNIT / 4),
            [TextBlock(fact, SMALL, lines=3) for fact in facts],
        )


def _line(one: AskedMove, tight: int) -> Drawable:
    facts = f"{effort_words(one)}; {when_words(one)}"
    title = TextBlock(f"{one.card.move.title} ({facts})", SMALL, lines=4 if tight < CUT_FROM else 1)
    return Stack(title, TextBlock(evidence_words(one), QUIET, lines=6)) if tight < 2 else title
