"""Without a mouse: everything is reached with Tab, seen to be reached, and done with a key."""

import re

import pytest
from playwright.sync_api import expect

from services.core.installation import Installation
from tests.browser.person import Person, Someone
from tests.browser.prepared import prepare

pytestmark = pytest.mark.browser

TABS_AT_MOST = 40
OUTLINE = "e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 }"


def tabs_to(person: Person, name: str | re.Pattern[str]) -> None:
    """Presses Tab until this button has the focus, and looks whether one can see that it has."""
    wanted = person.button(name).first
    for _press in range(TABS_AT_MOST):
        person.page.keyboard.press("Tab")
        focused = person.page.locator(":focus")
        if focused.count():  # between the last element and the first the browser itself has the focus
            assert focused.evaluate(OUTLINE), f"no visible focus on {focused.inner_text()!r}"
        if wanted.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"“{name}” was not reached with {TABS_AT_MOST} presses of Tab")


def test_a_question_is_answered_and_left_with_tab_and_enter(
    someone: Someone, installation: Installation
) -> None:
    prepared = prepare(installation, lambda _code: None)
    person = someone(token=prepared.token)
    person.goes("strategy")
    first, second = person.asked[:2]
    tabs_to(person, first.levels[3])
    person.page.keyboard.press("Enter")
    person.sees_answer(first, 4)
    person.sees_saved()
    tabs_to(person, re.compile("^Next"))
    person.page.keyboard.press("Enter")
    person.sees_question(second)
    expect(person.heading(second.stem)).to_be_focused()


def test_numbers_letters_and_zero_do_the_whole_of_it(someone: Someone, installation: Installation) -> None:
    prepared = prepare(installation, lambda _code: None)
    person = someone(token=prepared.token)
    person.goes("strategy")
    first, second = person.asked[:2]
    person.presses_level(first, 5)
    person.presses_level(first, 2)
    person.page.keyboard.press("n")
    person.sees_question(second)
    person.page.keyboard.press("0")
    person.sees(person.button("I don’t know Your answer"))
    person.page.keyboard.press("b")
    person.sees_question(first)
    person.sees_answer(first, 2)


def test_a_number_typed_into_a_note_is_no_answer(someone: Someone, installation: Installation) -> None:
    prepared = prepare(installation, lambda _code: None)
    person = someone(token=prepared.token)
    person.goes("strategy")
    first = person.asked[0]
    person.answers(first, 2)
    person.taps(person.text("Add a note", exact=True))
    person.field("Note").press_sequentially("5 of 12, n 3")
    person.field("Note").blur()
    person.sees(person.text("Your note", exact=True))
    person.sees_question(first)
    person.sees_answer(first, 2)


def test_the_skip_link_leads_over_the_header_to_the_heading(someone: Someone) -> None:
    person = someone()
    person.goes("method")
    skip = person.link("Skip to content")
    skip.focus()
    expect(skip).to_be_in_viewport()
    person.page.keyboard.press("Enter")
    expect(person.heading("How every number is calculated")).to_be_focused()
