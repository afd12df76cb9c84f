"""The wall in a real browser: readable from the back row, all on one sheet, sound, and it follows the room by itself."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import expect

from assessment.answers.ranked import RANKED, choices_of
from assessment.answers.records import Organisation
from assessment.instrument.model import Camp
from assessment.workshop.phases import Action
from services.core import identity
from services.core.identity import Owned
from services.core.installation import Installation
from services.workshop import facilitation, voting
from services.workshop.join.codes import grouped
from services.workshop.join.joining import Participant
from tests import prepare
from tests.browser.axe import grave_findings
from tests.browser.person import Person, Someone
from tests.browser.watch import lines
from tests.workshops import an_address

pytestmark = pytest.mark.browser

PROJECTED = {"width": 1920, "height": 1080}
SMALL = {"width": 1280, "height": 800}
CAMPS: list[Camp] = ["business", "business", "business", "technology", "technology"]
LONG = "Our list is not complete, and finance sees it once a quarter. " * 16
# Text on the sheet that is seen: its words, the size they are set in, and where they end.
TEXTS = """
() => [...document.querySelectorAll('.pl-wall *, .pl-w-count *, .pl-w-timer *')]
  .filter(e => !e.closest('.pl-w-unseen') && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .map(e => ({e, box: e.getBoundingClientRect()}))
  .map(({e, box}) => ({words: e.innerText.slice(0, 40), size: parseFloat(getComputedStyle(e).fontSize),
                       heading: e.matches('h1'), bottom: box.bottom, right: box.right, top: box.top}))
"""

# Words of the sheet that lie under what is drawn every second.
CROSSING = """
() => [...document.querySelectorAll('.pl-w-count p, .pl-w-timer p')].flatMap(over => {
  const a = over.getBoundingClientRect();
  return [...document.querySelectorAll('.pl-w-sheet :is(p, li, span, b, h1, h2)')]
    .map(e => ({e, b: e.getBoundingClientRect()}))
    .filter(({b}) => b.width && b.left < a.right && b.right > a.left && b.top < a.bottom && b.bottom > a.top)
    .map(({e}) => `“${e.innerText.slice(0, 40)}” lies under “${over.innerText}”`);
})
"""


class Room:
    """A workshop of five on the running server, led through the services."""

    def __init__(self, inst: Installation) -> None:
        self.inst, self.token = inst, identity.new_token()
        made = facilitation.set_up(
            inst,
            self.token,
            Organisation(name="Acme & Sons"),
            way="pillar",
            minutes=240,
            privacy="by_camp",
            today=date(2026, 11, 22),
        )
        self.owned: Owned = made.owned
        self.code = facilitation.open_room(inst, made.owned, datetime.now(UTC))

    def joins(self, camp: Camp) -> Participant:
        function = "CEO" if camp == "business" else "CIO"
        now, token = datetime.now(UTC), identity.new_token()
        return prepare.join(
            self.inst, token, self.code, an_address(), now, function=function, camp=camp
        ).participant

    def act(self, action: Action) -> None:
        facilitation.act(self.inst, self.owned, action, datetime.now(UTC))

    def ranks(self, people: list[Participant]) -> None:
        """Everybody puts outcomes, and barriers where they are asked, in an order."""
        for number, person in enumerate(people):
            for kind in RANKED:
                known = list(choices_of(self.inst.instrument, kind))
                if known:
                    voting.save_ranking(self.inst, person, kind, [*known[number:], *known[:number]])

    def votes(self, people: list[Participant], code: str, levels: list[int]) -> None:
        for person, level in zip(people, levels, strict=True):
            voting.vote(self.inst, person, 1, code, {"level": level})


@pytest.fixture
def room(installation: Installation) -> Room:
    return Room(installation)


def phases(room: Room, person: Person) -> Iterator[str]:
    """Leads the room through its phases while the wall looks on; each is there when it is yielded."""
    first = person.instrument.pillars[0].practices[0]
    person.page.goto(f"{person.url}/wall")
    people = [room.joins(camp) for camp in CAMPS]
    person.sees_text("Five people are here", grouped(room.code))
    yield "lobby"
    room.act("start")
    person.sees(person.heading(first.stem))
    facilitation.set_timer(room.inst, room.owned, 600, datetime.now(UTC))
    person.sees_text(re.compile(r"\d:\d\d"))
    yield "question"
    room.votes(people, first.code, [4, 4, 3, 2, 1])
    person.sees_text("5 of 5 have answered.")
    room.act("reveal")
    person.sees(person.heading(re.compile("Business answers 2.2 levels higher than technology")))
    yield "reveal"
    room.act("vote_again")
    person.sees_text("Second vote")
    room.act("reveal")
    person.sees(person.heading(re.compile("Business answers")))
    facilitation.agree(room.inst, room.owned, 3, note=LONG, dissent=LONG, owner="CFO")
    person.sees(person.heading("Voted 1 to 4; agreed 3"))
    yield "agreed"
    room.act("overview")
    person.sees_text("to discuss")
    yield "overview"
    room.act("decisions")
    person.sees(person.heading("Who decides what?"))
    yield "decisions"
    room.ranks(people)
    room.act("commitments")
    person.sees(person.heading("What we agreed"))
    person.sees_text("Business wants “")
    yield "commitments"
    room.act("close")
    person.sees(person.heading("Thank you"))
    yield "closed"


def test_the_wall_follows_the_room_and_is_readable_in_every_phase(someone: Someone, room: Room) -> None:
    person = someone(token=room.token, viewport=PROJECTED)
    person.page.emulate_media(reduced_motion="reduce")
    found: list[str] = []
    for phase in phases(room, person):
        for viewport, smallest in ((PROJECTED, 24), (SMALL, 16)):
            person.page.set_viewport_size(viewport)  # type: ignore[arg-type]
            found += [f"{phase}, {trouble}" for trouble in unreadable(person, viewport, smallest)]
        for scheme in ("light", "dark"):
            person.page.emulate_media(color_scheme=scheme)
            person.page.wait_for_function(GROUND[scheme])
            found += [f"{phase}, {scheme}: {finding}" for finding in grave_findings(person.page)]
        person.page.set_viewport_size(PROJECTED)  # type: ignore[arg-type]
    assert not found, lines(found)


def test_the_code_is_large_in_the_lobby(someone: Someone, room: Room) -> None:
    person = someone(token=room.token, viewport=PROJECTED)
    person.page.goto(f"{person.url}/wall")
    code = person.text(grouped(room.code), exact=True)
    expect(code).to_be_visible()
    assert code.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 120
    expect(person.page.get_by_alt_text(re.compile("QR code"))).to_be_visible()


def test_a_reload_and_a_second_browser_show_the_same(someone: Someone, room: Room) -> None:
    people = [room.joins(camp) for camp in CAMPS]
    room.act("start")
    person, other = someone(token=room.token), someone(token=room.token)
    stem = person.instrument.pillars[0].practices[0].stem
    for wall in (person, other):
        wall.page.goto(f"{wall.url}/wall")
        wall.sees(wall.heading(stem))
    person.page.reload()
    room.votes(people[:2], person.instrument.pillars[0].practices[0].code, [2, 3])
    for wall in (person, other):
        wall.sees_text("2 of 5 have answered.")
        assert room.code not in wall.page.url + wall.page.title()


def test_a_stranger_is_shown_nothing(someone: Someone, room: Room) -> None:
    person = someone()
    person.page.goto(f"{person.url}/wall")
    person.sees(person.heading("No assessment is open in this browser"))
    expect(person.text(grouped(room.code))).to_have_count(0)


def unreadable(person: Person, viewport: dict[str, int], smallest: int) -> list[str]:
    """Texts that are too small, or lie outside the sheet; a page that scrolls; controls."""
    found = []
    for text in person.page.evaluate(TEXTS):
        least = smallest * 40 / 24 if text["heading"] else smallest
        if text["size"] < least - 0.01:
            found.append(f"{viewport['width']}: “{text['words']}” is {text['size']} px")
        if text["bottom"] > viewport["height"] or text["right"] > viewport["width"] or text["top"] < 0:
            found.append(f"{viewport['width']}: “{text['words']}” ends at {text['right']}, {text['bottom']}")
    found += [f"{viewport['width']}: {words}" for words in person.page.evaluate(CROSSING)]
    if person.page.evaluate("() => document.scrollingElement.scrollHeight > innerHeight"):
        found.append("the page scrolls")
    controls = person.page.locator("main :is(button, a, input, select)").count()
    return [*found, *(["there are controls"] if controls else [])]


_RED = "Number(getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).backgroundColor.match(/\\d+/)[0])"
GROUND = {"light": f"() => {_RED} > 200", "dark": f"() => {_RED} < 60"}
"""The theme has arrived when the ground is light or dark."""
