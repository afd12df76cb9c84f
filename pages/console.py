"""The facilitator's console of a workshop."""

from ui import session
from ui.screens.console import console
from ui.screens.start import start

code = start.fresh_code()
if code:
    start.show_code(code)
else:
    console.screen(session.need_workshop())
