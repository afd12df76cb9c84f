"""Taking several people out of a room at once: choose, be asked, done."""

from collections.abc import Mapping, Sequence

import streamlit as st

from language.translation import _, ngettext
from services.core.identity import Owned
from services.workshop.join import door
from services.workshop.join.leaving import Removed
from services.workshop.room.people import RoomMember
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import inputs, text
from ui.screens.workshop.console import moves

CHOOSING, ASKING = "people_choosing", "people_asking"
"""Session state keys: is somebody choosing, and does the screen ask whether to go on?"""
FEW = 3
"""From this many people on it is worth while to choose several."""


def choosing(view: RoomView, owned: Owned, here: Sequence[RoomMember]) -> bool:
    """The buttons above the list; are people being chosen in it?"""
    others = [person.respondent_id for person in here if not person.mine]
    if not st.session_state.get(CHOOSING):
        if len(others) >= FEW:
            text.button(_("Remove several people"), "several", on_click=_begin)
        return False
    chosen = [person for person in others if st.session_state.get(_key(person))]
    with inputs.row_of("pl_several"):
        text.button(_("Select all"), "several_all", on_click=_choose, args=(others, True))
        text.button(_("Clear the selection"), "several_none", on_click=_choose, args=(others, False))
        text.button(_("Return to the list"), "several_end", kind="tertiary", on_click=_end)
    words = ngettext("Remove {n} person", "Remove {n} people", len(chosen)).format(n=len(chosen))
    if not (st.session_state.get(ASKING) and chosen):
        text.button(words, "several_ask", on_click=_ask, args=(True,), disabled=not chosen)
        return True
    text.notice(_meaning(view))
    with inputs.row_of("pl_several_sure"):
        text.button(words, "several_yes", kind="primary", on_click=_remove, args=(owned, chosen))
        text.button(_("Not yet"), "several_no", kind="tertiary", on_click=_ask, args=(False,))
    return True


def line(person: RoomMember, words: str) -> None:
    """One person, to be chosen."""
    st.checkbox(text.label(words), key=_key(person.respondent_id))


def _meaning(view: RoomView) -> str:
    if view.record.room.shown_anything:
        return _("The room has seen results, so these people’s answers are kept. They cannot return.")
    return _("This deletes all their answers. They can join again while entry is open.")


def _key(respondent_id: str) -> str:
    return f"several_{respondent_id}"


def _begin() -> None:
    st.session_state[CHOOSING] = True
    _ask(sure=False)


def _end() -> None:
    st.session_state.pop(CHOOSING, None)
    _ask(sure=False)


def _choose(everybody: Sequence[str], chosen: bool) -> None:  # noqa: FBT001 - a callback’s arguments are a tuple
    for person in everybody:
        st.session_state[_key(person)] = chosen
    _ask(sure=False)


def _ask(sure: bool) -> None:  # noqa: FBT001 - a callback’s arguments are a tuple
    st.session_state[ASKING] = sure


def _remove(owned: Owned, chosen: Sequence[str]) -> None:
    if moves.attempt(owned, lambda: door.remove_all(session.here(), owned, chosen), _removed):
        _end()


def _removed(became: Mapping[Removed, int]) -> str:
    said = {
        "deleted": ngettext(
            "{n} person removed, and all their answers deleted.",
            "{n} people removed, and all their answers deleted.",
            became.get("deleted", 0),
        ).format(n=became.get("deleted", 0)),
        "set aside": ngettext(
            "{n} person removed. Results already shown are unchanged.",
            "{n} people removed. Results already shown are unchanged.",
            became.get("set aside", 0),
        ).format(n=became.get("set aside", 0)),
    }
    return " ".join(said[kind] for kind in became) or _("They had already been removed.")
