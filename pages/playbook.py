"""Playbook: length, paper, confidentiality, logo, appendix; download."""

from assessment.words import _
from services import results
from ui import controls, parts, state
from ui.playbook_choice import choice, contents, fetch, other_files
from ui.playbook_dress import dress
from ui.results_look import look


def screen() -> None:
    owned = state.need_assessment()
    report = results.report(state.here(), owned, state.today())
    look()
    if report.basis.answered == 0 and report.disclosure.team:
        parts.title(
            _("There is nothing to print yet"),
            lead=_("The playbook is made from your answers. It can be downloaded once there are some."),
        )
        if owned.workshop:
            parts.link("console", _("To the console"))
        else:
            parts.link(state.question_screen(owned), _("To the questions"))
        return
    parts.title(
        _("The playbook"),
        lead=_("A PDF that can go before a board as it is. It says what the screen says, in the same words."),
    )
    if report.result.level is None and report.disclosure.team:
        parts.notice(_("There are not enough answers for a level, and the playbook says so too."))
    with controls.split("pl_playbook") as (main, margin):
        with main:
            chosen = choice(owned)
            dress(owned)
        with margin:
            contents(report, chosen)
            fetch(report, owned, chosen)
    other_files(report, owned)


screen()
