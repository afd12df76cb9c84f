"""The console: where the room is, the next step, what to say, and everything beside it.

It shows `RoomView` and nothing else: the facilitator sees no more than the room.
"""

from assessment.instrument import Practice
from assessment.words import _
from assessment.workshop import Phase
from services.identity import Owned
from services.room_view import RoomView
from ui import (
    console_commitments,
    console_lobby,
    console_look,
    console_margin,
    console_moves,
    console_votes,
    controls,
    live,
    parts,
    registry,
    state,
)
from ui.console_script import script
from ui.markup import pairs, show

WHERE: dict[Phase, str] = {
    "lobby": _("Before the meeting"),
    "question": _("First vote open"),
    "reveal": _("The votes are shown"),
    "second": _("Second vote open"),
    "agreed": _("Agreed"),
    "overview": _("Overview"),
    "decisions": _("Decision map"),
    "commitments": _("Commitments"),
    "closed": _("Closed"),
}


def screen(owned: Owned) -> None:
    """The whole console; drawn anew when the room takes a step."""
    view = live.look(owned.assessment_id)
    console_look.look()
    practice = state.instrument().practices.get(view.code or "")
    with controls.split("pl_console") as (main, margin):
        with main:
            _title(view, practice)
            _pulse(view)
            console_moves.say(view)
            if view.phase == "lobby":
                _lobby(view, owned)
            elif view.phase == "closed":
                _closed(view, owned)
            else:
                _meeting(view, owned, practice)
        with margin:
            _margin(view, owned)
    if view.phase in ("commitments", "closed"):
        console_commitments.grid(view, owned)


def _meeting(view: RoomView, owned: Owned, practice: Practice | None) -> None:
    instrument = state.instrument()
    console_moves.buttons(view, owned, instrument)
    console_margin.repack(view, owned, instrument)
    form_first = console_moves.main_action(view) == console_moves.FORM
    if practice is not None:
        console_votes.agreed(view, practice)
        if form_first:
            console_votes.agreement(view, owned)
    _script(view)
    if practice is not None:
        console_votes.votes(view, practice)
    if view.phase == "commitments":
        console_commitments.enter(view, owned)
    elif practice is not None and not form_first:
        console_votes.agreement(view, owned)
    console_moves.elsewhere(view, owned, instrument)
    console_moves.ending(view, owned)


def _lobby(view: RoomView, owned: Owned) -> None:
    opened = view.join_code(state.now()) is not None
    if opened:
        console_moves.buttons(view, owned, state.instrument())
    console_lobby.opening(view, owned)
    console_lobby.mine(owned)
    _script(view)
    console_lobby.change(view, owned)
    console_moves.ending(view, owned)


def _closed(view: RoomView, owned: Owned) -> None:
    if owned.status == "open":
        parts.prose(_("Nobody answered, so there is no result. The room can be opened again."))
    else:
        parts.prose(
            _("The result is made from what was said in the room. It stays as it is until you close again.")
        )
        with controls.row_of("pl_after"):
            parts.button(
                _("To the result"), "to_result", kind="primary", on_click=registry.go, args=("results",)
            )
            for place, words in (
                ("playbook", _("To the playbook")),
                ("decisions", _("Pilots, decisions and outcomes")),
            ):
                parts.link(place, words)
    console_moves.again(view, owned, state.instrument())


def _title(view: RoomView, practice: Practice | None) -> None:
    above = WHERE[view.phase]
    if practice is not None:
        pillar = state.instrument().pillar_of[practice.code].title
        parts.title(practice.title, above=f"{above} · {pillar}", lead=practice.stem)
    elif view.phase == "question":
        parts.title(_("All questions at once"), above=above)
    else:
        parts.title(_heading(view), above=above if view.phase != "closed" else "", lead=view.standing or "")


def _heading(view: RoomView) -> str:
    return {
        "lobby": view.organisation,
        "overview": _("Where we stand"),
        "decisions": _("Who decides what"),
        "commitments": _("What we commit to"),
    }.get(view.phase, _("The workshop is closed"))


def _script(view: RoomView) -> None:
    lines = script(view, state.instrument())
    if lines:
        parts.subheading(_("What to say"))
        show(pairs(lines, under="pl-script"))


def _pulse(view: RoomView) -> None:
    """What changes while the room answers; the rest of the screen waits for a step."""
    seen = console_margin.outline(view)

    def small(now: RoomView) -> None:
        if console_margin.outline(now) != seen:
            live.again()
        console_margin.pulse(now)

    live.follow(view, small)


def _margin(view: RoomView, owned: Owned) -> None:
    console_margin.timer(view, owned)
    if view.phase != "closed":
        console_margin.joining(view, owned)
    console_margin.wall()
    console_margin.agenda(view, state.instrument())
    parts.link("people", _("People in the room"))
