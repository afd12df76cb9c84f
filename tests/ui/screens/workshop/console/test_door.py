"""Strangers and the facilitator's means at the console: the door, the number expected, a crowd, many taken out."""

from services.core.installation import Installation
from services.workshop.join import door
from services.workshop.join.codes import grouped
from services.workshop.join.joining import CROWD
from services.workshop.room import people
from tests.ui.screens.workshop.led import Led
from tests.ui.screens.workshop.walls import a_wall
from tests.ui.visit import Visit


def test_the_door_is_shut_and_opened_before_and_during_the_meeting(inst: Installation) -> None:
    led = Led(inst)
    led.four()
    console = led.console()
    assert grouped(led.code) in console.text
    console.press("Shut the door")
    assert led.view.record.door_shut
    assert "The door is shut: nobody new can join." in console.text
    assert grouped(led.code) not in console.text
    console.press("Start: ")
    assert led.view.phase == "question"
    assert "The door is shut: nobody new can join." in console.text
    console.press("Open the door")
    assert grouped(led.code) in console.text
    assert not led.view.record.door_shut


def test_the_wall_says_that_the_door_is_shut_and_shows_no_code(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    door.set_door(inst, wall.owned, shut=True)
    assert "Nobody new can join at the moment." in wall.text
    assert grouped(wall.code) not in wall.text


def expects(console: Visit, people_expected: int | None) -> None:
    (field,) = [f for f in console.app.text_input if f.label.startswith("How many people")]
    field.set_value("" if people_expected is None else str(people_expected))
    console.run()


def test_more_people_than_expected_are_said(inst: Installation) -> None:
    led = Led(inst)
    led.four()
    console = led.console()
    expects(console, 4)
    assert led.view.record.expected == 4
    assert "More people are in the room" not in console.text
    led.joins("business")
    console.run()
    assert "More people are in the room than the 4 you expect." in console.text
    expects(console, 5)
    assert "More people are in the room" not in console.text
    expects(console, None)
    assert led.view.record.expected is None


def test_of_two_facilitators_the_second_reads_what_the_first_expects(inst: Installation) -> None:
    led = Led(inst)
    first, second = led.console(), led.console()
    expects(first, 4)
    expects(second, 9)
    assert led.view.record.expected == 4
    assert "Someone else changed the number expected" in second.text
    assert [f.value for f in second.app.text_input if f.label.startswith("How many people")] == ["4"]


def test_a_sudden_crowd_is_said_until_somebody_knows_them(inst: Installation) -> None:
    led = Led(inst)
    for _one in range(CROWD + 5):
        led.joins("business")
    console = led.console()
    if not led.view.record.crowd:  # the minute of the clock ended in between
        for _one in range(CROWD):
            led.joins("business")
        console.run()
    assert "people joined within a minute." in console.text
    assert "To the people in the room" in console.links
    console.press("They all belong here")
    assert "people joined within a minute." not in console.text


def test_many_are_chosen_and_taken_out_at_once_after_being_asked(inst: Installation) -> None:
    led = Led(inst)
    for _one in range(5):
        led.joins("business", function="Stranger")
    ours = led.four()
    visit = Visit(led.token, screen="people")
    visit.press("Take several out")
    visit.press("Choose all")
    assert "Take 9 people out" in visit.buttons
    for box in [box for box in visit.app.checkbox if not box.label.startswith("Stranger")]:
        box.uncheck()
    visit.run()
    visit.press("Take 5 people out")
    assert led.view.joined == 9
    assert "Everything these people have answered is deleted." in visit.text
    visit.press("Not yet")
    visit.press("Take 5 people out")
    visit.press("Take 5 people out")
    assert led.view.joined == 4
    assert "5 people taken out; everything they answered is deleted." in visit.text
    assert {p.respondent_id for p in people.people(inst, led.owned)} == {p.respondent_id for p in ours}
    assert "Remove" in visit.buttons


def test_those_whom_another_facilitator_took_out_meanwhile_are_no_longer_there(inst: Installation) -> None:
    led = Led(inst)
    four = led.four()
    visit = Visit(led.token, screen="people")
    visit.press("Take several out")
    visit.press("Choose all")
    visit.press("Take 4 people out")
    door.remove_all(inst, led.owned, [person.respondent_id for person in four])
    visit.press("Take 4 people out")
    assert "They had been taken out already." in visit.text


def test_a_function_is_corrected_and_a_colleagues_correction_is_not_lost(inst: Installation) -> None:
    led = Led(inst, privacy="team")
    person = led.joins("business", function="Hed of **shelves**")
    first, second = (Visit(led.token, screen="people") for _tab in range(2))
    first.press("Correct")
    second.press("Correct")
    first.type("What this person does", "Head of **shelves**")
    assert "Head of **shelves**" in first.text
    assert "What this person does" not in first.text
    second.type("What this person does", "Head")
    assert "to “Head of **shelves**”. Yours was not stored." in second.text
    (found,) = people.people(inst, led.owned)
    assert (found.function, found.respondent_id) == ("Head of **shelves**", person.respondent_id)
    second.type("What this person does", " ")
    assert "Name this person’s function." in second.text
    second.press("Done")
    assert "What this person does" not in second.text
