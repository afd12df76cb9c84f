"""Value of AI use cases, in a real browser: the example, an estimate changed, a grid cell typed, a phone, axe."""

import re

import pytest
from playwright.sync_api import expect

from services.core.installation import Installation
from services.plan import roadmap
from tests.browser.axe import grave_findings
from tests.browser.layout import too_small, too_wide
from tests.browser.person import Person, Someone
from tests.browser.prepared import mixed, prepare
from tests.prepare import use_cases

pytestmark = pytest.mark.browser


def at_the_example(person: Person) -> Person:
    person.opens_the_example()
    person.goes("plan-value")
    person.arrives("Value of AI use cases")
    person.sees_text("All four use cases together", "Without “Camera inspection of ground edges, line 2”")
    return person


def figure(person: Person, label: str | re.Pattern[str], amount: str) -> None:
    """Types an amount and leaves the field."""
    field = person.page.get_by_role("textbox", name=label)
    field.fill(amount)
    field.press("Enter")


def test_a_finance_person_changes_an_estimate_and_sees_what_follows(someone: Someone) -> None:
    person = at_the_example(someone())
    figure(person, "Investment: most likely", "200000")
    person.sees_text(
        "The investment cannot be stored: 45,000, 200,000, 95,000 do not go from smallest to largest"
    )
    figure(person, "Investment: high (10 % chance of more)", "£ 0.3m")
    person.sees_saved()
    likely = person.page.get_by_role("textbox", name="Investment: most likely")
    expect(likely).to_have_value("200,000")
    person.page.reload()
    person.arrives("Value of AI use cases")
    expect(likely).to_have_value("200,000")
    rate = person.page.get_by_role("textbox", name="Discount rate per year")
    rate.fill("140")
    rate.press("Enter")
    person.sees_text("140 % a year is not a usable discount rate")
    expect(rate).to_have_value("140")
    rate.fill("10")
    rate.press("Enter")
    person.sees_saved()
    person.taps(person.text("How this value is calculated, year by year"))
    person.sees(person.page.get_by_role("cell", name="−200,000.00"))


def test_a_blank_company_takes_in_a_first_use_case_and_says_what_it_costs(
    someone: Someone, installation: Installation
) -> None:
    prepared = prepare(installation, mixed)
    person = someone(token=prepared.token)
    person.goes("plan-value")
    person.sees(person.heading("No use case yet", 2))
    assert grave_findings(person.page) == []
    person.types("First AI use case", "Repair forecast")
    person.taps(person.button("Add use case"))
    person.sees_text("Nobody could say how this cuts cost or grows revenue.")
    for title, amounts in (
        ("Investment", "90 100 120"),
        ("Benefit per year", "80 100 130"),
        ("Cost per year", "5 10 12"),
    ):
        for point, amount in zip(("of less", "most likely", "of more"), amounts.split(), strict=True):
            figure(person, re.compile(f"^{title}: .*{point}"), amount)
    person.sees_text("The one use case")
    (line,) = roadmap.plan_of(installation, prepared.owned).use_cases
    assert line.investment is not None
    assert (line.investment.low, line.investment.high) == (90, 120)


def test_a_cell_typed_in_the_grid_is_stored_when_it_is_left(
    someone: Someone, installation: Installation
) -> None:
    prepared = prepare(installation, mixed)
    use_cases(installation, prepared.owned, [{"name": "Quotes", "lever": "cost"}])
    person = someone(token=prepared.token)
    person.goes("plan-value")
    person.arrives("Value of AI use cases")
    grid = person.page.get_by_test_id("stDataFrame")
    grid.scroll_into_view_if_needed()
    grid.click(position={"x": 150, "y": 60})
    person.page.keyboard.press("Enter")
    cell = person.page.locator("#portal textarea")
    cell.fill("Quotes by night")
    cell.press("Enter")
    person.sees_saved()
    (line,) = roadmap.plan_of(installation, prepared.owned).use_cases
    assert (line.name, line.lever) == ("Quotes by night", "cost")


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_nothing_moves_sideways_and_targets_fit_a_thumb(someone: Someone, width: int) -> None:
    person = at_the_example(someone(phone=True))
    person.page.set_viewport_size({"width": width, "height": 844})
    assert too_wide(person.page) == []
    assert too_small(person.page) == []
    person.picks("Use case shown", "Camera inspection of ground edges, line 2")
    person.sees_text("Blocked by: Line control, press shop", "Rules for its class: Transform")
    assert too_wide(person.page) == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_grave(someone: Someone, dark: bool) -> None:
    person = at_the_example(someone(color_scheme="dark" if dark else "light"))
    assert grave_findings(person.page) == []
