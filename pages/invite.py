"""From an assessment of one's own to one that colleagues answer too."""

from ui import access
from ui.screens.workshop.setup import invite

invite.screen(access.need_person())
