"""The finished example: one click, clearly marked, and nobody else's."""

import pytest

from tests.browser.person import Someone
from tests.words import FINISHED_EXAMPLE

pytestmark = pytest.mark.browser

EXAMPLE = "Northgate Tools Ltd"


def test_the_example_opens_in_one_click_and_says_what_it_is(someone: Someone) -> None:
    person = someone()
    person.goes()
    person.taps(person.button("Open the example"))
    person.sees_text(FINISHED_EXAMPLE, EXAMPLE, "You describe level")
    person.sees(
        person.heading("The first three of five decisions", 2), person.heading("Practices by section", 2)
    )
    for screen, heading in (
        ("Decisions", "Initiatives, decisions"),
        ("Playbook", "Playbook"),
        ("Questions", ""),
    ):
        person.follows(screen)
        person.sees(person.heading(heading))
        person.sees_text(FINISHED_EXAMPLE)
