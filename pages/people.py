"""Who is in the room, and taking somebody out of it."""

from ui import people, state

people.screen(state.need_workshop())
