"""Plan: an effort is changed in place, the path follows; what if; wide, narrow, and for every reader."""

import pytest
from playwright.sync_api import expect

from tests.browser.axe import grave_findings
from tests.browser.layout import too_small, too_wide
from tests.browser.person import Person, Someone

pytestmark = pytest.mark.browser


def at_plan(person: Person) -> Person:
    person.opens_the_example()
    person.follows("Plan")
    person.sees(
        person.heading("What to settle first, and the path to the next level"),
        person.text("With this change"),
    )
    return person


def test_an_effort_is_changed_in_place_and_the_path_follows(someone: Someone) -> None:
    person = at_plan(someone())
    person.sees(person.heading("Least effort to level 3: five moves, about 30 days, plus 55 from others", 2))
    assert grave_findings(person.page) == []
    effort = person.page.get_by_role("textbox", name="Days: Sort thirty real cases")
    effort.fill("9")
    effort.press("Enter")
    person.sees_saved()
    person.sees_text("One effort is yours, the others are our estimates.")
    expect(person.page.get_by_role("heading", name="about 30 days")).to_have_count(0)
    person.page.reload()
    person.sees_text("One effort is yours, the others are our estimates.")


def test_another_level_and_another_answer_move_the_path_at_once(someone: Someone) -> None:
    person = at_plan(someone())
    person.taps(person.page.get_by_role("radiogroup", name="Target level").get_by_text("4"))
    person.sees(person.heading("Least effort to level 4", 2))
    person.sees_saved()
    person.sees_text("to level 4:")
    person.taps(person.page.get_by_role("radiogroup", name="New level").get_by_text("1"))
    person.sees_text("the level stays", "With “Measured before the start” at level 1")


@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_reads_and_edits_the_plan_without_scrolling_sideways(someone: Someone, width: int) -> None:
    person = someone(phone=True)
    person.page.set_viewport_size({"width": width, "height": 844})
    at_plan(person)
    assert too_wide(person.page) == []
    assert too_small(person.page) == []
    assert grave_findings(person.page) == []
