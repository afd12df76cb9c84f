"""The people of a room: function and side, names in open mode only; taking somebody out asks first."""

from collections.abc import Mapping

import streamlit as st

from assessment.instrument.model import Camp
from language.translation import _, lazy, lazy_table
from services.core.identity import Owned
from services.workshop.join import joining
from services.workshop.room import people
from services.workshop.room.people import RoomMember
from services.workshop.room.view import RoomView
from ui import session, theme
from ui.kit import inputs, polling, text
from ui.kit.html import paragraph, show
from ui.screens.workshop.console import moves

ASKED = "people_asked"
SIDES: Mapping[Camp, str] = lazy_table(
    {"business": lazy("business side"), "technology": lazy("technology side")}
)


def screen(owned: Owned) -> None:
    """The list, redrawn when somebody comes or leaves."""
    theme.style("console")
    view = polling.current_view(owned.assessment_id)
    text.title(
        _("People in the room"),
        lead=_(
            "What each said about themselves on joining. Nothing here says what anybody answered, or when."
        ),
    )
    moves.say(view)
    everybody = people.people(session.here(), owned)
    here = [person for person in everybody if person.here]
    if not here:
        text.prose(_("Nobody has joined yet."))
    for person in here:
        _line(view, owned, person)
    gone = len(everybody) - len(here)
    if gone:
        text.muted(_("Set aside or left, with what was already shown: {n}.").format(n=gone))
    text.link("console", _("To the console"))
    polling.poll_room(view, _count, every_change=True)


def _count(view: RoomView) -> None:
    show(paragraph(_("In the room: {n}").format(n=view.joined), kind="muted"))


def _line(view: RoomView, owned: Owned, person: RoomMember) -> None:
    who = f"{person.name}, {person.function}" if person.name else person.function
    words = who if view.privacy == "team" else f"{who} · {SIDES[person.camp]}"
    with inputs.row_of(f"pl_person_{person.respondent_id}"):
        text.text(_("{who} (you)").format(who=words) if person.mine else words)
        if st.session_state.get(ASKED) != person.respondent_id:
            text.button(
                _("Remove"), f"remove_{person.respondent_id}", kind="tertiary", on_click=_ask,
                args=(person.respondent_id,),
            )  # fmt: skip
    if st.session_state.get(ASKED) == person.respondent_id:
        _confirm(view, owned, person)


def _confirm(view: RoomView, owned: Owned, person: RoomMember) -> None:
    if view.record.room.shown_anything:
        consequence = _(
            "The room has seen results already, so this person’s answers stay in them: taking them out would show what they "
            "were. The person is no longer waited for and cannot come back."
        )
    else:
        consequence = _(
            "Everything this person has answered is deleted. They can join again as somebody new."
        )
    text.notice(consequence)
    with inputs.row_of(f"pl_confirm_{person.respondent_id}"):
        text.button(
            _("Take this person out"), "remove_yes", on_click=_remove, args=(owned, person.respondent_id)
        )
        text.button(_("Keep"), "remove_no", kind="tertiary", on_click=_ask, args=("",))


def _ask(respondent_id: str) -> None:
    st.session_state[ASKED] = respondent_id


def _remove(owned: Owned, respondent_id: str) -> None:
    st.session_state.pop(ASKED, None)
    moves.attempt(owned, lambda: joining.remove(session.here(), owned, respondent_id), _removed)


def _removed(became: str) -> str:
    if became == "deleted":
        return _("Taken out; everything that person answered is deleted.")
    return _("Set aside; what was shown stays as it was.")
