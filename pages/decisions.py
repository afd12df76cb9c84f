"""Decisions: pilot register, decision map and outcome ranking, each optional and short."""

from assessment.words import _
from ui import parts, state
from ui.decisions_map import decision_map, ranking
from ui.decisions_register import register
from ui.results_look import look


def main() -> None:
    owned = state.need_assessment()
    look()
    parts.title(
        _("What runs, who decides, what is wanted"),
        lead=_("Three short lists, each under three minutes and each optional. They stand in the playbook."),
    )
    parts.heading(_("AI initiatives"))
    parts.muted(
        _(
            "One line each, from idea to stopped. Tap below the last line to add one; tick a line and press delete "
            "to remove it. A result is what has been measured since it runs, with its figure. The last two say how many leaders know of it, of how many asked. A name holds at most 120 characters, the other texts 1,000. Costs stand in the currency of your use cases."
        )
    )
    register(owned)
    if not owned.respondent_id:
        parts.heading(_("Decisions and outcomes"))
        parts.prose(_("These two belong to a person, and nobody answers in this browser."))
        return
    parts.heading(_("Who takes which decision"))
    parts.muted(_("As it is today, not as it should be. “Nobody” and “I don’t know” are answers too."))
    decision_map(owned)
    parts.heading(_("What AI is to bring, in your order"))
    ranking(owned)


main()
