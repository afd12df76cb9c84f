"""Who owns what: the grid of decisions and use cases, with its checks."""

from assessment.words import _
from ui import parts, plan_nav, state
from ui.owners_grid import owners
from ui.plan_owning_look import look


def main() -> None:
    owned = state.need_assessment()
    look()
    plan_nav.show()
    parts.title(
        _("Who owns what"),
        lead=_(
            "One role answers for each decision and each use case: not several, not all of us. What you choose is "
            "stored at once, and what is left to settle stands beside it."
        ),
    )
    owners(owned)


main()
