"""The owner's room: resume code, browsers, closing, retention, export, other assessments, deletion."""

from language.translation import _
from services.reports import results
from ui import access, resume_code, session, theme
from ui.kit import text
from ui.screens.progress.reassess import again
from ui.screens.settings import browsers, delete, owner


def main() -> None:
    if delete.gone():
        return
    code = resume_code.fresh_code()
    if code:
        resume_code.show_code(code)
        return
    owned = access.need_assessment()
    allowed = results.report(session.here(), owned, session.today()).disclosure.answers
    theme.style("results")
    text.title(
        _("Owner’s room"),
        lead=_("Settings and data of this assessment: {name}.").format(name=owned.organisation),
    )
    owner.say()
    owner.resume_code(owned)
    browsers.listed(owned)
    owner.others_in_it(owned)
    owner.closing(owned)
    owner.keeping(owned)
    owner.export(owned, allowed=allowed)
    again(owned)
    owner.others(owned)
    delete.delete(owned)


main()
