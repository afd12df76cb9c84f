"""What is said where two people have changed the same, and how grids are merged, on both databases."""

from typing import Any

import pytest

from assessment.errors import EditConflict
from services.plan import charter, decisions, roadmap, use_cases
from services.plan.conflicts import GridEdit, GridLine
from services.plan.rows import Row
from storage.db.database import Database
from tests import prepare
from tests.workshops import TODAY, Shop, a_workshop

MOVE = "ABC-1:2"


@pytest.fixture
def shop(database: Database) -> Shop:
    return a_workshop(database)


def test_the_same_cell_stays_as_the_other_left_it_and_both_entries_are_said(shop: Shop) -> None:
    roadmap.save_roadmap_move(shop.inst, shop.owned, MOVE, {"effort": 3, "goal": "Half"})
    words = "Someone else changed “effort” to 3. Yours was not stored: 5."
    with pytest.raises(EditConflict, match=words):
        roadmap.save_roadmap_move(shop.inst, shop.owned, MOVE, {"effort": 5.0}, {"effort": None})
    with pytest.raises(EditConflict, match=r"“target” to “Half”\. You had cleared it; that was not stored\."):
        roadmap.save_roadmap_move(shop.inst, shop.owned, MOVE, {"goal": ""}, {"goal": "All"})
    roadmap.save_roadmap_move(shop.inst, shop.owned, MOVE, {"effort": None}, {"effort": 3.0})
    with pytest.raises(EditConflict, match="Someone else cleared “effort”"):
        roadmap.save_roadmap_move(shop.inst, shop.owned, MOVE, {"effort": 4}, {"effort": 3})
    assert roadmap.plan_of(shop.inst, shop.owned).planned(MOVE).effort is None


def test_who_enters_what_the_other_has_entered_is_not_stopped(shop: Shop) -> None:
    roadmap.save_roadmap_move(shop.inst, shop.owned, MOVE, {"effort": 3})
    roadmap.save_roadmap_move(shop.inst, shop.owned, MOVE, {"effort": 3.0}, {"effort": None})
    assert roadmap.plan_of(shop.inst, shop.owned).planned(MOVE).effort == 3


def test_a_use_case_keeps_the_cells_the_other_has_changed(shop: Shop) -> None:
    rows: list[Row] = [{"name": "Quotes", "metric": None}, {"name": "Planner", "metric": None}]
    use_cases.save_register(shop.inst, shop.owned, [(None, row) for row in rows], ())
    shown = {str(row["name"]): row for row in rows}
    theirs: list[tuple[str | None, Row]]
    theirs = [("Quotes", {"name": "Quotes", "metric": "Days"}), ("Planner", rows[1]), (None, {"name": "New"})]
    use_cases.save_register(shop.inst, shop.owned, theirs, shown.keys(), shown)
    mine = [("Quotes", {"name": "Quotes by night", "metric": None}), ("Planner", rows[1])]
    use_cases.save_register(shop.inst, shop.owned, mine, shown.keys(), shown)
    found = roadmap.plan_of(shop.inst, shop.owned).use_cases
    assert [(line.name, line.metric) for line in found] == [
        ("Quotes by night", "Days"), ("Planner", None), ("New", None),
    ]  # fmt: skip
    with pytest.raises(EditConflict, match="changed or removed “Quotes”"):
        use_cases.save_register(
            shop.inst, shop.owned, [("Quotes", {"name": "Q"}), ("Planner", rows[1])], shown.keys(), shown
        )
    use_cases.save_effort(shop.inst, shop.owned, "Planner", 3, {"effort_weeks": None})
    with pytest.raises(EditConflict, match="“effort” to 3"):
        use_cases.save_effort(shop.inst, shop.owned, "Planner", 4, {"effort_weeks": None})
    assert [(line.name, line.effort_weeks) for line in roadmap.plan_of(shop.inst, shop.owned).use_cases] == [
        ("Quotes by night", None), ("Planner", 3), ("New", None),
    ]  # fmt: skip


def test_who_takes_out_a_line_the_other_has_changed_is_told(shop: Shop) -> None:
    shown = {"Quotes": {"name": "Quotes", "metric": None}}
    use_cases.save_register(shop.inst, shop.owned, [(None, shown["Quotes"])], ())
    use_cases.save_register(
        shop.inst, shop.owned, [("Quotes", {"name": "Quotes", "metric": "Days"})], shown.keys(), shown
    )
    with pytest.raises(EditConflict, match="“Quotes”"):
        use_cases.save_register(shop.inst, shop.owned, [], shown.keys(), shown)
    (kept,) = roadmap.plan_of(shop.inst, shop.owned).use_cases
    assert (kept.name, kept.metric) == ("Quotes", "Days")


