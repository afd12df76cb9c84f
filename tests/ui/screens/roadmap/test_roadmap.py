"""The roadmap on screen: bars, checks and commitments follow every edit, and each is stored at once."""

from datetime import date
from typing import Any

import pytest

from services.core.installation import Installation
from services.plan import commitments, roadmap
from services.reports import results
from tests.ui.filled import answered, everywhere, imported, owned_by
from tests.ui.visit import Visit
from ui.screens.roadmap.chart import bar_views

FIRST = "ALP-1:3"


def at_roadmap(inst: Installation, level: int = 2) -> Visit:
    visit = answered(inst, everywhere(level))
    visit.open("plan-roadmap")
    return visit


def line(inst: Installation, visit: Visit, move: str) -> Any:
    return roadmap.plan_of(inst, owned_by(inst, visit)).planned(move)


def planned(inst: Installation, visit: Visit) -> list[str]:
    view = results.report(inst, owned_by(inst, visit), date(2026, 11, 26)).roadmap
    assert view is not None
    return [one.key for one in view.items]


def put_in_front(visit: Visit, move: str) -> None:
    visit.app.selectbox("road_which").select(move)
    visit.run()


def test_the_path_stands_as_bars_with_owners_phases_and_a_table(inst: Installation) -> None:
    visit = at_roadmap(inst)
    assert visit.heading == "The first 180 days"
    for words in (
        "Align",
        "Pilot",
        "Scale",
        "The roadmap as a table",
        "Together they reach",
        "Edit one move",
    ):
        assert words in visit.text
    markup = "".join(block.value for block in visit.app.html)
    assert 'role="img"' in markup
    assert "The table says the same." in markup


def test_without_an_answer_the_screen_says_what_is_missing_and_leads_there(inst: Installation) -> None:
    visit = answered(inst, {})
    visit.open("plan-roadmap")
    assert visit.heading == "Nothing is planned yet"
    assert "Answer the questions" in visit.links
    assert "Move to add" in [field.label for field in visit.app.selectbox]


def test_at_the_highest_level_nothing_is_planned_and_nothing_breaks(inst: Installation) -> None:
    visit = at_roadmap(inst, 5)
    assert visit.heading == "Nothing is planned yet"


def test_a_small_team_sees_why_nothing_is_shown(inst: Installation) -> None:
    visit = imported(inst, "team", "bt")
    visit.open("plan-roadmap")
    assert "Edit one move" not in visit.text


def test_a_first_day_gives_bars_dates_and_the_reviews_a_file(inst: Installation) -> None:
    visit = at_roadmap(inst)
    assert "/calendar/" not in "".join(block.value for block in visit.app.html)
    visit.app.date_input("road_start").set_value(date(2027, 1, 11))
    visit.run()
    assert "Saved" in visit.text
    assert "to 10 Feb 2027" in visit.text
    assert f"/calendar/{owned_by(inst, visit).assessment_id}" in "".join(b.value for b in visit.app.html)


def test_an_owner_chosen_in_front_is_stored_and_stands_at_the_bar(inst: Installation) -> None:
    visit = at_roadmap(inst)
    move = planned(inst, visit)[0]
    put_in_front(visit, move)
    field = visit.app.selectbox(f"road_front_{move}_owner")
    other = next(code for code in inst.instrument.function_titles if code != field.value)
    field.set_value(other)
    visit.run()
    assert line(inst, visit, move).owner == other
    assert "Saved" in visit.text
    assert f"{inst.instrument.function_titles[other]} · " in visit.text


def test_too_much_for_one_lead_is_said_with_its_numbers_in_the_same_run(inst: Installation) -> None:
    visit = at_roadmap(inst)
    owned = owned_by(inst, visit)
    for move in planned(inst, visit)[:2]:
        roadmap.save_roadmap_move(
            inst, owned, move, {"owner": "OWNER", "start_day": 0, "effort": 4, "weeks": 4}
        )
    visit.run()
    assert ": 8 person-weeks of work in the four weeks from day 0, but capacity for 4." in visit.text
    visit.app.text_input("road_carry_OWNER_capacity").set_value("8.0")
    visit.run()
    assert "and capacity for" not in visit.text


def test_a_first_day_too_early_is_kept_and_complained_about(inst: Installation) -> None:
    visit = at_roadmap(inst)
    owned = owned_by(inst, visit)
    roadmap.save_roadmap_move(inst, owned, "ALP-1:4", {"chosen": True, "start_day": 0})
    visit.run()
    found = roadmap.plan_of(inst, owned).planned("ALP-1:4")
    assert found.start_day == 0
    if "ALP-1:3" in planned(inst, visit):
        assert "but needs" in visit.text


def test_a_cell_of_the_grid_is_stored_by_its_code_and_alone(inst: Installation) -> None:
    visit = at_roadmap(inst)
    move = planned(inst, visit)[0]
    visit.edit("road_grid", edited_rows={0: {"owner": "SALES", "portfolio": "transform"}})
    assert "Saved" in visit.text
    assert line(inst, visit, move).plain() == {"move": move, "owner": "SALES", "portfolio": "transform"}


def test_a_text_in_front_is_stored_as_it_is_left(inst: Installation) -> None:
    visit = at_roadmap(inst)
    first = planned(inst, visit)[0]
    put_in_front(visit, first)
    visit.type("Target", "9 of 10")
    assert line(inst, visit, first).goal == "9 of 10"
    assert "to 9 of 10" in visit.text


