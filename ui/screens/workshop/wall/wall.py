"""The wall: one sheet without controls, drawn when the room takes a step, and a line that is drawn every second.

What may be shown is decided by `services.workshop.room.view`; here it is only laid out. Sizes follow the window
(wall.css), so that the sheet reads alike on every projector.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from assessment.workshop.meeting import clock
from language.translation import _
from services.workshop.room.outcome import Outcome
from services.workshop.room.view import RoomView
from ui import theme
from ui.kit import polling
from ui.kit.html import block, element, show
from ui.screens.workshop import outcome
from ui.screens.workshop.wall.corner import Corner, corner_of
from ui.screens.workshop.wall.phase_screens import SCREENS


@dataclass(frozen=True)
class Drawn:
    """What the sheet was drawn with besides the room's step."""

    corner: Corner
    settled: Outcome | None


def draw(shown: RoomView) -> None:
    """The sheet of the phase the room is in, and the line that follows the room."""
    theme.style("wall")
    drawn, screen = _now(shown), SCREENS[shown.phase]
    pieces = screen.sheet(shown, drawn.corner)
    show(block(*pieces, under=f"pl-w-sheet pl-w-{shown.phase}", tag="main"), under="pl-wall")
    polling.poll_room(shown, partial(_line, drawn), every_change=screen.every_change)


def _now(view: RoomView) -> Drawn:
    return Drawn(corner_of(view), outcome.settled(view))


def _line(drawn: Drawn, view: RoomView) -> None:
    """How many have answered, and the timer; the whole sheet when what it was drawn with has changed."""
    if _now(view) != drawn:
        st.rerun()
    said = SCREENS[view.phase].progress(view)
    if said:
        show(element("p", said, role="status"), under=f"pl-w-count pl-w-count-{view.phase}")
    timer = view.timer(datetime.now(UTC))
    if timer is not None:
        left, _length = timer
        words = clock(left) if left else _("Time is up")
        show(element("p", words, role="timer"), under="pl-w-timer")
