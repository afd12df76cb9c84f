"""The wall: what a workshop sees on the projected screen."""

from ui.screens.workshop.wall import access, wall


def main() -> None:
    wall.draw(access.need_room())


main()
