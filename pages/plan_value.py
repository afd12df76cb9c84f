"""What it is worth: use cases with their claims and estimates, what they may bring, what to do next."""

from language.translation import _
from report.text.governance.ownership import unknown_role_sentences
from services.core.identity import Owned
from services.plan import use_case_view
from ui import access, plan_links, session, theme
from ui.kit import fragments, page_index, text
from ui.kit.html import finding_list, show
from ui.kit.table_columns import ROWS
from ui.screens.use_cases.assumptions import assumptions
from ui.screens.use_cases.findings import findings, what_next
from ui.screens.use_cases.first import start
from ui.screens.use_cases.pilots import pilot_list
from ui.screens.use_cases.register import register
from ui.screens.use_cases.use_case import in_front


def main() -> None:
    owned = access.need_assessment()
    theme.style("value")
    plan_links.show()
    text.title(
        _("Value of AI use cases"),
        lead=_("What each may bring or lose, and what to settle first."),
    )
    worth(owned)


@fragments.alone
def worth(owned: Owned) -> None:
    """All of it, so that every edit is answered everywhere at once."""
    plan, report = use_case_view.value_of(session.here(), owned, session.today())
    view, verdicts = report.value, report.verdicts
    page_index.of_value(view)
    if view is None:
        text.heading(_("No use case yet"))
        start(owned, plan.initiatives)
    else:
        findings(view)
        what_next(view, verdicts)
        text.heading(_("Use cases"), "cases")
        text.muted(
            _(
                "Edit any cell; it is saved as you leave it. {rows} Live use cases must pay for themselves; "
                "trials get a fixed budget and must teach us something."
            ).format(rows=ROWS)
        )
        register(owned, plan.use_cases)
        show(
            finding_list(
                unknown_role_sentences(use_case_view.owners_unknown(session.here(), owned, plan.use_cases))
            )
        )
        in_front(owned, view, verdicts)
        text.heading(_("Assumptions"), "assumptions")
        assumptions(owned, plan.assumptions, amounts=plan.has_amounts)
    pilot_list(report.pilots, verdicts)


main()
