"""From an assessment of one's own to one that colleagues answer too, and how far they are."""

from ui import access
from ui.screens.workshop import colleagues
from ui.screens.workshop.setup import invite

owned = access.need_person()
if owned.workshop:
    colleagues.screen(owned)
else:
    invite.screen(owned)
