"""The facilitator's console of a workshop."""

from ui import access, resume_code
from ui.screens.workshop.console import console

code = resume_code.fresh_code()
if code:
    resume_code.show_code(code)
else:
    console.screen(access.need_workshop())
