"""The wall while the room fills: how to join, who has come, and what the meeting holds."""

from assessment.instrument.model import CAMPS, Camp
from assessment.workshop.meeting import MeetingBlock, Plan, in_words
from language.translation import _, ngettext
from report.text.narrative import sentence
from services.workshop.room.view import RoomView
from ui.kit.html import HtmlFragment, block, element
from ui.screens.workshop.wall.corner import Corner, square
from ui.screens.workshop.wall.marks import CAMP_NAMES, SMALL, marks, size_for

LONG_NAME = 42
"""From this many characters on an organisation's name is set one size smaller."""


def lobby(view: RoomView, corner: Corner) -> list[HtmlFragment]:
    """The sheet of the lobby."""
    large = "pl-w-h1 pl-w-h1-long" if len(view.organisation) > LONG_NAME else "pl-w-h1"
    below = block(
        block(*_arrivals(view), under="pl-w-arrivals", tag="section"),
        block(*_meeting(view.plan), under="pl-w-meeting", tag="section"),
        under="pl-w-columns",
    )
    return [element("h1", view.organisation, under=large), _join(view, corner), below]


def _join(view: RoomView, corner: Corner) -> HtmlFragment:
    if view.record.door_shut:
        return block(
            element("p", _("Entry is closed"), under="pl-w-h2"),
            element("p", _("Nobody new can join for now."), under="pl-w-text"),
            under="pl-w-join",
        )
    if not corner.code:
        return block(
            element("p", _("Entry is not open yet"), under="pl-w-h2"),
            element("p", _("The code appears here when the facilitator opens the room."), under="pl-w-text"),
            under="pl-w-join",
        )
    words = [
        element("p", _("Scan, or enter the address and code"), under="pl-w-text"),
        element("p", corner.typed, under="pl-w-typed", translate="no"),
        element("p", corner.code, under="pl-w-code", translate="no"),
    ]
    if corner.out_of_reach:
        words.append(element("p", unreachable(), under="pl-w-warning", role="alert"))
    return block(square(corner), block(*words, under="pl-w-join-words"), under="pl-w-join")


def unreachable() -> str:
    """Why no phone will find this address, and what to do."""
    return _(
        "Phones cannot reach this address. Start Plumbline with “make workshop”, or ask your operator for a "
        "network address."
    )


def _arrivals(view: RoomView) -> list[HtmlFragment]:
    if not view.joined:
        return [element("h2", _("Waiting for the first person"), under="pl-w-h2")]
    here = ngettext("{n} person is here", "{n} people are here", view.joined).format(
        n=sentence(in_words(view.joined))
    )
    pieces = [element("h2", here, under="pl-w-h2")]
    if view.joined_by_camp is None:
        pieces.append(
            block(marks("", view.joined), under=f"pl-w-marks {size_for(view.joined, smallest=SMALL)}")
        )
    else:
        most = max(view.joined_by_camp.values())
        pieces += [_side(camp, view.joined_by_camp[camp], size_for(most, smallest=SMALL)) for camp in CAMPS]
    if view.notice:
        pieces.append(element("p", view.notice, under="pl-w-small"))
    return pieces


def _side(camp: Camp, people: int, size: str) -> HtmlFragment:
    """“4 business” and four marks."""
    words = f"{people} {CAMP_NAMES[camp]}"
    return block(
        element("p", words, under="pl-w-text"),
        block(marks(camp, people), under=f"pl-w-marks {size}"),
        under="pl-w-side",
    )


def _meeting(plan: Plan) -> list[HtmlFragment]:
    title = _("{n} minutes together").format(n=plan.minutes)
    rows = [
        element(
            "li",
            element("span", _("{n} min").format(n=part.minutes), under="pl-w-minutes"),
            element("span", _part(part, plan)),
        )
        for part in plan.blocks
    ]
    return [element("h2", title, under="pl-w-h2"), element("ol", *rows, under="pl-w-blocks")]


def _part(part: MeetingBlock, plan: Plan) -> str:
    if part.kind == "talks":
        text = ngettext("{n} question to discuss", "{n} questions to discuss", plan.talks)
        return sentence(text.format(n=in_words(plan.talks)))
    return {
        "join": _("Join"),
        "vote": _("Answer alone"),
        "overview": _("Where we are"),
        "decisions": _("Who decides what"),
        "commitments": _("What we commit to"),
        "close": _("Close"),
    }[part.kind]
