"""A meeting led from the console, step by step, from opening to closing."""

from datetime import timedelta

import pytest

from assessment.instrument.words import definitions_in, how_to_choose
from assessment.plan.commitments import Backers
from assessment.workshop.meeting import Way
from services.core import identity
from services.core.installation import Installation
from services.plan import commitments
from services.workshop import facilitation
from tests.ui.screens.workshop.led import Led
from tests.ui.visit import Visit

PHASES = ("lobby", "question", "reveal", "second", "agreed", "overview", "decisions", "commitments", "closed")
HOSTILE = "**<b>Kestrel</b>** :heart: [x](javascript:alert(1)) $x$"


def in_phase(led: Led, phase: str) -> None:
    """Four people, and the room in this phase."""
    if phase == "lobby":
        return
    people = led.four()
    led.act("start")
    if phase == "question":
        return
    led.votes(people, [2, 3, 4, 4])
    led.act("reveal")
    if phase in ("overview", "decisions", "commitments"):
        led.act(phase)
    elif phase == "second":
        led.act("vote_again")
    elif phase == "agreed":
        facilitation.agree(led.inst, led.owned, 3, note=HOSTILE, dissent=HOSTILE)
    elif phase == "closed":
        led.act("close")


def primary(visit: Visit) -> list[str]:
    """The words of the buttons that stand out."""
    return [button.label for button in visit.app.button if button.proto.type == "primary"]


def test_one_question_from_the_vote_to_the_agreed_level(inst: Installation) -> None:
    led = Led(inst)
    people = led.four()
    console = led.console()
    assert "Before the meeting" in console.text
    console.press("Start with ")
    assert led.view.phase == "question"
    assert "0 of 4 have answered." in console.text
    led.votes(people, [2, 3, 4, 4])
    console.press("Reveal the votes")
    assert "1 business" in console.text
    assert "what a person who chose 2 has seen" in console.text
    assert "The chief executive speaks last." in console.text
    console.press("Vote again")
    led.votes(people, [3, 3, 4, 4])
    console.press("Reveal the votes")
    console.app.segmented_control[0].set_value(4)
    console.type("Note", "Seen at the counter.")
    console.press("Agree this level")
    assert led.view.phase == "agreed"
    assert "Seen at the counter." in console.text
    console.press("Next question: ")
    assert led.view.phase == "question"


def test_the_rule_for_an_answer_is_read_out_and_what_words_mean_is_at_hand_until_a_level_is_agreed(
    real: Installation,
) -> None:
    led, asked = Led(real, minutes=240), real.instrument
    people = led.four()
    led.act("start")
    console = led.console()
    practice = asked.practices[str(led.view.code)]
    words = [f"“{one.term}”: {one.meaning}" for one in definitions_in(asked, practice)]
    assert words
    assert console.text.count(str(asked.rule)) == 2, "in what to say, and above the words"
    assert all(line in console.text for line in [how_to_choose(asked), *words])
    led.votes(people, [2, 3, 4, 4])
    led.act("reveal")
    assert all(line in led.console().text for line in [str(asked.rule), *words])
    facilitation.agree(led.inst, led.owned, 3)
    led.act("overview")
    assert str(asked.rule) not in led.console().text


def test_a_reveal_before_all_have_voted_asks_first_and_can_be_opened_again(inst: Installation) -> None:
    led = Led(inst)
    people = led.four()
    console = led.console()
    console.press("Start with ")
    led.votes(people[:3], [2, 3, 4])
    console.press("Reveal the votes")
    assert "3 of 4 have answered. Reveal now?" in console.text
    assert led.view.phase == "question"
    console.press("Not yet")
    assert "Reveal now?" not in console.text
    console.press("Reveal the votes")
    console.press("Reveal the votes")
    assert led.view.phase == "reveal"
    console.press("Reopen the first vote")
    assert led.view.phase == "question"


def test_a_second_vote_that_too_few_change_leaves_the_first_picture(inst: Installation) -> None:
    led = Led(inst)
    people = led.four()
    console = led.console()
    console.press("Start with ")
    led.votes(people, [2, 3, 4, 4])
    console.press("Reveal the votes")
    console.press("Vote again")
    led.votes(people, [2, 3, 4, 5])
    console.press("Reveal the votes")
    assert "Fewer than two people changed their answer, so the picture stays as it was." in console.text
    assert led.view.second is None


def test_the_key_questions_together_from_the_vote_to_the_result(inst: Installation) -> None:
    led = Led(inst, "ten")
    people = led.four()
    console = led.console()
    console.press("Start with all")
    assert "All questions at once" in console.text
    led.everything(people, [2, 3, 4, 4])
    console.press("Close the vote and show the overview")
    assert console.heading == "Where we are"
    console.press("Next question: ")
    assert led.view.phase == "reveal"
    console.press("On to the commitments")
    console.press("Close the workshop")
    assert console.heading == "Workshop closed"
    assert "See the results" in console.buttons
    assert "Download the playbook" in console.links
    (owned,) = identity.list_owned(inst, led.token)
    assert owned.status == "submitted"
    console.press("Reopen the room")
    assert led.view.phase == "commitments"


