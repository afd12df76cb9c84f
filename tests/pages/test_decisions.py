"""Decisions: the register like a spreadsheet, the decision map, the order of outcomes."""

from typing import Any

from services import assessments, decisions
from services.installation import Installation
from tests.pages.filled import answered, everywhere, imported, owned_by
from tests.pages.visit import Visit


def at_decisions(inst: Installation) -> Visit:
    visit = answered(inst, everywhere(3))
    visit.open("decisions")
    return visit


def type_lines(visit: Visit, *lines: dict[str, Any]) -> None:
    """New lines at the end of the grid, as the browser would send them."""
    visit.app.session_state["register_grid"] = {
        "edited_rows": {},
        "added_rows": list(lines),
        "deleted_rows": [],
    }
    visit.run()


def test_a_line_typed_is_kept_when_saved(inst: Installation) -> None:
    visit = at_decisions(inst)
    type_lines(visit, {"name": "Repair forecast", "owner": "Owner", "stage": "pilot", "monthly_cost": 120})
    assert "Not saved yet" in visit.text
    visit.press("Save the register")
    assert "Saved: 1 line." in visit.text
    (line,) = decisions.initiatives_of(inst, owned_by(inst, visit))
    assert (line.name, line.owner, line.stage, line.monthly_cost) == (
        "Repair forecast",
        "OWNER",
        "pilot",
        120.0,
    )


def test_a_line_that_cannot_be_kept_says_why_and_stays_in_the_grid(inst: Installation) -> None:
    visit = at_decisions(inst)
    type_lines(visit, {"name": "Repair forecast"}, {"metric": "Repairs a week"})
    visit.press("Save the register")
    assert "Line 3 needs a name" in visit.text  # an empty register begins with a blank line
    assert decisions.initiatives_of(inst, owned_by(inst, visit)) == []
    added = visit.app.session_state["register_grid"]["added_rows"]
    assert [line.get("metric") for line in added] == [None, "Repairs a week"]


def test_a_line_taken_out_is_gone_after_saving(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    owned = owned_by(inst, visit)
    decisions.save_initiatives(
        inst, owned, [{"name": "Forecast"}, {"name": "Bell shop", "owner": "Aunt May"}]
    )
    visit.open("decisions")
    visit.app.session_state["register_grid"] = {"edited_rows": {}, "added_rows": [], "deleted_rows": [0]}
    visit.press("Save the register")
    (left,) = decisions.initiatives_of(inst, owned)
    assert (left.name, left.owner) == ("Bell shop", "Aunt May")


def test_an_untouched_register_is_not_called_unsaved(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    decisions.save_initiatives(inst, owned_by(inst, visit), [{"name": "Forecast", "metric": "Misses"}])
    visit.open("decisions")
    assert "Not saved yet" not in visit.text


def test_a_decision_is_stored_when_it_is_placed(inst: Installation) -> None:
    visit = at_decisions(inst)
    visit.choose("Who orders parts?", "nobody")
    assert "Saved" in visit.text
    assert assessments.answers(inst, owned_by(inst, visit)).decisions == {"order_parts": "nobody"}


def test_outcomes_are_ranked_by_tapping_and_moved_up(inst: Installation) -> None:
    visit = at_decisions(inst)
    visit.press("Joy")
    visit.press("Safety")
    assert assessments.answers(inst, owned_by(inst, visit)).ranking == ["joy", "safety"]
    visit.press("Move up")
    assert assessments.answers(inst, owned_by(inst, visit)).ranking == ["safety", "joy"]
    visit.press("Start the order again")
    assert assessments.answers(inst, owned_by(inst, visit)).ranking == []


def test_where_nobody_answers_only_the_register_is_offered(inst: Installation) -> None:
    visit = imported(inst, "by_camp", "bbtt")
    visit.open("decisions")
    assert "nobody answers in this browser" in visit.text
    assert "Who orders parts?" not in visit.text
