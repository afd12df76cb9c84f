"""Ownership and governance in a real browser: chosen, typed, tapped and signed, at a desk and on a phone."""

import re

import pytest
from playwright.sync_api import expect

from services.core.installation import Installation
from services.plan import roadmap
from tests.browser.layout import too_wide
from tests.browser.person import Person, Someone
from tests.browser.prepared import mixed, prepare
from tests.browser.soundness import assert_sound
from tests.browser.watch import lines

pytestmark = pytest.mark.browser

SMALLEST = {"width": 320, "height": 640}
# The word at the top of the window, and the keyboard elsewhere.
JUST_BELOW_THE_EDGE = """word => {
  document.activeElement.blur();
  document.querySelector('[data-testid="stMain"]').scrollTop += word.getBoundingClientRect().top - 4;
}"""
PARTS = ("AI in use", "Risk we accept", "The forum", "Standards")


def looks_at(person: Person, part: str, heading: str) -> None:
    choice = person.page.get_by_role("radio", name=part)
    person.taps(choice)
    expect(choice).to_be_checked()
    person.sees(person.heading(heading, 2))


def test_an_owner_is_chosen_one_is_typed_and_both_are_stored(
    someone: Someone, installation: Installation
) -> None:
    prepared = prepare(installation, mixed, activity=3, submitted=True)
    person = someone(token=prepared.token)
    person.goes("plan-owners")
    person.sees_text("Nobody is named yet.")
    fields = person.page.get_by_role("combobox", name="Answers for it")
    fields.nth(1).click()
    person.taps(person.page.get_by_role("option", name="Chief financial officer", exact=True))
    person.sees_saved()
    person.sees_text("Nobody answers for “Who accepts the risk?”")
    fields.nth(3).fill("all of us")
    person.page.keyboard.press("Enter")
    person.sees_text("“all of us” is entered for “Who accepts the risk?”, which is nobody in particular.")
    found = roadmap.plan_of(installation, prepared.owned).ownership.decisions
    assert {code: owners.accountable for code, owners in found.items()} == {
        "fund": "CFO",
        "accept_risk": "all of us",
    }


def test_on_a_phone_a_use_is_added_answered_and_a_line_signed(
    someone: Someone, installation: Installation
) -> None:
    prepared = prepare(installation, mixed, activity=3, submitted=True)
    person = someone(phone=True, token=prepared.token)
    person.goes("plan-governance")
    person.types("Add an AI use case", "Chat on the website")
    person.button("Add AI use case").dblclick()
    person.sees_text("Question 1 of 12")
    person.taps(person.button("No", exact=True))
    person.sees_text("Question 2 of 12")
    person.sees_saved()
    looks_at(person, "Risk we accept", "The AI risk we accept")
    person.taps(person.button("AI posing as a person"))
    never = person.page.get_by_role("radio", name="Never", exact=True)
    person.taps(never)
    expect(never).to_be_checked()
    person.picks("Signing for", "Chief financial officer")
    person.page.keyboard.press("Escape")
    refuse = person.page.get_by_role("radio", name="Refuse", exact=True)
    person.taps(refuse)
    expect(refuse).to_be_checked()
    why = person.field("Reason")
    why.fill("Customers ask for it")
    why.blur()
    person.taps(person.button("Sign this line"))
    person.sees_text(
        "Refused by: Chief financial officer. Not signed yet by: Chief executive; Chief operating officer; Chief information officer."
    )
    person.sees(person.button(re.compile(r"Chief financial officer Refused, .*: Customers ask for it")))
    (line,) = roadmap.plan_of(installation, prepared.owned).risk_statement.lines
    assert line.decision == "never"
    assert [(found.role, found.stance, found.note) for found in line.signed] == [
        ("CFO", "refused", "Customers ask for it")
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_every_part_is_sound_with_the_example_in_it(someone: Someone, *, phone: bool) -> None:
    person = someone(phone=phone)
    person.opens_the_example()
    person.goes("plan-owners")
    person.sees_text("Five points to settle.")
    person.taps(person.button("Choose who does it, who is asked and who is told").first)
    person.sees(person.page.get_by_role("combobox", name="Told after"))
    assert_sound(person)
    person.goes("plan-governance")
    person.taps(person.button("Sorting applications"))
    person.sees(person.heading("Looks high-risk", 3))
    assert_sound(person)
    for part, heading in zip(
        PARTS[1:],
        ("The AI risk we accept", "Northgate AI forum", "Where your evidence helps"),
        strict=True,
    ):
        looks_at(person, part, heading)
        if part == "Risk we accept":
            person.taps(person.button("An assistant that reads everything"))
            person.taps(person.button("Change what was decided"))
            person.sees(person.field("Limit"))
        if part == "The forum":
            person.taps(person.button("Edit the charter"))
            person.sees(person.field("Purpose"))
        assert_sound(person)


def test_nothing_is_cut_off_on_the_smallest_phone(someone: Someone) -> None:
    person = someone(phone=True, viewport=SMALLEST)
    person.opens_the_example()
    found = []
    for screen in ("plan-owners", "plan-governance"):
        person.goes(screen)
        found += too_wide(person.page)
    for part in PARTS[1:]:
        person.taps(person.page.get_by_role("radio", name=part))
        person.arrives()
        found += too_wide(person.page)
    assert not found, lines(found)


def test_on_a_phone_the_first_tap_counts_though_the_word_chosen_before_is_off_the_screen(
    someone: Someone,
) -> None:
    person = someone(phone=True, viewport=SMALLEST)
    person.opens_the_example()
    person.goes("plan-governance")
    looks_at(person, "Risk we accept", "The AI risk we accept")
    choice = person.page.get_by_role("radio", name="The forum")
    choice.evaluate(JUST_BELOW_THE_EDGE)
    expect(person.page.get_by_role("radio", name="Risk we accept")).not_to_be_in_viewport()
    person.taps(choice)
    person.sees(person.heading("Northgate AI forum", 2))


def test_another_part_comes_without_moving_the_page(someone: Someone) -> None:
    person = someone()
    person.opens_the_example()
    person.goes("plan-governance")
    choice = person.page.get_by_role("radio", name="Standards")
    choice.evaluate(JUST_BELOW_THE_EDGE)
    person.taps(choice)
    person.sees(person.heading("Where your evidence helps", 2))
    person.arrives()
    expect(person.heading("AI governance")).not_to_be_in_viewport()
    expect(choice).to_be_focused()