def test_answering_beforehand_ends_only_when_asked_twice(inst: Installation) -> None:
    led = Led(inst, "prepared")
    led.everything(led.four(), [2, 3, 4, 4])
    console = led.console()
    console.press("Start the meeting")
    assert led.view.phase == "lobby"
    assert "4 of 4 have answered all five questions." in console.text
    console.press("Not yet")
    console.press("Start the meeting")
    console.press("Close the vote and show the overview")
    assert led.view.phase == "overview"


@pytest.mark.parametrize("phase", PHASES)
def test_every_phase_survives_a_reload_with_one_step_that_stands_out(inst: Installation, phase: str) -> None:
    led = Led(inst, organisation=HOSTILE)
    in_phase(led, phase)
    first, second = led.console(), led.console()
    assert first.text == second.text
    assert len(primary(first)) == 1
    assert "<b>Kestrel" not in "".join(block.value for block in first.app.html)
    assert led.view.phase == phase, "looking moves nothing"


def test_nothing_to_move_is_offered_that_would_be_refused(inst: Installation) -> None:
    for phase in ("question", "reveal", "agreed", "commitments"):
        led = Led(inst)
        in_phase(led, phase)
        step = f"_{led.view.step}"
        offered = {
            b.key.split("_", 1)[1].removesuffix(step)
            for b in led.console().app.button
            if str(b.key).startswith("act_")
        }
        assert offered <= set(led.view.actions)


def test_two_who_press_at_once_go_on_by_one(inst: Installation) -> None:
    led = Led(inst)
    people = led.four()
    one, other = led.console(), led.console()
    one.press("Start with ")
    led.votes(people, [2, 3, 4, 4])
    step = led.view.step
    other.press("Start with ")
    assert "The room has moved on." in other.text
    assert led.view.step == step
    assert "First vote open" in other.text, "the other console shows where the room is"


def test_a_second_facilitator_comes_in_by_the_code_and_lands_on_the_console(inst: Installation) -> None:
    led = Led(inst)
    code = identity.issue_resume_code(inst, led.token, led.owned.assessment_id)
    second = Visit(screen="resume")
    second.type("Resume code", code)
    second.press("Come back")
    assert "Before the meeting" in second.text
    assert Visit(second.token).buttons[0] == "Continue: Kestrel Cycles, workshop"


def test_while_votes_are_withheld_there_is_no_level_to_agree_on(inst: Installation) -> None:
    led = Led(inst, privacy="team")
    people = [led.joins("business"), led.joins("technology")]
    console = led.console()
    console.press("Start with ")
    led.votes(people, [1, 5])
    console.press("Reveal the votes")
    assert "Not shown, so that nobody’s answer can be worked out." in console.text
    assert "Agree a level" not in console.text
    assert "chose" not in console.text


def test_sides_are_named_only_where_they_are_large_enough(inst: Installation) -> None:
    led = Led(inst)
    people = [*(led.joins("business") for _n in range(3)), led.joins("technology")]
    console = led.console()
    console.press("Start with ")
    led.votes(people, [2, 2, 3, 4])
    console.press("Reveal the votes")
    assert "1 technology" not in console.text.replace("1 technology.", "")
    assert "What would we need to see here" in console.text, "the prompt takes no side"


def test_a_level_without_a_choice_is_asked_for_and_the_note_stays(inst: Installation) -> None:
    led = Led(inst)
    in_phase(led, "reveal")
    console = led.console()
    console.type("Note", "Seen at the counter.")
    console.press("Agree this level")
    assert "Not agreed yet." in console.text
    assert console.app.text_area[0].value == "Seen at the counter."
    assert led.view.phase == "reveal"


def test_a_note_typed_before_the_room_agrees_is_there_after_a_reload_and_gone_once_it_has(
    inst: Installation,
) -> None:
    led = Led(inst)
    in_phase(led, "reveal")
    console = led.console()
    console.type("Note", "Seen at the counter.")
    console.type("Dissent", "One saw none.")
    console.type("Evidence", "Board paper of May")
    again = led.console()
    assert [area.value for area in again.app.text_area] == ["Seen at the counter.", "One saw none."]
    again.press("Vote again")
    led.act("reveal")
    later = led.console()
    later.app.segmented_control[0].set_value(3)
    later.press("Agree this level")
    agreed = led.view.agreed
    assert agreed is not None
    assert (agreed.note, agreed.dissent, agreed.evidence) == (
        "Seen at the counter.",
        "One saw none.",
        "Board paper of May",
    )
    led.act("vote_again")
    led.act("reveal")
    assert [area.value for area in led.console().app.text_area] == ["", ""]


def test_a_question_for_the_forum_leads_on(inst: Installation) -> None:
    led = Led(inst)
    in_phase(led, "reveal")
    before = led.view.code
    led.console().press("Refer the question to the forum")
    assert led.view.code != before
    assert "parked" in {entry.state for entry in led.view.agenda}


