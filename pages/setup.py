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
        lead=_("A name for the organisation, and what you do there. The rest may stay empty."),
    )
    start.already_begun()
    start.set_up()
    months = session.here().settings.keep_months
    stored = _(
        "Stored here, in this installation’s own database: what you enter on this screen, your answers, and "
        "which browsers can open them, with the day each was last used. "
        "Not stored: your name, your address, or when you answered what."
    )
    kept = ngettext(
        "Everything is deleted automatically after {months} month. In the owner’s room you can choose another day, "
        "or delete it at once.",
        "Everything is deleted automatically after {months} months. In the owner’s room you can choose another day, "
        "or delete it at once.",
        months,
    )
    text.muted(f"{stored} {kept.format(months=months)}")
