"""Participants on their phones: in within three taps, every tap kept, wherever the room goes meanwhile."""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assessment.answers.records import Organisation, Privacy, Respondent
from assessment.instrument.model import Camp
from assessment.workshop.meeting import Way
from services.core import identity
from services.core.identity import DEVICE_COOKIE, Owned
from services.core.installation import Installation, open_installation
from services.core.settings import Settings
from services.workshop import facilitation, voting
from services.workshop.join import joining, leaving
from services.workshop.room.view import build_view
from tests import prepare
from tests.browser.axe import grave_findings
from tests.browser.layout import too_small, too_wide
from tests.browser.person import Someone
from tests.browser.watch import Watch
from tests.device_cookies import token_in
from tests.server import Server, free_port, running_app

pytestmark = pytest.mark.browser

NARROW = {"viewport": {"width": 320, "height": 640}, "is_mobile": True, "has_touch": True}
TRIES = 10
STOPPED = (r"net::ERR_", r"^console: .*(ERR_|Failed to load resource)", r"^failed: ")


@dataclass
class Room:
    """A workshop on the real instrument, moved by its facilitator from elsewhere."""

    inst: Installation
    owned: Owned
    code: str

    def act(self, action: facilitation.Action, code: str | None = None) -> None:
        facilitation.act(self.inst, self.owned, action, datetime.now(UTC), code=code)

    def said(self, token: str) -> Respondent:
        """What the person of this browser has said, as it is stored."""
        who = joining.participant_of(self.inst, token)
        assert who is not None
        return voting.my_answers(self.inst, who)

    def joins(self, camp: Camp = "business") -> str:
        """Somebody else comes in; the token of their browser."""
        token = secrets.token_urlsafe(24)
        function = "CFO" if camp == "business" else "CIO"
        prepare.join(
            self.inst, token, self.code, "192.0.2.9", datetime.now(UTC), function=function, camp=camp
        )
        return token


def a_room(inst: Installation, way: Way = "ten", privacy: Privacy = "by_camp") -> Room:
    asked = Organisation(name="Northgate Engineering")
    sections = ("strategy",) if way == "pillar" else ()
    made = facilitation.set_up(
        inst,
        identity.new_token(),
        asked,
        way=way,
        minutes=90,
        privacy=privacy,
        today=datetime.now(UTC).date(),
        sections=sections,
    )
    return Room(inst, made.owned, facilitation.open_room(inst, made.owned, datetime.now(UTC)))


def token_of(page: Page) -> str:
    return token_in(next(c["value"] for c in page.context.cookies() if c["name"] == DEVICE_COOKIE))


def comes_in(page: Page, url: str, room: Room, function: str = "Finance") -> None:
    page.goto(f"{url}/join/{room.code}")
    page.get_by_text(function, exact=True).tap()
    page.get_by_role("button", name="Join the room").tap()
    page.wait_for_url("**/room")


def card(page: Page, level: int) -> None:
    page.locator(f".card:has([name=level][value='{level}'])").tap()


def reaches(page: Page, words: str) -> None:
    """Asks again until the room is seen where another process has moved it: a second at most."""
    for _ in range(TRIES):
        if page.get_by_role("heading", name=words, level=1).count():
            return
        page.wait_for_timeout(300)
        page.goto(page.url)
    heading(page, words)


def sees_saved(page: Page) -> None:
    expect(page.locator("[data-status]")).to_have_text("Saved")


