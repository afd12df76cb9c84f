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
    console.press("Close entry")
    assert led.view.record.door_shut
    assert "Entry is closed: nobody new can join." in console.text
    assert grouped(led.code) not in console.text
    console.press("Start with ")
    assert led.view.phase == "question"
    assert "Entry is closed: nobody new can join." in console.text
    console.press("Open entry")
    assert grouped(led.code) in console.text
    assert not led.view.record.door_shut


def test_the_wall_says_that_the_door_is_shut_and_shows_no_code(inst: Installation) -> None:
    wall = a_wall(inst, way="pillar")
    door.set_door(inst, wall.owned, shut=True)
    assert "Nobody new can join for now." in wall.text
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
    assert "More people have joined" not in console.text
    led.joins("business")
    console.run()
    assert "More people have joined than the 4 you expected." in console.text
    expects(console, 5)
    assert "More people have joined" not in console.text
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
    assert "See who is in the room" in console.links
    console.press("Everyone belongs here")
    assert "people joined within a minute." not in console.text


def test_many_are_chosen_and_taken_out_at_once_after_being_asked(inst: Installation) -> None:
    led = Led(inst)
    for _one in range(5):
        led.joins("business", function="Stranger")
    ours = led.four()
    visit = Visit(led.token, screen="people")
    visit.press("Remove several people")
    visit.press("Select all")
    assert "Remove 9 people" in visit.buttons
    for box in [box for box in visit.app.checkbox if not box.label.startswith("Stranger")]:
        box.uncheck()
    visit.run()
    visit.press("Remove 5 people")
    assert led.view.joined == 9
    assert "This deletes all their answers." in visit.text
    visit.press("Not yet")
    visit.press("Remove 5 people")
    visit.press("Remove 5 people")
    assert led.view.joined == 4
    assert "5 people removed, and all their answers deleted." in visit.text
    assert {p.respondent_id for p in people.people(inst, led.owned)} == {p.respondent_id for p in ours}
    assert "Remove" in visit.buttons


def test_those_whom_another_facilitator_took_out_meanwhile_are_no_longer_there(inst: Installation) -> None:
    led = Led(inst)
    four = led.four()
    visit = Visit(led.token, screen="people")
    visit.press("Remove several people")
    visit.press("Select all")
    visit.press("Remove 4 people")
    door.remove_all(inst, led.owned, [person.respondent_id for person in four])
    visit.press("Remove 4 people")
    assert "They had already been removed." in visit.text


def test_a_function_is_corrected_and_a_colleagues_correction_is_not_lost(inst: Installation) -> None:
    led = Led(inst, privacy="team")
    person = led.joins("business", function="Hed of **shelves**")
    first, second = (Visit(led.token, screen="people") for _tab in range(2))
    first.press("Edit function")
    second.press("Edit function")
    first.type("Function", "Head of **shelves**")
    assert "Head of **shelves**" in first.text
    assert "Function" not in first.text
    second.type("Function", "Head")
    assert "to “Head of **shelves**”. Yours was not stored." in second.text
    (found,) = people.people(inst, led.owned)
    assert (found.function, found.respondent_id) == ("Head of **shelves**", person.respondent_id)
    second.type("Function", " ")
    assert "Name this person’s function." in second.text
    second.press("Finish editing")
    assert "Function" not in second.text
