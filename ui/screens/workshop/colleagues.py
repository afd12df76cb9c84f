"""An assessment begun alone that colleagues answer too: what to send them, how far they are, and ending it."""

from datetime import timedelta

import streamlit as st

from language.translation import _
from services.assessments.owner import settings_of
from services.core.addresses import shown_address
from services.core.identity import Owned
from services.workshop import facilitation
from services.workshop.join.codes import grouped
from services.workshop.room.view import RoomView
from services.workshop.room.waiting import OwnTime, own_time
from ui import navigation, session, theme
from ui.kit import inputs, polling, text
from ui.screens.workshop.console import lobby, moves, people

DAYS = 14
ASKED = "colleagues_asked"
"""Session state key: has “Show where we differ” been pressed, so that the screen asks first?"""


def screen(owned: Owned) -> None:
    """One screen from the first message to the result; a meeting that has begun is led from the console."""
    theme.style("console")
    view = polling.current_view(owned.assessment_id)
    if view.rules.stage != "before":
        _afterwards(view, owned)
        return
    found = own_time(session.here(), owned)
    text.title(
        _("Your colleagues’ answers"),
        lead=_("New answers stay hidden, from you too, until you show where you differ."),
    )
    moves.say(view)
    _message(view, owned)
    _progress(view, found)
    _ending(view, owned, found)
    with inputs.row_of("pl_colleagues_more"):
        text.link(session.question_screen(owned), _("Your own answers"))
        text.link("people", _("People"))
        text.link("console", _("Lead a meeting instead"))
    polling.poll_room(view, lambda _view: None, every_change=True)


def _afterwards(view: RoomView, owned: Owned) -> None:
    closed = view.rules.stage == "after"
    text.title(_("Everyone’s answers are in the result") if closed else _("The meeting has started"))
    if not closed:
        text.link("console", _("Open the console"))
        return
    moves.say(view)
    text.link("results", _("See where you differ"))
    text.prose(_("Anyone who has not answered yet can still do so once you reopen it."))
    moves.again(view, owned, session.instrument())


def _message(view: RoomView, owned: Owned) -> None:
    """The text to send while the code is valid; otherwise the button that makes it valid again."""
    text.heading(_("Send this text"))
    code, until = view.join_code(session.now()), view.record.code_until
    if code is None or until is None:
        text.prose(_("The code has expired; the same one can be used again."))
        text.button(
            _("Let people join for 14 days"),
            "colleagues_open",
            kind="primary",
            on_click=open_door,
            args=(owned,),
        )
        return
    st.code(
        lobby.invitation(view, code, settings_of(session.here(), owned).keep_until, meeting=False),
        language=None,
        wrap_lines=True,
    )
    with inputs.row_of("pl_colleagues_code"):
        text.muted(_("People can join until {moment}.").format(moment=lobby.moment(until)))
        text.button(
            _("Extend to 14 days"), "colleagues_longer", kind="tertiary", on_click=open_door, args=(owned,)
        )


def open_door(owned: Owned) -> None:
    """Callback: lets colleagues join for the next fourteen days, with the same code."""
    moves.attempt(
        owned,
        lambda: facilitation.open_room(session.here(), owned, session.now(), valid=timedelta(days=DAYS)),
    )


def _progress(view: RoomView, found: OwnTime) -> None:
    """Who has answered: names in open mode, otherwise how many; and what to send to those who have not."""
    text.heading(_("Who has answered"))
    if found.joined < 2:
        text.prose(_("Nobody has joined yet."))
        return
    text.prose(_("{n} of {all} have finished, you included.").format(n=found.finished, all=found.joined))
    if found.named:
        text.facts(
            [
                (people.words_for(view, member), _("finished") if done else _("not finished"))
                for member, done in found.named
            ]
        )
    code = view.join_code(session.now())
    if found.finished < found.joined and code:
        with st.expander(_("Reminder to send")):
            st.code(_reminder(view, code), language=None, wrap_lines=True)


def _reminder(view: RoomView, code: str) -> str:
    first = _(
        "Some answers about AI at {organisation} are still missing. If yours is among them, please finish:"
    ).format(organisation=view.organisation)
    where = _("{shown}, code {code}.").format(
        shown=shown_address(session.here().settings, session.opened_at()), code=grouped(code)
    )
    return f"{first}\n{where}"


def _ending(view: RoomView, owned: Owned, found: OwnTime) -> None:
    """The button that shows everyone’s answers together; asks first, and is absent while there would be nothing to see."""
    if not found.enough:
        if found.joined > 1:
            text.muted(_("Too few have finished for a result that shows nobody’s single answers."))
        return
    if st.session_state.get(ASKED) != view.step:
        with inputs.actions():
            text.button(
                _("Show where we differ"), "colleagues_end", kind="primary", on_click=_ask, args=(view.step,)
            )
        return
    text.notice(
        _("This ends answering. {n} of {all} have finished; you can reopen it later.").format(
            n=found.finished, all=found.joined
        )
    )
    with inputs.row_of("pl_next"):
        text.button(
            _("Show where we differ"),
            "colleagues_end_yes",
            kind="primary",
            on_click=_end,
            args=(owned, view.step),
        )
        text.button(_("Not yet"), "colleagues_end_no", kind="tertiary", on_click=_ask, args=(None,))


def _ask(step: int | None) -> None:
    st.session_state[ASKED] = step


def _end(owned: Owned, seen: int) -> None:
    """Callback: ends answering and goes to the result."""
    inst, now = session.here(), session.now()
    if moves.attempt(owned, lambda: facilitation.act(inst, owned, "close", now, seen=seen)):
        navigation.go("results")
