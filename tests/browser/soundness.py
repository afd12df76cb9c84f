"""What holds for every screen: no grave finding of axe in either theme, and on a phone everything fits."""

import pytest

from tests.browser.axe import grave_findings
from tests.browser.layout import too_small, too_wide
from tests.browser.person import Person
from tests.browser.watch import lines

WIDTHS = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
# The theme has arrived when the ground is light or dark; the red of its colour tells which.
_RED = "Number(getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).backgroundColor.match(/\\d+/)[0])"
GROUND = {"light": f"() => {_RED} > 200", "dark": f"() => {_RED} < 60"}


def assert_sound(person: Person, screen: str = "") -> None:
    """No grave finding in either theme; on a phone nothing too wide and nothing too small."""
    person.rests()
    found = []
    for scheme in ("light", "dark"):
        person.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        person.page.wait_for_function(GROUND[scheme])
        found += [f"{scheme}: {finding}" for finding in grave_findings(person.page)]
    if person.phone:
        found += [*too_wide(person.page), *too_small(person.page)]
    assert not found, screen + lines(found)
