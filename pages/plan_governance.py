"""What governs AI here: its uses, the risk accepted, the forum, and evidence for three standards."""

import streamlit as st

from language.translation import _
from services.reports import results
from ui import access, plan_links, session, theme
from ui.kit import text
from ui.screens.governance.ai_uses import ai_uses
from ui.screens.governance.forum import forum
from ui.screens.governance.parts import chosen_part
from ui.screens.governance.risk_statement import risk
from ui.screens.governance.standards import standards


def main() -> None:
    owned = access.need_assessment()
    theme.style("governance")
    plan_links.show()
    text.title(
        _("AI governance"),
        lead=_("Where AI is used, how far people may go, and who decides."),
    )
    part = chosen_part()
    # As tall as the window even while it is empty, so that the page does not move when another part is drawn.
    with st.container(key="pl_rules_shown"):
        match part:
            case "uses":
                ai_uses(owned)
            case "risk":
                risk(owned)
            case "forum":
                forum(owned)
            case _:
                standards(results.report(session.here(), owned, session.today()))


main()
