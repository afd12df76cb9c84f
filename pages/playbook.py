"""Playbook: length, paper, confidentiality, logo, appendix; download."""

from language.translation import _
from services.reports import results
from ui import access, session, theme
from ui.kit import inputs, text
from ui.screens.download.appearance import dress
from ui.screens.download.choice import choice, fetch, other_files, preview, warnings
from ui.screens.download.sharing import links


def screen() -> None:
    owned = access.need_assessment()
    report = results.report(session.here(), owned, session.today())
    theme.style("results")
    if report.basis.answered == 0 and report.disclosure.team:
        text.title(
            _("Nothing to print yet"),
            lead=_("Answer some questions first."),
        )
        if owned.workshop:
            text.link(*session.room_screen(owned))
        else:
            text.link(session.question_screen(owned), _("Answer the questions"))
        return
    text.title(
        _("Playbook"),
        lead=_("Ready for the board, in the same words as on screen."),
    )
    if report.result.level is None and report.disclosure.team:
        text.notice(_("Too few answers for a level; the playbook says so."))
    with inputs.split("pl_playbook") as (main, margin):
        with main:
            chosen = choice(owned)
            dress(owned)
        with margin:
            warnings(report, chosen)
            fetch(report, owned, chosen)
    preview(owned, chosen)
    other_files(report, owned)
    links(owned)


screen()
