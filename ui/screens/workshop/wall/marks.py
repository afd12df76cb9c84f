"""The marks people are drawn as: business a circle, technology a diamond, and one mark where sides are not shown."""

from collections.abc import Mapping

from assessment.instrument.model import Camp
from language.translation import lazy, lazy_table
from ui.kit.html import HtmlFragment, element

CAMP_NAMES: Mapping[Camp, str] = lazy_table({"business": lazy("business"), "technology": lazy("technology")})
SMALL, SMALLEST = "pl-w-size-3", "pl-w-size-4"
SIZES = ((8, "pl-w-size-1"), (14, "pl-w-size-2"), (56, SMALL))


def mark(camp: Camp | str = "") -> HtmlFragment:
    """One mark; its meaning stands in words beside it or in a table."""
    return element("i", under=f"pl-w-mark pl-w-mark-{camp or 'anybody'}", aria_hidden="true")


def marks(camp: Camp | str, people: int) -> HtmlFragment:
    """As many marks as people."""
    return HtmlFragment("".join([mark(camp)] * people))


def size_for(most: int, *, smallest: str = SMALLEST) -> str:
    """The class that sets marks so small that `most` of them fit into one place."""
    return next((name for upto, name in SIZES if most <= upto), smallest)