def test_a_move_is_left_out_and_put_back(inst: Installation) -> None:
    visit = at_roadmap(inst)
    first = planned(inst, visit)[0]
    put_in_front(visit, first)
    visit.press("Leave out this move")
    assert first not in planned(inst, visit)
    assert "does not reach level 3" in visit.text
    back = next(words for words in visit.buttons if "Put it back" in words)
    visit.press(back)
    assert first in planned(inst, visit)


def test_a_move_is_added_comes_to_the_front_and_is_taken_out_again(inst: Installation) -> None:
    visit = at_roadmap(inst)
    offered = visit.app.selectbox("road_add")
    before = set(planned(inst, visit))
    move = next(
        f"{code}:{to}" for code in inst.instrument.practices for to in (3, 4) if f"{code}:{to}" not in before
    )
    offered.set_value(move)
    visit.run()
    assert move in planned(inst, visit)
    visit.press("Remove this move")
    assert move not in planned(inst, visit)


def test_one_tap_makes_a_commitment_and_another_says_what_became_of_it(inst: Installation) -> None:
    visit = at_roadmap(inst)
    first = planned(inst, visit)[0]
    put_in_front(visit, first)
    visit.press("Commit")
    owned = owned_by(inst, visit)
    (line,) = roadmap.plan_of(inst, owned).commitments
    assert (line.move, line.status) == (first, "open")
    assert line.owner
    assert line.metric
    visit.choose("Commitment:", "kept")
    assert roadmap.plan_of(inst, owned).commitments[0].status == "kept"
    assert "kept" in visit.text


def test_a_flow_measure_is_offered_for_every_move(inst: Installation) -> None:
    visit = at_roadmap(inst)
    first = planned(inst, visit)[0]
    put_in_front(visit, first)
    field = visit.app.selectbox(f"road_front_{first}_kpi")
    assert {"Flow time", "Flow velocity", "Flow efficiency", "Flow load", "Flow distribution"} <= set(
        field.options
    )
    field.select("Flow load")
    visit.run()
    assert line(inst, visit, first).kpi == "Flow load"


def test_what_a_lead_can_carry_moves_the_bars(inst: Installation) -> None:
    visit = at_roadmap(inst)
    owned = owned_by(inst, visit)
    view = results.report(inst, owned, date(2026, 11, 26)).roadmap
    assert view is not None
    role = next(iter(view.capacity))
    visit.app.text_input(f"road_carry_{role}_capacity").set_value("0.5")
    visit.run()
    assert roadmap.plan_of(inst, owned).roadmap.capacity == {role: 0.5}
    after = results.report(inst, owned, date(2026, 11, 26)).roadmap
    assert after is not None
    assert [one.bar for one in after.items] != [one.bar for one in view.items]


@pytest.mark.parametrize("level", [1, 2, 4])
def test_never_more_than_fifteen_bars_at_once(inst: Installation, level: int) -> None:
    uses = [
        {"name": f"Use {n}", "lever": "cost", "effort_weeks": 1 + n % 3, "exploring": True} for n in range(20)
    ]
    visit = imported(inst, "open", "bbt", level, use_cases=uses)
    visit.open("plan-roadmap")
    view = results.report(inst, owned_by(inst, visit), date(2026, 11, 26)).roadmap
    assert view is not None
    views = bar_views(view)
    assert all(len(items) <= 15 for items in views.values())
    by_phase = [one.key for name, items in list(views.items())[1:] for one in items]
    assert sorted(by_phase) == sorted(one.key for one in view.items)
    assert "more than 15 at once are hard to manage" in visit.text
    assert visit.taken("Show") == "First fifteen"


def test_a_use_case_stands_on_the_roadmap_once_its_size_is_known(inst: Installation) -> None:
    visit = imported(inst, "open", "bbt", 2, use_cases=[{"name": "Bell shop", "lever": "cost"}])
    visit.open("plan-roadmap")
    assert "use:Bell shop" not in planned(inst, visit)
    visit.app.text_input("road_uses_Bell shop_effort_weeks").set_value("3.0")
    visit.run()
    assert "use:Bell shop" in planned(inst, visit)
    visit.app.text_input("road_uses_Bell shop_effort_weeks").set_value("")
    visit.run()
    assert "use:Bell shop" not in planned(inst, visit)


def test_hostile_words_are_shown_as_they_are(inst: Installation) -> None:
    name = "<b>Bell</b> **shop** :heart:"
    visit = imported(
        inst, "open", "bbt", 2,
        use_cases=[{"name": name, "lever": "cost", "effort_weeks": 2, "owner": "<i>May</i>"}],
    )  # fmt: skip
    visit.open("plan-roadmap")
    markup = "".join(block.value for block in visit.app.html)
    assert name in visit.text
    assert "<b>Bell</b>" not in markup
    assert "<i>May</i>" not in markup


def test_commitments_of_a_file_are_listed_with_their_status(inst: Installation) -> None:
    visit = at_roadmap(inst)
    owned = owned_by(inst, visit)
    commitments.add_commitment(
        inst, owned, {"move": FIRST, "owner": "OWNER", "due": "2027-03-01", "status": "late"}
    )
    visit.run()
    assert "by 1 Mar 2027: late" in visit.text
