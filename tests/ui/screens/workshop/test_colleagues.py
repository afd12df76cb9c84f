"""Colleagues answer what somebody began alone: inviting them, how far they are, and showing where they differ."""

from datetime import timedelta

import pytest

from services.core.installation import Installation
from services.workshop import facilitation
from services.workshop.room.view import build_view
from tests.ui.filled import answered, everywhere, owned_by
from tests.ui.screens.workshop.led import Led
from tests.ui.visit import Visit

KEPT = ("Results", "Plan", "Playbook", "Progress")
ALONE = "Your view alone"


def invited(inst: Installation, privacy: str = "by_camp") -> Visit:
    """Somebody with every question answered who has invited colleagues; the visit shows how far they are."""
    visit = answered(inst, everywhere(4))
    visit.open("invite")
    assert "Your own result and plan stay as they are." in visit.text
    visit.app.radio[0].set_value(privacy)
    visit.run()
    visit.press("Invite colleagues")
    return visit


def room_of(inst: Installation, visit: Visit) -> Led:
    """The room that was made, for colleagues to join."""
    led = Led.__new__(Led)
    led.inst, led.token, led.owned = inst, visit.token, owned_by(inst, visit)
    led.code = str(led.view.join_code(led.now))
    return led


def copied(visit: Visit) -> list[str]:
    return [block.value for block in visit.app.code]


def test_one_button_leads_to_the_text_to_send_and_the_door_is_open(inst: Installation) -> None:
    visit = invited(inst, "team")
    view = build_view(inst, owned_by(inst, visit).assessment_id)
    assert (view.way, view.privacy, view.joined) == ("prepared", "team", 1)
    (message,) = copied(visit)
    assert f"/join/{room_of(inst, visit).code}" in message
    assert "before we meet" not in message
    assert "Nobody has joined yet." in visit.text
    assert "Show where we differ" not in visit.buttons


def test_nothing_is_taken_away_while_colleagues_answer_and_what_is_shown_says_whose_it_is(
    inst: Installation,
) -> None:
    visit = invited(inst)
    led = room_of(inst, visit)
    led.everything([led.joins("technology")], [1])
    visit.open("results")
    assert "level 4" in visit.text.lower()
    assert ALONE in visit.text
    assert set(KEPT) <= set(visit.links)
    visit.open("plan")
    assert ALONE in visit.text
    visit.open("invite")
    assert ALONE not in visit.text


@pytest.mark.parametrize("privacy", ["open", "by_camp", "team"])
def test_names_in_open_mode_only_otherwise_counts(inst: Installation, privacy: str) -> None:
    visit = invited(inst, privacy)
    led = room_of(inst, visit)
    done, waiting = (
        led.joins("technology", name=name if privacy == "open" else None) for name in ("Ann", "Bo")
    )
    led.everything([done], [2])
    led.votes([waiting], [2], "ALP-1")
    visit.run()
    assert "2 of 3 have finished, you included." in visit.text
    assert ("Ann" in visit.text) == (privacy == "open")
    reminder = copied(visit)[-1]
    assert "Ann" not in reminder
    assert led.code[:3] in reminder


def test_everyones_answers_are_shown_together_after_a_question(inst: Installation) -> None:
    visit = invited(inst)
    led = room_of(inst, visit)
    led.everything([led.joins("business"), led.joins("technology"), led.joins("technology")], [4, 1, 2])
    visit.run()
    visit.press("Show where we differ")
    assert "4 of 4 have finished" in visit.text
    visit.press("Show where we differ")
    assert ALONE not in visit.text
    assert owned_by(inst, visit).status == "submitted"
    assert "Where your leaders differ" in visit.text
    visit.open("invite")
    visit.press("Reopen the room")
    visit.open("results")
    assert ALONE not in visit.text, "everyone’s result of before, not the owner’s view"
    assert set(KEPT) <= set(visit.links)


def test_ending_is_not_offered_while_it_would_only_hide_the_own_result(inst: Installation) -> None:
    visit = invited(inst, "team")
    led = room_of(inst, visit)
    led.everything([led.joins("technology")], [1])
    visit.run()
    assert "Show where we differ" not in visit.buttons
    assert "Too few have finished" in visit.text


def test_a_code_that_has_expired_is_made_valid_with_one_button(inst: Installation) -> None:
    visit = invited(inst)
    led = room_of(inst, visit)
    facilitation.open_room(inst, led.owned, led.now, valid=timedelta(seconds=-1))
    visit.run()
    assert not copied(visit)
    visit.press("Let people join for 14 days")
    assert led.code in "".join(copied(visit))
    until = led.view.record.code_until
    assert until is not None
    assert (until - led.now).days in (13, 14)


def test_check_leads_back_to_the_colleagues(inst: Installation) -> None:
    visit = answered(inst, {"ALP-1": 3})
    visit.open("invite")
    visit.press("Invite colleagues")
    visit.open("alpha")
    visit.press("4")
    visit.open("check")
    assert "See your results" not in visit.buttons
    assert "See who has answered" in visit.links
    assert "Results" in visit.links
