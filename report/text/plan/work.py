"""How the days of a move add up, step by step."""

from assessment.instrument.model import Instrument
from assessment.instrument.moves import HOURS_A_DAY, Move, Part
from language.numbers import at_most, integer
from language.translation import _, ngettext


def work_table(instrument: Instrument, move: Move) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Who works how many hours on which step: head and rows, with the sums below."""
    head = (_("Step"), _("Who"), _("People"), _("Hours each"), _("Organiser"), _("Others"))
    titles = instrument.role_titles
    rows: list[tuple[str, ...]] = []
    for work in move.work:
        hours = at_most(work.people * work.hours, 1)
        sides = (hours, "") if work.part == "organiser" else ("", hours)
        who = titles.get(work.who, work.who)
        rows.append((str(work.step), who, integer(work.people), at_most(work.hours, 2), *sides))
    rows.append(
        (_("Hours"), "", "", "", *(at_most(_hours(move, part), 1) for part in ("organiser", "participants")))
    )
    return head, rows


def work_sentence(move: Move) -> str:
    """That hours are divided by eight and rounded up to whole days, with both results."""
    organiser, participants = move.worked_days("organiser"), move.worked_days("participants")
    return _(
        "Hours divided by {hours} and rounded up: {organiser} of the organiser, and {others} from others."
    ).format(
        hours=HOURS_A_DAY,
        organiser=ngettext("{n} day", "{n} days", organiser).format(n=integer(organiser)),
        others=integer(participants),
    )


def _hours(move: Move, part: Part) -> float:
    return sum(work.people * work.hours for work in move.work if work.part == part)
