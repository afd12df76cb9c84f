"""The roadmap in a browser: edited in place, answered at once, a file for the calendar, at any width."""

import re

import icalendar
import pytest
from playwright.sync_api import expect

from tests.browser.axe import grave_findings
from tests.browser.layout import too_small, too_wide
from tests.browser.person import Person, Someone

pytestmark = pytest.mark.browser

FIRST_MOVE = "Use AI on your own work for four weeks and log the mistakes"


def at_roadmap(person: Person) -> None:
    person.opens_the_example()
    person.goes("plan-roadmap")
    person.arrives("The first 180 days")
    person.sees(person.page.get_by_role("combobox", name="Move to add"))


def test_from_the_example_to_a_plan_edited_with_a_commitment_and_in_a_calendar(someone: Someone) -> None:
    person = someone()
    at_roadmap(person)
    person.sees(person.page.get_by_role("img", name=re.compile("A chart of 14 bars over 180 days")))
    capacity = person.page.get_by_role("textbox", name="Chief operating officer")
    capacity.fill("1")
    capacity.press("Enter")
    person.sees(person.text("Chief operating officer: "))
    capacity.fill("20")
    capacity.press("Enter")
    expect(person.text("Chief operating officer: ")).to_have_count(0)
    goal = person.field("Target")
    goal.fill("every executive")
    goal.press("Enter")
    person.sees_saved()
    front = person.page.locator(".st-key-pl_road_front")
    person.sees(front.get_by_text(re.compile("from 1 of 5 executives to every executive")))
    person.page.reload()
    person.arrives("The first 180 days")
    expect(person.field("Target")).to_have_value("every executive")
    with person.page.expect_download() as waiting:
        person.taps(person.link("Download review dates (ICS)"))
    content = waiting.value.path().read_bytes()
    events = list(icalendar.Calendar.from_ical(content).walk("VEVENT"))
    assert f"Review: {FIRST_MOVE}" in [str(event["summary"]) for event in events]


def test_a_move_taken_out_again_takes_the_visible_win_with_it(someone: Someone) -> None:
    person = someone()
    at_roadmap(person)
    person.taps(person.button("Remove this move"))
    person.sees_text(re.compile("Thirteen items planned in 180 days"))
    person.sees_text("Nothing people will notice is finished within 30 days.")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_grave(someone: Someone, *, dark: bool) -> None:
    person = someone(color_scheme="dark" if dark else "light")
    at_roadmap(person)
    assert not grave_findings(person.page)


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_there_is_a_list_and_nothing_moves_sideways(someone: Someone, width: int) -> None:
    person = someone(phone=True, viewport={"width": width, "height": 844})
    at_roadmap(person)
    person.sees(person.heading(re.compile("^Align"), 3))
    assert not person.page.locator(".pl-gantt").is_visible()
    assert not too_wide(person.page)
    assert not too_small(person.page)
    assert not grave_findings(person.page)
