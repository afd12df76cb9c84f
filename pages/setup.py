"""Setting up an assessment for one person alone: who the company is, and the resume code, once."""

from language.translation import _
from ui import access, resume_code
from ui.kit import text
from ui.screens.start import start

access.visitor()
code = resume_code.fresh_code()
if code:
    resume_code.show_code(code)
else:
    text.title(
        _("Before the questions"),
        lead=_("A name for the organisation, and what you do there. The rest may stay empty."),
    )
    start.already_begun()
    start.set_up()
    text.muted(
        _(
            "Stored here, in this installation’s own database: what you enter on this screen, your answers, and "
            "which browsers can open them, with the day each was last used. "
            "Not stored: your name, your address, or when you answered what. "
            "In the owner’s room you can delete everything."
        )
    )
