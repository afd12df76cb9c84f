"""Setting up a workshop, and its resume code, once."""

from ui import access, resume_code
from ui.screens.workshop.setup import setup

access.visitor()
code = resume_code.fresh_code()
if code:
    resume_code.show_code(code)
else:
    setup.screen()
