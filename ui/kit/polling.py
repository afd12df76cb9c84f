"""A screen that follows a room: a small fragment looks again within a second, and the screen is drawn anew when it moved.

    shown = live.look(assessment_id)
    live.follow(shown, small)      at the end of the screen; `small` is redrawn with every look

Whatever is large belongs outside `small`: it is drawn when the room takes a step, not when somebody answers.
"""

from collections.abc import Callable

import streamlit as st

from assessment.errors import NotFound
from services.workshop.room import view_cache
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import fragments

SECONDS = 0.6
"""Between two looks: a move made at the console shows within one second, drawing included."""
CLOSED_SECONDS = 5.0
"""A closed room can only be opened again; nobody waits for that by the second."""


def current_view(assessment_id: str) -> RoomView:
    """The room as everybody may see it now."""
    return view_cache.get_view(session.here(), assessment_id)


def rerun_screen() -> None:
    """Draws the whole screen once more."""
    st.rerun()


def poll_room(shown: RoomView, small: Callable[[RoomView], None], *, every_change: bool = False) -> None:
    """Draws `small` now and with every look; runs the whole screen when the room has moved on from `shown`.

    `every_change`: also when somebody came, left or answered. A closed room is looked at less often.
    """

    def tick() -> None:
        try:
            now = current_view(shown.assessment_id)
        except NotFound:  # deleted meanwhile: the whole screen says so, and nothing of the room stays on it
            st.rerun()
        if now.step != shown.step or (every_change and now.version != shown.version):
            st.rerun()
        small(now)

    fragments.alone(tick, run_every=CLOSED_SECONDS if shown.phase == "closed" else SECONDS)()
