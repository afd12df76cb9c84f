"""Who is in the room, and taking somebody out of it."""

from ui import session
from ui.screens.console import people

people.screen(session.need_workshop())
