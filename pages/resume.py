"""Coming back: with a resume code, or with a file exported earlier."""

from assessment.words import _
from ui import parts, starting, state

state.visitor()
code = starting.fresh_code()
if code:
    starting.show_code(code)
else:
    parts.title(
        _("Come back"),
        lead=_("In the browser you began in, no code is needed: your assessment stands on the first page."),
    )
    parts.heading(_("With your resume code"))
    starting.by_code()
    parts.heading(_("With a file"))
    parts.prose(_("A file you exported opens as a new assessment with everything in it."))
    starting.by_file()
