"""Setting up a workshop, and its resume code, once."""

from ui import session
from ui.screens.start import start
from ui.screens.workshop import setup

session.visitor()
code = start.fresh_code()
if code:
    start.show_code(code)
else:
    setup.screen()
