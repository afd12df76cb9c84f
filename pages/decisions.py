"""Decisions: pilot register, decision map, outcomes and barriers in order, each optional and short."""

from language.translation import _
from ui import access, session, theme
from ui.kit import text
from ui.screens.decisions.decision_map import decision_map
from ui.screens.decisions.pilot_register import register
from ui.screens.decisions.ranking import ranking


def main() -> None:
    owned = access.need_assessment()
    theme.style("results")
    text.title(
        _("What runs, who decides, what is wanted"),
        lead=_("Short lists, each under three minutes and each optional. They are printed in the playbook."),
    )
    text.heading(_("AI initiatives"))
    text.muted(
        _(
            "One line each, from idea to stopped. Tap below the last line to add one; tick a line and press delete "
            "to remove it. A result is what has been measured since it runs, with its figure. The last two say how many leaders know of it, of how many asked. A name holds at most 120 characters, the other texts 1,000. Costs stand in the currency of your use cases."
        )
    )
    register(owned)
    if not owned.respondent_id:
        text.heading(_("Decisions and outcomes"))
        text.prose(_("These belong to one person, and nobody answers in this browser."))
        return
    text.heading(_("Who takes which decision"))
    text.muted(_("As it is today, not as it should be. “Nobody” and “I don’t know” are answers too."))
    decision_map(owned)
    text.heading(_("What AI is to bring, in your order"))
    ranking(owned, "ranking")
    if session.instrument().barriers:
        text.heading(_("What gets in the way, in your order"))
        ranking(owned, "barriers")


main()
