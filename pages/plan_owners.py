"""Who owns what: the grid of decisions and use cases, with its checks."""

from language.translation import _
from ui import access, plan_links, theme
from ui.kit import text
from ui.screens.owners.grid import owners


def main() -> None:
    owned = access.need_assessment()
    theme.style("governance")
    plan_links.show()
    text.title(
        _("Who owns what"),
        lead=_("One role answers for each decision and each use case."),
    )
    owners(owned)


main()
