"""What governs AI here: its uses, the risk accepted, the forum, and evidence for three standards."""

from assessment.words import _
from services import results
from ui import parts, plan_nav, state
from ui.plan_owning_look import look
from ui.rules_forum import forum
from ui.rules_parts import chosen_part
from ui.rules_risk import risk
from ui.rules_standards import standards
from ui.rules_uses import ai_uses


def main() -> None:
    owned = state.need_assessment()
    look()
    plan_nav.show()
    parts.title(
        _("What governs AI here"),
        lead=_(
            "Where AI is used and what follows from it, how far everybody may go, and who meets to decide. "
            "Each change is stored at once."
        ),
    )
    match chosen_part():
        case "uses":
            ai_uses(owned)
        case "risk":
            risk(owned)
        case "forum":
            forum(owned)
        case _:
            standards(results.report(state.here(), owned, state.today()))


main()
