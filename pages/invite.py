"""From an assessment of one's own to one that colleagues answer too."""

from ui import invite, state

invite.screen(state.need_person())
