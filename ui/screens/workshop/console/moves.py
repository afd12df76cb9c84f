"""What the facilitator can do next: one button in words, the others quieter, and what became of the last one."""

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.instrument.model import Instrument
from assessment.workshop.meeting import in_words
from assessment.workshop.phases import PHASES, Action
from language.translation import LazyText, _
from services.core.identity import Owned
from services.workshop import facilitation
from services.workshop.room import view_cache
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import edit_state, inputs, text
from ui.kit.edit_state import Field, Words

ROOM, REFUSED_AT = Field(("room",)), "room_refused_at"
"""What is done in the room, and the session state key of the step at which that was refused."""
PHASE_BUTTONS: Mapping[str, LazyText] = {name: phase.button for name, phase in PHASES.items() if phase.button}
"""The words of the actions that lead to another part of the meeting, by the phase they lead to."""
ASKED_AT = "console_asked_at"
"""The session state key of the step at which it was asked whether the votes may end."""
ENDS_VOTE: tuple[Action, ...] = ("reveal", "overview")
"""They ask first while a first vote is open that somebody has not given."""
FORM: Action = "agree"
"""The next step stands in its own form."""


def attempt(owned: Owned, work: Callable[[], object], done: Words = "") -> bool:
    """Does something in the room; a refusal is shown where the room now is."""
    outcome = edit_state.commit(ROOM, work, done)
    st.session_state.pop(REFUSED_AT, None)
    if outcome != "saved":
        view_cache.invalidate(session.here(), owned.assessment_id)
    return outcome == "saved"


def say(view: RoomView) -> None:
    """What became of the last thing done; a refusal is gone when the room has moved on."""
    found = edit_state.messages(*ROOM.scope)
    if (
        found
        and found[-1].outcome != "saved"
        and st.session_state.setdefault(REFUSED_AT, view.step) != view.step
    ):
        edit_state.clear(*ROOM.scope)
    edit_state.feedback(*ROOM.scope)


def act(owned: Owned, action: Action, seen: int, code: str | None = None) -> None:
    """Callback: moves the room on, if it still is where this screen saw it."""
    attempt(
        owned, lambda: facilitation.act(session.here(), owned, action, session.now(), code=code, seen=seen)
    )


def after_question(view: RoomView) -> Action:
    """The step a meeting takes next from a first vote."""
    return "reveal" if view.code else "overview"


def after_reveal(view: RoomView) -> Action:
    """The step a meeting takes next from the votes: again, where they differ and it was the first time."""
    if view.agreeable is None:
        return "next"
    lowest, highest = view.agreeable
    return "vote_again" if view.second is None and lowest < highest and view.round == 1 else FORM


def after_overview(view: RoomView) -> Action:
    """The step a meeting takes next from the overview: the decision map, unless talks have begun."""
    talked = any(entry.state in ("done", "parked") for entry in view.agenda)
    return "decisions" if view.plan.of("decisions") and not talked else "next"


def words(view: RoomView, action: Action, instrument: Instrument) -> str:
    """What a button says."""
    if action == "start":
        return _start_words(view, instrument)
    if action == "next":
        waiting = view.record.room.planned()
        if not waiting:
            return _(PHASE_BUTTONS["commitments"])
        return _("Next question: {title}").format(title=instrument.practices[waiting[0].code].title)
    if action == "overview" and view.open_codes:
        return _("Close the vote and show the overview")
    if action in PHASE_BUTTONS:
        return _(PHASE_BUTTONS[action])
    return {
        "reveal": _("Reveal the votes"),
        "vote_again": _("Vote again"),
        "vote_on": _("Reopen the first vote"),
        "park": _("Refer the question to the forum"),
        "close": _("Close the workshop"),
        "reopen": _("Reopen the room"),
        "jump": _("Go to the question"),
        "agree": _("Agree the level"),
    }[action]


def _start_words(view: RoomView, instrument: Instrument) -> str:
    if view.way == "prepared":
        return _("Close the vote and show the overview")
    if view.way == "ten":
        return _("Start with all {n} questions").format(n=in_words(len(view.agenda)))
    waiting = view.record.room.planned()
    return _("Start with {title}").format(title=instrument.practices[waiting[0].code].title)


def buttons(view: RoomView, owned: Owned, instrument: Instrument, first: Action) -> None:
    """The next step, `first`, and beside it what else is possible now."""
    quiet: list[Action] = [
        action
        for action in ("vote_on", "vote_again", "park", "next")
        if action in view.actions and action != first
    ]
    if first == "start" and view.way == "prepared":
        _start_prepared(view, owned, instrument)
        return
    if st.session_state.get(ASKED_AT) == view.step and view.early:
        _reveal_early(view, owned, first, instrument)
        return
    with inputs.row_of("pl_next"):
        if first in ENDS_VOTE:
            text.button(
                words(view, first, instrument), f"act_{first}_{view.step}", kind="primary", on_click=_end_vote,
                args=(owned, first, view.step),
            )  # fmt: skip
        elif first != FORM:
            _button(view, owned, first, instrument, primary=True)
        for action in quiet:
            _button(view, owned, action, instrument, primary=False)