def heading(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def test_two_taps_lead_from_the_invitation_to_the_open_question(
    someone: Someone, server: Server, installation: Installation
) -> None:
    room, page = a_room(installation), someone(phone=True).page
    room.act("start")
    comes_in(page, server.url, room)
    first = installation.instrument.practices[workshop_codes(room)[0]]
    heading(page, first.stem)


def workshop_codes(room: Room) -> tuple[str, ...]:
    return build_view(room.inst, room.owned.assessment_id).open_codes


def test_beforehand_the_third_tap_opens_the_first_question(
    someone: Someone, server: Server, installation: Installation
) -> None:
    room, page = a_room(installation, "prepared"), someone(phone=True).page
    comes_in(page, server.url, room)
    page.get_by_role("link", name="Start the questions").tap()
    heading(page, installation.instrument.practices["STR-1"].stem)


def test_every_tap_is_kept_and_nothing_moves_by_itself(
    someone: Someone, server: Server, installation: Installation
) -> None:
    room, page = a_room(installation, "prepared"), someone(phone=True).page
    comes_in(page, server.url, room)
    page.goto(f"{server.url}/room/q/STR-1")
    expect(page.get_by_text("What evidence could you show?")).to_be_hidden()
    card(page, 4)
    sees_saved(page)
    page.get_by_text("A document", exact=True).tap()
    page.locator(".numbers .chip").nth(1).tap()
    expect.soft(page.get_by_text("Which answer will the technology side choose?")).to_be_visible()
    page.get_by_text("Add a note").tap()
    page.locator("textarea[name=note]").fill("The page of outcomes, March.")
    page.get_by_role("link", name="Next").tap()
    heading(page, installation.instrument.practices["STR-2"].stem)
    said = room.said(token_of(page))
    assert said.responses["STR-1"].model_dump(exclude_none=True) == {
        "kind": "scored",
        "level": 4,
        "backing": "document",
        "note": "The page of outcomes, March.",
    }
    assert said.predictions == {"STR-1": 2}
    page.get_by_role("link", name="Back").tap()
    expect(page.get_by_role("radio", name=re.compile("Each function has a written share"))).to_be_checked()
    card(page, 2)
    sees_saved(page)
    expect(page.get_by_text("What evidence could you show?")).to_be_hidden()
    assert room.said(token_of(page)).responses["STR-1"].level == 2


def test_the_same_way_without_a_script(someone: Someone, server: Server, installation: Installation) -> None:
    room, page = a_room(installation, "prepared"), someone(phone=True, java_script_enabled=False).page
    comes_in(page, server.url, room)
    page.get_by_role("link", name="Start the questions").tap()
    card(page, 3)
    page.get_by_text("A number", exact=True).tap()
    page.locator(".numbers .chip").nth(4).tap()
    page.get_by_role("button", name="Save").tap()
    sees_saved(page)
    said = room.said(token_of(page))
    assert (said.responses["STR-1"].level, said.responses["STR-1"].backing) == (3, "number")
    assert said.predictions == {"STR-1": 5}
    page.get_by_role("link", name="Next").tap()
    page.get_by_text("I don’t know").tap()
    page.get_by_role("button", name="Save").tap()
    sees_saved(page)
    page.goto(f"{server.url}/room/ranking")
    page.get_by_role("button", name="Speed").tap()
    page.get_by_role("button", name="Lower risk").tap()
    page.get_by_role("button", name="Move up: Lower risk").tap()
    expect(page.get_by_role("listitem").first).to_contain_text("Lower risk")
    assert room.said(token_of(page)).ranking == ["risk", "speed"]
    room.act("start")
    page.get_by_role("link", name="Show what the room is doing").tap()
    page.wait_for_url("**/room")
    reaches(page, "The overview is on the shared screen")


def test_six_outcomes_are_in_order_after_six_taps_at_most_and_a_tap_is_undone_by_keyboard(
    someone: Someone, server: Server, installation: Installation
) -> None:
    room, page = a_room(installation, "prepared"), someone(phone=True).page
    comes_in(page, server.url, room)
    page.goto(f"{server.url}/room/ranking")
    known, ranked, taps = len(installation.instrument.outcomes), page.locator("ol.ranked li"), 0
    while page.locator("button.card").count():
        page.locator("button.card").last.tap()
        taps += 1
        expect(ranked).to_have_count(known if taps == known - 1 else taps)
    sees_saved(page)
    assert taps <= 6
    assert len(room.said(token_of(page)).ranking) == known
    heading(page, "This is your order")
    page.get_by_role("button", name="Undo the last tap").press("Enter")
    expect(ranked).to_have_count(known - 2)
    page.locator("button.card").first.press("Enter")
    expect(ranked).to_have_count(known)
    page.get_by_role("button", name="Start the order again").press("Enter")
    expect(ranked).to_have_count(0)
    expect(page.locator("button.card")).to_have_count(known)
    assert room.said(token_of(page)).ranking == []


def test_a_document_is_named_while_it_is_typed(
    someone: Someone, server: Server, installation: Installation
) -> None:
    room, page = a_room(installation, "prepared"), someone(phone=True).page
    comes_in(page, server.url, room)
    page.goto(f"{server.url}/room/q/STR-1")
    card(page, 3)
    named = page.get_by_label("Which one?")
    expect(named).to_be_hidden()
    page.get_by_text("A document", exact=True).tap()
    named.press_sequentially("Board paper of May")
    page.wait_for_function("document.querySelector('[data-status]').textContent === 'Saved'")
    page.wait_for_timeout(1_500)
    sees_saved(page)
    assert room.said(token_of(page)).responses["STR-1"].evidence == "Board paper of May"


def test_the_page_follows_the_room(someone: Someone, server: Server, installation: Installation) -> None:
    room, page = a_room(installation, "pillar", "open"), someone(phone=True).page
    comes_in(page, server.url, room)
    heading(page, "The workshop starts soon")
    room.act("start")
    heading(page, installation.instrument.practices["STR-1"].stem)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    card(page, 2)
    sees_saved(page)
    other = room.joins()
    voting.vote(
        installation,
        joining.participant_of(installation, other),
        1,
        "STR-1",
        {"level": 4},  # type: ignore[arg-type]
    )
    expect(page.get_by_text("2 of 2 have answered.")).to_be_visible()
    room.act("reveal")
    heading(page, "The answers are on the shared screen")
    room.act("vote_again")
    expect(page.get_by_text("Your first answer", exact=True)).to_be_visible()
    card(page, 3)
    sees_saved(page)
    room.act("reveal")
    expect(page.get_by_text("Your second answer")).to_be_visible()
    facilitation.agree(installation, room.owned, 3)
    expect(page.get_by_text("Agreed: level 3")).to_be_visible()
    room.act("close")
    heading(page, "The workshop is over")


def test_a_note_in_the_middle_of_a_word_is_not_swapped_away(
    someone: Someone, server: Server, installation: Installation, watch: Watch
) -> None:
    watch.expect("409")
    room, page = a_room(installation, "pillar"), someone(phone=True).page
    comes_in(page, server.url, room)
    room.act("start")
    page.get_by_text("Add a note").tap()
    page.locator("textarea[name=note]").press_sequentially("Only half of what I me")
    room.act("reveal")
    expect(page.get_by_text("The room has moved on.")).to_be_visible()
    expect(page.locator("textarea[name=note]")).to_have_value("Only half of what I me")
    page.get_by_role("link", name="Go to the room").tap()
    heading(page, "The answers are on the shared screen")


def test_a_tap_that_comes_too_late_is_said_not_to_count(
    someone: Someone, server: Server, installation: Installation, watch: Watch
) -> None:
    watch.expect("409", "room/events")
    room, page = a_room(installation, "pillar", "open"), someone(phone=True).page
    page.route("**/room/events", lambda route: route.abort())  # the phone has not heard of the reveal
    comes_in(page, server.url, room)
    room.act("start")
    page.goto(f"{server.url}/room")
    reaches(page, installation.instrument.practices["STR-1"].stem)
    card(page, 2)
    sees_saved(page)
    room.act("reveal")
    card(page, 5)
    expect(page.get_by_role("alert")).to_contain_text("safe")
    heading(page, "The answers are on the shared screen")
    expect(page.get_by_text("an ambition for AI in words")).to_be_visible()
    assert room.said(token_of(page)).responses["STR-1"].level == 2


def test_two_taps_in_a_row_leave_the_last(
    someone: Someone, server: Server, installation: Installation
) -> None:
    room, page = a_room(installation, "prepared"), someone(phone=True).page
    comes_in(page, server.url, room)
    page.goto(f"{server.url}/room/q/STR-4")
    for level in (1, 5, 2, 4):
        card(page, level)
    page.get_by_role("link", name="Next").tap()
    heading(page, installation.instrument.practices["STR-5"].stem)
    assert room.said(token_of(page)).responses["STR-4"].level == 4


def test_somebody_who_was_removed_sees_the_way_in_again(
    someone: Someone, server: Server, installation: Installation, watch: Watch
) -> None:
    watch.expect("404")
    room, page = a_room(installation, "pillar"), someone(phone=True).page
    comes_in(page, server.url, room)
    room.act("start")
    heading(page, installation.instrument.practices["STR-1"].stem)
    who = joining.participant_of(installation, token_of(page))
    assert who is not None
    leaving.remove(installation, room.owned, who.respondent_id)
    card(page, 3)
    expect(page.get_by_role("alert")).to_contain_text("You are no longer in this room")
    page.get_by_role("link", name="Join a room").tap()
    heading(page, "Join a room")


def test_a_server_that_was_killed_comes_back_and_nothing_is_typed_again(
    tmp_path: Path, someone: Someone, watch: Watch
) -> None:
    watch.expect(*STOPPED)
    port = free_port()
    with running_app(tmp_path, port=port) as server:
        inst = open_installation(Settings(var=tmp_path / "var"))
        room, page = a_room(inst, "prepared"), someone(phone=True, url=server.url).page
        comes_in(page, server.url, room)
        page.get_by_role("link", name="Start the questions").tap()
        card(page, 2)
        sees_saved(page)
        server.process.kill()
        server.process.wait()
    card(page, 5)
    expect(page.locator("[data-status]")).to_have_text("Not saved yet. Trying again.")
    expect(page.get_by_text("Connection lost. Your saved answers are safe.")).to_be_visible()
    assert room.said(token_of(page)).responses["STR-1"].level == 2
    with running_app(tmp_path, port=port):
        sees_saved(page)
        expect(page.get_by_text("Connection lost")).to_be_hidden()
        assert room.said(token_of(page)).responses["STR-1"].level == 5
        room.act("start")
        heading(page, "The overview is on the shared screen")
        page.goto("about:blank")
    inst.database.close()


def states(room: Room, url: str) -> list[tuple[str, Callable[[Page], object]]]:
    """Every page somebody may stand on, in the order of a workshop, by the way to it."""

    def at(path: str) -> Callable[[Page], object]:
        return lambda page: page.goto(url + path)

    def with_taps(path: str, *selectors: str) -> Callable[[Page], object]:
        def tapped(page: Page) -> None:
            page.goto(url + path)
            for selector in selectors:
                page.locator(selector).first.tap()
            if "/q/" in path:
                sees_saved(page)

        return tapped

    def after(*actions: facilitation.Action) -> Callable[[Page], object]:
        def moved(page: Page) -> None:
            for action in actions:
                room.act(action, "STR-1" if action == "jump" else None)
            page.goto(f"{url}/room")

        return moved

    def gone(page: Page) -> None:
        page.goto(f"{url}/room/leave")
        page.get_by_role("button", name="Leave the room").tap()
        heading(page, "You are not in a room")

    return [
        ("the list", at("/room")),
        ("a question", at("/room/q/STR-1")),
        ("an answer", with_taps("/room/q/STR-1", "[value='3'] ~ .words", ".backing .chip", ".numbers .chip")),
        ("evidence", with_taps("/room/q/STR-1", "[value='3'] ~ .words", ".backing .chip:nth-child(2)")),
        ("a note", with_taps("/room/q/STR-2", "[value='1'] ~ .words", "summary")),
        ("does not apply", with_taps("/room/q/VAL-4", "[value=not_applicable] ~ .words")),
        ("activity", with_taps("/room/activity", ".card")),
        ("decisions", with_taps("/room/decisions", ".card")),
        ("ranking", with_taps("/room/ranking", "button.card")),
        ("leaving", at("/room/leave")),
        ("coming back", at("/room/back")),
        ("the overview", after("start")),
        ("a reveal", after("jump")),
        ("a second vote", after("vote_again")),
        ("the map", after("reveal", "decisions")),
        ("the end", after("close")),
        ("nobody", gone),
    ]


@pytest.mark.parametrize(
    ("width", "scheme"), [(NARROW, "dark"), ({}, "light")], ids=["320-dark", "390-light"]
)
def test_every_page_fits_a_thumb_and_meets_the_guidelines(
    someone: Someone, server: Server, installation: Installation, width: dict[str, object], scheme: str
) -> None:
    room, page = (
        a_room(installation, "prepared", "open"),
        someone(phone=True, color_scheme=scheme, **width).page,
    )
    found = {}

    def check(name: str) -> None:
        wrong = too_wide(page) + too_small(page) + grave_findings(page)
        if wrong:
            found[name] = wrong

    page.goto(f"{server.url}/join")
    check("the code")
    page.goto(f"{server.url}/join/{room.code}")
    page.get_by_text("Another function").last.tap()
    check("the invitation")
    page.get_by_role("button", name="Join the room").tap()
    page.wait_for_url("**/room")
    for name, reach in states(room, server.url):
        reach(page)
        check(name)
    assert not found


def test_a_phone_that_slept_sees_what_the_room_does_now(
    someone: Someone, server: Server, installation: Installation, watch: Watch
) -> None:
    watch.expect(*STOPPED)
    room, page = a_room(installation, "pillar"), someone(phone=True).page
    comes_in(page, server.url, room)
    page.context.set_offline(True)
    expect(page.get_by_text("Connection lost. Your saved answers are safe.")).to_be_visible()
    room.act("start")
    heading(page, "The workshop starts soon")
    page.context.set_offline(False)
    heading(page, installation.instrument.practices["STR-1"].stem)
    expect(page.get_by_text("Connection lost")).to_be_hidden()
