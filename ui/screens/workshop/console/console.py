"""The console: where the room is, the next step, what to say, and everything beside it.

It shows `RoomView` and nothing else: the facilitator sees no more than the room.
"""

from language.translation import _
from services.core.identity import Owned
from services.workshop.room.view import RoomView
from ui import session, theme
from ui.kit import inputs, polling, text
from ui.screens.workshop.console import commitments, door, moves
from ui.screens.workshop.console.margin import agenda, outline, pulse, timer, wall
from ui.screens.workshop.console.phase_screens import SCREENS, ConsoleScreen


def screen(owned: Owned) -> None:
    """The whole console; redrawn when the room takes a step."""
    view = polling.current_view(owned.assessment_id)
    theme.style("console")
    shown = SCREENS[view.phase]
    with inputs.split("pl_console") as (main, margin):
        with main:
            _title(view, shown)
            _pulse(view)
            moves.say(view)
            door.crowd(view, owned)
            shown.body(view, owned, shown.first(view), list(shown.script(view)))
        with margin:
            _margin(view, owned)
    if view.rules.shows_outcome:
        commitments.grid(view, owned)


def _title(view: RoomView, shown: ConsoleScreen) -> None:
    above = _(shown.name)
    practice = session.instrument().practices.get(view.code or "")
    if practice is not None:
        pillar = session.instrument().pillar_of[practice.code].title
        text.title(practice.title, above=f"{above} · {pillar}", lead=practice.stem)
    else:
        heading = _(shown.heading) if shown.heading else view.organisation
        text.title(heading, above="" if view.rules.stage == "after" else above, lead=view.standing or "")


def _pulse(view: RoomView) -> None:
    """What changes while the room answers; the rest of the screen waits for a step."""
    seen = outline(view)

    def small(now: RoomView) -> None:
        if outline(now) != seen:
            polling.rerun_screen()
        pulse(now)

    polling.poll_room(view, small)


def _margin(view: RoomView, owned: Owned) -> None:
    timer(view, owned)
    if view.rules.stage != "after":
        door.joining(view, owned)
    wall()
    agenda(view, session.instrument())
    text.link("people", _("People in the room"))
