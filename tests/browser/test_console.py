"""The console in a real browser: by keyboard, at both widths, with the room moving beside it."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import expect

from assessment.answers.records import Organisation
from assessment.workshop.meeting import Way
from services.core import identity
from services.core.installation import Installation
from services.workshop import facilitation, voting
from services.workshop.join.joining import Participant
from services.workshop.room.view import build_view
from tests import prepare
from tests.browser.person import Person, Someone
from tests.browser.soundness import WIDTHS, assert_sound

pytestmark = pytest.mark.browser


class Room:
    """A workshop put into the running server's database through the services."""

    def __init__(self, inst: Installation, way: Way = "ten") -> None:
        self.inst, self.token = inst, identity.new_token()
        today = date.today()  # noqa: DTZ011 - the date on the visitor's calendar, as the screens have it
        made = facilitation.set_up(
            inst,
            self.token,
            Organisation(name="Acme & Sons"),
            way=way,
            minutes=60,
            privacy="by_camp",
            today=today,
        )
        self.owned = made.owned
        code = facilitation.open_room(inst, self.owned, self.now)
        self.people = [self._joins(code, camp) for camp in ("business", "technology") for _n in range(2)]

    @property
    def now(self) -> datetime:
        return datetime.now(UTC)

    def _joins(self, code: str, camp: str) -> Participant:
        function = "CEO" if camp == "business" else "CIO"
        address, token = self.token, identity.new_token()
        return prepare.join(
            self.inst,
            token,
            code,
            address,
            self.now,
            function=function,
            camp=camp,  # type: ignore[arg-type]
        ).participant

    def act(self, action: str) -> None:
        facilitation.act(self.inst, self.owned, action, self.now)  # type: ignore[arg-type]

    def answers(self, levels: list[int], *, people: int = 4) -> None:
        """Everybody, or the first few, answers the ten questions."""
        for person, level in list(zip(self.people, levels, strict=True))[:people]:
            for code, practice in self.inst.instrument.practices.items():
                if practice.key:
                    voting.vote(self.inst, person, 1, code, {"level": level})


def lobby(_room: Room) -> None:
    """The room as it is."""


def voting_open(room: Room) -> None:
    room.act("start")


def revealed(room: Room) -> None:
    room.act("start")
    room.answers([1, 2, 3, 4])
    room.act("overview")
    room.act("next")


def committing(room: Room) -> None:
    revealed(room)
    room.act("commitments")


STATES: dict[str, tuple[Callable[[Room], None], str]] = {
    "lobby": (lobby, "Invitation to send"),
    "vote open": (voting_open, "0 of 4 have answered all ten questions."),
    "revealed": (revealed, "Agree a level"),
    "commitments": (committing, "Add a commitment"),
}


@WIDTHS
@pytest.mark.parametrize("state", STATES)
def test_the_console_has_no_grave_finding(
    someone: Someone, installation: Installation, state: str, *, phone: bool
) -> None:
    lead, words = STATES[state]
    room = Room(installation)
    lead(room)
    person = someone(phone=phone, token=room.token)
    person.goes("console")
    person.sees_text(words)
    assert_sound(person)


@WIDTHS
@pytest.mark.parametrize("screen", ["workshop", "people"])
def test_set_up_and_people_have_no_grave_finding(
    someone: Someone, installation: Installation, screen: str, *, phone: bool
) -> None:
    person = someone(phone=phone, token=Room(installation).token)
    person.goes(screen)
    assert_sound(person)


def test_the_console_follows_the_room_without_a_reload(someone: Someone, installation: Installation) -> None:
    room = Room(installation)
    person = someone(token=room.token)
    person.goes("console")
    room.act("start")
    person.sees_text("0 of 4 have answered all ten questions.")
    room.answers([1, 2, 3, 4], people=3)
    person.sees_text("3 of 4 have answered all ten questions.", "One person has yet to answer.")


def test_a_question_is_led_by_the_keyboard_alone(someone: Someone, installation: Installation) -> None:
    room = Room(installation)
    room.act("start")
    room.answers([1, 2, 3, 4])
    person = someone(token=room.token)
    person.goes("console")
    reach(person, "Close the vote and show the overview")
    person.sees(person.heading("Where we are"))
    reach(person, "Next question: ")
    person.sees(person.button("Vote again"))
    assert "Acme" not in person.page.title()
    assert room.owned.assessment_id not in person.page.url


def test_a_note_to_the_level_is_kept_while_it_is_typed_and_sent_with_the_level(
    someone: Someone, installation: Installation
) -> None:
    room = Room(installation)
    revealed(room)
    person = someone(token=room.token)
    person.goes("console")
    note = person.field("Note: the reason")
    note.press_sequentially("Seen at the  counter ")
    person.page.wait_for_timeout(3_000)
    person.rests()
    expect(note).to_be_focused()
    note.press_sequentially("in May")
    person.page.wait_for_timeout(3_000)
    person.page.reload()
    expect(note).to_have_value("Seen at the  counter in May")
    person.taps(person.page.get_by_role("radio", name="3", exact=True))
    note.press_sequentially(" and June")
    person.button("Agree this level").click()
    person.sees_text(re.compile("^Agreed"))
    agreed = build_view(installation, room.owned.assessment_id).agreed
    assert agreed is not None
    assert (agreed.level, agreed.note) == (3, "Seen at the  counter in May and June")


def reach(person: Person, words: str) -> None:
    """Presses Tab until the button has the focus, then Enter."""
    button = person.button(re.compile("^" + re.escape(words)))
    person.sees(button)
    for _press in range(40):
        person.page.keyboard.press("Tab")
        if button.first.evaluate("e => e === document.activeElement"):
            break
    expect(button.first).to_be_focused()
    person.page.keyboard.press("Enter")
