"""What the wall shows in each phase: a sheet that is drawn once a step, and a count that follows the room."""

from collections.abc import Callable
from typing import NamedTuple

from assessment.workshop.phases import one_for_each_phase
from services.workshop.room.view import RoomView
from ui.kit.html import HtmlFragment
from ui.screens.workshop.outcome import decided_sentence
from ui.screens.workshop.wall.corner import Corner, corner
from ui.screens.workshop.wall.lobby import lobby
from ui.screens.workshop.wall.plan import closed, commitments, decisions, overview
from ui.screens.workshop.wall.question import question
from ui.screens.workshop.wall.reveal import agreed, reveal


def answered_sentence(view: RoomView) -> str:
    """How many have answered; empty while no vote is open."""
    return view.count_sentence if view.open_codes else ""


class WallScreen(NamedTuple):
    """`sheet` shows how to join by itself; `every_change` draws it again when somebody comes, not only for a step."""

    sheet: Callable[[RoomView, Corner], list[HtmlFragment]]
    progress: Callable[[RoomView], str] = answered_sentence
    every_change: bool = False


def beside_corner(
    sheet: Callable[[RoomView], list[HtmlFragment]],
) -> Callable[[RoomView, Corner], list[HtmlFragment]]:
    """A sheet with how to join in its corner."""
    return lambda view, found: [*sheet(view), corner(found)]


SCREENS = one_for_each_phase(
    "wall",
    {
        "lobby": WallScreen(lobby, every_change=True),
        "question": WallScreen(beside_corner(question)),
        "reveal": WallScreen(beside_corner(reveal)),
        "second": WallScreen(beside_corner(question)),
        "agreed": WallScreen(beside_corner(agreed)),
        "overview": WallScreen(beside_corner(overview)),
        "decisions": WallScreen(beside_corner(decisions), decided_sentence),
        "commitments": WallScreen(beside_corner(commitments)),
        "closed": WallScreen(beside_corner(closed)),
    },
)
