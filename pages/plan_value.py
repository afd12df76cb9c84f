"""What it is worth: use cases with their claims and estimates, what they may bring, what to do next."""

from assessment.words import _
from playbook.ownership_words import stranger_sentences
from services import value
from services.identity import Owned
from ui import contents, fragments, parts, plan_nav, state, value_look
from ui.markup import found_list, show
from ui.value_assumptions import assumptions
from ui.value_case import in_front
from ui.value_findings import findings, what_next
from ui.value_pilots import pilot_list
from ui.value_register import register, store_edits
from ui.value_start import start


def main() -> None:
    owned = state.need_assessment()
    value_look.look()
    plan_nav.show()
    parts.title(
        _("What it is worth"),
        lead=_(
            "Ranges, not promises: what each use case may bring, how it may lose, and what to settle first."
        ),
    )
    worth(owned)


@fragments.alone
def worth(owned: Owned) -> None:
    """All of it, so that every edit is answered everywhere at once."""
    store_edits(owned)
    plan, view, pilots = value.value_of(state.here(), owned)
    contents.of_value(view)
    if view is None:
        parts.heading(_("No use case yet"))
        start(owned, plan.initiatives)
    else:
        findings(view)
        what_next(view)
        parts.heading(_("The use cases"), "cases")
        parts.muted(
            _(
                "Edit any cell; it is stored as you leave it. Tap below the last line to add one; tick a line and press "
                "delete to remove it. What runs has to pay its way; what explores gets a fixed sum and has to teach you something."
            )
        )
        register(plan.use_cases)
        show(found_list(stranger_sentences(value.owners_unknown(state.here(), owned, plan.use_cases))))
        in_front(owned, view)
        parts.heading(_("What the figures rest on"), "assumptions")
        assumptions(owned, plan.assumptions)
    pilot_list(pilots)


main()
