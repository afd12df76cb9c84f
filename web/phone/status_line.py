"""What the room is doing, in a title and a line, where that depends on more than the phase."""

from assessment.instrument.model import Instrument
from assessment.workshop.meeting import in_words
from language.translation import _, ngettext
from report.text.narrative import sentence
from services.workshop.room.view import RoomView


def people_line(view: RoomView, _instrument: Instrument) -> str:
    """How many wait in the lobby."""
    return ngettext(
        "One person is in the room. The facilitator will start.",
        "{people} people are in the room. The facilitator will start.",
        view.joined,
    ).format(people=sentence(in_words(view.joined)))


def count_line(view: RoomView, _instrument: Instrument) -> str:
    """How many have answered."""
    return view.count_sentence


def reveal_title(view: RoomView) -> str:
    """That the answers are shown, or only that the vote is over."""
    return _("The vote has closed") if view.withheld else _("The answers are on the shared screen")


def reveal_line(view: RoomView, _instrument: Instrument) -> str:
    """What to do while the answers are shown, or why they are not."""
    return view.withheld or view.unmoved or _("Look up and join the discussion.")


def agreed_line(view: RoomView, instrument: Instrument) -> str:
    """The level the room agreed on."""
    if view.agreed is None:
        return _("Look up and join the discussion.")
    return _("Agreed: level {level}, {name}.").format(
        level=view.agreed.level, name=instrument.level_name(view.agreed.level)
    )
