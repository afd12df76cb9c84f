"""What the phones show in each phase: the page of `/room`, and what the room is doing in a title and a line."""

from collections.abc import Callable
from typing import NamedTuple

from assessment.instrument.model import Instrument
from assessment.workshop.phases import one_for_each_phase
from language.translation import LazyText, _, lazy
from services.workshop.room.view import RoomView
from web.phone import screens, status_line
from web.phone.frame import Screen
from web.phone.service_calls import PhoneState

Line = Callable[[RoomView, Instrument], str]


class PhoneScreen(NamedTuple):
    """`title` heads the page of somebody who waits; `line` may change while a page stands."""

    page: Callable[[Instrument, PhoneState], Screen]
    title: Callable[[RoomView], str]
    line: Line


def title_of(text: LazyText) -> Callable[[RoomView], str]:
    """The same title, whatever the room shows."""
    return lambda _view: _(text)


def line_of(text: LazyText) -> Line:
    """The same line, whatever the room shows."""
    return lambda _view, _instrument: _(text)


SCREENS = one_for_each_phase(
    "phone",
    {
        "lobby": PhoneScreen(
            screens.before_meeting, title_of(lazy("The workshop starts soon")), status_line.people_line
        ),
        "question": PhoneScreen(
            screens.open_vote, title_of(lazy("Your answers are in")), status_line.count_line
        ),
        "reveal": PhoneScreen(screens.waiting, status_line.reveal_title, status_line.reveal_line),
        "second": PhoneScreen(
            screens.open_vote, title_of(lazy("The second vote is open")), status_line.count_line
        ),
        "agreed": PhoneScreen(
            screens.waiting, title_of(lazy("The room has agreed a level")), status_line.agreed_line
        ),
        "overview": PhoneScreen(
            screens.waiting,
            title_of(lazy("The overview is on the shared screen")),
            line_of(lazy("Look up: the room is choosing what to discuss first.")),
        ),
        "decisions": PhoneScreen(
            screens.decision_map,
            title_of(lazy("The decision map is open")),
            line_of(lazy("Name one role for each decision.")),
        ),
        "commitments": PhoneScreen(
            screens.waiting,
            title_of(lazy("The room is making commitments")),
            line_of(lazy("Nothing to tap now. Say what you will take on.")),
        ),
        "closed": PhoneScreen(
            screens.waiting,
            title_of(lazy("The workshop is over")),
            line_of(lazy("Thank you. Your answers are saved.")),
        ),
    },
)


def room(instrument: Instrument, state: PhoneState) -> Screen:
    """The page of `/room`: the open question, the list of what is open, or what the room is doing."""
    return SCREENS[state.view.phase].page(instrument, state)


def title(view: RoomView) -> str:
    """The heading of the waiting page."""
    return SCREENS[view.phase].title(view)


def line(view: RoomView, instrument: Instrument) -> str:
    """One sentence that may change while a page stands: how far the room is."""
    return view.count_sentence if view.open_codes else SCREENS[view.phase].line(view, instrument)


def with_status(instrument: Instrument, state: PhoneState, screen: Screen) -> Screen:
    """The screen with what the room is doing; a title of its own stays."""
    template, shown = screen
    return template, {"title": title(state.view), "line": line(state.view, instrument), **shown}
