"""Before the meeting: opening, the invitation, another plan and people."""

import pytest

from language.dates import long_date
from services.core import identity
from services.core.installation import Installation
from services.core.retention import last_day
from services.workshop.room import people
from services.workshop.room.people import RoomMember
from tests.reports import AS_OF
from tests.ui.screens.workshop.led import Led
from tests.ui.visit import Visit
from tests.words import NOTHING_OPEN


def test_the_room_is_opened_from_the_console_and_the_invitation_says_what_will_be_shown(
    inst: Installation,
) -> None:
    led = Led(inst, opened=False)
    console = led.console()
    assert "Start with " not in " ".join(console.buttons), "first things first"
    console.press("Open the room")
    code = led.view.join_code(led.now)
    (invitation,) = [block.value for block in console.app.code]
    assert f"/join/{code}" in invitation
    assert "Nobody sees your own answer, not even the facilitator." in invitation
    assert f"deleted after {long_date(last_day(inst.settings, AS_OF))}." in invitation
    assert "Phones cannot reach this address." in console.text


def test_a_new_code_replaces_the_old_one(inst: Installation) -> None:
    led = Led(inst)
    led.console().press("Replace the code")
    assert led.view.join_code(led.now) not in (None, led.code)


def test_answering_beforehand_stays_open_for_days(inst: Installation) -> None:
    led = Led(inst, "prepared", opened=False)
    console = led.console()
    console.choose("Code valid for", 336)  # type: ignore[arg-type]
    console.press("Open the room")
    until = led.view.record.code_until
    assert until is not None
    assert 13 <= (until - led.now).days <= 14


def test_another_plan_and_another_mode_before_the_first_answer(inst: Installation) -> None:
    led = Led(inst)
    console = led.console()
    console.app.radio[0].set_value("ten")
    console.run()
    console.press("Use this plan")
    assert led.view.way == "ten"
    console.app.radio[1].set_value("open")
    console.run()
    console.press("Use this setting")
    assert led.view.privacy == "open"


def test_the_mode_is_fixed_with_the_first_answer_and_the_console_says_so(inst: Installation) -> None:
    led = Led(inst, "prepared")
    led.votes(led.four(), [2, 3, 4, 4], "ALP-1")
    console = led.console()
    console.app.radio[1].set_value("open")
    console.run()
    console.press("Use this setting")
    assert "fixed once someone has answered" in console.text
    assert led.view.privacy == "by_camp"


def test_people_are_listed_without_their_answers_and_names_in_open_mode_only(inst: Installation) -> None:
    led = Led(inst, privacy="open")
    led.joins("business", name="**Ann** <b>")
    visit = Visit(led.token, screen="people")
    assert "**Ann** <b>, " in visit.text
    led = Led(inst)
    led.joins("business", name="Ben", function="Head of **shelves**")
    visit = Visit(led.token, screen="people")
    assert "Ben" not in visit.text
    assert "Head of **shelves** · business side" in visit.text
    led = Led(inst, privacy="team")
    led.joins("business", function="Head of **shelves**")
    assert "business side" not in Visit(led.token, screen="people").text, "the team has no sides"


def test_taking_somebody_out_asks_first_and_says_what_became_of_the_answers(inst: Installation) -> None:
    led = Led(inst)
    four = led.four()
    visit = Visit(led.token, screen="people")
    visit.press("Remove")
    assert "This deletes all their answers." in visit.text
    visit.press("Keep this person")
    assert led.view.joined == 4
    visit.press("Remove")
    visit.press("Remove this person")
    assert led.view.joined == 3
    led.act("start")
    here = [p for p in four if p.respondent_id in {r.respondent_id for r in room(led)}]
    led.votes(here, [3] * len(here))
    led.act("reveal")
    visit.run()
    visit.press("Remove")
    assert "would reveal what they were" in visit.text
    visit.press("Remove this person")
    assert "Results already shown are unchanged." in visit.text
    assert led.view.joined == 2


def room(led: Led) -> list[RoomMember]:
    return [person for person in people.people(led.inst, led.owned) if person.here]


@pytest.mark.parametrize("screen", ["console", "people", "invite"])
def test_strangers_reach_nothing(inst: Installation, screen: str) -> None:
    Led(inst)
    assert Visit(screen=screen).heading == NOTHING_OPEN


def test_the_menu_of_a_workshop(inst: Installation) -> None:
    led = Led(inst)
    assert menu(led)[:4] == ["Plumbline", "Console", "Method", "Owner’s room"]
    led.act("start")
    led.votes(led.four(), [2, 3, 4, 4])
    led.act("close")
    after = ["Plumbline", "Console", "Results", "Plan", "Decisions", "Playbook", "Progress", "Method"]
    assert menu(led)[:8] == after
    assert identity.list_owned(inst, led.token)[0].status == "submitted"


def menu(led: Led) -> list[str]:
    return led.console().links
