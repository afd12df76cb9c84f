"""Pages that a translator or an extension has changed go on, and long texts are stored while they are typed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.person import Someone

pytestmark = pytest.mark.browser

TRANSLATES = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const parent = text.parentNode;
    if (!text.nodeValue.trim() || !parent || /^(SCRIPT|STYLE|FONT)$/.test(parent.nodeName)) continue;
    const outer = document.createElement("font"), inner = document.createElement("font");
    inner.append("[" + text.nodeValue + "]");
    outer.append(inner);
    parent.replaceChild(outer, text);
  }
}"""
"""What Chrome and Edge do to a page that they translate: two elements in place of every text."""
MARKS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    if (!text.nodeValue.trim() || /^(SCRIPT|STYLE|MARK)$/.test(text.parentNode.nodeName)) continue;
    const mark = document.createElement("mark");
    text.parentNode.insertBefore(mark, text);
    mark.append(text);
  }
}"""
"""What extensions do that mark words: an element around every text."""


@pytest.mark.parametrize("change", [TRANSLATES, MARKS], ids=["translated", "marked"])
def test_a_page_changed_by_somebody_else_goes_on(someone: Someone, change: str) -> None:
    person = someone()
    person.goes()
    person.sets_up("Harbour Street Bakery")
    first, second, third, fourth = person.asked[:4]
    for asked, following in ((first, second), (second, third), (third, fourth)):
        person.page.evaluate(change)
        person.page.keyboard.press("2")
        person.sees_saved()
        person.taps(person.button(re.compile("Next")))
        person.sees_question(following)
        expect(person.heading(asked.stem)).to_have_count(0)
    person.presses_level(fourth, 4)
    assert person.page.get_by_test_id("stException").count() == 0
    person.page.reload()
    person.sees_answer(fourth, 4)


@pytest.mark.parametrize("address", ["", "setup", "results", "console"])
def test_a_page_asks_not_to_be_translated(someone: Someone, address: str) -> None:
    person = someone()
    person.goes(address)
    assert person.page.evaluate("document.documentElement.translate") is False
    assert person.page.locator("meta[name=google][content=notranslate]").count() == 1


def test_a_note_is_stored_while_it_is_typed_and_the_hand_stays_where_it_is(someone: Someone) -> None:
    person = someone()
    person.goes()
    person.sets_up("Harbour Street Bakery")
    person.answers(person.asked[0], 3)
    person.taps(person.text("Add a note", exact=True))
    field = person.field("Note")
    field.press_sequentially("Ask the  night shift ")
    person.page.wait_for_timeout(3_000)
    person.rests()
    expect(field).to_be_focused()
    expect(field).to_be_visible()
    field.press_sequentially("first")
    assert field.input_value() == "Ask the  night shift first"
    for _ in range(5):
        field.press("ArrowLeft")
    person.page.wait_for_timeout(2_000)
    person.rests()
    field.press_sequentially("crew ")
    person.page.wait_for_timeout(3_000)
    person.rests()
    assert field.input_value() == "Ask the  night shift crew first"
    person.page.reload()
    person.sees_question(person.asked[0])
    person.taps(person.text("Your note", exact=True))
    expect(person.field("Note")).to_have_value("Ask the  night shift crew first")
