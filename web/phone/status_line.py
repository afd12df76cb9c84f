"""What the room is doing, in a title and a line: the same for everybody in it."""

from assessment.instrument.model import Instrument
from assessment.workshop.meeting import in_words
from language.translation import _, ngettext
from report.text.narrative import sentence
from services.workshop.room.view import RoomView


def title(view: RoomView) -> str:
    """The heading of the waiting page."""
    if view.phase == "reveal" and view.withheld:
        return _("The vote is over")
    return {
        "lobby": _("The workshop begins soon"),
        "question": _("Your answers are in"),
        "reveal": _("The answers are on the shared screen"),
        "second": _("The second vote is open"),
        "agreed": _("The room has agreed"),
        "overview": _("The overview is on the shared screen"),
        "decisions": _("The decision map is open"),
        "commitments": _("The room is making its commitments"),
        "closed": _("The workshop is over"),
    }[view.phase]


def line(view: RoomView, instrument: Instrument) -> str:
    """One sentence that may change while a page stands: how far the room is."""
    if view.open_codes:
        return view.count_sentence
    if view.phase == "lobby":
        return ngettext(
            "One person is in the room. The facilitator starts it.",
            "{people} people are in the room. The facilitator starts it.",
            view.joined,
        ).format(people=sentence(in_words(view.joined)))
    if view.phase == "reveal" and view.withheld:
        return view.withheld
    if view.phase == "agreed" and view.agreed is not None:
        return _("Agreed: level {level}, {name}.").format(
            level=view.agreed.level, name=instrument.level_name(view.agreed.level)
        )
    return {
        "reveal": _("Look up: this is the moment to talk."),
        "agreed": _("Look up: this is the moment to talk."),
        "overview": _("Look up: the room chooses what to talk about first."),
        "decisions": _("Place each decision with the one who takes it."),
        "commitments": _("There is nothing to tap now; say what you will take on."),
        "closed": _("Thank you. Your answers are kept."),
    }[view.phase]
