"""The finished example: one click, clearly marked, and nobody else's."""

import pytest

from tests.browser.conftest import Someone

pytestmark = pytest.mark.browser

EXAMPLE = "Northgate Tools Ltd"


def test_the_example_opens_in_one_click_and_says_what_it_is(someone: Someone) -> None:
    person = someone()
    person.goes()
    person.taps(person.button("Open the example"))
    person.sees_text("This is a finished example.", EXAMPLE, "You describe level")
    person.sees(person.heading("The three things to do first", 2), person.heading("Section by section", 2))
    for screen, heading in (("Decisions", "What runs"), ("Playbook", "The playbook"), ("Questions", "")):
        person.follows(screen)
        person.sees(person.heading(heading))
        person.sees_text("This is a finished example.")


def test_a_change_in_the_example_stays_in_the_browser_that_made_it(someone: Someone) -> None:
    curious, other = someone(), someone()
    for person in (curious, other):
        person.goes()
        person.taps(person.button("Open the example"))
        person.sees_text("This is a finished example.")
    curious.follows("Playbook")
    curious.arrives("The playbook")
    curious.types("Confidentiality line", "Mine alone")
    curious.field("Confidentiality line").press("Enter")
    curious.sees_saved()
    other.follows("Playbook")
    other.arrives("The playbook")
    assert other.field("Confidentiality line").input_value() == ""


def test_who_has_not_opened_the_example_sees_nothing_of_it(someone: Someone) -> None:
    curious, newcomer = someone(), someone()
    curious.goes()
    curious.taps(curious.button("Open the example"))
    curious.sees_text("This is a finished example.")
    newcomer.goes("results")
    newcomer.sees(newcomer.heading("Nothing is open in this browser"))
    newcomer.goes()
    newcomer.sees(newcomer.button("Begin"))
    assert EXAMPLE not in newcomer.page.content()
