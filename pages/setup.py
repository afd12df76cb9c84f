"""Setting up an assessment for one person alone: who the company is, and the resume code, once."""

from assessment.words import _
from ui import parts, starting, state

state.visitor()
code = starting.fresh_code()
if code:
    starting.show_code(code)
else:
    parts.title(
        _("Before the questions"),
        lead=_("A name for the organisation, and what you do there. The rest may stay empty."),
    )
    starting.already_begun()
    starting.set_up()
    parts.muted(
        _(
            "Stored here: what you enter on this screen and your answers, in this installation’s own database. "
            "Not stored: your name, your address, or when you answered what. "
            "In the owner’s room you can delete everything."
        )
    )
