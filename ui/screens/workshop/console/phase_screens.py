"""What the console shows in each phase: where the room is, the step that comes next, what to say, the main column."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from assessment.workshop.phases import Action, one_for_each_phase
from language.translation import LazyText, lazy
from services.core.identity import Owned
from services.workshop.room.view import RoomView
from ui.screens.workshop.console import bodies, moves, script
from ui.screens.workshop.console.script import Line


class ConsoleScreen(NamedTuple):
    """`heading` stands where no question is in front; without one the organisation does."""

    name: LazyText
    first: Callable[[RoomView], Action]
    body: Callable[[RoomView, Owned, Action, Sequence[Line]], None] = bodies.meeting
    script: Callable[[RoomView], Iterable[Line]] = lambda _view: ()
    heading: LazyText | None = None


def always(action: Action) -> Callable[[RoomView], Action]:
    """The same step next, whatever the room shows."""
    return lambda _view: action


SCREENS = one_for_each_phase(
    "console",
    {
        "lobby": ConsoleScreen(lazy("Before the meeting"), always("start"), bodies.before, script.lobby),
        "question": ConsoleScreen(
            lazy("First vote open"),
            moves.after_question,
            script=script.question,
            heading=lazy("All questions at once"),
        ),
        "reveal": ConsoleScreen(lazy("Votes shown"), moves.after_reveal, script=script.reveal),
        "second": ConsoleScreen(lazy("Second vote open"), always("reveal"), script=script.second),
        "agreed": ConsoleScreen(lazy("Agreed"), always("next"), script=script.agreed),
        "overview": ConsoleScreen(
            lazy("Overview"), moves.after_overview, script=script.overview, heading=lazy("Where we are")
        ),
        "decisions": ConsoleScreen(
            lazy("Decision map"), always("next"), script=script.decisions, heading=lazy("Who decides what")
        ),
        "commitments": ConsoleScreen(
            lazy("Commitments"),
            always("close"),
            bodies.committing,
            script.commitments,
            lazy("What we commit to"),
        ),
        "closed": ConsoleScreen(
            lazy("Closed"), always("reopen"), bodies.after, heading=lazy("Workshop closed")
        ),
    },
)
