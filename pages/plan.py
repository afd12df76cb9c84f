"""Plan: what to close first, the cheapest way up, and what would change if an answer were another one."""

from assessment.words import _
from ui import parts, plan_nav, state


def main() -> None:
    state.need_assessment()
    plan_nav.show("plan")
    parts.title(_("From gaps to a plan"))


main()
