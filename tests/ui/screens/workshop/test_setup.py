"""Setting up a workshop: the plan before it is confirmed, refusals with what fits, the code once."""

import pytest

from services.core import identity
from services.core.installation import Installation
from services.workshop.room.view import RoomView, build_view
from tests.ui.visit import Visit


def setting_up() -> Visit:
    visit = Visit(screen="workshop")
    visit.app.text_input(key="ws_name").set_value("Kestrel Cycles")
    return visit


def workshop_of(inst: Installation, visit: Visit) -> RoomView:
    (owned,) = identity.list_owned(inst, visit.token)
    return build_view(inst, owned.assessment_id)


def test_the_usual_workshop_is_set_up_in_one_press_and_shows_its_code_once(inst: Installation) -> None:
    visit = setting_up()
    visit.press("Set up the workshop")
    assert visit.heading == "Write down this code"
    assert "A co-facilitator uses the same code" in visit.text
    visit.press("Open the console")
    view = workshop_of(inst, visit)
    assert (view.way, view.minutes, view.privacy) == ("prepared", 60, "by_camp")
    assert view.record.join_code is None
    visit.run()
    assert "Write down this code" not in visit.text


def test_without_a_name_nothing_is_set_up(inst: Installation) -> None:
    visit = Visit(screen="workshop")
    visit.press("Set up the workshop")
    assert "Not set up yet." in visit.text
    assert identity.list_owned(inst, visit.token) == ()


def test_a_plan_that_does_not_fit_is_refused_and_what_fits_is_one_press(real: Installation) -> None:
    visit = setting_up()
    visit.app.radio[0].set_value("pillar")
    visit.run()
    assert "25 questions one by one need about two and a half hours" in visit.text
    assert "Set up the workshop" not in visit.buttons
    visit.press("Key questions in the room, 60 minutes")
    assert visit.app.radio[0].value == "ten"
    visit.press("Set up the workshop")
    assert workshop_of(real, visit).way == "ten"


def test_sections_are_chosen_and_the_plan_follows(real: Installation) -> None:
    visit = setting_up()
    visit.app.radio[0].set_value("pillar")
    visit.run()
    visit.app.multiselect[0].set_value(["value"])
    visit.run()
    assert "That does not fit." not in visit.text
    visit.press("Set up the workshop")
    assert workshop_of(real, visit).plan.sections == ("value",)


def test_the_plan_is_shown_in_blocks_of_minutes(real: Installation) -> None:
    text = " ".join(setting_up().text.split())
    assert "6 Open and join" in text
    assert "33 6 discussions" in text
    assert "14 Commitments" in text


@pytest.mark.parametrize(("choice", "privacy"), [("open answers", "open"), ("team without sides", "team")])
def test_one_leader_alone_on_a_side_is_spoken_of_before_anybody_is_invited(
    inst: Installation, choice: str, privacy: str
) -> None:
    visit = setting_up()
    visit.choose("Business side", 3)  # type: ignore[arg-type]
    visit.choose("Technology side", 1)  # type: ignore[arg-type]
    assert "Only one person speaks for technology" in visit.text
    visit.press(f"Use {choice}")
    assert "Only one person" not in visit.text
    visit.press("Set up the workshop")
    assert workshop_of(inst, visit).privacy == privacy


@pytest.mark.parametrize("name", ["**<b>Kestrel</b>**", "<script>alert(1)</script>", "x" * 120, "[x](y)"])
def test_hostile_names_are_shown_as_they_are(inst: Installation, name: str) -> None:
    visit = Visit(screen="workshop")
    visit.app.text_input(key="ws_name").set_value(name)
    visit.press("Set up the workshop")
    visit.press("Open the console")
    assert name in visit.text
    assert "<script>alert" not in "".join(block.value for block in visit.app.html)