def test_assumptions_are_changed_one_by_one(shop: Shop) -> None:
    use_cases.change_assumptions(shop.inst, shop.owned, {"rate": 0.2, "currency": "GBP"})
    use_cases.change_assumptions(shop.inst, shop.owned, {"years": 5})
    use_cases.change_assumptions(shop.inst, shop.owned, {"currency": ""})
    found = roadmap.plan_of(shop.inst, shop.owned).assumptions
    assert (found.rate, found.years, found.currency) == (0.2, 5, None)


def test_the_pilot_register_keeps_what_the_other_has_changed_and_added(shop: Shop) -> None:
    read: dict[str, Any] = {"name": "Forecast", "metric": None, "stage": "idea"}
    prepare.initiatives(shop.inst, shop.owned, [read, {"name": "Chat"}])
    theirs = [read | {"stage": "pilot"}, {"name": "Chat"}, {"name": "Theirs"}]
    prepare.initiatives(shop.inst, shop.owned, theirs)
    edit = GridEdit(
        [GridLine(read | {"metric": "Days"}, read), GridLine({"name": "Mine"})], [{"name": "Chat"}]
    )
    decisions.edit_initiatives(shop.inst, shop.owned, edit)
    kept = decisions.initiatives_of(shop.inst, shop.owned)
    assert [(line.name, line.metric, line.stage) for line in kept] == [
        ("Forecast", "Days", "pilot"), ("Mine", None, "idea"), ("Theirs", None, "idea"),
    ]  # fmt: skip
    with pytest.raises(EditConflict, match="“stage” to “pilot”"):
        decisions.edit_initiatives(
            shop.inst, shop.owned, GridEdit([GridLine(read | {"stage": "live"}, read)])
        )
    assert decisions.initiatives_of(shop.inst, shop.owned) == kept


def test_an_estimate_another_has_given_meanwhile_stands(shop: Shop) -> None:
    prepare.use_cases(shop.inst, shop.owned, [{"name": "Quotes"}])
    theirs, mine = (1_000_000.0, 1_250_000.0, 1_500_000.5), (1.0, 2.0, 3.0)
    use_cases.save_estimate(shop.inst, shop.owned, "Quotes", "investment", theirs, {"investment": None})
    words = "“investment” to 1,000,000 · 1,250,000 · 1,500,000.5. Yours was not stored: 1 · 2 · 3"
    for points, said in ((mine, words), ((None, None, None), "You had cleared it")):
        with pytest.raises(EditConflict, match=said):
            use_cases.save_estimate(
                shop.inst, shop.owned, "Quotes", "investment", points, {"investment": None}
            )
    use_cases.save_success(shop.inst, shop.owned, "Quotes", 0.5, {"success_probability": None})
    with pytest.raises(EditConflict, match=r"“chance of success” to 0\.5"):
        use_cases.save_success(shop.inst, shop.owned, "Quotes", 0.9, {"success_probability": None})
    (found,) = roadmap.plan_of(shop.inst, shop.owned).use_cases
    assert found.investment is not None
    assert (found.investment.likely, found.success_probability) == (1_250_000, 0.5)
    seen = {"investment": found.investment.plain()}
    use_cases.save_estimate(shop.inst, shop.owned, "Quotes", "investment", mine, seen)
    (found,) = roadmap.plan_of(shop.inst, shop.owned).use_cases
    assert found.investment is not None
    assert found.investment.likely == 2


def test_fields_of_the_charter_are_kept_beside_each_other_and_not_over_another_ones(shop: Shop) -> None:
    def changes(changes: Row, seen: Row) -> None:
        charter.change_charter(shop.inst, shop.owned, TODAY, changes, seen)

    changes({"minutes": 45, "rights": ["May stop a pilot. " * 20]}, {})
    changes({"cadence": "Every Friday"}, {})
    with pytest.raises(EditConflict, match=r"to 45\. Yours was not stored: 60"):
        changes({"minutes": 60}, {"minutes": 90})
    with pytest.raises(EditConflict, match="“rights”") as overtaken:
        changes({"rights": ["Decides nothing."]}, {"rights": []})
    assert len(str(overtaken.value)) < 400
    changes({"rights": ["Decides nothing."]}, {"rights": ["May stop a pilot. " * 20]})
    found = roadmap.plan_of(shop.inst, shop.owned).charter
    assert (found.minutes, found.cadence, found.rights) == (45, "Every Friday", ["Decides nothing."])
