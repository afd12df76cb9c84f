"""From an assessment of one's own to one that colleagues answer too."""

from ui import session
from ui.screens.workshop import invite

invite.screen(session.need_person())
