"""Decisions: the register like a spreadsheet, the decision map, the order of outcomes."""

from services.assessments import answering
from services.core.installation import Installation
from services.plan import decisions
from tests import prepare
from tests.ui.fields import REGISTER, type_lines
from tests.ui.filled import answered, everywhere, imported, owned_by
from tests.ui.visit import Visit, table_of


def at_decisions(inst: Installation) -> Visit:
    visit = answered(inst, everywhere(3))
    visit.open("decisions")
    return visit


def test_a_line_typed_is_kept_when_saved(inst: Installation) -> None:
    visit = at_decisions(inst)
    type_lines(visit, {"name": "Repair forecast", "owner": "OWNER", "stage": "pilot", "monthly_cost": 120})
    assert "Not saved yet" in visit.text
    visit.press("Save the register")
    assert "Saved: 1 initiative." in visit.text
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
    added = visit.app.session_state[table_of(visit.app, REGISTER).key]["added_rows"]
    assert [line.get("metric") for line in added] == [None, "Repairs a week"]


def test_a_line_taken_out_is_gone_after_saving(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    owned = owned_by(inst, visit)
    prepare.initiatives(inst, owned, [{"name": "Forecast"}, {"name": "Bell shop", "owner": "Aunt May"}])
    visit.open("decisions")
    visit.edit(REGISTER, deleted_rows=[0])
    visit.press("Save the register")
    (left,) = decisions.initiatives_of(inst, owned)
    assert (left.name, left.owner) == ("Bell shop", "Aunt May")


def test_what_somebody_else_changed_meanwhile_is_not_undone(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    owned = owned_by(inst, visit)
    prepare.initiatives(inst, owned, [{"name": "Forecast"}, {"name": "Bell shop"}])
    visit.open("decisions")
    theirs = [{"name": "Forecast", "metric": "Misses"}, {"name": "Bell shop"}, {"name": "Theirs"}]
    prepare.initiatives(inst, owned, theirs)
    visit.edit(REGISTER, edited_rows={0: {"expected_result": "Fewer misses"}})
    visit.press("Save the register")
    first, _second, third = decisions.initiatives_of(inst, owned)
    assert (first.metric, first.expected_result, third.name) == ("Misses", "Fewer misses", "Theirs")
    assert "Saved: 3 initiatives." in visit.text


def test_a_field_both_have_changed_is_refused_once_and_said(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    owned = owned_by(inst, visit)
    prepare.initiatives(inst, owned, [{"name": "Forecast"}])
    visit.open("decisions")
    prepare.initiatives(inst, owned, [{"name": "Forecast", "metric": "Misses"}])
    visit.edit(REGISTER, edited_rows={0: {"metric": "Days"}})
    visit.press("Save the register")
    assert "Someone else changed “metric” to “Misses”. Yours was not stored: “Days”." in visit.text
    assert "What you typed is kept" in visit.text
    assert decisions.initiatives_of(inst, owned)[0].metric == "Misses"
    visit.press("Save the register")
    assert decisions.initiatives_of(inst, owned)[0].metric == "Days"


def test_an_untouched_register_is_not_called_unsaved(inst: Installation) -> None:
    visit = answered(inst, everywhere(3))
    prepare.initiatives(inst, owned_by(inst, visit), [{"name": "Forecast", "metric": "Misses"}])
    visit.open("decisions")
    assert "Not saved yet" not in visit.text


def test_a_decision_is_stored_when_it_is_placed(inst: Installation) -> None:
    visit = at_decisions(inst)
    visit.choose("Who orders parts?", "nobody")
    assert "Saved" in visit.text
    assert answering.answers(inst, owned_by(inst, visit)).decisions == {"order_parts": "nobody"}


def test_outcomes_are_ranked_by_tapping_moved_up_and_undone(inst: Installation) -> None:
    visit = at_decisions(inst)

    def order() -> list[str]:
        return answering.answers(inst, owned_by(inst, visit)).ranking

    visit.press("Joy")
    assert order() == ["joy"]
    visit.press("Safety")
    assert order() == ["joy", "safety", "speed"], "the last takes the last place by itself"
    visit.press("Move up")
    assert order() == ["safety", "joy", "speed"]
    visit.press("Undo the last tap")
    assert order() == ["safety"]
    visit.press("Start the order again")
    assert order() == []


def test_barriers_are_put_in_order_beside_the_outcomes(inst: Installation) -> None:
    visit = at_decisions(inst)
    visit.press("Rain")
    visit.press("Joy")
    said = answering.answers(inst, owned_by(inst, visit))
    assert (said.barriers, said.ranking) == (["rain"], ["joy"])
    assert "What gets in the way, in your order" in visit.text


def test_where_nobody_answers_only_the_register_is_offered(inst: Installation) -> None:
    visit = imported(inst, "by_camp", "bbtt")
    visit.open("decisions")
    assert "nobody answers in this browser" in visit.text
    assert "Who orders parts?" not in visit.text
