"""Somebody in front of a browser: sees headings, buttons and sentences, taps, types, and waits for words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Download, Locator, Page, Position, expect

from assessment.instrument.model import ActivityItem, Instrument, Practice
from tests.browser.rest import wait_until_at_rest
from tests.words import FINISHED_EXAMPLE

Asked = Practice | ActivityItem
CODE = re.compile(r"[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}")


@dataclass
class Person:
    """One tab of one browser. `phone`: taps instead of clicking, and has no keyboard."""

    page: Page
    url: str
    instrument: Instrument
    phone: bool = False

    @property
    def context(self) -> BrowserContext:
        return self.page.context

    @property
    def asked(self) -> tuple[Asked, ...]:
        """Every question in the order it is asked."""
        practices = [p for pillar in self.instrument.pillars for p in pillar.practices]
        return (*practices, *self.instrument.activity)

    # What one sees

    def text(self, words: str | re.Pattern[str], *, exact: bool = False) -> Locator:
        return self.page.get_by_text(words, exact=exact)

    def heading(self, words: str | re.Pattern[str], level: int = 1) -> Locator:
        return self.page.get_by_role("heading", name=words, level=level)

    def button(self, words: str | re.Pattern[str], *, exact: bool = False) -> Locator:
        return self.page.get_by_role("button", name=words, exact=exact)

    def link(self, words: str, *, exact: bool = True) -> Locator:
        return self.page.get_by_role("link", name=words, exact=exact)

    def field(self, words: str) -> Locator:
        return self.page.get_by_role("textbox", name=words)

    def sees(self, *found: Locator) -> None:
        """Each of these is on the screen, now or in a moment."""
        for locator in found:
            expect(locator.first).to_be_visible()

    def sees_text(self, *words: str | re.Pattern[str]) -> None:
        self.sees(*(self.text(word) for word in words))

    def sees_question(self, asked: Asked) -> None:
        self.sees(self.heading(asked.stem))
        self.rests()

    def sees_answer(self, asked: Asked, level: int) -> None:
        """The card of this level says that it is the answer given."""
        expect(self.card(asked, level)).to_have_accessible_name(re.compile("Your answer"))

    def sees_saved(self) -> None:
        self.sees(self.text("Saved", exact=True))

    def rests(self) -> None:
        """Whatever was asked of the page is drawn."""
        wait_until_at_rest(self.page)

    def given(self) -> Locator:
        """The card of the answer given, whichever it is."""
        return self.button(re.compile(r"^[1-5].*Your answer\s*$"))

    def card(self, asked: Asked, level: int) -> Locator:
        return self.button(asked.levels[level - 1])

    # What one does

    def opens_cell(self, grid: Locator, position: Position) -> Locator:
        """The editor of a cell: a tap selects, one more opens.

        The first click on a grid after another part of the screen was worked on only gives it the focus.
        """
        editor = self.page.get_by_role("textbox").and_(self.page.locator(":focus"))
        for _tap in range(4):
            self.taps(grid, position)
            self.page.wait_for_timeout(1_000)
            if editor.count():
                break
        expect(editor).to_be_editable()
        return editor

    def goes(self, address: str = "") -> None:
        """Opens an address of the app, and waits until the screen is there."""
        self.page.goto(f"{self.url}/{address}")
        self.arrives()

    def arrives(self, heading: str | re.Pattern[str] = re.compile("")) -> None:
        """The screen with this heading is there, and at rest: nothing is still being drawn."""
        self.sees(self.heading(heading))
        self.rests()

    def taps(self, locator: Locator, position: Position | None = None) -> None:
        """With a finger on a phone, else with the mouse, once all is drawn; in the middle unless told where."""
        self.rests()
        if self.phone:
            locator.tap(position=position)
        else:
            locator.click(position=position)

    def follows(self, words: str) -> None:
        """Taps a link by its words."""
        self.taps(self.link(words).first)

    def types(self, label: str, words: str) -> None:
        self.rests()
        self.field(label).fill(words)

    def opens_the_example(self) -> None:
        """From the first screen to the results of the finished example."""
        self.goes()
        self.taps(self.button("Open the example"))
        self.sees_text(FINISHED_EXAMPLE, "You describe level")

    def sets_up(self, organisation: str, function: str = "") -> str:
        """From the first screen to the first question; returns the resume code that was shown."""
        self.taps(self.button("Start the assessment"))
        self.types("Organisation", organisation)
        if function:
            self.picks("Your function", function)
        self.taps(self.button("Create the assessment"))
        code = self.reads_code()
        self.taps(self.button("Continue"))
        self.sees_question(self.asked[0])
        return code

    def reads_code(self) -> str:
        """The resume code on the screen."""
        self.sees(self.heading("Write down this code"))
        return self.text(CODE).inner_text()

    def answers(self, asked: Asked, level: int) -> None:
        """Taps the card of a level and waits until it is said to be stored."""
        self.taps(self.card(asked, level))
        self.sees_answer(asked, level)
        self.sees_saved()

    def presses_level(self, asked: Asked, level: int) -> None:
        """The same with a key."""
        self.sees(self.card(asked, level))
        self.rests()
        self.page.keyboard.press(str(level))
        self.sees_answer(asked, level)
        self.sees_saved()

    def does_not_know(self) -> None:
        self.taps(self.button("I don’t know"))
        self.sees(self.button("I don’t know Your answer"))
        self.sees_saved()

    def picks(self, label: str, option: str) -> None:
        """One of a list, opened with the keyboard."""
        field = self.page.get_by_role("combobox", name=label)
        self.rests()
        field.press("ArrowDown")
        self.page.get_by_role("option", name=option).click()
        self.rests()

    def chooses(self, question: str, option: str) -> None:
        """One of the choices under a question, such as what stands behind an answer."""
        choice = self.page.get_by_role("radiogroup", name=question).get_by_role(
            "radio", name=option, exact=True
        )
        self.taps(choice)
        expect(choice).to_be_checked()
        self.sees_saved()

    def notes(self, words: str) -> None:
        self.taps(self.text("Add a note", exact=True))
        self.types("Note", words)
        self.field("Note").blur()
        self.sees(self.text("Your note", exact=True))

    def moves_on(self, following: Asked) -> None:
        self.taps(self.button(re.compile("^Next")))
        self.sees_question(following)

    def downloads(self, words: str) -> Download:
        """Follows a link to a file."""
        with self.page.expect_download() as waiting:
            self.taps(self.link(words))
        return waiting.value


Someone = Callable[..., Person]
"""The fixture `someone`: a new person in a profile of their own."""
