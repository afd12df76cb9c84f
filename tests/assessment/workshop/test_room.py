"""The room as a state machine, without answers and without a clock."""

from typing import get_args

import pytest

from assessment.errors import RefusedInput
from assessment.workshop.meeting import Way
from assessment.workshop.phases import PHASES, Action
from assessment.workshop.room import Room, act, new_room, possible_actions, with_talks

CODES = ("ABC-1", "ABC-2", "DEF-1")


def a_room(way: Way) -> Room:
    return new_room(way, 60, CODES, 315)


def led(room: Room, *actions: Action) -> Room:
    for action in actions:
        room = act(room, action, known=CODES)
    return room


def states(room: Room) -> str:
    return " ".join(f"{entry.code}:{entry.state}:{entry.seen}" for entry in room.agenda)


def test_every_phase_can_be_left_and_every_action_leads_on_from_somewhere() -> None:
    assert all(phase.moves for phase in PHASES.values())
    assert {action for phase in PHASES.values() for action in phase.moves} == set(get_args(Action))


@pytest.mark.parametrize("way", get_args(Way))
def test_whatever_is_done_leads_where_the_table_says_and_every_phase_is_reached(way: Way) -> None:
    waiting, known = [new_room(way, 60, CODES[:2], 315)], set[Room]()
    while waiting:
        room = waiting.pop()
        if room in known:
            continue
        known.add(room)
        assert (room.code is not None) >= room.rules.needs_question
        for action in possible_actions(room):
            for code in CODES if action == "jump" else (None,):
                after = act(room, action, code, known=CODES)
                assert after.phase in room.rules.moves[action].to
                waiting.append(after)
    assert {room.phase for room in known} == set(PHASES)


def test_pillar_by_pillar_asks_shows_votes_again_and_agrees_one_by_one() -> None:
    room = led(a_room("pillar"), "start")
    assert (room.phase, room.code, room.open_codes) == ("question", "ABC-1", ("ABC-1",))
    room = led(room, "reveal")
    assert (room.phase, room.round, room.open_codes) == ("reveal", 1, ())
    room = led(room, "vote_again")
    assert (room.phase, room.round, room.open_codes) == ("second", 2, ("ABC-1",))
    room = led(room, "reveal", "agree")
    assert (room.phase, room.code) == ("agreed", "ABC-1")
    room = led(room, "next")
    assert (room.phase, room.code, room.round) == ("question", "ABC-2", 1)
    assert states(room) == "ABC-1:done:2 ABC-2:planned:0 DEF-1:planned:0"


def test_ten_questions_are_open_together_and_closed_together() -> None:
    room = led(a_room("ten"), "start")
    assert (room.phase, room.code, room.open_codes) == ("question", None, CODES)
    assert "reveal" not in possible_actions(room)
    room = led(room, "overview")
    assert room.open_codes == ()
    assert {entry.seen for entry in room.agenda} == {1}
    room = led(with_talks(room, ["DEF-1", "ABC-1"], 1, 315), "next")
    assert (room.phase, room.code) == ("reveal", "DEF-1")
    assert led(room, "agree", "next").phase == "commitments"


def test_a_prepared_room_is_answered_before_it_starts_and_no_longer() -> None:
    room = a_room("prepared")
    assert room.open_codes == CODES
    room = led(room, "start")
    assert (room.phase, room.open_codes, room.shown_anything) == ("overview", (), True)


def test_a_question_left_without_an_agreed_level_waits_for_later() -> None:
    room = led(a_room("pillar"), "start", "reveal", "next")
    assert states(room) == "ABC-1:later:1 ABC-2:planned:0 DEF-1:planned:0"
    room = act(room, "jump", "ABC-1", known=CODES)
    assert (room.phase, room.code, room.round) == ("reveal", "ABC-1", 1)


def test_a_parked_question_is_passed_over_and_can_be_taken_up_again() -> None:
    room = led(a_room("pillar"), "start", "park")
    assert (room.code, states(room)) == ("ABC-2", "ABC-1:parked:0 ABC-2:planned:0 DEF-1:planned:0")
    room = act(room, "jump", "ABC-1", known=CODES)
    assert (room.phase, room.code) == ("question", "ABC-1")


def test_jumping_back_to_an_agreed_question_shows_it_and_voting_again_takes_the_agreement_back() -> None:
    room = led(a_room("pillar"), "start", "reveal", "vote_again", "reveal", "agree", "next")
    room = act(room, "jump", "ABC-1", known=CODES)
    assert (room.phase, room.round) == ("agreed", 2)
    assert led(room, "vote_again").agenda[0].state == "planned"


def test_a_question_nobody_planned_may_be_asked() -> None:
    room = act(led(a_room("ten"), "start", "overview"), "jump", "GHI-3", known=[*CODES, "GHI-3"])
    assert (room.phase, room.code, room.open_codes) == ("question", "GHI-3", ("GHI-3",))


def test_what_is_not_possible_is_said_in_a_sentence_and_changes_nothing() -> None:
    room = a_room("ten")
    with pytest.raises(RefusedInput, match=r"while the room waits in the lobby\. Nothing was changed\."):
        act(room, "reveal")
    for actions in (("start", "reveal"), ("start", "jump"), ("start", "park"), ("close", "next")):
        with pytest.raises(RefusedInput, match="Nothing was changed"):
            led(room, *actions)  # type: ignore[arg-type]
    with pytest.raises(RefusedInput, match="not part of the assessment"):
        act(led(room, "start", "overview"), "jump", "XYZ-1", known=CODES)


def test_a_room_closed_by_mistake_opens_where_people_can_go_on() -> None:
    assert led(a_room("ten"), "close", "reopen").phase == "lobby"
    assert led(a_room("ten"), "start", "overview", "close", "reopen").phase == "commitments"


def test_packing_keeps_what_was_settled_and_puts_the_rest_off() -> None:
    room = led(a_room("pillar"), "start", "reveal", "agree", "next")
    room = with_talks(room, ["DEF-1"], 0, 369)
    assert states(room) == "ABC-1:done:1 ABC-2:planned:0 DEF-1:later:0"
    assert led(room, "reveal", "agree", "next").phase == "commitments"
