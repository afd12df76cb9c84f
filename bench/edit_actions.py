"""Edit actions in a browser; each performs the nth edit of its kind."""

from collections.abc import Callable
from typing import Literal

from playwright.sync_api import Page

REST = 700
"""Milliseconds between two edits, so that one does not wait for what the other left to draw."""
FIRST_LINE = 62
"""Pixels from the top of a grid to the middle of its first line."""
Act = Callable[[Page, int], None]


def typed(kind: Literal["spinbutton", "textbox"], label: str, *values: str) -> Act:
    """Types one of the values in turn into a field and presses Enter."""

    def act(page: Page, n: int) -> None:
        field = page.get_by_role(kind, name=label, exact=True)
        field.fill(values[n % len(values)])
        field.press("Enter")

    return act


def tap(group: str, *options: str) -> Act:
    """Taps one of the options in turn."""

    def act(page: Page, n: int) -> None:
        found = page.get_by_role("radiogroup", name=group)
        found.get_by_role("radio", name=options[n % len(options)], exact=True).click()

    return act


def opened(page: Page, n: int) -> None:
    """Opens the list of the first or the second decision before the time begins."""
    field = page.get_by_role("combobox", name="Answers for it").nth(n % 2)
    field.scroll_into_view_if_needed()
    page.wait_for_timeout(REST)  # a list that is open while the page still scrolls closes again
    field.click()


def chosen(*options: str) -> Act:
    """Taps one of the options of the list that is open."""
    return lambda page, n: page.get_by_role("option", name=options[n % len(options)], exact=True).click()


def cell(x: int, *values: str) -> Act:
    """Opens a cell of the grid’s first line, so many pixels from the left, and types one of the values into it."""

    def ready(page: Page, n: int) -> None:
        page.locator("[data-testid=stDataFrame] canvas").first.wait_for()
        page.wait_for_timeout(REST)
        page.get_by_test_id("stDataFrame").first.click(position={"x": x, "y": FIRST_LINE})
        page.keyboard.type(values[n % len(values)])

    return ready


def enter(page: Page, _n: int) -> None:
    page.keyboard.press("Enter")


def use_in_front(page: Page, n: int) -> None:
    """One AI use in front, at a question whose answer may change."""
    if n == 0:
        page.get_by_role("button", name="Answers for the service desk").click()
    page.locator('[class*="st-key-pl_row_use_"] button').first.click()
    page.get_by_text("Question 1 of").wait_for()


def use_answered(page: Page, n: int) -> None:
    page.locator('[class*="st-key-pl_cards_use_"] button').nth(n % 2).click()
