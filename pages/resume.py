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
        lead=_("In the browser you began in, no code is needed: your assessment stands on the first page."),
    )
    text.heading(_("With your resume code"))
    start.by_code()
    text.heading(_("With a file"))
    text.prose(_("A file you exported opens as a new assessment with everything in it."))
    file_import.import_form()
