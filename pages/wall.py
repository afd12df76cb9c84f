"""The wall: what a workshop sees on the projected screen."""

from ui import wall, wall_access


def main() -> None:
    wall.draw(wall_access.need_room())


main()
