"""Who may come in: the code and its door, how many are expected, and a crowd nobody expected."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from language.translation import _, ngettext
from services.core.addresses import is_loopback, join_address, shown_address
from services.core.identity import Owned
from services.workshop import facilitation
from services.workshop.join import door
from services.workshop.join.codes import grouped
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import inputs, text
from ui.kit.edit_state import Field
from ui.kit.number_fields import number_field
from ui.screens.workshop.console import moves

EXPECTED = Field(moves.ROOM.scope, ("expected",))


def is_open_for_joining(view: RoomView) -> bool:
    """Has the room been opened? Also while its door is shut."""
    return view.join_code(session.now()) is not None or view.record.door_shut


def more_than_expected(view: RoomView) -> bool:
    return view.record.expected is not None and view.joined > view.record.expected


def crowd(view: RoomView, owned: Owned) -> None:
    """Says that more people came than expected, or many at once, and what can be done about it."""
    if view.rules.stage == "after" or not (more_than_expected(view) or view.record.crowd):
        return
    what = (
        ngettext(
            "More people have joined than the {n} you expected.",
            "More people have joined than the {n} you expected.",
            view.record.expected or 0,
        ).format(n=view.record.expected)
        if more_than_expected(view)
        else _("{n} people joined within a minute.").format(n=view.record.crowd)
    )
    if view.record.door_shut:
        advice = _("Remove anyone who should not be here.")
    else:
        advice = _("Close entry, then remove anyone who should not be here.")
    text.notice(advice, strong=what)
    with inputs.row_of("pl_crowd"):
        if not view.record.door_shut:
            text.button(_("Close entry"), "crowd_shut", on_click=_door, args=(owned, True))
        text.link("people", _("See who is in the room"))
        if view.record.crowd:
            text.button(
                _("Everyone belongs here"), "crowd_ours", kind="tertiary", on_click=_ours, args=(owned,)
            )


def joining(view: RoomView, owned: Owned) -> None:
    """The code and the address to read out, and the door."""
    code = view.join_code(session.now())
    if code is not None:
        _code(code)
        text.button(_("Close entry"), "door_shut", kind="tertiary", on_click=_door, args=(owned, True))
    elif view.record.door_shut:
        text.text(_("Entry is closed: nobody new can join."), strong=True)
        text.muted(_("People in the room stay."))
        text.button(_("Open entry"), "door_open", on_click=_door, args=(owned, False))
    elif view.rules.stage == "meeting":
        text.muted(_("Nobody new can join for now."))
        text.button(_("Reopen the room"), "open_again", on_click=_open, args=(owned,))
    _expected(view, owned)


def _code(code: str) -> None:
    settings, opened = session.here().settings, session.opened_at()
    text.muted(_("Join at {address} with code").format(address=shown_address(settings, opened)))
    text.code(grouped(code))
    if is_loopback(join_address(settings, opened, code)):
        text.problem(
            _("Start Plumbline with “make workshop”, or ask your operator for a network address."),
            strong=_("Phones cannot reach this address."),
        )


def _expected(view: RoomView, owned: Owned) -> None:
    def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
        before = seen["expected"] if seen else view.record.expected
        door.set_expected(session.here(), owned, typed["expected"], before)

    with st.container(width=320):
        number_field(
            _("How many people do you expect?"),
            EXPECTED,
            view.record.expected,
            save,
            placeholder=_("Not set"),
        )


def _door(owned: Owned, shut: bool) -> None:  # noqa: FBT001 - a callback’s arguments are a tuple
    words = _("Entry is closed.") if shut else _("Entry is open.")
    moves.attempt(owned, lambda: door.set_door(session.here(), owned, shut=shut), words)


def _ours(owned: Owned) -> None:
    moves.attempt(owned, lambda: door.accept_crowd(session.here(), owned))


def _open(owned: Owned) -> None:
    moves.attempt(owned, lambda: facilitation.open_room(session.here(), owned, session.now()))
