"""Decisions: pilot register, decision map, outcomes and barriers in order, each optional and short."""

from language.translation import _
from ui import access, session, theme
from ui.kit import text
from ui.kit.table_columns import ROWS
from ui.screens.decisions.decision_map import decision_map
from ui.screens.decisions.pilot_register import register
from ui.screens.decisions.ranking import ranking


def main() -> None:
    owned = access.need_assessment()
    theme.style("results")
    text.title(
        _("Initiatives, decisions and outcomes"),
        lead=_("Three optional lists for the playbook, under three minutes each."),
    )
    text.heading(_("AI initiatives"))
    text.muted(
        _("One row each, from idea to stopped. Costs are in the currency of your use cases. {rows}").format(
            rows=ROWS
        )
    )
    register(owned)
    if not owned.respondent_id:
        text.heading(_("Decisions and outcomes"))
        text.prose(_("Each person answers these for themselves, and nobody answers in this browser."))
        return
    text.heading(_("Who takes each decision"))
    text.muted(_("As it is today, not as it should be. “Nobody” and “I don’t know” are valid answers."))
    decision_map(owned)
    text.heading(_("What AI should bring, in your order"))
    ranking(owned, "ranking")
    if session.instrument().barriers:
        text.heading(_("What gets in the way, in your order"))
        ranking(owned, "barriers")


main()
