"""Assessing again: one tap, and in plain words what carries over."""

import streamlit as st

from assessment.words import _
from services import progress
from services.identity import Owned
from ui import parts, registry, starting, state


def again(owned: Owned) -> None:
    """What a fresh assessment is, and the button that begins it; not for the example, nor before a submission."""
    if owned.example or owned.status == "open":
        return
    parts.heading(_("Assess again"))
    parts.prose(
        _(
            "A fresh assessment of {name}: everybody answers anew, and nobody sees what was answered before. "
            "The organisation, who sees what, the looks of documents and who sits here carry over; answers, agreed "
            "levels and the plan do not. This assessment stays as it is, and the two stand side by side afterwards. Half a "
            "year is a good distance."
        ).format(name=owned.organisation)
    )
    parts.button(_("Assess again"), "again", on_click=_begin, args=(owned,))


def _begin(owned: Owned) -> None:
    started = progress.begin_again(state.here(), state.visitor(), owned, state.today())
    state.open_assessment(started.owned.assessment_id)
    st.session_state[starting.CODE] = started.resume_code
    registry.go("progress")
