"""The page of verdicts: one lane for each, one card for each initiative with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.pdf.engine.canvas import Painter
from documents.pdf.engine.geometry import CONTENT, MM, UNIT, Sheet
from documents.pdf.engine.layout import Columns, Drawable, Hairline, ReadTogether, Stack, TextBlock
from documents.pdf.engine.pages import PageEntry, compose
from documents.pdf.engine.styles import ACCENT, QUIET, SMALL, SMALL_STRONG, STRONG, WASH
from documents.pdf.playbook.finding import finding
from language.translation import _
from report.model.report import Report
from report.model.value import VerdictView
from report.text.playbook.verdicts import (
    MEANING,
    by_reason,
    lane_words,
    lanes,
    more_reasons,
    verdicts_title,
)
from report.text.value.verdicts import VERDICTS
from scoring.value.verdicts import Verdict

LANE = 34 * MM
BESIDE = CONTENT - LANE
GUTTER, PAD = 8.0, 6.0
LINES = 24


@dataclass(frozen=True)
class Setting:
    """How the lanes are set: cards beside one another, cards in a lane at most, all reasons or the first.

    A lane with more initiatives names them reason by reason, at most `names` for each.
    """

    beside: int
    cards: int
    whole: bool
    names: int
    air: float = 2 * UNIT


SETTINGS = (
    Setting(beside=2, cards=200, whole=True, names=0),
    Setting(beside=3, cards=200, whole=True, names=0, air=UNIT),
    Setting(beside=3, cards=200, whole=False, names=0, air=UNIT),
    Setting(beside=3, cards=6, whole=False, names=40, air=UNIT),
    Setting(beside=3, cards=3, whole=False, names=40, air=UNIT),
    Setting(beside=3, cards=0, whole=False, names=40, air=UNIT),
    Setting(beside=3, cards=0, whole=False, names=12, air=UNIT),
    Setting(beside=3, cards=0, whole=False, names=4, air=UNIT),
    Setting(beside=3, cards=0, whole=False, names=1, air=UNIT / 2),
)
"""From the most generous to the tightest; the first that fits on a page is taken."""


def verdicts_page(report: Report, sheet: Sheet) -> Iterator[PageEntry]:
    """One page, where there is an initiative or a use case."""
    if not report.verdicts:
        return
    tries = (list(_page(report, setting)) for setting in SETTINGS)
    yield from next(
        (page for page in tries if len(compose(page, sheet)) == 1), list(_page(report, SETTINGS[-1]))
    )


def _page(report: Report, setting: Setting) -> Iterator[PageEntry]:
    lead = _("Each has one verdict: the first that applies, from top to bottom.")
    yield finding(_("Verdicts"), verdicts_title(report), lead)
    for position, (verdict, found) in enumerate(lanes(report)):
        gap = setting.air if position else 2 * UNIT
        yield PageEntry(_lane(report, verdict, found, setting), gap=gap, together=position == 0)


def _lane(report: Report, verdict: Verdict, found: Sequence[VerdictView], setting: Setting) -> Drawable:
    name = Stack(
        TextBlock(VERDICTS[verdict], STRONG.coloured(ACCENT), lines=1, kind="H3"),
        TextBlock(lane_words(report, found), SMALL, lines=3),
        TextBlock(MEANING[verdict] if found else "", QUIET, lines=4),
    )
    body: Drawable = Stack()
    if len(found) > setting.cards:
        body = Stack(*_named(found, setting.names), gap=UNIT / 2)
    elif found:
        body = _cards(found, setting)
    return Stack(Hairline(), Columns([(0, LANE - GUTTER, name), (LANE, BESIDE, body)]), gap=UNIT)


def _named(found: Sequence[VerdictView], most: int) -> Iterator[Drawable]:
    for reason, names in by_reason(found, most):
        yield Stack(TextBlock(reason, SMALL_STRONG, lines=2), TextBlock(names, SMALL, lines=200))


def _cards(found: Sequence[VerdictView], setting: Setting) -> Drawable:
    """Rows of cards; those of a row are equally high."""
    wide = (BESIDE - (setting.beside - 1) * GUTTER) / setting.beside
    cards = [Card(one, whole=setting.whole) for one in found]
    rows = [cards[first : first + setting.beside] for first in range(0, len(cards), setting.beside)]
    for row in rows:
        tall = max(card.height(wide) for card in row)
        for card in row:
            card.tall = tall
    return Stack(
        *(Columns([(place * (wide + GUTTER), wide, card) for place, card in enumerate(row)]) for row in rows),
        gap=GUTTER,
    )


class Card(Drawable):
    """One initiative: its name, its reason and what is flagged beside it."""

    def __init__(self, found: VerdictView, *, whole: bool) -> None:
        said = found.sentence if whole else found.sentences[0]
        self.tall = 0.0
        self.piece = ReadTogether(
            Stack(
                TextBlock(found.name, SMALL_STRONG, LINES),
                TextBlock(said, SMALL, LINES),
                TextBlock("" if whole else more_reasons(found), QUIET, 2),
                TextBlock(" ".join(found.flagged), QUIET, LINES),
            ),
            self,
        )

    def height(self, width: float) -> float:
        return max(self.tall, self.piece.height(width - 2 * PAD) + 2 * PAD)

    def paint(self, painter: Painter, x: float, top: float, width: float) -> None:
        tall = self.height(width)
        painter.bar(x, top - tall, width, tall, WASH)
        self.piece.paint(painter, x + PAD, top - PAD, width - 2 * PAD)