def test_any_question_can_be_gone_to(inst: Installation) -> None:
    led = Led(inst)
    in_phase(led, "reveal")
    console = led.console()
    console.choose("Question", "BET-2")
    console.press("Go to the question")
    assert led.view.code == "BET-2"


def test_the_timer_starts_and_stops(inst: Installation) -> None:
    led = Led(inst)
    in_phase(led, "reveal")
    console = led.console()
    console.press("Start the timer: 3:30")
    assert "Timer: 3:" in console.text
    console.press("Stop the timer")
    assert led.view.timer(led.now) is None


def test_when_more_is_planned_than_fits_packing_anew_says_what_it_would_do(inst: Installation) -> None:
    led = Led(inst)
    led.four()
    facilitation.act(inst, led.owned, "start", led.now - timedelta(minutes=1))
    led.act("reveal")
    assert "Shorten the agenda" not in led.console().buttons, "everything still fits"
    led = Led(inst)
    led.four()
    facilitation.act(inst, led.owned, "start", led.now - timedelta(minutes=20))
    led.act("reveal")
    planned = len(led.view.record.room.planned())
    console = led.console()
    assert "A shorter agenda leaves " in console.text
    console.press("Shorten the agenda")
    assert len(led.view.record.room.planned()) < planned
    assert "Shorten the agenda" not in console.buttons


def test_ending_early_says_what_it_means(inst: Installation) -> None:
    led = Led(inst)
    in_phase(led, "question")
    console = led.console()
    assert "any incomplete first vote" in console.text
    console.press("Close the workshop")
    assert led.view.phase == "closed"


@pytest.mark.parametrize("way", ["pillar", "ten", "prepared"])
def test_the_facilitator_sees_no_result_before_the_room_is_closed(inst: Installation, way: Way) -> None:
    led = Led(inst, way)
    people = led.four()
    if way != "prepared":
        led.act("start")
    led.everything(people, [2, 3, 4, 4])
    for screen in ("results", "playbook", "decisions", "method"):
        visit = Visit(led.token, screen=screen)
        assert "people answered" not in visit.text.lower()
    assert Visit(led.token, screen="results").heading == "There is no result yet"


def test_commitments_are_entered_in_the_room(inst: Installation) -> None:
    led = Led(inst)
    in_phase(led, "commitments")
    console = led.console()
    console.press("Add commitment")
    assert "Not added yet." in console.text
    console.app.selectbox(key="commitment_new_add_move_0").select("ALP-1:3")
    console.press("Add commitment")
    (made,) = commitments.commitments_of(inst, led.owned)
    assert made.move == "ALP-1:3"
    assert made.metric, "the move’s own measure"
    assert made.due
    assert "Commitments so far" in console.text


def test_a_commitment_in_own_words_is_entered_in_the_room_and_not_beside_a_move(inst: Installation) -> None:
    led = Led(inst)
    in_phase(led, "commitments")
    console = led.console()
    console.app.text_input(key="commitment_new_add_text_0").input("Show the board one use case")
    console.app.selectbox(key="commitment_new_add_move_0").select("ALP-1:3")
    console.press("Add commitment")
    assert "Choose a move or write your own words, not both" in console.text
    assert commitments.commitments_of(inst, led.owned) == []
    console.app.selectbox(key="commitment_new_add_move_0").set_value(None)
    console.press("Add commitment")
    (made,) = commitments.commitments_of(inst, led.owned)
    assert (made.move, made.text) == (None, "Show the board one use case")
    console.edit("commitments", edited_rows={0: {"in_favour": "4", "asked": "5"}})
    console.press("Save changes")
    (made,) = commitments.commitments_of(inst, led.owned)
    assert made.stands_behind == Backers(in_favour=4, asked=5)


def test_a_commitment_is_corrected_in_the_table_beside_what_somebody_else_has_added(
    inst: Installation,
) -> None:
    led = Led(inst)
    in_phase(led, "commitments")
    commitments.add_commitment(inst, led.owned, {"move": "ALP-1:3", "note": "Stays"})
    console = led.console()
    commitments.add_commitment(inst, led.owned, {"move": "ALP-1:4"})
    console.edit("commitments", edited_rows={0: {"owner": "OWNER", "status": "kept"}})
    assert "Not saved yet" in console.text
    console.press("Save changes")
    assert "Saved: 2 commitments." in console.text
    first, second = commitments.commitments_of(inst, led.owned)
    assert (first.owner, first.status, first.note) == ("OWNER", "kept", "Stays")
    assert second.move == "ALP-1:4"


def test_who_owns_no_workshop_is_told_so(inst: Installation) -> None:
    from tests.ui.visit import set_up

    visit = set_up()
    for screen in ("console", "people"):
        visit.open(screen)
        assert visit.heading == "This is not a workshop"


def test_screens_of_questions_tell_a_facilitator_where_to_go(inst: Installation) -> None:
    led = Led(inst)
    for screen in ("alpha", "activity", "check", "invite"):
        visit = Visit(led.token, screen=screen)
        assert "You lead this workshop." in visit.text
        assert "Open the console" in visit.links
