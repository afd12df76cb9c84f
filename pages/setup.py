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
        "This installation keeps what you enter, your answers, and which browsers can open them, with the "
        "day each was last used. It keeps no address, and no time with an answer."
    )
    kept = ngettext(
        "Everything is deleted after {months} month. The owner’s room lets you change the date or delete "
        "earlier.",
        "Everything is deleted after {months} months. The owner’s room lets you change the date or delete "
        "earlier.",
        months,
    )
    text.muted(f"{stored} {kept.format(months=months)}")
