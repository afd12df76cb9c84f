"""Who is in the room, and taking somebody out of it."""

from ui import access
from ui.screens.workshop.console import people

people.screen(access.need_workshop())
