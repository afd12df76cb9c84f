"""The console: where the room is, the next step, what to say, and everything beside it.

It shows `RoomView` and nothing else: the facilitator sees no more than the room.
"""

from collections.abc import Mapping

from assessment.instrument.model import Practice
from assessment.workshop.room import Phase
from language.translation import _, lazy, lazy_table
from services.core.identity import Owned
from services.workshop.room.view import RoomView
from ui import navigation, session, theme
from ui.kit import inputs, polling, text
from ui.kit.html import pairs, show
from ui.screens.workshop.console import commitments, lobby, moves, votes
from ui.screens.workshop.console import margin as console_margin
from ui.screens.workshop.console.script import script

WHERE: Mapping[Phase, str] = lazy_table(
    {
        "lobby": lazy("Before the meeting"),
        "question": lazy("First vote open"),
        "reveal": lazy("The votes are shown"),
        "second": lazy("Second vote open"),
        "agreed": lazy("Agreed"),
        "overview": lazy("Overview"),
        "decisions": lazy("Decision map"),
        "commitments": lazy("Commitments"),
        "closed": lazy("Closed"),
    }
)


def screen(owned: Owned) -> None:
    """The whole console; drawn anew when the room takes a step."""
    view = polling.current_view(owned.assessment_id)
    theme.style("console")
    practice = session.instrument().practices.get(view.code or "")
    with inputs.split("pl_console") as (main, margin):
        with main:
            _title(view, practice)
            _pulse(view)
            moves.say(view)
            if view.phase == "lobby":
                _lobby(view, owned)
            elif view.phase == "closed":
                _closed(view, owned)
            else:
                _meeting(view, owned, practice)
        with margin:
            _margin(view, owned)
    if view.phase in ("commitments", "closed"):
        commitments.grid(view, owned)


def _meeting(view: RoomView, owned: Owned, practice: Practice | None) -> None:
    instrument = session.instrument()
    moves.buttons(view, owned, instrument)
    console_margin.repack(view, owned, instrument)
    form_first = moves.main_action(view) == moves.FORM
    if practice is not None:
        votes.agreed(view, practice)
        if form_first:
            votes.agreement(view, owned)
    _script(view)
    if practice is not None:
        votes.votes(view, practice)
    if view.phase == "commitments":
        commitments.enter(view, owned)
    elif practice is not None and not form_first:
        votes.agreement(view, owned)
    moves.elsewhere(view, owned, instrument)
    moves.ending(view, owned)


def _lobby(view: RoomView, owned: Owned) -> None:
    opened = view.join_code(session.now()) is not None
    if opened:
        moves.buttons(view, owned, session.instrument())
    lobby.opening(view, owned)
    lobby.mine(owned)
    _script(view)
    lobby.change(view, owned)
    moves.ending(view, owned)


def _closed(view: RoomView, owned: Owned) -> None:
    if owned.status == "open":
        text.prose(_("Nobody answered, so there is no result. The room can be opened again."))
    else:
        text.prose(
            _("The result is made from what was said in the room. It stays as it is until you close again.")
        )
        with inputs.row_of("pl_after"):
            text.button(
                _("To the result"), "to_result", kind="primary", on_click=navigation.go, args=("results",)
            )
            for place, words in (
                ("playbook", _("To the playbook")),
                ("decisions", _("Pilots, decisions and outcomes")),
            ):
                text.link(place, words)
    moves.again(view, owned, session.instrument())


def _title(view: RoomView, practice: Practice | None) -> None:
    above = WHERE[view.phase]
    if practice is not None:
        pillar = session.instrument().pillar_of[practice.code].title
        text.title(practice.title, above=f"{above} · {pillar}", lead=practice.stem)
    elif view.phase == "question":
        text.title(_("All questions at once"), above=above)
    else:
        text.title(_heading(view), above=above if view.phase != "closed" else "", lead=view.standing or "")


def _heading(view: RoomView) -> str:
    return {
        "lobby": view.organisation,
        "overview": _("Where we stand"),
        "decisions": _("Who decides what"),
        "commitments": _("What we commit to"),
    }.get(view.phase, _("The workshop is closed"))


def _script(view: RoomView) -> None:
    lines = script(view, session.instrument())
    if lines:
        text.subheading(_("What to say"))
        show(pairs(lines, under="pl-script"))


def _pulse(view: RoomView) -> None:
    """What changes while the room answers; the rest of the screen waits for a step."""
    seen = console_margin.outline(view)

    def small(now: RoomView) -> None:
        if console_margin.outline(now) != seen:
            polling.rerun_screen()
        console_margin.pulse(now)

    polling.poll_room(view, small)


def _margin(view: RoomView, owned: Owned) -> None:
    console_margin.timer(view, owned)
    if view.phase != "closed":
        console_margin.joining(view, owned)
    console_margin.wall()
    console_margin.agenda(view, session.instrument())
    text.link("people", _("People in the room"))
