"""The roadmap of an edition that counts days: work is read and typed in days, and kept as the file has it."""

from typing import Any

import pytest

from services.core.installation import Installation
from services.plan import roadmap, use_cases
from tests.texts import real_instrument
from tests.ui.filled import answered, owned_by
from tests.ui.visit import Visit

ASKED = real_instrument()
LOW = dict.fromkeys(ASKED.practices, 3) | {"OWN-1": 2}
MOVE = "OWN-1:3"
LEAD = ASKED.practices["OWN-1"].move(3).lead


@pytest.fixture
def visit(real: Installation) -> Visit:
    visit = answered(real, LOW)
    use_cases.save_register(real, owned_by(real, visit), [(None, {"name": "Quotes", "owner": "COO"})], ())
    visit.open("plan-roadmap")
    return visit


def plan(inst: Installation, visit: Visit) -> Any:
    return roadmap.plan_of(inst, owned_by(inst, visit))


def typed(visit: Visit, key: str, days: str) -> None:
    visit.app.text_input(key=key).set_value(days)
    visit.run()


def test_no_word_on_the_roadmap_counts_person_weeks(real: Installation, visit: Visit) -> None:
    for move in (MOVE, "STR-1:4"):
        change = {"owner": LEAD, "start_day": 0, "effort": 4, "weeks": 4, "chosen": True}
        roadmap.save_roadmap_move(real, owned_by(real, visit), move, change)
    visit.run()
    assert ": 40 days of work in the four weeks from day 0, but capacity for 20." in visit.text
    assert "20 days unless you set another figure" in visit.text
    assert "person-week" not in visit.text.casefold()


def test_a_cell_of_the_grid_holds_days(real: Installation, visit: Visit) -> None:
    visit.edit("road_grid", edited_rows={0: {"effort": "7"}})
    assert plan(real, visit).planned(MOVE).effort == 1.4
    assert "7 days, plus 1 from others" in visit.text
    visit.edit("road_grid", edited_rows={0: {"effort": "5001"}})
    assert "Enter 0 to 5,000 days." in visit.text
    visit.edit("road_grid", edited_rows={0: {"effort": "0.1"}})
    assert "A move takes at least half a day." in visit.text
    assert plan(real, visit).planned(MOVE).effort == 1.4


def test_days_changed_elsewhere_since_the_grid_was_drawn_stay(real: Installation, visit: Visit) -> None:
    roadmap.save_roadmap_move(real, owned_by(real, visit), MOVE, {"effort": 3})
    visit.edit("road_grid", edited_rows={0: {"effort": "4"}})
    assert "Someone else has changed these days in the meantime. Yours were not stored: 4." in visit.text
    assert plan(real, visit).planned(MOVE).effort == 3


def test_what_a_lead_can_carry_is_typed_in_days(real: Installation, visit: Visit) -> None:
    key = f"road_carry_{LEAD}_capacity"
    assert visit.app.text_input(key=key).value == "20"
    typed(visit, key, "12.5")
    assert plan(real, visit).roadmap.capacity == {LEAD: 2.5}
    typed(visit, key, "-1")
    assert "Enter 0 to 5,000 days." in visit.text


def test_the_work_of_a_use_case_is_typed_in_days(real: Installation, visit: Visit) -> None:
    typed(visit, "road_uses_Quotes_effort_weeks", "30")
    assert plan(real, visit).use_cases[0].effort_weeks == 6
    visit.app.selectbox("road_which").select("use:Quotes")
    visit.run()
    assert "30 days" in visit.text
    visit.open("plan-value")
    visit.app.text_input(key="use_case_Quotes_effort_weeks_effort_weeks").set_value("25")
    visit.run()
    assert plan(real, visit).use_cases[0].effort_weeks == 5
