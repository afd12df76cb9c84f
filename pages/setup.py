"""Setting up an assessment for one person alone: who the company is, and the resume code, once."""

from language.translation import _, ngettext
from ui import access, resume_code, session
from ui.kit import text
from ui.screens.start import start

access.visitor()
code = resume_code.fresh_code()
if code:
    resume_code.show_code(code)
else:
    text.title(
        _("Before the questions"),
        lead=_("Only the name and your function are needed."),
    )
    start.already_begun()
    start.set_up()
    months = session.here().settings.keep_months
    stored = _(
        "This installation keeps what you enter and which browsers can open it, with the day each was last "
        "used. It does not keep your name, your address or the time of any answer."
    )
    kept = ngettext(
        "Everything is deleted after {months} month, or when you choose in the owner’s room.",
        "Everything is deleted after {months} months, or when you choose in the owner’s room.",
        months,
    )
    text.muted(f"{stored} {kept.format(months=months)}")
