"""The people of a room: function and side, names in open mode only; correcting a function, taking people out."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from assessment.instrument.model import Camp
from language.translation import _, lazy, lazy_table
from services.core.identity import Owned
from services.workshop.join import door, leaving
from services.workshop.join.joining import FUNCTION_LIMIT
from services.workshop.room import people
from services.workshop.room.people import RoomMember
from services.workshop.room.view import RoomView
from ui import session, theme
from ui.kit import edit_state, inputs, polling, text
from ui.kit.edit_state import Field
from ui.kit.html import paragraph, show
from ui.screens.workshop.console import moves, several_people

ASKED, CORRECTED = "people_asked", "people_corrected"
"""Session state keys: the person about whom the screen asks, and whose function is being corrected."""
SIDES: Mapping[Camp, str] = lazy_table(
    {"business": lazy("business side"), "technology": lazy("technology side")}
)


def screen(owned: Owned) -> None:
    """The list, redrawn when somebody comes or leaves."""
    theme.style("console")
    view = polling.current_view(owned.assessment_id)
    text.title(
        _("People in the room"),
        lead=_("Answers and times are never shown here."),
    )
    moves.say(view)
    everybody = people.people(session.here(), owned)
    here = [person for person in everybody if person.here]
    if not here:
        text.prose(_("Nobody has joined yet."))
    choosing = several_people.choosing(view, owned, here)
    for person in here:
        if choosing and not person.mine:
            several_people.line(person, words_for(view, person))
        else:
            _line(view, owned, person, quiet=choosing)
    gone = len(everybody) - len(here)
    if gone:
        text.muted(_("Left after results were shown (answers kept): {n}.").format(n=gone))
    text.link("console", _("Open the console"))
    polling.poll_room(view, _count, every_change=True)


def _count(view: RoomView) -> None:
    show(paragraph(_("In the room: {n}").format(n=view.joined), kind="muted"))


def words_for(view: RoomView, person: RoomMember) -> str:
    """Who somebody is, in one line."""
    who = f"{person.name}, {person.function}" if person.name else person.function
    words = who if view.privacy == "team" else f"{who} · {SIDES[person.camp]}"
    return _("{who} (you)").format(who=words) if person.mine else words


def _line(view: RoomView, owned: Owned, person: RoomMember, *, quiet: bool) -> None:
    asked, corrected = (st.session_state.get(key) == person.respondent_id for key in (ASKED, CORRECTED))
    with inputs.row_of(f"pl_person_{person.respondent_id}"):
        text.text(words_for(view, person))
        if not (quiet or asked or corrected):
            _changes(person.respondent_id)
    if quiet:
        return
    if asked:
        _confirm(view, owned, person)
    elif corrected:
        _correct(owned, person)


def _changes(respondent_id: str) -> None:
    with inputs.row_of(f"pl_change_{respondent_id}", compact=True):
        for words, key in ((_("Edit function"), CORRECTED), (_("Remove"), ASKED)):
            text.button(
                words, f"{key}_{respondent_id}", kind="tertiary", on_click=_ask, args=(key, respondent_id)
            )


def _correct(owned: Owned, person: RoomMember) -> None:
    """The function in words, stored as it is left; the side stays."""
    field = Field((*moves.ROOM.scope, person.respondent_id), ("function",))

    def save(typed: Mapping[str, Any], seen: Mapping[str, Any] | None) -> None:
        words, shown = typed["function"] or "", seen["function"] if seen else person.function
        door.correct_function(session.here(), owned, person.respondent_id, words, shown)
        _ask(CORRECTED, "")

    st.text_input(
        _("Function"),
        max_chars=FUNCTION_LIMIT,
        width=480,
        **edit_state.widget(field, person.function, save),
    )
    text.button(_("Finish editing"), "correct_no", kind="tertiary", on_click=_leave, args=(field,))


def _leave(field: Field) -> None:
    edit_state.discard(field)
    _ask(CORRECTED, "")


def _confirm(view: RoomView, owned: Owned, person: RoomMember) -> None:
    if view.record.room.shown_anything:
        consequence = _(
            "The room has seen results, so this person’s answers are kept: removing them would reveal what "
            "they were. The person cannot return."
        )
    else:
        consequence = _("This deletes all their answers. They can join again as a new person.")
    text.notice(consequence)
    with inputs.row_of(f"pl_confirm_{person.respondent_id}"):
        text.button(
            _("Remove this person"), "remove_yes", on_click=_remove, args=(owned, person.respondent_id)
        )
        text.button(_("Keep this person"), "remove_no", kind="tertiary", on_click=_ask, args=(ASKED, ""))


def _ask(key: str, respondent_id: str) -> None:
    st.session_state[key] = respondent_id


def _remove(owned: Owned, respondent_id: str) -> None:
    st.session_state.pop(ASKED, None)
    moves.attempt(owned, lambda: leaving.remove(session.here(), owned, respondent_id), _removed)


def _removed(became: str) -> str:
    if became == "deleted":
        return _("Removed, and all their answers deleted.")
    return _("Removed. Results already shown are unchanged.")
