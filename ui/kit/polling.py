"""Polls a room: a small fragment reruns every `SECONDS`, and the whole screen when the room has moved on.

    shown = polling.current_view(assessment_id)
    polling.poll_room(shown, small)      at the end of the screen; `small` is redrawn with every poll

Large content belongs outside `small`: it is redrawn when the room takes a step, not with every answer.
"""

from collections.abc import Callable

import streamlit as st

from assessment.errors import NotFound
from services.workshop.room import view_cache
from services.workshop.room.view import RoomView
from ui import session
from ui.kit import fragments

SECONDS = 0.6
"""Polling interval: a move made at the console shows within one second, rendering included."""
CLOSED_SECONDS = 5.0
"""Polling interval of a closed room, which can only be reopened."""


def current_view(assessment_id: str) -> RoomView:
    """The current view of the room."""
    return view_cache.get_view(session.here(), assessment_id)


def rerun_screen() -> None:
    """Reruns the whole screen."""
    st.rerun()


def poll_room(shown: RoomView, small: Callable[[RoomView], None], *, every_change: bool = False) -> None:
    """Draws `small` now and with every poll; reruns the whole screen when the room has moved on from `shown`.

    `every_change`: also when somebody joined, left or answered. A closed room is polled less often.
    """

    def tick() -> None:
        try:
            now = current_view(shown.assessment_id)
        except NotFound:  # deleted in the meantime: the whole screen says so
            st.rerun()
        if now.step != shown.step or (every_change and now.version != shown.version):
            st.rerun()
        small(now)

    fragments.alone(tick, run_every=CLOSED_SECONDS if shown.rules.stage == "after" else SECONDS)()
