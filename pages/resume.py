"""Coming back: with a resume code, or with a file exported earlier."""

from language.translation import _
from ui import access, file_import, resume_code
from ui.kit import text
from ui.screens.start import start

access.visitor()
code = resume_code.fresh_code()
if code:
    resume_code.show_code(code)
else:
    text.title(
        _("Come back"),
        lead=_("In the browser you started in, just open the home page."),
    )
    text.heading(_("Use your resume code"))
    start.by_code()
    text.heading(_("Open a file"))
    text.prose(_("An exported file opens as a new, complete assessment."))
    file_import.import_form()
