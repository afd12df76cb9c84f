"""A leadership workshop in real browsers: who leads it, what is projected, and who answers on phones.

    lead = Facilitator(someone()); code = lead.sets_up("Kestrel Foods", "Key questions in the room")
    wall = Wall(someone(viewport=PROJECTED, state=lead.profile())); ann = Leader.joins(someone(phone=True), code, "Finance")
    lead.presses("Start with all ten", "All questions at once"); ann.taps_level(3)

Each of them is a browser profile of its own. What is not the matter of a test may be said through the services on
the same database: `ann.says(inst, "STR-1", 3)`.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, StorageState, expect

from services.core.identity import DEVICE_COOKIE
from services.core.installation import Installation
from services.workshop import voting
from services.workshop.join import joining
from services.workshop.join.joining import Participant
from storage.repositories.answers import Round
from tests.browser.person import Person
from tests.device_cookies import token_in

PROJECTED = {"width": 1920, "height": 1080}
JOIN_CODE = re.compile(r"^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{3}$")


def token_of(person: Person) -> str:
    """What this browser is known by."""
    return token_in(next(c["value"] for c in person.context.cookies() if c["name"] == DEVICE_COOKIE))


@dataclass
class Facilitator:
    """Somebody at the console."""

    at: Person
    resume_code: str = ""

    def profile(self) -> StorageState:
        """The cookies of this browser, for a second window of it: the wall."""
        return self.at.context.storage_state()

    def sets_up(
        self, organisation: str, way: str, *, minutes: int = 60, sections: tuple[str, ...] = ()
    ) -> None:
        """From the first screen to the console, with the resume code read on the way."""
        self.at.goes()
        self.at.taps(self.at.button("Set up a workshop"))
        self.at.arrives("Run a workshop")
        self.at.types("Organisation", organisation)
        self.at.taps(self.at.text(way, exact=True))
        if minutes != 60:
            self.at.picks("Length of the meeting", f"{minutes} minutes")
        for section in sections:
            self.at.picks("Sections", section)
            self.at.page.keyboard.press("Escape")
        self.at.taps(self.at.button("Set up the workshop"))
        self.resume_code = self.at.reads_code()
        self.at.taps(self.at.button("Open the console"))
        self.at.arrives(organisation)

    def opens(self) -> str:
        """Opens the room; the code that is now on the wall."""
        self.at.taps(self.at.button("Open the room"))
        self.at.sees_text("People can join until")
        return self.at.text(JOIN_CODE).first.inner_text()

    def comes_back(self, resume_code: str) -> None:
        """The same console from another browser."""
        self.at.goes("resume")
        self.at.types("Resume code", resume_code)
        self.at.taps(self.at.button("Come back"))

    def button(self, words: str) -> Locator:
        """The button that begins with these words."""
        return self.at.button(re.compile("^" + re.escape(words)))

    def presses(self, words: str, then: str) -> None:
        """The step with these words, until the heading of where it leads is there."""
        self.at.taps(self.button(words).first)
        self.at.arrives(re.compile(re.escape(then)))

    def sees_next(self, words: str) -> None:
        """The one button that is marked as the next step."""
        marked = self.at.page.locator("[data-testid='stMain'] button[kind^='primary']")
        expect(marked).to_have_text([re.compile("^" + re.escape(words))])

    def agrees(self, level: int, *, note: str = "", dissent: str = "", owner: str = "") -> None:
        """Fills the form of the agreed level and sends it."""
        chosen = self.at.page.get_by_role("radiogroup", name="Level").get_by_role(
            "radio", name=str(level), exact=True
        )
        self.at.taps(chosen)
        if owner:
            self.at.picks("Owner (role)", owner)
        if note:
            self.at.types("Note: the reason", note)
        if dissent:
            self.at.types("Dissent (without a name)", dissent)
        self.at.taps(self.at.button("Agree this level"))
        self.at.sees_text(re.compile("^Agreed"))

    def goes_to(self, title: str) -> None:
        """Jumps to a question out of turn."""
        self.at.taps(self.at.text("Go to another part", exact=True))
        self.at.picks("Question", title)
        self.at.taps(self.at.button("Go to the question"))


@dataclass
class Wall:
    """What is projected. Nobody touches it."""

    at: Person

    @classmethod
    def opened(cls, person: Person) -> "Wall":
        person.page.goto(f"{person.url}/wall")
        return cls(person)

    def shows(self, heading: str, *more: str | re.Pattern[str]) -> None:
        """The heading, in a moment, and these words."""
        self.at.sees(self.at.heading(re.compile(re.escape(heading))))
        self.at.sees_text(*more)

    def tells_nothing(self) -> None:
        """Nothing but the count is told of an open vote: no side, no level, no chart."""
        expect(self.feedback()).to_have_count(0)

    def tells_of_answers(self) -> None:
        """Answers are drawn now: what `tells_nothing` looks for is what is drawn of them."""
        expect(self.feedback()).not_to_have_count(0)

    def feedback(self) -> Locator:
        """What is drawn of answers, as against that somebody came in."""
        return self.at.page.locator(".pl-w-sheet [class*='pl-w-mark']:not(.pl-w-arrivals *)")


@dataclass
class Leader:
    """Somebody who answers on a phone."""

    at: Person

    @classmethod
    def joins(cls, person: Person, code: str, function: str) -> "Leader":
        """With the code: two taps."""
        person.page.goto(f"{person.url}/join/{code}")
        person.page.get_by_text(function, exact=True).tap()
        person.page.get_by_role("button", name="Join the room").tap()
        person.page.wait_for_url("**/room")
        return cls(person)

    def sees(self, heading: str | re.Pattern[str], *more: str) -> None:
        expect(self.at.page.get_by_role("heading", level=1)).to_contain_text(heading)
        self.at.sees_text(*more)

    def taps_level(self, level: int) -> None:
        """The card of a level, until it is said to be saved."""
        self.at.page.locator(f".card:has([name=level][value='{level}'])").tap()
        expect(self.at.page.locator("[data-status]")).to_have_text("Saved")

    def who(self, inst: Installation) -> Participant:
        found = joining.participant_of(inst, token_of(self.at))
        assert found is not None
        return found

    def says(self, inst: Installation, code: str, level: int, vote: Round = 1) -> None:
        """The same as a tap, without the phone."""
        voting.vote(inst, self.who(inst), vote, code, {"level": level})


def text_of(pdf: Path) -> str:
    """The text of a PDF as one line of words."""
    import pypdfium2

    document = pypdfium2.PdfDocument(str(pdf))
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())
