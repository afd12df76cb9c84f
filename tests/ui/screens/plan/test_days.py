"""Effort in days: the organiser’s and others’ apart, how they add up, and whose are kept lowest."""

import pytest

from services.core.installation import Installation
from services.plan import roadmap
from services.reports import results
from tests.texts import real_instrument
from tests.ui.filled import AS_OF, answered, owned_by
from tests.ui.visit import Visit

ASKED = real_instrument()
LOW = dict.fromkeys(ASKED.practices, 3) | {"OWN-1": 2}
MOVE = ASKED.practices["OWN-1"].move(3)
FIELD = "plan_effort_OWN-1:3_effort"


@pytest.fixture
def visit(real: Installation) -> Visit:
    visit = answered(real, LOW)
    visit.open("plan")
    return visit


def typed(visit: Visit, days: str) -> None:
    visit.app.text_input(key=FIELD).set_value(days)
    visit.run()


def test_the_path_and_its_moves_name_both_sides_days(visit: Visit) -> None:
    assert "Least effort to level 3: one move, about 2 days, plus 1 from others" in visit.text
    assert "It needs the fewest days of the organiser: 0.4 person-weeks." in visit.text
    assert "2 days, plus 1 from others, our estimate" in visit.text


def test_how_the_days_add_up_opens_on_the_card(visit: Visit) -> None:
    assert "How the days add up" in visit.text
    assert "Hours divided by 8 and rounded up: 2 days of the organiser, and 1 from others." in visit.text
    for work in MOVE.work:
        assert ASKED.function_titles.get(work.who, work.who) in visit.text


def test_days_are_edited_as_days_and_kept_as_person_weeks(real: Installation, visit: Visit) -> None:
    assert visit.app.text_input(key=FIELD).value == "2"
    typed(visit, "7")
    assert roadmap.plan_of(real, owned_by(real, visit)).planned("OWN-1:3").effort == 1.4
    assert "7 days (your estimate), plus 1 from others" in visit.text
    assert "our estimate: 2 days" in visit.text
    typed(visit, "9000")
    assert "Enter 0 to 5,000 days." in visit.text
    typed(visit, "")
    assert roadmap.plan_of(real, owned_by(real, visit)).planned("OWN-1:3").effort is None


def test_days_changed_elsewhere_meanwhile_stay(real: Installation, visit: Visit) -> None:
    roadmap.save_roadmap_move(real, owned_by(real, visit), "OWN-1:3", {"effort": 3})
    typed(visit, "4")
    assert "Yours were not stored: 4." in visit.text
    assert visit.app.text_input(key=FIELD).value == "15"


def test_whose_days_are_kept_lowest_is_a_choice_that_is_stored(real: Installation, visit: Visit) -> None:
    visit.choose("Days to minimise", "both")
    owned = owned_by(real, visit)
    assert roadmap.plan_of(real, owned).roadmap.minimise == "both"
    assert "It needs the fewest days of organiser and others together: 0.6 person-weeks." in visit.text
    report = results.report(real, owned, AS_OF)
    assert report.path is not None
    assert report.path.found.minimised == "both"


def test_a_budget_is_typed_in_days(visit: Visit) -> None:
    visit.app.text_input(key="plan_budget").set_value("2")
    visit.run()
    assert "With 2 days you reach level 3" in visit.text
