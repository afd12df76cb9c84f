"""The sheet for the review: what was promised and what limits the level, with room for what is so today."""

from collections.abc import Iterator

from documents.pdf.engine.geometry import UNIT
from documents.pdf.engine.layout import Drawable, Stack
from documents.pdf.engine.pages import PageEntry
from documents.pdf.engine.parts import chapter, subhead, table
from documents.pdf.kit.boxes import RoomToWrite, TickBoxes
from language.dates import long_date
from language.translation import _
from report.model.report import Report
from report.text.workshop.review import Promised, promised, to_ask_again

LEVELS = ("1", "2", "3", "4", "5")
STEP = 26.0
LINES = 4


def review_entries(report: Report) -> Iterator[PageEntry]:
    """What is asked at the review, filled in as far as it is known today."""
    day = long_date(report.review_on)
    yield chapter(
        _("Review on {day}").format(day=day),
        _("Fill in today’s figures first; discuss the reasons afterwards. Then decide what changes."),
    )
    yield from _promises(promised(report))
    yield from _levels(report)
    yield subhead(_("Decided today: who, what, by when"))
    yield PageEntry(RoomToWrite(LINES), gap=UNIT)


def _promises(made: list[Promised]) -> Iterator[PageEntry]:
    if not made:
        return
    yield subhead(_("Commitments"), gap=2 * UNIT)
    outcomes = (_("kept"), _("late"), _("dropped"))
    rows: list[list[str | Drawable]] = [
        [
            one.what,
            one.who,
            one.measure,
            one.due,
            RoomToWrite(1),
            Stack(*(TickBoxes([name]) for name in outcomes)),
        ]
        for one in made
    ]
    head = (_("What"), _("Who"), _("Measure"), _("Due"), _("Figure today"), _("Outcome"))
    yield from table(head, rows, (46, 26, 36, 22, 22, 16), lines=6)


def _levels(report: Report) -> Iterator[PageEntry]:
    asked = to_ask_again(report)
    if not asked:
        return
    yield subhead(_("Practices that limited the level"))
    rows: list[list[str | Drawable]] = [[title, then, TickBoxes(LEVELS, STEP)] for title, then in asked]
    yield from table((_("Practice"), _("Then"), _("Today")), rows, (84, 24, 60))