def _end_vote(owned: Owned, action: Action, seen: int) -> None:
    """Callback: ends the vote, or asks first while somebody in the room has not answered."""
    view_cache.invalidate(session.here(), owned.assessment_id)
    if view_cache.get_view(session.here(), owned.assessment_id).early:
        _ask(seen)
    else:
        act(owned, action, seen)


def _reveal_early(view: RoomView, owned: Owned, action: Action, instrument: Instrument) -> None:
    asked = _("Reveal now?") if action == "reveal" else _("Close the vote now?")
    later = _("With too few votes nothing is shown. You can reopen the vote for those missing.")
    text.notice(f"{view.count_sentence} {asked} {later}")
    with inputs.row_of("pl_next"):
        text.button(
            words(view, action, instrument), "reveal_early", kind="primary", on_click=act,
            args=(owned, action, view.step),
        )  # fmt: skip
        text.button(_("Not yet"), "reveal_not_yet", kind="tertiary", on_click=_ask, args=(None,))


def again(view: RoomView, owned: Owned, instrument: Instrument) -> None:
    """Opening a closed room again: possible, and quiet."""
    with inputs.row_of("pl_next"):
        _button(view, owned, "reopen", instrument, primary=False)


def _start_prepared(view: RoomView, owned: Owned, instrument: Instrument) -> None:
    """Asks first: what people answer in their own time ends here, days early if by mistake."""
    if st.session_state.get(ASKED_AT) != view.step:
        with inputs.row_of("pl_next"):
            text.button(
                _("Start the meeting"), "start_asked", kind="primary", on_click=_ask, args=(view.step,)
            )
        return
    text.notice(_("This ends early answering for everyone. {count}").format(count=view.count_sentence))
    with inputs.row_of("pl_next"):
        _button(view, owned, "start", instrument, primary=True)
        text.button(_("Not yet"), "start_not_yet", kind="tertiary", on_click=_ask, args=(None,))


def _ask(step: int | None) -> None:
    st.session_state[ASKED_AT] = step


def _button(view: RoomView, owned: Owned, action: Action, instrument: Instrument, *, primary: bool) -> None:
    text.button(
        words(view, action, instrument),
        f"act_{action}_{view.step}",
        kind="primary" if primary else "secondary",
        on_click=act,
        args=(owned, action, view.step),
    )


def elsewhere(view: RoomView, owned: Owned, instrument: Instrument, first: Action) -> None:
    """Another part of the meeting, or any question out of turn, folded away."""
    others = [a for a in view.actions if a in PHASE_BUTTONS and a != first]
    if not others and "jump" not in view.actions:
        return
    with st.expander(_("Go to another part")):
        with inputs.row_of("pl_aside"):
            for action in others:
                _button(view, owned, action, instrument, primary=False)
        if "jump" in view.actions:
            _jump(view, owned, instrument)


def _jump(view: RoomView, owned: Owned, instrument: Instrument) -> None:
    states = {entry.code: entry.state for entry in view.agenda}
    said = {
        "done": _("agreed"),
        "parked": _("for the forum"),
        "later": _("for later"),
        "planned": _("planned"),
    }
    titles = {
        code: f"{practice.title} ({said[states[code]]})" if states.get(code) in said else practice.title
        for code, practice in instrument.practices.items()
        if code != view.code
    }
    chosen = st.selectbox(
        _("Question"), list(titles), format_func=titles.__getitem__, index=None,
        placeholder=_("Choose a question"), key=f"jump_{view.step}",
    )  # fmt: skip
    if chosen:
        text.button(
            words(view, "jump", instrument), f"act_jump_{view.step}", on_click=act,
            args=(owned, "jump", view.step, chosen),
        )  # fmt: skip


def ending(view: RoomView, owned: Owned, first: Action) -> None:
    """Closing before its time, folded away, with what that means."""
    if "close" not in view.actions or first == "close":
        return
    waiting = view.rules.stage == "before" and view.way == "prepared"
    title = _("End without a meeting") if waiting else _("End early")
    with st.expander(title):
        text.prose(
            _(
                "This closes the vote, stops the join code and makes the result. You can reopen the room, "
                "and any incomplete first vote."
            )
        )
        if view.early:
            text.prose(view.count_sentence)
        text.button(
            words(view, "close", session.instrument()), f"act_close_{view.step}", on_click=act,
            args=(owned, "close", view.step),
        )  # fmt: skip
