"""The whole way of a chief executive: from the first screen to the playbook on the desk."""

import io
import re

import pytest
from playwright.sync_api import Position, expect
from pypdf import PdfReader

from tests.browser.layout import too_small, too_wide
from tests.browser.person import Asked, Person, Someone

pytestmark = pytest.mark.browser

COMPANY = "Harbour & Field Ltd"
LINE = "Confidential: for the board of Harbour & Field"
NOTE = "Seen at the meeting of 3 March."
INITIATIVE = "Quotes from e-mails"
HAND = 30
"""Milliseconds between two keys: the grid opens its editor while one is already typing."""
FIRST_CELL: Position = {"x": 80, "y": 60}
"""Where it lies in the register, which is drawn and not made of elements."""


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_a_chief_executive_answers_everything_and_takes_the_playbook_along(
    someone: Someone, *, phone: bool
) -> None:
    person = someone(phone=phone)
    person.goes()
    assert_fits(person)
    person.sets_up(COMPANY)
    answers_everything(person)
    checks(person)
    level = reads_the_result(person)
    fills_in_decisions(person)
    takes_the_playbook(person, level)


def assert_fits(person: Person) -> None:
    """On a phone nothing scrolls sideways and everything can be hit with a thumb."""
    if person.phone:
        assert not too_wide(person.page)
        assert not too_small(person.page)


def answers_everything(person: Person) -> None:
    """All practices in every way there is, then the activity questions; Next leads from one to the next."""
    practices = list(person.instrument.practices.values())
    for number, practice in enumerate(practices):
        person.sees_text(f"{number} of 25 answered")
        answers_one(person, number, practice)
        assert_fits(person)
        person.moves_on(person.asked[number + 1])
    for number, item in enumerate(person.instrument.activity):
        person.answers(item, 3 + number % 2)
        if item is not person.asked[-1]:
            person.moves_on(person.asked[26 + number])
    person.taps(person.button("Check your answers").first)


def answers_one(person: Person, number: int, practice: Asked) -> None:
    level = 3 if number % 2 else 2
    if number == 7:
        person.does_not_know()
        return
    if person.phone or number % 3 == 0:
        person.answers(practice, level)
    else:
        person.presses_level(practice, level)
    if number == 0:
        person.chooses("Which answer will the technology side choose?", "1")
        person.notes(NOTE)
    if number in (1, 3):
        person.chooses("What evidence could you show?", ("A document", "A number")[number // 2])


def checks(person: Person) -> None:
    """Every answer is there in words; then on to the result."""
    person.arrives("Check your answers")
    person.sees_text("25 of 25 questions answered")
    first, second = person.asked[0], person.asked[1]
    person.sees(person.button(f"2 · {first.levels[1]}"), person.button(f"{second.levels[2]} (document)"))
    assert_fits(person)
    person.taps(person.button("See your results").first)


def reads_the_result(person: Person) -> str:
    """The level in words, as the heading says it."""
    level = re.compile(r"level\s\d", re.IGNORECASE)
    person.arrives(level)
    person.sees(person.heading("Practices by section", 2))
    assert_fits(person)
    return " ".join(person.heading(level).inner_text().split())


def fills_in_decisions(person: Person) -> None:
    person.follows("Decisions")
    person.arrives("Initiatives, decisions and outcomes")
    person.picks(person.instrument.decisions[0].title, "Chief financial officer")
    person.sees_saved()
    for place, outcome in enumerate(person.instrument.outcomes[:2], start=1):
        person.taps(person.button(outcome.title))
        person.sees_text(f"{place}. {outcome.title}")
    adds_initiative(person)
    assert_fits(person)


def adds_initiative(person: Person) -> None:
    """One line in the grid, typed as into a spreadsheet."""
    grid = person.page.get_by_role("region", name="Pilot register")
    editor = person.opens_cell(grid, FIRST_CELL)
    editor.press_sequentially(INITIATIVE, delay=HAND)
    expect(editor).to_have_value(INITIATIVE)
    editor.press("Enter")
    person.sees_text("Not saved yet")
    person.taps(person.button("Save the register"))
    person.sees_text("Saved: 1 initiative.")


def takes_the_playbook(person: Person, level: str) -> None:
    """The confidentiality line, the file through its link, and in it what the screen says."""
    person.follows("Playbook")
    person.arrives("Playbook")
    person.types("Confidentiality line", LINE)
    person.field("Confidentiality line").press("Enter")
    person.sees_saved()
    assert_fits(person)
    file = person.downloads("Download the PDF")
    assert file.suggested_filename.startswith("Harbour Field Ltd AI readiness playbook")
    pdf = PdfReader(io.BytesIO(file.path().read_bytes()))
    pages = [" ".join(page.extract_text().split()) for page in pdf.pages]
    assert COMPANY in str(pdf.metadata and pdf.metadata.title)
    assert len(pages) > 2
    assert all(f"page {number} of {len(pages)}" in text.lower() for number, text in enumerate(pages, start=1))
    assert all(LINE in text for text in pages)
    assert level in pages[0]
    assert any(INITIATIVE in text for text in pages)
    expect(person.heading("Playbook")).to_be_visible()
